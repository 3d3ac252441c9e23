// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/summary/memory_bars.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

#include "widgets/style/colors.h"
#include "widgets/style/small_font.h"
#include "widgets/summary/summary_text.h"

namespace zipper {

namespace {

constexpr double gap = 1;  ///< pixels between the parts of a bar
constexpr int underCaption = 2, underBar = 4;

}  // namespace

std::vector<MemoryPart> partsBefore(const Summary& summary) {
  std::vector<MemoryPart> parts;
  for (std::size_t task = 0; task < summary.tasks.size(); ++task)
    parts.push_back({int(task), summary.tasks[task].parameters});
  return parts;
}

std::vector<MemoryPart> partsAfter(const Summary& summary, bool planned) {
  const qint64 shared = (planned ? summary.planned : summary.cost).sharedParameters;
  if (shared == 0) return partsBefore(summary);
  std::vector<MemoryPart> parts{{-1, shared}};
  for (std::size_t task = 0; task < summary.tasks.size(); ++task)
    if (const qint64 own = summary.tasks[task].ownAndShared - shared; own > 0) parts.push_back({int(task), own});
  return parts;
}

MemoryBars::MemoryBars(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("memoryBars"));
  setAccessibleName(tr("Memory of the networks"));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MemoryBars::setSummary(const Summary& summary) {
  summary_ = summary;
  setToolTip(tr("The parameters of the networks apart, and of the merged one: what all tasks share is green, the rest "
                "has the colours of the tasks.") +
             u'\n' + paintedValues());
  style::tellPaintedValues(this);
  update();
}

bool MemoryBars::showsPlan() const { return summary_.moment == SummaryMoment::NothingMerged; }

QString MemoryBars::paintedValues() const {
  if (summary_.cost.separateParameters == 0) return {};
  QStringList values{summary::memoryBefore(summary_.cost)};
  if (!showsPlan()) values << summary::memoryAfter(summary_.cost, false);
  if (summary_.moment != SummaryMoment::PlanDone) values << summary::memoryAfter(summary_.planned, true);
  return values.join(QStringLiteral("; "));
}

int MemoryBars::barHeight() const { return std::max(8, fontMetrics().height() / 2); }

QSize MemoryBars::sizeHint() const {
  const QFontMetrics small(style::smallFont(font()));
  const int width = std::max(small.horizontalAdvance(summary::memoryBefore(summary_.cost)),
                             small.horizontalAdvance(summary::memoryAfter(summary_.planned, true)));
  return {width + 4, 2 * (small.height() + underCaption + barHeight()) + underBar};
}

QSize MemoryBars::minimumSizeHint() const { return {80, sizeHint().height()}; }

double MemoryBars::scale() const {
  const MergeCost &now = summary_.cost, &planned = summary_.planned;
  const qint64 longest = std::max({now.separateParameters, now.mergedParameters, planned.mergedParameters});
  return double(width()) / double(std::max<qint64>(1, longest));
}

QRectF MemoryBars::barRect(int bar) const {
  const int caption = QFontMetrics(style::smallFont(font())).height() + underCaption;
  const int top = bar * (caption + barHeight() + underBar) + caption;
  return QRectF(0, top, width(), barHeight());
}

double MemoryBars::endOfAfter() const {
  return scale() * double(showsPlan() ? summary_.planned.mergedParameters : summary_.cost.mergedParameters);
}

void MemoryBars::paintBar(QPainter& painter, int bar, const std::vector<MemoryPart>& parts, bool outlined) const {
  const QRectF whole = barRect(bar);
  double left = 0;
  for (const MemoryPart& part : parts) {
    const double length = double(part.parameters) * scale();
    const QColor color = part.task < 0 ? style::mergedColor(palette()) : style::taskColor(part.task, palette());
    QRectF area(left, whole.top(), std::max(1.0, length - gap), whole.height());
    left += length;
    painter.setPen(Qt::NoPen);
    QColor fill = color;
    if (outlined) fill.setAlphaF(0.25f);
    painter.fillRect(area, fill);
    if (!outlined || area.width() < 3) continue;
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

void MemoryBars::paintEvent(QPaintEvent*) {
  if (summary_.cost.separateParameters == 0) return;
  QPainter painter(this);
  painter.setFont(style::smallFont(font()));
  const QFontMetrics small = painter.fontMetrics();
  const QString captions[]{summary::memoryBefore(summary_.cost),
                           summary::memoryAfter(showsPlan() ? summary_.planned : summary_.cost, showsPlan())};
  for (int bar = 0; bar < 2; ++bar) {
    painter.setPen(style::mutedText(palette()));
    const int bottom = int(barRect(bar).top()) - underCaption;
    painter.drawText(QRect(0, bottom - small.height(), width(), small.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     small.elidedText(captions[bar], Qt::ElideRight, width()));
  }
  paintBar(painter, 0, partsBefore(summary_), false);
  paintBar(painter, 1, partsAfter(summary_, showsPlan()), showsPlan());
  if (summary_.moment != SummaryMoment::StepsLeft) return;
  const double end = scale() * double(summary_.planned.mergedParameters);
  const QRectF bar = barRect(1);
  painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
  painter.drawLine(QPointF(end, bar.top() - 2), QPointF(end, bar.bottom() + 2));
}

void MemoryBars::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) updateGeometry();
  if (event->type() == QEvent::PaletteChange) update();
}

}  // namespace zipper
