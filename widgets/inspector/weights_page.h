// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/inspector/inspector_page.h"

class QLabel;

namespace zipper {

class ColorBar;
class HeatMapView;
struct ShownArray;

/// The matrices of a layer (see MatrixWeights) or the head as heat maps, with their differences.
class WeightsPage : public WeightsBasedPage {
  Q_OBJECT

 public:
  explicit WeightsPage(QWidget* parent = nullptr);

 protected:
  void present(const std::shared_ptr<const LayerWeights>& weights) override;
  std::vector<Exportable> presentedItems() const override;

 private:
  std::vector<ShownArray> arraysOf(const std::shared_ptr<const LayerWeights>& weights) const;

  QLabel* note_;  ///< why something isn't there
  HeatMapView* heatMaps_;
  ColorBar* colorBar_;
};

}  // namespace zipper
