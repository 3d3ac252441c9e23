// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/feature_maps_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "core/analysis/feature_maps.h"
#include "widgets/inspector/beside_weights.h"
#include "widgets/inspector/color_bar.h"
#include "widgets/inspector/map_grid.h"
#include "widgets/inspector/prediction_view.h"
#include "widgets/inspector/probe_controls.h"
#include "widgets/inspector/probe_picture.h"
#include "widgets/style/colors.h"

namespace zipper {

namespace {

constexpr int shownPredictions = 4;
constexpr int probeSpacing = 12, smallestPicture = 56;

}  // namespace

FeatureMapsPage::FeatureMapsPage(QWidget* parent)
    : InspectorPage(parent),
      controls_(new ProbeControls),
      picture_(new ProbePicture),
      predictions_(new PredictionView),
      description_(new QLabel),
      grid_(new MapGrid),
      colorBar_(new ColorBar) {
  buildLayout();
  grid_->setAccessibleName(tr("Feature maps"));
  description_->setTextFormat(Qt::PlainText);
  description_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  connect(grid_, &MapGrid::readOut, this, &FeatureMapsPage::readOut);
  connect(controls_, &ProbeControls::changed, this, [this] {
    lacking_ = true;
    if (!canShowMaps()) return waitForMaps();
    // The last maps stay until the next ones come: no flicker while leafing through the images.
    if (showsContent())
      describe(waitingText());
    else
      showMessage(waitingText());
    Q_EMIT mapsWanted();
  });
}

void FeatureMapsPage::buildLayout() {
  auto* probe = new QHBoxLayout;
  probe->setSpacing(probeSpacing);
  probe->addWidget(picture_, 0, Qt::AlignTop);
  probe->addWidget(predictions_, 1, Qt::AlignTop);
  auto* layout = new QVBoxLayout(content());
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(probe);
  layout->addWidget(description_);
  layout->addWidget(grid_, 1);
  layout->addWidget(colorBar_);
  addAbove(controls_);
}

void FeatureMapsPage::setTasks(const QStringList& titles, const std::vector<qint64>& imageCounts,
                               const std::vector<QStringList>& classNames, int layers, bool blocks) {
  tasks_ = int(titles.size());
  layers_ = layers;
  blocks_ = blocks;
  classNames_ = classNames;
  controls_->setTasks(titles, imageCounts);
  waitForMaps();
}

void FeatureMapsPage::setLayer(int layer) {
  layer_ = layer;
  waitForMaps();
}

void FeatureMapsPage::chooseProbe(const ProbeChoice& probe) { controls_->choose(probe); }

bool FeatureMapsPage::canShowMaps() const {
  return tasks_ > 0 && layer_ >= 1 && layer_ <= layers_ && controls_->hasImage();
}

void FeatureMapsPage::waitForMaps() {
  lacking_ = true;
  if (tasks_ == 0) return showMessage(tr("Open models and their data to see what an image looks like inside them."));
  if (layer_ < 0) return showMessage(tr("Select a layer."));
  if (!controls_->hasImage())
    return showMessage(
        tr("There are no test images of this task: its data set has none, or isn't open because images can't be "
           "found. Open an image, or see the notices above the zipper."));
  if (!canShowMaps())
    return showMessage(
        (blocks_
             ? tr("Feature maps are what a layer hands on, of a block behind the addition: select one of the layers "
                  "1 to %1.")
             : tr("Feature maps are those behind a pointwise convolution: select one of the layers 1 to %1."))
            .arg(layers_));
  showMessage(waitingText());
}

void FeatureMapsPage::setError(const QString& message) {
  lacking_ = false;  // asking again would only fail again
  showMessage(tr("The feature maps could not be computed.") + QStringLiteral("\n\n") + message);
}

void FeatureMapsPage::setMaps(std::shared_ptr<const FeatureMaps> maps, const QImage& probe, const QString& description,
                              std::shared_ptr<const FeatureMaps> beside) {
  if (!maps || maps->layer != layer_ || maps->task != controls_->choice().task) return;
  lacking_ = false;
  picture_->setImage(probe);
  describe(description);
  beside ? showArraysBeside(maps, beside) : showArrays(maps);
  presentPredictions(*maps, beside.get());
  showContent();
}

void FeatureMapsPage::showArrays(const std::shared_ptr<const FeatureMaps>& maps) {
  std::vector<ShownArray> arrays{
      {tr("teacher"), {}, Source::Teacher, maps->task, FloatArrayPtr(maps, &maps->teacher), {}},
      {tr("merged"), {}, Source::Merged, -1, FloatArrayPtr(maps, &maps->merged), {}}};
  FloatArray change = difference(maps->merged, maps->teacher);
  if (!change.empty())
    arrays.push_back(
        {tr("difference"), {}, Source::Difference, -1, std::make_shared<const FloatArray>(std::move(change)), {}});
  setCommonScales(arrays, ColorScale::Kind::Sequential);
  colorBar_->setScalesOf(arrays, tr("Activations"), tr("merged − teacher"));
  grid_->setArrays(std::move(arrays));
}

void FeatureMapsPage::showArraysBeside(const std::shared_ptr<const FeatureMaps>& here,
                                       const std::shared_ptr<const FeatureMaps>& beside) {
  std::vector<ShownArray> arrays{{hereTitle(), {}, Source::Merged, -1, FloatArrayPtr(here, &here->merged), {}},
                                 {besideTitle(), {}, Source::Merged, -1, FloatArrayPtr(beside, &beside->merged), {}}};
  // The teacher's maps stand in the order of each state's channels: equal maps tell equal orders.
  const bool inOneOrder = here->teacher.values == beside->teacher.values;
  FloatArray change = inOneOrder ? difference(here->merged, beside->merged) : FloatArray();
  if (!change.empty())
    arrays.push_back(
        {tr("difference"), {}, Source::Difference, -1, std::make_shared<const FloatArray>(std::move(change)), {}});
  else
    describe(tr("%1 (channels in another order beside)").arg(descriptionText_));
  setCommonScales(arrays, ColorScale::Kind::Sequential);
  colorBar_->setScalesOf(arrays, tr("Activations"), hereMinusBesideTitle());
  grid_->setArrays(std::move(arrays));
}

void FeatureMapsPage::presentPredictions(const FeatureMaps& maps, const FeatureMaps* beside) {
  const QStringList names =
      std::size_t(maps.task) < classNames_.size() ? classNames_[std::size_t(maps.task)] : QStringList();
  predictions_->setHeadings(beside != nullptr ? hereTitle() : tr("teacher"),
                            beside != nullptr ? besideTitle() : tr("merged"));
  const std::vector<float>& first = beside != nullptr ? maps.mergedProbabilities : maps.teacherProbabilities;
  const std::vector<float>& second = beside != nullptr ? beside->mergedProbabilities : maps.mergedProbabilities;
  predictions_->setPredictions(topPredictions(first, second, names, shownPredictions), maps.task);
  predictions_->setVisible(!maps.teacherProbabilities.empty());
  fitPicture();
}

QString FeatureMapsPage::waitingText() { return tr("Running the image through teacher and merged network…"); }

void FeatureMapsPage::describe(const QString& text) {
  descriptionText_ = text;
  description_->setToolTip(text);
  description_->setText(description_->fontMetrics().elidedText(text, Qt::ElideMiddle, width()));
}

void FeatureMapsPage::showEvent(QShowEvent* event) {
  InspectorPage::showEvent(event);
  if (lacksMaps()) Q_EMIT mapsWanted();
}

/// The names of the classes come first.
void FeatureMapsPage::fitPicture() {
  const int room = width() - probeSpacing - predictions_->wantedWidth();
  const int side = std::clamp(room, smallestPicture, picture_->sizeHint().width());
  picture_->setFixedSize(side, side);
}

void FeatureMapsPage::resizeEvent(QResizeEvent* event) {
  InspectorPage::resizeEvent(event);
  fitPicture();
  describe(descriptionText_);
}

std::vector<Exportable> FeatureMapsPage::exportables() {
  std::vector<Exportable> items;
  if (!showsContent()) return items;
  for (const ShownArray& array : grid_->arrays()) items.push_back(exportable(array, style::isDark(palette())));
  return items;
}

}  // namespace zipper
