// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "widgets/plots/custom_plot.h"
#include "widgets/plots/series_style.h"

namespace zipper::plots {

/// A score in percent.
struct ScorePoint {
  double x = 0;
  double percent = 0;
  bool calibrated = true;  ///< filled, and joined with the others by a line; otherwise open and on its own
  bool finetuned = false;  ///< gets a ring
};

/// The scores of a task in a run.
struct ScoreLine {
  std::size_t run = 0;  ///< index of the run
  SeriesStyle style;
  std::vector<ScorePoint> points;
};

/// Draws scores as markers and lines.
class ScoreLines : public QCPLayerable {
 public:
  ScoreLines(QCPAxis* key, QCPAxis* value);
  void setLines(std::vector<ScoreLine> lines) { lines_ = std::move(lines); }
  const std::vector<ScoreLine>& lines() const { return lines_; }
  void setBackground(const QColor& color) { background_ = color; }

 protected:
  QRect clipRect() const override { return key_->axisRect()->rect().adjusted(-6, -6, 6, 6); }
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
  void draw(QCPPainter* painter) override;

 private:
  QPointF pixel(const ScorePoint& point) const;
  void drawConnection(QCPPainter& painter, const ScoreLine& line) const;

  QCPAxis *key_, *value_;
  std::vector<ScoreLine> lines_;
  QColor background_;
};

}  // namespace zipper::plots
