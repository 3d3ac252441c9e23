// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "widgets/plots/curve_run.h"
#include "widgets/plots/plot_panel.h"

namespace zipper {

/// Top-1 of the tasks on the test images by number of merged layers: after the calibration of each step (filled),
/// before it (open), and of the teachers (dashed lines), for each run that is visible.
class AccuracyPanel : public plots::PlotPanel {
  Q_OBJECT

 public:
  explicit AccuracyPanel(QWidget* parent = nullptr);
  ~AccuracyPanel() override;

  /// Shows the scores of these runs, those of samples where no others are known, and says so; what the user hid stays
  /// hidden. `layers`: how many the networks have.
  void setRuns(const std::vector<CurveRun>& runs, const Scores& teachers, int layers);
  /// "A · fashion", ..., for the legend, which has letters otherwise. It may be shown: see style::shown().
  void setTaskTitles(const QStringList& titles);
  /// Measured points that are drawn, teachers not counted.
  int pointCount() const;

 Q_SIGNALS:
  /// The user showed or hid a run in the legend.
  void runToggled(int number, bool visible);

 protected:
  plots::Readout readoutAt(int merged) const override;
  plots::Figure figure() override;
  std::string csv() const override;
  void showContent() override;

 private:
  struct Parts;

  void buildControls();
  void showContentIn(const QPalette& palette);
  void toggle(const QString& key, bool shown);

  std::unique_ptr<Parts> parts_;
};

}  // namespace zipper
