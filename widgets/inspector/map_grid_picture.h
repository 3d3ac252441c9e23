// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QImage>
#include <QPalette>
#include <QRect>
#include <vector>

#include "widgets/inspector/map_grid_layout.h"
#include "widgets/inspector/shown_array.h"

class QPainter;

namespace zipper {

/// How a MapGrid stands when it is painted.
struct MapGridScene {
  const MapGridLayout& layout;
  QRect area;  ///< of the viewport
  int scrolled = 0;
  int headerHeight = 0;
  int pointedChannel = -1;        ///< -1: none
  std::vector<QRect> cellFrames;  ///< per array, on the viewport; nothing is pointed at: empty
  bool hasFocus = false;
  QFont font;
  QPalette palette;
};

/// The maps of a MapGrid as pictures.
class MapGridPicture {
 public:
  void setArrays(std::vector<ShownArray> arrays);
  const std::vector<ShownArray>& arrays() const { return arrays_; }
  /// The most that an array has.
  int channels() const;
  /// To be called when colours have changed.
  void forgetImages();
  void paint(QPainter& painter, const MapGridScene& scene);

 private:
  const QImage& image(std::size_t panel, int channel, const QPalette& palette);
  void paintUnit(QPainter& painter, const MapGridScene& scene, int channel);
  void paintCursor(QPainter& painter, const MapGridScene& scene) const;
  void paintHeader(QPainter& painter, const MapGridScene& scene) const;
  void paintTitles(QPainter& painter, const MapGridScene& scene, int column) const;

  std::vector<ShownArray> arrays_;
  std::vector<std::vector<QImage>> images_;  ///< [panel][channel], made when they come into view
};

}  // namespace zipper
