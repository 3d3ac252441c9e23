// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/inspector/inspector_page.h"

namespace zipper {

class ColorBar;
class MapGrid;

/// The kernels of a depthwise layer or the stem, channel by channel: the teachers beside the merged network.
class KernelsPage : public WeightsBasedPage {
  Q_OBJECT

 public:
  explicit KernelsPage(QWidget* parent = nullptr);

 protected:
  void present(const std::shared_ptr<const LayerWeights>& weights) override;
  std::vector<Exportable> presentedItems() const override;

 private:
  MapGrid* grid_;
  ColorBar* colorBar_;
};

}  // namespace zipper
