// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/kernels_page.h"

#include <QVBoxLayout>

#include "widgets/inspector/beside_weights.h"
#include "widgets/inspector/color_bar.h"
#include "widgets/inspector/map_grid.h"
#include "widgets/style/colors.h"

namespace zipper {

namespace {

QString whyNoKernels(const LayerWeights& weights) {
  if (!isHead(weights))
    return KernelsPage::tr(
        "This layer has no kernels: it is a pointwise convolution. Its matrix is in the Weights tab.");
  return weights.parts().size() > 1 ? KernelsPage::tr("The head has no kernels. Its matrices are in the Weights tab.")
                                    : KernelsPage::tr("The head has no kernels. Its matrix is in the Weights tab.");
}

}  // namespace

KernelsPage::KernelsPage(QWidget* parent)
    : WeightsBasedPage(Shows::Kernels, parent), grid_(new MapGrid), colorBar_(new ColorBar) {
  auto* layout = new QVBoxLayout(content());
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  layout->addWidget(grid_, 1);
  layout->addWidget(colorBar_);
  grid_->setTileWidth(24);
  grid_->setAccessibleName(tr("Kernels"));
  connect(grid_, &MapGrid::readOut, this, &KernelsPage::readOut);
}

void KernelsPage::present(const std::shared_ptr<const LayerWeights>& weights) {
  std::vector<ShownArray> arrays = ofTask(beside() ? beside()->kernels : kernelArrays(weights), task());
  if (arrays.empty()) return showMessage(whyNoKernels(*weights));
  const auto outputs = weights->teachers.front().kernelBn.scale.size();
  const auto kernels = std::size_t(arrays.front().values->shape[0]);
  const int inputs = outputs > 0 ? int(kernels / outputs) : 1;
  if (weights->layer == 0 && inputs > 1)
    grid_->setChannelName([inputs](int i) { return tr("output %1, input %2").arg(i / inputs).arg(i % inputs); });
  else
    grid_->setChannelName({});
  colorBar_->setScalesOf(arrays, tr("Weights"), beside() ? hereMinusBesideTitle() : QString());
  grid_->setArrays(std::move(arrays));
  showContent();
}

std::vector<Exportable> KernelsPage::presentedItems() const {
  std::vector<Exportable> items;
  for (const ShownArray& array : grid_->arrays()) items.push_back(exportable(array, style::isDark(palette())));
  return items;
}

}  // namespace zipper
