#include "widgets/curves/line_stroke.h"

#include <algorithm>
#include <cmath>

#include "widgets/curves/custom_plot.h"
#include "widgets/curves/series_style.h"

namespace zipper::curves {

namespace {

/// Longer ones, in pixels of the device, are too slow for smooth strokes.
constexpr double longestStroke = 16000;
/// Where points are further apart than this, in pixels of the device, columns would look like blocks.
constexpr double widestColumn = 3;

bool isFinite(const QPointF& point) { return std::isfinite(point.x()) && std::isfinite(point.y()); }

double lengthOf(const QVector<QPointF>& points, const QRectF& room) {
  double length = 0;
  for (qsizetype i = 1; i < points.size(); ++i) {
    if (!isFinite(points[i]) || !isFinite(points[i - 1])) continue;
    const auto inside = [&room](double y) { return std::clamp(y, room.top(), room.bottom()); };
    length += std::abs(points[i].x() - points[i - 1].x()) + std::abs(inside(points[i].y()) - inside(points[i - 1].y()));
  }
  return length;
}

void strokePolylines(QCPPainter& painter, const QVector<QPointF>& points) {
  qsizetype begin = 0;
  for (qsizetype i = 0; i <= points.size(); ++i) {
    if (i < points.size() && isFinite(points[i])) continue;
    if (i - begin == 1) {  // a lone value between two interruptions
      const QPointF point = points[begin];
      painter.drawLine(QLineF(point.x() - 1, point.y(), point.x() + 1, point.y()));
    } else if (i > begin) {
      painter.drawPolyline(points.constData() + begin, int(i - begin));
    }
    begin = i + 1;
  }
}

/// Collects the columns of a line as rectangles.
class Columns {
 public:
  Columns(const LineLook& look, double ratio, const QRectF& room) : look_(look), pixel_(1 / ratio), room_(room) {
    for (const qreal dash : look.dashes) period_ += dash * look.width;
  }

  void add(const QPointF& point) {
    if (!isFinite(point)) {
      finish(column_ + 1);
      open_ = false;
      return;
    }
    const double y = std::clamp(point.y(), room_.top() - 10, room_.bottom() + 10);
    const double column = std::floor(point.x() / pixel_);
    if (!open_ || column > column_) {
      finish(column);
      // It reaches to where the line comes from, so that there are no gaps.
      top_ = open_ ? std::min(y, last_) : y;
      bottom_ = open_ ? std::max(y, last_) : y;
      column_ = column;
      open_ = true;
    }
    top_ = std::min(top_, y);
    bottom_ = std::max(bottom_, y);
    last_ = y;
  }

  const QVector<QRectF>& finished() {
    finish(column_ + 1);
    return rectangles_;
  }

 private:
  void finish(double next) {
    if (!open_ || !isDashed(column_ * pixel_)) return;
    const double thickness = std::max(look_.width, pixel_);
    const double grow = std::max(0.0, thickness - (bottom_ - top_)) / 2;
    rectangles_.append(QRectF(QPointF(column_ * pixel_, top_ - grow), QPointF(next * pixel_, bottom_ + grow)));
  }

  /// Dashes go by x: along a noisy line they would be specks.
  bool isDashed(double x) const {
    if (period_ <= 0) return true;
    double rest = std::fmod(x, period_);
    for (qsizetype i = 0; i < look_.dashes.size(); ++i) {
      rest -= look_.dashes[i] * look_.width;
      if (rest < 0) return i % 2 == 0;
    }
    return true;
  }

  const LineLook& look_;
  double pixel_, period_ = 0;
  QRectF room_;
  QVector<QRectF> rectangles_;
  bool open_ = false;
  double column_ = 0, top_ = 0, bottom_ = 0, last_ = 0;
};

void fillColumns(QCPPainter& painter, const QVector<QPointF>& points, const LineLook& look, const QRectF& room) {
  Columns columns(look, deviceRatio(painter), room);
  for (const QPointF& point : points) columns.add(point);
  painter.setPen(Qt::NoPen);
  painter.setBrush(look.color);
  painter.drawRects(columns.finished());
}

}  // namespace

double deviceRatio(const QCPPainter& painter) {
  return painter.modes().testFlag(QCPPainter::pmVectorized) ? 1.0 : painter.device()->devicePixelRatioF();
}

void strokeLine(QCPPainter& painter, const QVector<QPointF>& points, const LineLook& look, const QRectF& room) {
  const double ratio = deviceRatio(painter);
  const bool vector = painter.modes().testFlag(QCPPainter::pmVectorized);
  if (vector || lengthOf(points, room) * ratio * ratio <= longestStroke) {
    painter.setAntialiasing(true);
    painter.setPen(linePen(look.color, look.width, look.dashes, false));
    strokePolylines(painter, points);
    painter.setAntialiasing(false);
  } else if (room.width() * ratio > widestColumn * double(points.size())) {
    painter.setPen(linePen(look.color, 1, look.dashes, true));
    strokePolylines(painter, points);
  } else {
    fillColumns(painter, points, look, room);
  }
}

}  // namespace zipper::curves
