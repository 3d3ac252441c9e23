// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <functional>
#include <optional>

class QCustomPlot;
class QPalette;

namespace zipper::plots {

class Crosshair;
struct Readout;

/// A crosshair that goes from one whole number of a plot's x axis to another: under the mouse, or by Left and Right;
/// Escape hides it. It shows the frame of the keyboard focus, too.
class PlotCursor : public QObject {
  Q_OBJECT

 public:
  using ReadoutAt = std::function<Readout(int place)>;

  /// `readoutAt` tells what there is at a place; without rows nothing is shown. The plot must outlive the cursor.
  PlotCursor(QCustomPlot& plot, ReadoutAt readoutAt);
  ~PlotCursor() override;
  /// Where it may go, and how far with each press of a key; `last` below `first`: nowhere.
  void setPlaces(int first, int last, int step = 1);
  void setPalette(const QPalette& palette);
  /// Asks for the readout anew: what is shown has changed. It doesn't redraw.
  void refresh();
  /// What is told, a line for each value; empty while there is nothing.
  QString text() const;
  /// The same of the last place where there is something.
  QString lastText() const;

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  /// The user has clicked a place, or pressed Enter there.
  void chosen(int place);

 private:
  std::optional<int> placeAt(const QPointF& position) const;
  void moveTo(std::optional<int> place);
  bool moveByKey(int key);

  QCustomPlot& plot_;
  Crosshair* crosshair_;  ///< the plot owns it
  ReadoutAt readoutAt_;
  int first_ = 0, last_ = -1, step_ = 1;
  std::optional<int> place_;
};

}  // namespace zipper::plots
