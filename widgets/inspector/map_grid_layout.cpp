// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/map_grid_layout.h"

#include <algorithm>

namespace zipper {

namespace {

constexpr int margin = 6, labelGap = 6, panelGap = 4, groupGap = 12, rowGap = 8, unitGap = 20, widestUnitGap = 44;

}  // namespace

MapGridLayout::MapGridLayout(const Input& input) : input_(input), tile_(input.tile) {
  const int panels = std::max(1, int(input.groupStarts.size()));
  int gaps = 0;
  for (int p = 1; p < panels; ++p) gaps += input.groupStarts[std::size_t(p)] ? groupGap : panelGap;
  const int room = (input.width - 2 * margin - input.labelWidth - labelGap - gaps) / panels;
  if (tile_.width() > room && tile_.width() > 0) {
    const int width = std::max(8, room);
    tile_ = QSize(width, std::max(1, tile_.height() * width / tile_.width()));
  }
  int x = input.labelWidth + labelGap;
  for (int p = 0; p < panels; ++p) {
    if (p > 0) x += input.groupStarts[std::size_t(p)] ? groupGap : panelGap;
    panelX_.push_back(x);
    x += tile_.width();
  }
  unitWidth_ = x;
  const int usable = input.width - 2 * margin;
  columns_ = std::clamp((usable + unitGap) / (unitWidth_ + unitGap), 1, std::max(1, input.channels));
  const int spread = columns_ > 1 ? (usable - columns_ * unitWidth_) / (columns_ - 1) : unitGap;
  unitStride_ = unitWidth_ + std::clamp(spread, unitGap, widestUnitGap);
  rowStride_ = std::max(1, tile_.height() + rowGap);
}

int MapGridLayout::contentHeight() const {
  const int rows = (input_.channels + columns_ - 1) / columns_;
  return rows > 0 ? 2 * margin + rows * rowStride_ - rowGap : 0;
}

QPoint MapGridLayout::unitOrigin(int channel) const {
  return {margin + channel % columns_ * unitStride_, margin + channel / columns_ * rowStride_};
}

QRect MapGridLayout::labelRect(int channel) const {
  return {unitOrigin(channel), QSize(input_.labelWidth, tile_.height())};
}

QRect MapGridLayout::tileRect(int channel, int panel) const {
  return {unitOrigin(channel) + QPoint(panelX_[std::size_t(panel)], 0), tile_};
}

int MapGridLayout::firstChannelAt(int y) const {
  return std::clamp((y - margin) / rowStride_ * columns_, 0, input_.channels);
}

int MapGridLayout::endChannelAt(int y) const {
  return std::clamp(((y - margin) / rowStride_ + 1) * columns_, 0, input_.channels);
}

std::optional<MapGridLayout::Hit> MapGridLayout::hit(QPoint position) const {
  if (position.x() < margin || position.y() < margin) return {};
  const int column = (position.x() - margin) / unitStride_, row = (position.y() - margin) / rowStride_;
  const int channel = row * columns_ + column;
  if (column >= columns_ || channel >= input_.channels) return {};
  for (int panel = 0; panel < int(panelX_.size()); ++panel)
    if (tileRect(channel, panel).contains(position)) return Hit{channel, panel};
  return {};
}

}  // namespace zipper
