// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/analysis/channel_pairs.h"
#include "widgets/inspector/inspector_page.h"

class QLabel;

namespace zipper {

class ChannelChart;
class PartChoice;
class PermutationChart;
class SortedCostChart;
class TaskChoice;

/// The pairs of the channels that one part of a layer writes, see part_pairs.h.
struct PairsOfPart {
  std::string part;
  std::vector<std::shared_ptr<const ChannelPairs>> ofTasks;  ///< [task - 1]: of a task with A
};

/// Which channels of a task correspond to which of A in a part of the layer, and what sharing weights costs each pair.
class ChannelsPage : public InspectorPage {
  Q_OBJECT

 public:
  explicit ChannelsPage(QWidget* parent = nullptr);
  ~ChannelsPage() override;

  void setTasks(const QStringList& titles, int layers);
  /// The task that is compared with A; A itself changes nothing. Doesn't emit taskChosen().
  void setTask(int task);
  /// The part that is shown where the layer has it. Doesn't emit partChosen().
  void setPart(const std::string& part);
  /// Of the parts of a layer, the last one being that whose channels it hands on. Pairs without partners: a message
  /// says why there are none.
  void setPairs(std::vector<PairsOfPart> parts);
  std::vector<Exportable> exportables() override;

 Q_SIGNALS:
  void taskChosen(int task);
  void partChosen(const std::string& part);

 private:
  void connectChart(ChannelChart* chart, ChannelChart* other);
  QString describe(int channel) const;
  std::shared_ptr<const ChannelPairs> pairsChosen() const;
  void showPairs();
  QString whyNone() const;
  int task() const;

  TaskChoice* choice_;
  PartChoice* parts_;
  int layers_ = 0;
  std::vector<PairsOfPart> all_;
  std::shared_ptr<const ChannelPairs> pairs_;  ///< of the task and the part that are chosen
  QLabel* note_;                               ///< where the pairs come from
  PermutationChart* permutation_;
  SortedCostChart* costs_;
};

}  // namespace zipper
