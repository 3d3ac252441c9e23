// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/curves/curve_store.h"
#include "widgets/plots/custom_plot.h"

namespace zipper::plots {

/// The boundaries of the steps of one run: thin vertical lines through one or two axis rectangles, and the number of
/// each step's layer above the upper one.
class StepMarks : public QCPLayerable {
 public:
  /// Room above the upper axis rectangle that the numbers need.
  static int headroom(const QFont& font);

  StepMarks(const CurveStore& store, QCPAxis* key);
  /// The lines reach down to the bottom of this rectangle; null: of the key axis' own.
  void setLowest(QCPAxisRect* rect) { lowest_ = rect; }
  /// The run whose steps are shown; -1: none.
  void setRun(int index) { run_ = index; }
  void setColors(const QColor& line, const QColor& text);

 protected:
  QRect clipRect() const override;
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
  void draw(QCPPainter* painter) override;

 private:
  void drawName(QCPPainter& painter, const Segment& segment, double left, double right) const;

  const CurveStore& store_;
  QCPAxis* key_;
  QCPAxisRect* lowest_ = nullptr;
  int run_ = -1;
  QColor line_, text_;
};

}  // namespace zipper::plots
