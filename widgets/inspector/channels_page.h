// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/analysis/channel_pairs.h"
#include "widgets/inspector/inspector_page.h"

class QLabel;

namespace zipper {

class ChannelChart;
class PermutationChart;
class SortedCostChart;
class TaskChoice;

/// Which channels of a task correspond to which of A in the layer, and what sharing weights costs each pair.
class ChannelsPage : public InspectorPage {
  Q_OBJECT

 public:
  explicit ChannelsPage(QWidget* parent = nullptr);
  ~ChannelsPage() override;

  void setTasks(const QStringList& titles, int layers);
  /// The task that is compared with A; A itself changes nothing. Doesn't emit taskChosen().
  void setTask(int task);
  /// [task - 1]: the pairs of a task with A. Pairs without partners: a message says why there are none.
  void setPairs(std::vector<std::shared_ptr<const ChannelPairs>> pairs);
  std::vector<Exportable> exportables() override;

 Q_SIGNALS:
  void taskChosen(int task);

 private:
  void connectChart(ChannelChart* chart, ChannelChart* other);
  QString describe(int channel) const;
  void showPairs();
  QString whyNone() const;
  int task() const;

  TaskChoice* choice_;
  int layers_ = 0;
  std::vector<std::shared_ptr<const ChannelPairs>> all_;  ///< [task - 1]
  std::shared_ptr<const ChannelPairs> pairs_;             ///< of the task that is chosen
  QLabel* note_;                                          ///< where the pairs come from
  PermutationChart* permutation_;
  SortedCostChart* costs_;
};

}  // namespace zipper
