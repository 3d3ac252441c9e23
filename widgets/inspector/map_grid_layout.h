// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>
#include <optional>
#include <vector>

namespace zipper {

/// Where things are in a grid of small maps: a unit per channel, in it a label and one tile per panel; units flow from
/// left to right and from top to bottom. All in pixels, from the top left of the content.
class MapGridLayout {
 public:
  struct Input {
    int width = 0;  ///< that is there
    int channels = 0;
    QSize tile;  ///< wanted size of a tile; it gets smaller where one unit wouldn't fit
    int labelWidth = 0;
    std::vector<bool> groupStarts;  ///< one per panel: more room before it; the first one doesn't count
  };
  MapGridLayout() = default;
  explicit MapGridLayout(const Input& input);

  int columns() const { return columns_; }
  int contentHeight() const;
  QSize tile() const { return tile_; }
  QRect labelRect(int channel) const;
  QRect tileRect(int channel, int panel) const;
  /// The first channel whose row is not above `y`, and the one behind the last whose row begins above it.
  int firstChannelAt(int y) const;
  int endChannelAt(int y) const;

  struct Hit {
    int channel = 0, panel = 0;
  };
  std::optional<Hit> hit(QPoint position) const;

 private:
  QPoint unitOrigin(int channel) const;

  Input input_;
  QSize tile_;
  std::vector<int> panelX_;  ///< from the left of the unit
  int unitWidth_ = 0, unitStride_ = 0, rowStride_ = 1, columns_ = 1;
};

}  // namespace zipper
