// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include "core/analysis/channel_pairs.h"
#include "widgets/inspector/inspector_page.h"

class QLabel;

namespace zipper {

class ChannelChart;
class PermutationChart;
class SortedCostChart;

/// Which channels of the teachers correspond in the layer, and what sharing weights costs each pair.
class ChannelsPage : public InspectorPage {
  Q_OBJECT

 public:
  explicit ChannelsPage(QWidget* parent = nullptr);
  ~ChannelsPage() override;

  /// Pairs without partners: a message says why there are none.
  void setPairs(std::shared_ptr<const ChannelPairs> pairs);
  std::vector<Exportable> exportables() override;

  PermutationChart& permutation() { return *permutation_; }
  SortedCostChart& costs() { return *costs_; }
  /// Where the pairs come from.
  QString note() const;

 private:
  void connectChart(ChannelChart* chart, ChannelChart* other);
  QString describe(int channel) const;

  std::shared_ptr<const ChannelPairs> pairs_;
  QLabel* note_;
  PermutationChart* permutation_;
  SortedCostChart* costs_;
};

}  // namespace zipper
