// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>
#include <QPen>
#include <QStringList>
#include <QVector>

#include "widgets/style/terms.h"

class QPainter;

namespace zipper::plots {

enum class Quantity { Total, CrossEntropy, L1, LearningRate, Top1, Distillation };

/// A curve of a run. The task is -1 for the total and the learning rate.
struct SeriesId {
  Quantity quantity = Quantity::Total;
  int task = -1;

  bool operator<(const SeriesId& o) const { return quantity != o.quantity ? quantity < o.quantity : task < o.task; }
};

/// All series of so many tasks, in the order in which they are listed; those of distillation only where there is any.
QVector<SeriesId> allSeries(int tasks, bool distilled = false);
/// "Total", "CE A", "L1 B", "Learning rate", "Top-1 A"
QString seriesName(const SeriesId& id);
/// "Cross entropy of task A · fashion"; `titles`: of the tasks, where there are
/// more than letters.
QString seriesDescription(const SeriesId& id, const QStringList& titles = {});

/// How a series is drawn: the dash tells the quantity, the marker the task, and the colour the task, or the run where
/// several are shown.
struct SeriesStyle {
  QColor color;
  QColor faint;           ///< for values as measured, behind the smoothed line; opaque, which is drawn faster
  QVector<qreal> dashes;  ///< empty: solid
  int marker = -1;        ///< task whose marker it has; -1: none
  bool emphasized = false;
};

SeriesStyle styleInOneRun(const SeriesId& id, const QPalette& palette);
SeriesStyle styleInManyRuns(const SeriesId& id, int runNumber, bool current, const QPalette& palette);
QColor faintColor(const QColor& color, const QPalette& palette);

/// The pen of a series; cosmetic ones of width 1 are many times faster.
QPen linePen(const QColor& color, double width, const QVector<qreal>& dashes, bool cosmetic);
/// The marker of a task, see style::taskMarker(): filled, or open with `background` inside. `radius`: in pixels, before
/// strokeScale().
void drawMarker(QPainter& painter, int task, const QPointF& center, double radius, const QColor& color, bool filled,
                const QColor& background);
/// A line with the marker in its middle, as in legends. It draws nothing but the marker if `line` is false.
void drawSample(QPainter& painter, const QRectF& place, const SeriesStyle& style, bool line, bool filled,
                const QColor& background);

}  // namespace zipper::plots
