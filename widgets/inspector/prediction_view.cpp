// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/prediction_view.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <numeric>

#include "widgets/style/colors.h"
#include "widgets/style/percent.h"
#include "widgets/style/small_font.h"

namespace zipper {

namespace {

constexpr int rows = 4, predictionGap = 8;

QString probabilityText(double probability) { return style::percent(probability); }

}  // namespace

std::vector<Prediction> topPredictions(const std::vector<float>& teacher, const std::vector<float>& merged,
                                       const QStringList& names, int count) {
  const auto at = [](const std::vector<float>& values, std::size_t i) { return i < values.size() ? values[i] : 0.f; };
  std::vector<std::size_t> order(std::max(teacher.size(), merged.size()));
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::max(at(teacher, a), at(merged, a)) > std::max(at(teacher, b), at(merged, b));
  });
  std::vector<Prediction> top;
  for (std::size_t i = 0; i < std::min(order.size(), std::size_t(count)); ++i) {
    const int output = int(order[i]);
    const QString name =
        output < names.size() && !names[output].isEmpty() ? names[output] : PredictionView::tr("class %1").arg(output);
    top.push_back({name, double(at(teacher, order[i])), double(at(merged, order[i]))});
  }
  return top;
}

PredictionView::PredictionView(QWidget* parent) : QWidget(parent), first_(tr("teacher")), second_(tr("merged")) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Predictions"));
}

void PredictionView::setPredictions(std::vector<Prediction> predictions, int task) {
  predictions_ = std::move(predictions);
  task_ = task;
  describe();
  update();
}

void PredictionView::setHeadings(const QString& first, const QString& second) {
  if (first == first_ && second == second_) return;
  first_ = first;
  second_ = second;
  describe();
  updateGeometry();
  update();
}

void PredictionView::describe() {
  QStringList lines;
  for (const Prediction& p : predictions_)
    lines << tr("%1: %2 %3, %4 %5", "class: network probability, network probability")
                 .arg(p.name, first_, probabilityText(p.teacher), second_, probabilityText(p.merged));
  setToolTip(lines.join(u'\n'));
  setAccessibleDescription(lines.join(QStringLiteral("; ")));
  style::tellPaintedValues(this);
}

QString PredictionView::paintedCell(int row, int column) const {
  const Prediction& prediction = predictions_[std::size_t(row)];
  return tr("%1, %2: %3", "class, network, probability")
      .arg(prediction.name, paintedColumnName(column),
           probabilityText(column == 0 ? prediction.teacher : prediction.merged));
}

QRect PredictionView::paintedCellRect(int row, int column) const {
  const Columns all = columns();
  return {column == 0 ? all.first : all.second, rowHeight() * (row + 1), all.width, rowHeight()};
}

PredictionView::Columns PredictionView::columns() const {
  int names = widthOfNames();
  // Names come first: a bar can be short, a name that is cut tells nothing.
  const int column = std::clamp((width() - names - 2 * predictionGap) / 2, leastBar(), 160);
  names = std::clamp(width() - 2 * (column + predictionGap), 0, names);
  return {names, names + predictionGap, names + 2 * predictionGap + column, column};
}

int PredictionView::rowHeight() const { return fontMetrics().height() + 5; }

QFont PredictionView::headingFont() const { return style::smallFont(font()); }

int PredictionView::leastBar() const {
  const QFontMetrics headings(headingFont());
  return std::max({fontMetrics().horizontalAdvance(QStringLiteral("100.0 %")) + 12,
                   headings.horizontalAdvance(first_) + 2, headings.horizontalAdvance(second_) + 2});
}

int PredictionView::widthOfNames() const {
  int names = 60;
  for (const Prediction& p : predictions_)
    names = std::max(names, fontMetrics().horizontalAdvance(p.name) + predictionGap);
  return names;
}

int PredictionView::wantedWidth() const { return widthOfNames() + 2 * (leastBar() + predictionGap); }

QSize PredictionView::minimumSizeHint() const {
  return {2 * leastBar() + fontMetrics().averageCharWidth() * 7, rowHeight() * (rows + 1)};
}

QSize PredictionView::sizeHint() const { return {std::max(260, minimumSizeHint().width()), rowHeight() * (rows + 1)}; }

void PredictionView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const int height = rowHeight();
  const auto [names, first, second, column] = columns();
  const QFont font = painter.font();
  painter.setFont(headingFont());
  painter.setPen(style::mutedText(palette()));
  painter.drawText(QRect(first, 0, column, height), Qt::AlignLeft | Qt::AlignVCenter, first_);
  painter.drawText(QRect(second, 0, column, height), Qt::AlignLeft | Qt::AlignVCenter, second_);
  painter.setFont(font);
  int y = height;
  for (const Prediction& prediction : predictions_) {
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, y, names, height), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(prediction.name, Qt::ElideRight, names));
    paintBar(painter, QRect(first, y, column, height), prediction.teacher, style::taskColor(task_, palette()));
    paintBar(painter, QRect(second, y, column, height), prediction.merged, style::mergedColor(palette()));
    y += height;
  }
}

void PredictionView::paintBar(QPainter& painter, const QRect& rect, double probability, const QColor& color) const {
  const QRectF track = QRectF(rect).adjusted(0, 1.5, 0, -1.5);
  painter.setPen(Qt::NoPen);
  painter.setBrush(style::cardColor(palette()));
  painter.drawRoundedRect(track, 3, 3);
  QColor fill = color;
  fill.setAlphaF(0.4f);
  painter.setBrush(fill);
  const double share = std::clamp(probability, 0.0, 1.0);
  if (share * track.width() >= 1)
    painter.drawRoundedRect(QRectF(track.x(), track.y(), share * track.width(), track.height()), 3, 3);
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(rect.adjusted(6, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, probabilityText(probability));
}

void PredictionView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) updateGeometry();
  if (event->type() == QEvent::PaletteChange) update();
  QWidget::changeEvent(event);
}

}  // namespace zipper
