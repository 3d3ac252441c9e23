// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QTemporaryDir>

#include "support/file_text.h"
#include "widgets/compare/comparison_plot.h"

namespace zipper::test {

inline void showLoss(ComparisonPlot& plot, bool on) {
  plot.findChild<QComboBox*>("quantity")->setCurrentIndex(on ? 1 : 0);
}

/// The iterations whose losses the plot has.
inline int lossesIn(ComparisonPlot& plot) {
  const QTemporaryDir folder;
  const QString path = folder.filePath("losses.csv");
  showLoss(plot, true);
  plot.saveCsv(path);
  showLoss(plot, false);
  return int(textOf(path).split('\n').size()) - 2;  // without the header and what is behind the last end of a line
}

}  // namespace zipper::test
