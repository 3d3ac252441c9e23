// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTreeWidget>

#include "core/report/comparison_figures.h"

namespace zipper {

/// What came out of a comparison: a row for the teachers and one for each strategy with a finished run; mean and
/// standard deviation over the seeds.
class ComparisonTable : public QTreeWidget {
  Q_OBJECT

 public:
  explicit ComparisonTable(QWidget* parent = nullptr);
  /// A column for each task of its recipe.
  void setComparison(const Comparison& comparison);

  /// "91.20 ± 0.13 %", "91.20 %" for one value.
  static QString percentSpread(const Spread& spread);
  /// "1,200 · 14.2 s", with "(2 of 3)" behind it if not all runs got there; "–" if none did.
  static QString reached(const Spread& iterations, const Spread& seconds, int runs);

 private:
  /// `tasks`: their names, empty where there is none.
  void setColumns(const QStringList& tasks);
  void addRow(const QStringList& texts);
};

}  // namespace zipper
