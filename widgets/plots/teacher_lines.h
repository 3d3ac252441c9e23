// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "widgets/plots/custom_plot.h"
#include "widgets/plots/series_style.h"

namespace zipper::plots {

struct TeacherLevel {
  SeriesStyle style;
  double percent = 0;
  QString label;
  double low = 0, high = 0;  ///< its interval, in percent, as a band behind everything; equal: none
};

/// Dashed horizontal lines across an axis rectangle, labelled right of it; labels keep clear of each other.
class TeacherLines : public QCPLayerable {
 public:
  explicit TeacherLines(QCPAxis* value) : QCPLayerable(value->parentPlot(), "main"), value_(value) {}
  void setLevels(std::vector<TeacherLevel> levels);
  const std::vector<TeacherLevel>& levels() const { return levels_; }
  /// Room that the labels need.
  int labelWidth() const;

 protected:
  QRect clipRect() const override { return parentPlot()->viewport(); }
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
  void draw(QCPPainter* painter) override;

 private:
  void drawBand(QCPPainter& painter, const TeacherLevel& level, const QRectF& room) const;
  QCPAxis* value_;
  std::vector<TeacherLevel> levels_;  ///< from the highest
};

}  // namespace zipper::plots
