// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/series_style.h"

#include <QCoreApplication>
#include <QPainter>

#include "widgets/plots/stroke_scale.h"
#include "widgets/style/colors.h"
#include "widgets/style/task_cues.h"

namespace zipper::plots {

namespace {

constexpr double sampleMarker = 3.4;  ///< radius
constexpr double sampleDashes = 0.6;  ///< a sample is short: its dashes are, too

struct SeriesTexts {
  Q_DECLARE_TR_FUNCTIONS(SeriesStyle)
};

QVector<qreal> dashesOf(Quantity quantity) {
  if (quantity == Quantity::CrossEntropy) return {6, 3};
  if (quantity == Quantity::L1) return {2, 2.5};
  if (quantity == Quantity::Distillation) return {6, 2.5, 1.5, 2.5};
  return {};
}

/// Dashes go from the marker outwards, beginning with a gap: it would hide one else.
void drawSampleLine(QPainter& painter, const QRectF& place, const SeriesStyle& style) {
  QVector<qreal> dashes = style.dashes;
  for (qreal& dash : dashes) dash *= sampleDashes;
  QPen pen = linePen(style.color, (style.emphasized ? 2.0 : 1.6) * strokeScale(), dashes, false);
  const QPointF left(place.left(), place.center().y()), right(place.right(), place.center().y());
  const bool parted = !dashes.isEmpty() && style.marker >= 0;
  if (parted) pen.setDashOffset(dashes[0]);
  painter.setPen(pen);
  if (!parted) return painter.drawLine(left, right);
  const QPointF edge(sampleMarker * strokeScale(), 0);
  painter.drawLine(place.center() - edge, left);
  painter.drawLine(place.center() + edge, right);
}

}  // namespace

QVector<SeriesId> allSeries(int tasks, bool distilled) {
  QVector<SeriesId> series{{Quantity::Total, -1}};
  for (const Quantity quantity : {Quantity::CrossEntropy, Quantity::L1})
    for (int t = 0; t < tasks; ++t) series.append({quantity, t});
  for (int t = 0; distilled && t < tasks; ++t) series.append({Quantity::Distillation, t});
  series.append({Quantity::LearningRate, -1});
  for (int t = 0; t < tasks; ++t) series.append({Quantity::Top1, t});
  return series;
}

QString seriesName(const SeriesId& id) {
  switch (id.quantity) {
    case Quantity::Total:
      return SeriesTexts::tr("Total");
    case Quantity::CrossEntropy:
      return SeriesTexts::tr("CE %1").arg(taskLetter(id.task));
    case Quantity::L1:
      return SeriesTexts::tr("L1 %1").arg(taskLetter(id.task));
    case Quantity::LearningRate:
      return SeriesTexts::tr("Learning rate");
    case Quantity::Top1:
      return SeriesTexts::tr("Top-1 %1").arg(taskLetter(id.task));
    case Quantity::Distillation:
      return SeriesTexts::tr("KL %1").arg(taskLetter(id.task));
  }
  return QString();
}

QString seriesDescription(const SeriesId& id, const QStringList& titles) {
  const QString task = id.task < 0 ? QString() : titles.value(id.task, taskLetter(id.task));
  switch (id.quantity) {
    case Quantity::Total:
      return SeriesTexts::tr("Total loss: the weighted sum of all terms of all tasks");
    case Quantity::CrossEntropy:
      return SeriesTexts::tr("Cross entropy of task %1 with its labels").arg(task);
    case Quantity::L1:
      return SeriesTexts::tr("L1 distance of task %1 to its teacher, summed over the layers").arg(task);
    case Quantity::LearningRate:
      return SeriesTexts::tr("Learning rate of the calibration (left axis of the lower plot)");
    case Quantity::Top1:
      return SeriesTexts::tr(
                 "Top-1 of task %1 on the test images (right axis of the lower plot): open after the "
                 "initialization, filled after the calibration of each step")
          .arg(task);
    case Quantity::Distillation:
      return SeriesTexts::tr("Distillation loss of task %1: distance of its softened outputs to those of its teacher")
          .arg(task);
  }
  return QString();
}

QColor faintColor(const QColor& color, const QPalette& palette) {
  const QColor base = palette.color(QPalette::Base);
  const double share = style::isDark(palette) ? 0.36 : 0.30;
  const auto mix = [share](int c, int b) { return int(b + (c - b) * share); };
  return QColor(mix(color.red(), base.red()), mix(color.green(), base.green()), mix(color.blue(), base.blue()));
}

SeriesStyle styleInOneRun(const SeriesId& id, const QPalette& palette) {
  SeriesStyle style;
  style.color = id.task >= 0                            ? style::taskColor(id.task, palette)
                : id.quantity == Quantity::LearningRate ? style::mutedText(palette)
                                                        : palette.color(QPalette::Text);
  style.faint = faintColor(style.color, palette);
  style.dashes = dashesOf(id.quantity);
  style.marker = id.task;
  style.emphasized = id.quantity == Quantity::Total;
  return style;
}

SeriesStyle styleInManyRuns(const SeriesId& id, int runNumber, bool current, const QPalette& palette) {
  SeriesStyle style;
  style.color = style::seriesColor(runNumber, palette);
  style.faint = faintColor(style.color, palette);
  style.dashes = dashesOf(id.quantity);
  style.marker = id.task;
  style.emphasized = current;
  return style;
}

QPen linePen(const QColor& color, double width, const QVector<qreal>& dashes, bool cosmetic) {
  QPen pen(color, width);
  pen.setCosmetic(cosmetic);
  pen.setJoinStyle(Qt::RoundJoin);
  pen.setCapStyle(dashes.isEmpty() ? Qt::RoundCap : Qt::FlatCap);
  if (!dashes.isEmpty()) pen.setDashPattern(dashes);
  return pen;
}

void drawMarker(QPainter& painter, int task, const QPointF& center, double radius, const QColor& color, bool filled,
                const QColor& background) {
  painter.setPen(QPen(color, (filled ? 1.0 : 1.5) * strokeScale()));
  painter.setBrush(filled ? color : background);
  painter.drawPath(style::taskMarker(task, center, radius * strokeScale()));
}

void drawSample(QPainter& painter, const QRectF& place, const SeriesStyle& style, bool line, bool filled,
                const QColor& background) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  if (line) drawSampleLine(painter, place, style);
  if (style.marker >= 0)
    drawMarker(painter, style.marker, place.center(), sampleMarker, style.color, filled, background);
  painter.restore();
}

}  // namespace zipper::plots
