// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/inspector/inspector_page.h"

class QCheckBox;
class QGridLayout;
class QScrollArea;

namespace zipper {

class HistogramView;
class SeriesLegend;

/// Histograms of the weights, and of batch normalization or biases, teachers and merged network on common bins.
class DistributionsPage : public WeightsBasedPage {
  Q_OBJECT

 public:
  explicit DistributionsPage(QWidget* parent = nullptr);

  /// Those that are shown.
  std::vector<HistogramView*> charts() const;

 protected:
  void present(const std::shared_ptr<const LayerWeights>& weights) override;
  std::vector<Exportable> presentedItems() const override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  HistogramView* makeChart();
  void arrange();

  SeriesLegend* legend_;
  QCheckBox* logarithmic_;
  QScrollArea* scroll_;
  QGridLayout* grid_;
  std::vector<HistogramView*> charts_;
  std::size_t shown_ = 0;
  int columns_ = 0;
};

}  // namespace zipper
