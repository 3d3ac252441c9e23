// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/inspector/inspector_page.h"

class QLabel;

namespace zipper {

class ColorBar;
class HeatMapView;

/// The matrices of a pointwise layer or the head as heat maps, with their differences.
class WeightsPage : public WeightsBasedPage {
  Q_OBJECT

 public:
  explicit WeightsPage(QWidget* parent = nullptr);

  HeatMapView& heatMaps() { return *heatMaps_; }
  /// Why something isn't there; empty if nothing is missing.
  QString note() const;

 protected:
  void present(const std::shared_ptr<const LayerWeights>& weights) override;
  std::vector<Exportable> presentedItems() const override;

 private:
  QLabel* note_;
  HeatMapView* heatMaps_;
  ColorBar* colorBar_;
};

}  // namespace zipper
