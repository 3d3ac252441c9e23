// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/weights_page.h"

#include <QLabel>
#include <QVBoxLayout>

#include "widgets/inspector/color_bar.h"
#include "widgets/inspector/heat_map_view.h"
#include "widgets/style/colors.h"

namespace zipper {

namespace {

QString sizeText(const FloatArray& matrix) { return QStringLiteral("%1×%2").arg(matrix.shape[0]).arg(matrix.shape[1]); }

QString noteFor(const LayerWeights& weights) {
  QStringList sentences;
  if (isHead(weights))
    sentences << WeightsPage::tr("Heads are never merged: each task keeps its own.");
  else if (!weights.merged)
    sentences << WeightsPage::tr("This layer isn't merged: each task has its own weights.");
  if (weights.matched)
    sentences << WeightsPage::tr(
                     "The channels of %1 stand in the order in which they were matched to those of A, not in that of "
                     "the file.")
                     .arg(taskLetters(1, int(weights.teachers.size())));
  const FloatArray& a = weights.teachers[0].matrix;
  for (std::size_t t = 1; t < weights.teachers.size(); ++t) {
    const FloatArray& other = weights.teachers[t].matrix;
    if (a.empty() || other.empty() || a.shape == other.shape) continue;
    sentences << WeightsPage::tr("A is %1, %2 is %3, so there is no difference to show.")
                     .arg(sizeText(a), taskLetter(int(t)), sizeText(other));
  }
  return sentences.join(u' ');
}

}  // namespace

WeightsPage::WeightsPage(QWidget* parent)
    : WeightsBasedPage(parent), note_(new QLabel), heatMaps_(new HeatMapView), colorBar_(new ColorBar) {
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

void WeightsPage::present(const std::shared_ptr<const LayerWeights>& weights) {
  std::vector<ShownArray> arrays = ofTask(matrixArrays(weights), task());
  if (arrays.empty())
    return showMessage(weights->layer == 0
                           ? tr("The stem has no pointwise convolution. Its kernels are in the Kernels tab.")
                           : tr("These networks have no head."));
  note_->setText(noteFor(*weights));
  note_->setVisible(!note_->text().isEmpty());
  colorBar_->setScalesOf(arrays, tr("Weights"), tr("Differences"));
  heatMaps_->setArrays(std::move(arrays));
  showContent();
}

std::vector<Exportable> WeightsPage::presentedItems() const {
  std::vector<Exportable> items;
  for (const ShownArray& array : heatMaps_->arrays()) items.push_back(exportable(array, style::isDark(palette())));
  return items;
}

}  // namespace zipper
