// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "widgets/curves/curve_store.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/follow_view.h"
#include "widgets/plots/line_stroke.h"
#include "widgets/plots/series_style.h"
#include "widgets/plots/thinned_line.h"

namespace zipper::plots {

/// A curve that is to be drawn.
struct DrawnCurve {
  std::size_t run = 0;  ///< index into CurveStore::runs()
  std::size_t column = 0;
  SeriesStyle style;
  QString name;          ///< as the crosshair calls it
  bool smoothed = true;  ///< faint as measured and smoothed above it; false: as measured only
  QString badge;         ///< shown in a disc on the curve, to tell runs apart; empty: none
};

/// What the curves span within a stretch of iterations.
Extremes extremesInView(const CurveStore& store, const std::vector<DrawnCurve>& curves, const Span& iterations);

/// Draws curves of the store in an axis rectangle, thinned to its pixels at every redraw: whatever is shown of however
/// many iterations, a redraw takes a few milliseconds.
class CurveLines : public QCPLayerable {
 public:
  CurveLines(const CurveStore& store, QCPAxis* key, QCPAxis* value);
  void setCurves(std::vector<DrawnCurve> curves) { curves_ = std::move(curves); }
  void setBackground(const QColor& color) { background_ = color; }

 protected:
  QRect clipRect() const override { return key_->axisRect()->rect(); }
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
  void draw(QCPPainter* painter) override;

 private:
  ThinnedLine lineOf(const DrawnCurve& curve, bool smooth) const;
  /// Returns whether there were values to mark.
  bool drawRaw(QCPPainter& painter, const DrawnCurve& curve, int lane);
  void drawSmooth(QCPPainter& painter, const DrawnCurve& curve);
  void drawLine(QCPPainter& painter, const ThinnedLine& line, const LineLook& look);
  void drawMarkers(QCPPainter& painter, const DrawnCurve& curve) const;
  void drawBadge(QCPPainter& painter, const DrawnCurve& curve, int place) const;
  /// Where the curve is at an iteration; NaN if it has no value there.
  QPointF pixelAt(const DrawnCurve& curve, std::size_t iteration) const;

  const CurveStore& store_;
  QCPAxis *key_, *value_;
  std::vector<DrawnCurve> curves_;
  QColor background_;
};

}  // namespace zipper::plots
