// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/legend_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <vector>

#include "widgets/style/task_cues.h"
#include "widgets/style/terms.h"
#include "widgets/zipper_view/block_painter.h"
#include "widgets/zipper_view/cost_item.h"
#include "widgets/zipper_view/zipper_texts.h"

namespace zipper {

namespace {

enum class Sign { State, Depthwise, Addition, Trunk, Mismatch, FullBar, Height, Cost };

struct Entry {
  Sign sign = Sign::State;
  LayerState state = LayerState::Separate;
  QString text;
};

constexpr double signWidth = 18, signGap = 6, entryGap = 22;

std::vector<Entry> entries(const ZipperPicture& picture) {
  std::vector<Entry> result;
  for (const LayerState state : {LayerState::Separate, LayerState::InWork, LayerState::Merged, LayerState::LeftOut})
    result.push_back({Sign::State, state, layerStateName(state)});
  result.push_back({Sign::Depthwise, {}, ZipperTexts::tr("depthwise, one per task")});
  if (picture.hasAdditions()) result.push_back({Sign::Addition, {}, ZipperTexts::tr("input added")});
  if (picture.hasTrunk()) result.push_back({Sign::Trunk, {}, wholeText()});
  if (picture.legendNamesMismatch()) result.push_back({Sign::Mismatch, {}, ZipperTexts::tr("mismatch")});
  if (picture.legendNamesFullBar())
    result.push_back({Sign::FullBar, {}, ZipperTexts::tr("full bar: %1").arg(scaleText(picture))});
  result.push_back({Sign::Height, {}, ZipperTexts::tr("height: √ of parameters")});
  if (picture.hasCosts()) result.push_back({Sign::Cost, {}, ZipperTexts::tr("merge cost, estimated")});
  return result;
}

/// A small step up: blocks of two heights.
void paintHeights(QPainter& painter, const QRectF& rect, const ZipperTheme& theme) {
  painter.setPen(QPen(theme.muted, 1.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(QRectF(rect.left() + 1, rect.center().y(), 6, rect.height() / 2));
  painter.drawRect(QRectF(rect.left() + 10, rect.top(), 6, rect.height()));
}

/// Bars on their base line.
void paintMismatchSign(QPainter& painter, const QRectF& rect, const ZipperTheme& theme) {
  const QColor color = blended(theme.background, theme.muted, 0.85);
  painter.fillRect(QRectF(rect.left() + 2, rect.bottom() - 6, 5, 6), color);
  painter.fillRect(QRectF(rect.left() + 10, rect.bottom() - 9, 5, 9), color);
  painter.setPen(QPen(blended(theme.grid, theme.muted, 0.25), 1.2));
  painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}

/// One bar up to its dotted line.
void paintFullBarSign(QPainter& painter, const QRectF& rect, const ZipperTheme& theme) {
  painter.fillRect(QRectF(rect.center().x() - 3, rect.top(), 6, rect.height()),
                   blended(theme.background, theme.muted, 0.85));
  painter.setPen(QPen(theme.muted, 1.5));
  painter.drawLine(rect.topLeft(), rect.topRight());
}

/// As it stands beside the channels below a column.
void paintPlus(QPainter& painter, const QRectF& rect, const ZipperTheme& theme) {
  constexpr double arm = 4.5;
  painter.setPen(QPen(theme.text, 1.8));
  painter.drawLine(rect.center() - QPointF(arm, 0), rect.center() + QPointF(arm, 0));
  painter.drawLine(rect.center() - QPointF(0, arm), rect.center() + QPointF(0, arm));
}

/// Of the first tasks; as many as there is room for.
void paintDepthwiseSign(QPainter& painter, const QRectF& rect, const ZipperTheme& theme, bool cues) {
  painter.setBrush(theme.background);
  if (!cues) {
    for (int task = 0; task < ZipperGeometry::fewestTasks; ++task) {
      painter.setPen(QPen(theme.task(task), 2));
      painter.drawEllipse(rect.center() + QPointF(task == 0 ? -4.5 : 6, 0), 4, 4);
    }
    return;
  }
  constexpr double radius = 3, distance = 8.5;
  for (int task = 0; task < 3; ++task) {
    painter.setPen(QPen(theme.task(task), 1.6));
    painter.drawPath(style::taskMarker(task, rect.center() + QPointF((task - 1) * distance, 0), radius));
  }
}

void paintSign(QPainter& painter, const QRectF& rect, const Entry& entry, const ZipperTheme& theme, bool cues) {
  if (entry.sign == Sign::Height) {
    paintHeights(painter, rect, theme);
  } else if (entry.sign == Sign::Addition) {
    paintPlus(painter, rect, theme);
  } else if (entry.sign == Sign::Mismatch) {
    paintMismatchSign(painter, rect, theme);
  } else if (entry.sign == Sign::FullBar) {
    paintFullBarSign(painter, rect, theme);
  } else if (entry.sign == Sign::Cost) {
    paintCostBar(painter, QRectF(rect.center().x() - 3, rect.top() - 2, 7, rect.height() + 4), 0.6, theme);
  } else if (entry.sign == Sign::Depthwise) {
    paintDepthwiseSign(painter, rect, theme, cues);
  } else if (entry.sign == Sign::Trunk) {
    painter.setPen(QPen(theme.merged, 2));
    painter.setBrush(theme.merged);
    painter.drawEllipse(rect.center(), 4, 4);
  } else {
    BlockLook look;
    look.state = entry.state;
    look.color = theme.muted;
    paintBlock(painter, rect, look, theme);
  }
}

}  // namespace

namespace {

double widthOf(const Entry& entry, const QFontMetricsF& metrics) {
  return signWidth + signGap + metrics.horizontalAdvance(entry.text);
}

/// One line, centred; smaller where longer words in another language need more than there is.
void paintLine(QPainter& painter, const QRectF& rect, const std::vector<Entry>& line, const QFont& font,
               const ZipperPicture& picture) {
  const ZipperTheme& theme = picture.theme;
  const QFontMetricsF metrics(font);
  double total = -entryGap;
  for (const Entry& entry : line) total += widthOf(entry, metrics) + entryGap;
  const double scale = std::min(1.0, rect.width() / total);
  painter.save();
  painter.translate(rect.center());
  painter.scale(scale, scale);
  painter.setFont(font);
  double x = -total / 2;
  for (const Entry& entry : line) {
    paintSign(painter, QRectF(x, -6, signWidth, 12), entry, theme, picture.needsCues());
    const double width = metrics.horizontalAdvance(entry.text);
    painter.setPen(theme.muted);
    painter.drawText(QRectF(x + signWidth + signGap, -rect.height() / 2, width + 2, rect.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, entry.text);
    x += widthOf(entry, metrics) + entryGap;
  }
  painter.restore();
}

}  // namespace

void LegendItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const std::vector<Entry> all = entries(picture());
  const auto lines = std::size_t(picture().geometry.legendLines()), perLine = (all.size() + lines - 1) / lines;
  QRectF line = boundingRect();
  line.setHeight(line.height() / double(lines));
  for (std::size_t first = 0; first < all.size(); first += perLine, line.translate(0, line.height())) {
    const auto begin = all.begin() + std::ptrdiff_t(first);
    paintLine(*painter, line, {begin, begin + std::ptrdiff_t(std::min(perLine, all.size() - first))}, theme().label(14),
              picture());
  }
}

}  // namespace zipper
