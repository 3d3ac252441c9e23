// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/weights_page.h"

#include <QLabel>
#include <QVBoxLayout>

#include "widgets/inspector/beside_weights.h"
#include "widgets/inspector/color_bar.h"
#include "widgets/inspector/heat_map_view.h"
#include "widgets/style/colors.h"

namespace zipper {

namespace {

QString sizeText(const FloatArray& matrix) { return QStringLiteral("%1×%2").arg(matrix.shape[0]).arg(matrix.shape[1]); }

/// Of heads that differ.
QString lacking(int task, const std::string& part) {
  return part == "head" ? WeightsPage::tr("%1 has no head.").arg(taskLetter(task))
                        : WeightsPage::tr("The head of %1 has no such layer.").arg(taskLetter(task));
}

QString noteFor(const LayerWeights& weights, const std::string& part) {
  QStringList sentences;
  if (isHead(weights))
    sentences << WeightsPage::tr("Heads are never merged: each task keeps its own.");
  else if (!weights.merged)
    sentences << WeightsPage::tr("This layer isn't merged: each task has its own weights.");
  if (part == "squeeze") sentences << WeightsPage::tr("Squeeze reads the mean of each channel over all positions.");
  if (part == "excite")
    sentences << WeightsPage::tr(
        "Excite puts out a factor between 0 and 1 for each channel, which multiplies what the depthwise convolution "
        "puts out.");
  if (weights.matched)
    sentences << WeightsPage::tr(
                     "The channels of %1 stand in the order in which they were matched to those of A, not in that of "
                     "the file.")
                     .arg(taskLetters(1, int(weights.teachers.size())));
  const auto matrixOf = [&](std::size_t task) -> const FloatArray& {
    return weights.teachers[task].matrix(part).matrix;
  };
  if (weights.parts().size() > 1)
    for (std::size_t t = 0; t < weights.teachers.size(); ++t)
      if (matrixOf(t).empty()) sentences << lacking(int(t), part);
  const FloatArray& a = matrixOf(0);
  for (std::size_t t = 1; t < weights.teachers.size(); ++t) {
    const FloatArray& other = matrixOf(t);
    if (a.empty() || other.empty() || a.shape == other.shape) continue;
    sentences << WeightsPage::tr("A is %1, %2 is %3, so there is no difference to show.")
                     .arg(sizeText(a), taskLetter(int(t)), sizeText(other));
  }
  return sentences.join(u' ');
}

/// Of two states side by side.
QString noteBeside(const BesideWeights& both) {
  QStringList sentences;
  if (both.here->merged != both.beside->merged)
    sentences << (both.here->merged ? WeightsPage::tr("This layer is merged here, and not beside.")
                                    : WeightsPage::tr("This layer is merged beside, and not here."));
  if (both.reordered)
    sentences << WeightsPage::tr(
        "The channels of some task stand in another order beside than here, so it has no difference to show.");
  return sentences.join(u' ');
}

}  // namespace

WeightsPage::WeightsPage(QWidget* parent)
    : WeightsBasedPage(Shows::Matrices, parent),
      note_(new QLabel),
      heatMaps_(new HeatMapView),
      colorBar_(new ColorBar) {
  auto* layout = new QVBoxLayout(content());
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  layout->addWidget(note_);
  layout->addWidget(heatMaps_, 1);
  layout->addWidget(colorBar_);
  note_->setObjectName(QStringLiteral("note"));
  note_->setWordWrap(true);
  note_->setTextFormat(Qt::PlainText);
  connect(heatMaps_, &HeatMapView::readOut, this, &WeightsPage::readOut);
}

std::vector<ShownArray> WeightsPage::arraysOf(const std::shared_ptr<const LayerWeights>& weights) const {
  if (!beside()) return matrixArrays(weights, part());
  const auto found = beside()->matrices.find(partOrLast(*weights, part()));
  return found == beside()->matrices.end() ? std::vector<ShownArray>() : found->second;
}

void WeightsPage::present(const std::shared_ptr<const LayerWeights>& weights) {
  std::vector<ShownArray> arrays = ofTask(arraysOf(weights), task());
  if (arrays.empty())
    return showMessage(weights->layer == 0
                           ? tr("The stem has no pointwise convolution. Its kernels are in the Kernels tab.")
                           : tr("These networks have no head."));
  note_->setText(beside() ? noteBeside(*beside()) : noteFor(*weights, part()));
  note_->setVisible(!note_->text().isEmpty());
  colorBar_->setScalesOf(arrays, tr("Weights"), beside() ? hereMinusBesideTitle() : tr("Differences"));
  heatMaps_->setArrays(std::move(arrays));
  showContent();
}

std::vector<Exportable> WeightsPage::presentedItems() const {
  std::vector<Exportable> items;
  for (const ShownArray& array : heatMaps_->arrays()) {
    items.push_back(exportable(array, style::isDark(palette())));
    items.back().title = titled(items.back().title);
  }
  return items;
}

}  // namespace zipper
