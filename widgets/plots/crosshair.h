// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include "widgets/plots/custom_plot.h"
#include "widgets/plots/series_style.h"

namespace zipper::plots {

/// The layer of crosshairs, which exported figures leave out.
inline constexpr const char* crosshairLayer = "crosshair";

struct ReadoutRow {
  SeriesStyle style;
  bool line = true, filled = true;  ///< of its sample, see drawSample()
  QString name, value, second;
};

/// What a crosshair tells about a place on the x axis.
struct Readout {
  double x = 0;
  QString title, valueHeading, secondHeading;
  std::vector<ReadoutRow> rows;
};

/// As lines of text, for screen readers and tests.
QString textOf(const Readout& readout);

/// A vertical line through axis rectangles that share their x axis, with a box of values beside it; and the frame that
/// shows the keyboard focus. It lives on a layer with a buffer of its own: moving it doesn't redraw the curves.
///
class Crosshair : public QCPLayerable {
 public:
  explicit Crosshair(QCPAxis* key);
  /// The line reaches down to the bottom of this rectangle; null: of the key axis' own.
  void setLowest(QCPAxisRect* rect) { lowest_ = rect; }
  void setPalette(const QPalette& palette) { palette_ = palette; }
  void show(const Readout& readout) { readout_ = readout; }
  /// The frame that tells that the plot has the keyboard focus.
  void setFrameShown(bool shown) { frameShown_ = shown; }
  void hide() { readout_.reset(); }
  const std::optional<Readout>& readout() const { return readout_; }
  /// Redraws only this layer.
  void redraw();
  /// The readout as lines of text, for screen readers and tests.
  QString text() const;

 protected:
  QRect clipRect() const override { return parentPlot()->viewport(); }
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
  void draw(QCPPainter* painter) override;

 private:
  QRectF boxAt(double x, const QSizeF& size) const;
  QSizeF boxSize(const Readout& readout) const;
  Readout readoutForRoom() const;
  void drawBox(QCPPainter& painter, double x) const;
  void drawRows(QCPPainter& painter, const Readout& readout, QRectF row, double valueRight) const;
  void drawRow(QCPPainter& painter, const ReadoutRow& row, const QRectF& line, double valueRight) const;

  QCPAxis* key_;
  QCPAxisRect* lowest_ = nullptr;
  QPalette palette_;
  bool frameShown_ = false;
  std::optional<Readout> readout_;
};

}  // namespace zipper::plots
