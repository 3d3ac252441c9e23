// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include "widgets/plots/figure_panel.h"

class QCustomPlot;

namespace zipper::plots {

class PlotCursor;
class PlotHint;
struct Readout;

/// A FigurePanel with one plot, whose x axis counts something, and a PlotCursor on it.
class PlotPanel : public FigurePanel {
  Q_OBJECT

 public:
  ~PlotPanel() override;
  QString readoutText() const override;

 protected:
  /// What people read about a plot.
  struct Words {
    QString title;   ///< also what assistive technology calls the plot
    QString help;    ///< for "What's this?"
    QString xLabel;  ///< what is counted
    QString hint;    ///< in the middle while there is nothing to show
  };

  /// `name`: of the plot as an object.
  PlotPanel(const QString& name, const Words& words, QWidget* parent);
  /// Other words instead of Words::hint; to be seen from the next applyStyle() on.
  void setHint(const QString& words);

  QCustomPlot& plot() const { return *plot_; }
  PlotCursor& cursor() const { return *cursor_; }
  /// What the crosshair tells at a place.
  virtual Readout readoutAt(int place) const = 0;
  /// The x axis from `first` to `last`, each number with a tick where there is room for it, and the cursor's places.
  void setCounted(int first, int last);
  /// Plot, crosshair and hint in the colours of a palette; the hint is shown if the plot is empty.
  void applyStyle(const QPalette& palette, bool empty);
  /// Redraws, the crosshair's readout included.
  void replot();

 private:
  QCustomPlot* plot_;
  PlotHint* hint_ = nullptr;            ///< the plot owns it
  std::unique_ptr<PlotCursor> cursor_;  ///< goes before the plot, which gets events while it is being deleted
};

}  // namespace zipper::plots
