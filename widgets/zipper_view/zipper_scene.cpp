// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/zipper_scene.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/zipper_view/band_items.h"
#include "widgets/zipper_view/block_item.h"
#include "widgets/zipper_view/cost_item.h"
#include "widgets/zipper_view/key_item.h"
#include "widgets/zipper_view/label_items.h"
#include "widgets/zipper_view/legend_item.h"
#include "widgets/zipper_view/slider_item.h"
#include "widgets/zipper_view/strand_item.h"

namespace zipper {

namespace {
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
}

ZipperScene::ZipperScene(QObject* parent) : QGraphicsScene(parent) {
  setItemIndexMethod(NoIndex);  // few items, and many that move
  rebuild(0, ZipperGeometry::fewestTasks);
}

void ZipperScene::rebuild(int layers, int tasks) {
  picture_.geometry = ZipperGeometry(layers, tasks, aspect_, picture_.theme.textScale);
  const auto columns = std::size_t(picture_.geometry.columns());
  picture_.closed.assign(columns, 0);
  picture_.mismatch.assign(std::size_t(picture_.tasks()), std::vector<double>(columns, unknown));
  picture_.hovered = -1;
  if (picture_.selected >= int(columns)) picture_.selected = -1;
  clear();
  for (auto* items : {&all_, &columns_, &strands_, &blocks_}) items->clear();
  bands_.clear();
  titles_.clear();
  mismatches_.clear();
  addItems();
  placeAll();
  showWhatThereIs();
}

template <typename Item, typename... Arguments>
Item* ZipperScene::add(double z, Arguments... arguments) {
  auto* item = new Item(picture_, arguments...);
  item->setZValue(z);
  addItem(item);
  all_.push_back(item);
  return item;
}

void ZipperScene::addItems() {
  for (int task = 0; task < picture_.tasks(); ++task) {
    bands_.push_back(add<BandItem>(1, task));
    if (!picture_.needsCues()) titles_.push_back(add<TitleItem>(5, task));
    mismatches_.push_back(add<MismatchItem>(2, task));
  }
  for (int column = 0; column < picture_.geometry.columns(); ++column) {
    columns_.push_back(add<ColumnItem>(0, column));
    blocks_.push_back(add<BlockItem>(3, column));
    add<HeaderItem>(2, column);
    add<ShapeItem>(2, column);
    if (column < picture_.geometry.head()) strands_.push_back(add<StrandItem>(2, column));
  }
  slider_ = add<SliderItem>(4);
  costs_ = add<CostItem>(4.5);
  if (picture_.needsCues()) add<KeyItem>(1);
  legend_ = add<LegendItem>(1);
  hint_ = add<HintItem>(1);
}

void ZipperScene::placeAll() {
  setSceneRect(picture_.geometry.bounds());
  for (ZipperItem* item : all_) item->place();
}

void ZipperScene::showWhatThereIs() {
  for (ZipperItem* item : all_) item->setVisible(!picture_.empty());
  hint_->setVisible(picture_.empty());
}

void ZipperScene::setTheme(const ZipperTheme& theme) {
  const double textScale = picture_.theme.textScale;
  const bool otherFont = theme.font != picture_.theme.font;
  picture_.theme = theme;
  picture_.theme.textScale = textScale;
  setBackgroundBrush(theme.background);
  if (otherFont) placeAll();  // titles take the room that they need
  update();
}

void ZipperScene::setShape(double aspect, double textScale) {
  aspect_ = aspect;
  const ZipperGeometry geometry(picture_.geometry.layers(), picture_.tasks(), aspect, textScale);
  if (geometry.bounds() == picture_.geometry.bounds() && picture_.theme.textScale == textScale) return;
  picture_.geometry = geometry;
  picture_.theme.textScale = textScale;
  placeAll();
}

void ZipperScene::setTitles(const QStringList& titles) {
  picture_.titles = titles;
  for (TitleItem* title : titles_) title->place();
  update();
}

void ZipperScene::setEnds(const std::vector<UnitPlan>& stems, const std::vector<std::vector<UnitPlan>>& heads) {
  picture_.stems = stems;
  picture_.heads = heads;
  update();
}

bool ZipperScene::setLayers(const std::vector<LayerOverview>& layers) {
  picture_.layers = layers;
  const int count = int(layers.size());
  const int tasks = layers.empty() ? 0 : std::max(ZipperGeometry::fewestTasks, int(layers[0].mismatch.size()));
  const bool another = count > 0 && (count != picture_.geometry.layers() || tasks != picture_.tasks());
  if (another) rebuild(count, tasks);
  if (another) heldScale_ = 0;  // of other networks
  const bool hadBars = picture_.hasBars();
  const double before = picture_.mismatchScale;
  for (auto& task : picture_.mismatch) std::fill(task.begin(), task.end(), unknown);
  for (const LayerOverview& layer : layers)
    for (std::size_t task = 0; task < std::min(picture_.mismatch.size(), layer.mismatch.size()); ++task)
      picture_.mismatch[task][std::size_t(layer.layer)] = layer.mismatch[task];
  holdMismatchScale();
  picture_.scaleIsNew = hadBars && picture_.hasBars() && picture_.mismatchScale != before;
  showWhatThereIs();
  update();
  return another;
}

void ZipperScene::setClosed(const ColumnShares& closed) {
  const double before = ZipperGeometry::front(picture_.closed), after = ZipperGeometry::front(closed);
  const ColumnShares old = picture_.closed;
  picture_.closed = closed;
  const int fromGap = int(std::floor(std::min(before, after))), toGap = int(std::ceil(std::max(before, after)));
  for (int gap = 0; gap < picture_.geometry.head(); ++gap) {
    const auto left = std::size_t(gap), right = left + 1;
    const bool sliderPasses = before != after && gap >= fromGap && gap <= toGap;
    if (sliderPasses || old[left] != closed[left] || old[right] != closed[right]) strands_[left]->update();
  }
  for (std::size_t column = 0; column < blocks_.size(); ++column)
    if (old[column] != closed[column]) blocks_[column]->update();
  if (picture_.hasCosts()) costs_->update();
  if (before != after) slider_->place();
  if (old[0] != closed[0])
    for (TitleItem* title : titles_) title->place();
}

void ZipperScene::setMergeCosts(const std::vector<double>& costs) {
  picture_.costs = costs;
  costs_->update();
  legend_->update();
}

void ZipperScene::setMismatch(const std::vector<float>& layerL1) {
  const Shares before = mismatchShares();
  const bool hadBars = picture_.hasBars();
  const double scale = picture_.mismatchScale;
  const auto layers = std::size_t(picture_.geometry.layers());
  for (std::size_t task = 0; task < picture_.mismatch.size(); ++task)
    for (std::size_t layer = 1; layer <= layers; ++layer) {
      const std::size_t index = task * layers + layer - 1;
      picture_.mismatch[task][layer] = index < layerL1.size() ? double(layerL1[index]) : unknown;
    }
  followMismatch();
  if (hadBars && picture_.mismatchScale != scale) picture_.scaleIsNew = true;
  if (hadBars != picture_.hasBars()) {
    for (BandItem* band : bands_) band->update();
    legend_->update();
  }
  const Shares after = mismatchShares();
  constexpr double visibleChange = 0.004;  // of a full bar
  for (std::size_t task = 0; task < before.size(); ++task) {
    double change = 0;
    for (std::size_t column = 0; column < before[task].size(); ++column)
      change = std::max(change, std::abs(after[task][column] - before[task][column]));
    if (change > visibleChange) mismatches_[task]->update();
  }
}

void ZipperScene::forgetMismatch() {
  for (auto& task : picture_.mismatch) std::fill(task.begin(), task.end(), unknown);
  holdMismatchScale();
  update();
}

ZipperScene::Shares ZipperScene::mismatchShares() const {
  constexpr double divergence = 2;  // beyond every finite share
  Shares shares = picture_.mismatch;
  for (std::size_t task = 0; task < shares.size(); ++task)
    for (std::size_t layer = 0; layer < shares[task].size(); ++layer)
      shares[task][layer] =
          std::isinf(picture_.mismatch[task][layer]) ? divergence : picture_.mismatchShare(int(task), int(layer));
  return shares;
}

/// Bars of all tasks share one linear scale. It holds for a whole merge, so that steps can be compared by their bars,
/// and grows where a step has larger ones.
void ZipperScene::holdMismatchScale() {
  const double largest = picture_.largestMismatch();
  heldScale_ = largest > 0 ? std::max(heldScale_, niceCeiling(largest)) : 0;
  setMismatchScale(heldScale_ > 0 ? heldScale_ : niceCeiling(0));
}

/// While a step is calibrated it stays while it fits, so that live bars can be followed.
void ZipperScene::followMismatch() {
  const double largest = picture_.largestMismatch(), scale = picture_.mismatchScale;
  const bool fits = largest <= scale && (largest >= 0.3 * scale || scale <= heldScale_ || largest == 0);
  if (!fits) setMismatchScale(std::max(heldScale_, niceCeiling(largest)));
}

void ZipperScene::setMismatchScale(double scale) {
  if (scale == picture_.mismatchScale) return;
  picture_.mismatchScale = scale;
  for (BandItem* band : bands_) band->update();
  legend_->update();
}

void ZipperScene::updateWorkingBlocks() {
  for (const LayerOverview& layer : picture_.layers)
    if (layer.state == LayerState::InWork) blocks_[std::size_t(layer.layer)]->update();
}

void ZipperScene::setProgress(double share) {
  if (share == picture_.progress) return;
  picture_.progress = share;
  updateWorkingBlocks();
}

void ZipperScene::setPhase(double phase) {
  picture_.phase = phase;
  updateWorkingBlocks();
}

void ZipperScene::setNumbered(bool numbered) {
  if (numbered == picture_.numbered) return;
  picture_.numbered = numbered;
  for (ZipperItem* block : blocks_) block->update();
}

ZipperItem* ZipperScene::columnItem(int column) const {
  return column >= 0 && column < picture_.geometry.columns() ? columns_[std::size_t(column)] : nullptr;
}

void ZipperScene::setSelected(int column) {
  if (column == picture_.selected) return;
  for (ZipperItem* item : {columnItem(picture_.selected), columnItem(column)})
    if (item) item->update();
  picture_.selected = column;
}

void ZipperScene::setHovered(int column) {
  if (column == picture_.hovered) return;
  for (ZipperItem* item : {columnItem(picture_.hovered), columnItem(column)})
    if (item) item->update();
  picture_.hovered = column;
}

void ZipperScene::setFocused(bool focused) {
  picture_.focused = focused;
  if (ZipperItem* item = columnItem(picture_.selected)) item->update();
}

}  // namespace zipper
