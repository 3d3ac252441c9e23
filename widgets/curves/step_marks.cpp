// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/step_marks.h"

#include <QCoreApplication>
#include <algorithm>

#include "widgets/plots/plot_style.h"
#include "widgets/style/terms.h"

namespace zipper::plots {

namespace {

struct StepMarkText {
  Q_DECLARE_TR_FUNCTIONS(StepMarkText)
};

/// The longest name that has room.
QString nameThatFits(StepTarget target, double width, const QFontMetrics& metrics) {
  const QStringList names{stepTitle(target),
                          target.mergesLayer() ? QString::number(target.layerNumber()) : StepMarkText::tr("ft")};
  for (const QString& name : names)
    if (metrics.horizontalAdvance(name) + 6 <= width) return name;
  return QString();
}

}  // namespace

int StepMarks::headroom(const QFont& font) { return QFontMetrics(smallFont(font)).height() + 6; }

StepMarks::StepMarks(const CurveStore& store, QCPAxis* key)
    : QCPLayerable(key->parentPlot(), "grid"), store_(store), key_(key) {}

void StepMarks::setColors(const QColor& line, const QColor& text) {
  line_ = line;
  text_ = text;
}

QRect StepMarks::clipRect() const {
  const QRect upper = key_->axisRect()->rect();
  const int bottom = lowest_ != nullptr ? lowest_->rect().bottom() : upper.bottom();
  return QRect(QPoint(upper.left(), 0), QPoint(upper.right(), bottom + 1));
}

void StepMarks::draw(QCPPainter* painter) {
  if (run_ < 0 || run_ >= int(store_.runs().size())) return;
  const QRect upper = key_->axisRect()->rect();
  const double width = double(upper.right());
  for (const Segment& segment : store_.runs()[std::size_t(run_)].segments) {
    if (segment.curves->rows() == 0) continue;
    const double left = key_->coordToPixel(double(segment.offset) + 0.5);
    const double right = key_->coordToPixel(double(segment.end()) + 0.5);
    if (right < upper.left() || left > width) continue;
    painter->setPen(QPen(line_, 1));
    if (segment.offset > 0 && left >= upper.left()) {
      painter->drawLine(QLineF(left, upper.top() - 4, left, upper.bottom()));
      if (lowest_ != nullptr) painter->drawLine(QLineF(left, lowest_->rect().top(), left, lowest_->rect().bottom()));
    }
    drawName(*painter, segment, std::max(left, double(upper.left())), std::min(right, width));
  }
}

void StepMarks::drawName(QCPPainter& painter, const Segment& segment, double left, double right) const {
  painter.setFont(smallFont(key_->parentPlot()->font()));
  const QFontMetrics metrics = painter.fontMetrics();
  const QString name = nameThatFits(segment.target, right - left, metrics);
  if (name.isEmpty()) return;
  painter.setPen(text_);
  const QRectF place(left, key_->axisRect()->rect().top() - 4 - metrics.height(), right - left, metrics.height());
  painter.drawText(place, Qt::AlignCenter, name);
}

}  // namespace zipper::plots
