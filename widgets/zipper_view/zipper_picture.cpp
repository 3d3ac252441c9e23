// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/zipper_picture.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zipper {

bool ZipperPicture::isWhole(int column) const {
  return !empty() && column <= geometry.layers() && layer(std::max(1, column)).whole;
}

double ZipperPicture::togetherShare(int column) const {
  return std::clamp((closed[std::size_t(column)] - 0.7) / 0.3, 0.0, 1.0);
}

std::int64_t ZipperPicture::largestParameters() const {
  std::int64_t largest = 0;
  for (const LayerOverview& layer : layers) largest = std::max(largest, layer.mergedParameters());
  return largest;
}

std::int64_t ZipperPicture::endParameters(int column, int task) const {
  const auto place = std::size_t(task);
  if (column == 0) return place < stems.size() ? stems[place].parameters : 0;
  std::int64_t sum = 0;
  if (place < heads.size())
    for (const UnitPlan& unit : heads[place]) sum += unit.parameters;
  return sum;
}

bool ZipperPicture::hasAdditions() const {
  return std::any_of(layers.begin(), layers.end(), [](const LayerOverview& layer) { return layer.addsInput(); });
}

double ZipperPicture::blockHeight(int column, int task) const {
  constexpr double letterHeight = 16, gap = 3;
  const std::int64_t largest = largestParameters();
  const double room = std::max(1.0, geometry.strandDistance(closed[std::size_t(column)]) - gap);
  if (isLayer(column)) return std::min(geometry.blockHeight(layer(column).mergedParameters(), largest), room);
  const double height = geometry.blockHeight(std::min(endParameters(column, task), largest), largest);
  return std::min(needsCues() ? std::max(height, letterHeight) : height, room);
}

double ZipperPicture::sharedBlockHeight(int column) const {
  const std::int64_t own = isLayer(column) ? layer(column).mergedParameters() : endParameters(column, 0);
  const std::int64_t largest = largestParameters();
  return geometry.blockHeight(std::min(own, largest), largest);
}

bool ZipperPicture::hasCosts() const {
  for (int column = 1; column <= geometry.layers(); ++column)
    if (hasOpenCost(column)) return true;
  return false;
}

bool ZipperPicture::hasOpenCost(int column) const {
  if (empty() || !std::isfinite(costOf(column))) return false;
  const LayerState state = layer(column).state;
  return state == LayerState::Separate || state == LayerState::LeftOut;
}

double ZipperPicture::costOf(int column) const {
  const bool known = isLayer(column) && costs.size() == layers.size();
  return known ? costs[std::size_t(column) - 1] : std::numeric_limits<double>::quiet_NaN();
}

bool ZipperPicture::showsCost(int column) const { return hasOpenCost(column) && closed[std::size_t(column)] < 0.3; }

double ZipperPicture::costShare(int column) const {
  double largest = 0;
  for (const double cost : costs)
    if (std::isfinite(cost)) largest = std::max(largest, cost);
  return largest > 0 ? std::clamp(costOf(column) / largest, 0.0, 1.0) : 0;
}

double ZipperPicture::mismatchShare(int task, int column) const {
  const double value = mismatch[std::size_t(task)][std::size_t(column)];
  if (std::isnan(value)) return -1;
  return std::clamp(value / mismatchScale, 0.0, 1.0);
}

double ZipperPicture::largestMismatch() const {
  double largest = 0;
  for (const auto& task : mismatch)
    for (const double value : task)
      if (std::isfinite(value)) largest = std::max(largest, value);
  return largest;
}

double closedShare(LayerState state) {
  switch (state) {
    case LayerState::Merged:
      return 1;
    case LayerState::InWork:
      return leaningShare;
    case LayerState::Separate:
    case LayerState::LeftOut:
      return 0;
  }
  return 0;
}

double niceCeiling(double value) {
  if (!std::isfinite(value) || value <= 0) return 1;
  const double decade = std::pow(10.0, std::floor(std::log10(value)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (value <= factor * decade * (1 + 1e-9)) return factor * decade;
  return 10 * decade;
}

}  // namespace zipper
