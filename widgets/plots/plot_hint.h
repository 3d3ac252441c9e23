// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "widgets/plots/custom_plot.h"

namespace zipper::plots {

/// What stands in the middle of a plot that has nothing to show yet: in as many lines as the width asks for.
class PlotHint : public QCPItemText {
 public:
  /// In the middle of `place`; both belong to the plot.
  PlotHint(QCPAxisRect* place, const QString& words);
  void setWords(const QString& words) { words_ = words; }
  const QString& words() const { return words_; }
  /// Muted, in the plot's font.
  void recolor(const QPalette& palette);

 protected:
  void draw(QCPPainter* painter) override;

 private:
  QCPAxisRect* place_;
  QString words_;
};

}  // namespace zipper::plots
