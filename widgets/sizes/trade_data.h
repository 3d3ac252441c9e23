// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

namespace zipper::plots {

/// A measured network: where it stands in the plot, and what the table and the crosshair say of it.
struct TradeMark {
  double x = 0;
  double percent = 0, low = 0, high = 0;  ///< mean top-1 with its interval
  QString title;                          ///< of the crosshair's box
  QStringList cells;                      ///< one for each heading
  bool recommended = false;
};

/// Networks of a kind, in the order in which a line joins them.
struct TradeSeries {
  QString name;
  std::vector<TradeMark> marks;
};

/// Accuracy against what a merge gains.
struct TradeData {
  QStringList headings;  ///< of the table
  std::vector<TradeSeries> series;
  std::vector<std::pair<double, double>> expected;  ///< x, percent: an estimate, a dashed line
  double most = 2;                                  ///< the end of the x axis, which begins at 1 or before
  double least = 1;
  double chosen = 0;  ///< where the vertical line stands; 0: there is none
};

}  // namespace zipper::plots
