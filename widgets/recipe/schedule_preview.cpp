// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/schedule_preview.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "core/recipe/schedule.h"
#include "core/support/text_format.h"
#include "widgets/recipe/field_row.h"
#include "widgets/style/colors.h"
#include "widgets/style/small_font.h"

namespace zipper {

namespace {

constexpr int curveHeight = 34;
/// An exponential schedule whose scale isn't known shows so many decays.
constexpr int schematicDecays = 8;

QString rate(double value) { return QString::number(value, 'g', 2); }

}  // namespace

SchedulePreview::SchedulePreview(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setToolTip(tr("The learning rate over the iterations of one step."));
  setWhatsThis(toolTip());
  setAccessibleName(tr("Learning-rate schedule"));
  refresh();
}

void SchedulePreview::setSettings(const CalibrationSettings& settings) {
  settings_ = settings;
  refresh();
}

void SchedulePreview::setIterationsPerEpoch(double iterations) {
  iterationsPerEpoch_ = iterations;
  refresh();
}

void SchedulePreview::refresh() {
  style::tellPaintedValues(this);
  update();
}

bool SchedulePreview::isSchematic() const {
  return settings_.schedule == ScheduleKind::Exponential && iterationsPerEpoch_ <= 0;
}

std::vector<double> SchedulePreview::samples(int count) const {
  CalibrationSettings settings = settings_;
  double perEpoch = std::max(1.0, iterationsPerEpoch_);
  if (isSchematic()) {
    settings.iterations = 1000;
    perEpoch = 1000.0 / schematicDecays / settings.decayEpochs;
  }
  std::vector<double> values;
  for (int i = 0; i < count; ++i) {
    const double at = double(i) / (count - 1) * (settings.iterations - 1);
    values.push_back(learningRateAt(settings, int(std::lround(at)), perEpoch));
  }
  return values;
}

QString SchedulePreview::caption() const {
  if (settings_.iterations <= 0) return tr("no calibration");
  const QString first = rate(settings_.learningRate);
  if (settings_.schedule == ScheduleKind::Constant) return tr("%1 throughout").arg(first);
  if (isSchematic())
    return tr("%1, × %2 every %3 epochs").arg(first, rate(settings_.decay), rate(settings_.decayEpochs));
  return tr("%1 → %2 in %Ln iteration(s)", nullptr, settings_.iterations).arg(first, rate(samples(2).back()));
}

QSize SchedulePreview::sizeHint() const {
  return {120, curveHeight + 4 + QFontMetrics(style::smallFont(font())).height()};
}

void SchedulePreview::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRectF box(0.5, 0.5, width() - 1.0, curveHeight);
  painter.setPen(style::gridColor(palette()));
  painter.drawLine(box.bottomLeft(), box.bottomRight());
  painter.setFont(style::smallFont(font()));
  painter.setPen(style::mutedText(palette()));
  painter.drawText(rect(), Qt::AlignBottom | Qt::AlignLeft,
                   painter.fontMetrics().elidedText(caption(), Qt::ElideRight, width()));
  if (settings_.iterations <= 0 || !std::isfinite(settings_.learningRate) || settings_.learningRate <= 0) return;
  const std::vector<double> values = samples(std::max(2, width()));
  QPolygonF line;
  for (std::size_t i = 0; i < values.size(); ++i)
    line << QPointF(box.left() + box.width() * double(i) / double(values.size() - 1),
                    box.bottom() - (box.height() - 3) * values[i] / settings_.learningRate);
  QPainterPath area;
  area.addPolygon(line);
  area.lineTo(box.bottomRight());
  area.lineTo(box.bottomLeft());
  QColor fill = style::seriesColor(1, palette());
  painter.setRenderHint(QPainter::Antialiasing);
  fill.setAlphaF(isEnabled() ? 0.18F : 0.08F);
  painter.fillPath(area, fill);
  fill.setAlphaF(isEnabled() ? 1.0F : 0.4F);
  painter.setPen(QPen(fill, 1.5));
  painter.drawPolyline(line);
}

}  // namespace zipper
