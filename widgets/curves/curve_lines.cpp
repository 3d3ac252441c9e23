// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/curve_lines.h"

#include <algorithm>
#include <cmath>

#include "widgets/plots/odd_marks.h"
#include "widgets/plots/plot_style.h"

namespace zipper::plots {

namespace {

constexpr double markerPitch = 130;  ///< pixels

}  // namespace

Extremes extremesInView(const CurveStore& store, const std::vector<DrawnCurve>& curves, const Span& iterations) {
  Extremes all;
  for (const DrawnCurve& curve : curves)
    for (const Segment& segment : store.runs()[curve.run].segments) {
      const ValueTrack& track = segment.curves->series(curve.column).raw();
      const double offset = double(segment.offset), size = double(track.size());
      const auto begin = std::size_t(std::clamp(std::ceil(iterations.lower - offset - 1), 0.0, size));
      const auto end = std::size_t(std::clamp(std::floor(iterations.upper - offset), 0.0, size));
      if (begin < end) all.add(track.extremes(begin, end));
    }
  return all;
}

CurveLines::CurveLines(const CurveStore& store, QCPAxis* key, QCPAxis* value)
    : QCPLayerable(key->parentPlot(), "main"), store_(store), key_(key), value_(value) {}

void CurveLines::draw(QCPPainter* painter) {
  int lane = 0;
  for (const DrawnCurve& curve : curves_) lane += drawRaw(*painter, curve, lane) ? 1 : 0;
  for (const bool emphasized : {false, true})
    for (const DrawnCurve& curve : curves_)
      if (curve.smoothed && curve.style.emphasized == emphasized) drawSmooth(*painter, curve);
  painter->setAntialiasing(true);
  int badge = 0;
  for (const DrawnCurve& curve : curves_) {
    if (curve.smoothed && curve.style.marker >= 0) drawMarkers(*painter, curve);
    if (!curve.badge.isEmpty()) drawBadge(*painter, curve, badge++);
  }
}

/// A bin for each point of the width, not for each pixel of the device: two values of a bin fill two pixels.
ThinnedLine CurveLines::lineOf(const DrawnCurve& curve, bool smooth) const {
  const QCPRange range = key_->range();
  const auto columns = std::size_t(std::max(1, key_->axisRect()->width()));
  const StoredRun& run = store_.runs()[curve.run];
  const double visible = std::min(range.size(), double(run.rows()));
  ThinningView view{0, range.lower, range.upper, rowsPerBin(visible, columns),
                    value_->scaleType() == QCPAxis::stLogarithmic};
  ThinnedLine line;
  for (const Segment& segment : run.segments) {
    view.offset = double(segment.offset);
    const CurveSeries& series = segment.curves->series(curve.column);
    thin(smooth ? series.smooth() : series.raw(), view, line);
  }
  return line;
}

bool CurveLines::drawRaw(QCPPainter& painter, const DrawnCurve& curve, int lane) {
  const ThinnedLine line = lineOf(curve, false);
  const bool isBehind = curve.smoothed && store_.window() > 1;
  if (!curve.smoothed || isBehind) drawLine(painter, line, {isBehind ? curve.style.faint : curve.style.color, 1, {}});
  painter.setAntialiasing(true);
  drawOddMarks(painter, line.odd, *key_, key_->axisRect()->rect(), lane, curve.style.color);
  painter.setAntialiasing(false);
  return !line.odd.empty();
}

void CurveLines::drawSmooth(QCPPainter& painter, const DrawnCurve& curve) {
  drawLine(painter, lineOf(curve, true), {curve.style.color, curve.style.emphasized ? 2.0 : 1.6, curve.style.dashes});
}

void CurveLines::drawLine(QCPPainter& painter, const ThinnedLine& line, const LineLook& look) {
  QVector<QPointF> pixels;
  pixels.reserve(qsizetype(line.points.size()));
  const QRectF room = key_->axisRect()->rect();
  for (const LinePoint& point : line.points) {
    // The painter's clipping is slow for what is far outside.
    const double y = std::isnan(point.y) ? NAN : value_->coordToPixel(double(point.y));
    pixels.append(
        {key_->coordToPixel(point.x), std::isnan(y) ? y : std::clamp(y, room.top() - 4e3, room.bottom() + 4e3)});
  }
  strokeLine(painter, pixels, look, room);
}

QPointF CurveLines::pixelAt(const DrawnCurve& curve, std::size_t iteration) const {
  const Segment* segment = store_.runs()[curve.run].segmentAt(iteration);
  if (segment == nullptr) return {NAN, NAN};
  const ValueTrack& track = segment->curves->series(curve.column).smooth();
  const std::size_t row = iteration - segment->offset - 1;
  if (row >= track.size() || !std::isfinite(track[row])) return {NAN, NAN};
  if (track[row] <= 0 && value_->scaleType() == QCPAxis::stLogarithmic) return {NAN, NAN};
  return {key_->coordToPixel(double(iteration)), value_->coordToPixel(double(track[row]))};
}

/// At places that belong to the data, so that the markers move with the curve; staggered, so that curves that run
/// together don't hide each other's.
void CurveLines::drawMarkers(QCPPainter& painter, const DrawnCurve& curve) const {
  const QCPRange range = key_->range();
  const double pitch = range.size() * markerPitch / std::max(1, key_->axisRect()->width());
  const auto step = std::size_t(std::pow(2, std::ceil(std::log2(std::max(1.0, pitch)))));
  const std::size_t phase = (curve.column * step * 3 / 8) % step;
  auto iteration = std::size_t(std::max(0.0, std::floor(range.lower / double(step)))) * step + phase;
  for (; double(iteration) <= range.upper; iteration += step) {
    const QPointF point = pixelAt(curve, iteration);
    if (isFinite(point)) drawMarker(painter, curve.style.marker, point, 3.2, curve.style.color, true, background_);
  }
}

/// Near the end of what is in view; each run a place further to the left, as ends often lie together.
void CurveLines::drawBadge(QCPPainter& painter, const DrawnCurve& curve, int place) const {
  const QCPRange range = key_->range();
  const double end = std::min(range.upper, double(store_.runs()[curve.run].rows()));
  const double x = key_->coordToPixel(end) - 14 - 24 * place;
  const double iteration = key_->pixelToCoord(x);
  if (iteration < std::max(1.0, range.lower)) return;
  const QPointF point = pixelAt(curve, std::size_t(std::lround(iteration)));
  if (!isFinite(point)) return;
  painter.setFont(smallFont(key_->parentPlot()->font()));
  const QRectF text = painter.fontMetrics().boundingRect(curve.badge);
  const double width = std::max(text.width() + 8, 17.0);
  const QRectF disc(x - width / 2, point.y() - 8.5, width, 17);
  painter.setPen(QPen(background_, 1.5));
  painter.setBrush(curve.style.color);
  painter.drawRoundedRect(disc, 8.5, 8.5);
  painter.setPen(background_);
  painter.drawText(disc, Qt::AlignCenter, curve.badge);
}

}  // namespace zipper::plots
