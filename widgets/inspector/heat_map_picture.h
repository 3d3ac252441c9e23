// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QFont>
#include <QFontMetrics>
#include <QImage>
#include <QPalette>
#include <QRect>
#include <QStringList>
#include <optional>
#include <vector>

#include "widgets/inspector/matrix_viewport.h"
#include "widgets/inspector/shown_array.h"

class QPainter;

namespace zipper {

/// A title as a pane of this width shows it: where it doesn't fit, a difference is broken before its minus; what still
/// doesn't fit is elided.
QStringList titleLines(const QString& title, const QFontMetrics& metrics, int width);

/// How a HeatMapView stands when it is painted.
struct HeatMapScene {
  std::vector<QRect> panes;  ///< of each matrix, without its title
  int titleHeight = 0;
  MatrixViewport viewport;
  std::optional<QPoint> cell;  ///< (column, row) that is pointed at
  bool hasFocus = false;
  QFont font;
  QPalette palette;
};

/// The matrices of a HeatMapView as pictures.
class HeatMapPicture {
 public:
  void setArrays(std::vector<ShownArray> arrays);
  const std::vector<ShownArray>& arrays() const { return arrays_; }
  /// To be called when colours have changed.
  void forgetImages() { images_.assign(arrays_.size(), QImage()); }
  /// Pictures that there was no time for are left out: see isComplete().
  void paint(QPainter& painter, const HeatMapScene& scene);
  bool isComplete() const;

 private:
  const QImage& image(std::size_t pane, const QPalette& palette);
  void paintPane(QPainter& painter, const HeatMapScene& scene, std::size_t pane);
  void paintMatrix(QPainter& painter, const HeatMapScene& scene, std::size_t pane);

  std::vector<ShownArray> arrays_;
  std::vector<QImage> images_;  ///< made while painting, a few at a time
  QElapsedTimer painting_;
};

}  // namespace zipper
