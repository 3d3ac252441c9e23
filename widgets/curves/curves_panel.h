// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/session/curve.h"
#include "widgets/plots/curve_run.h"
#include "widgets/plots/figure_panel.h"

namespace zipper {

/// The losses of the calibration over the iterations, live while a step runs and of all runs of the session; below them
/// the learning rate and the top-1 after each step. The whole data is kept and only thinned for drawing: a million
/// iterations can be looked at while new ones come in.
class CurvesPanel : public plots::FigurePanel {
  Q_OBJECT

 public:
  explicit CurvesPanel(QWidget* parent = nullptr);
  ~CurvesPanel() override;

  /// Shows the finished steps of these runs. Zoom, smoothing and what the user hid stay; so does a live tail, behind
  /// the current run. Long histories are taken in little by little.
  void setRuns(const std::vector<CurveRun>& runs, int taskCount);
  /// "A · fashion", ...: the legend explains the letters with it. It may be shown: see style::shown().
  void setTaskTitles(const QStringList& titles);
  /// A live tail begins behind the last step of the current run. `layer`: from 1; 0: fine-tuning.
  void startStep(StepTarget target);
  /// Continues the live tail; ignored if there is none.
  void append(const std::vector<IterationRecord>& records);
  /// Drops the live tail.
  void endStep();
  /// Iterations of the current run, the live tail included.
  std::size_t pointCount() const;

  /// False while a long history is still being taken in or averaged, or live iterations wait for being drawn. A figure
  /// that is saved waits for it.
  bool isSettled() const;
  QString readoutText() const override;

 Q_SIGNALS:
  /// The user showed or hid a run in the legend.
  void runToggled(int number, bool visible);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  plots::Figure figure() override;
  std::string csv() const override;
  void showContent() override;

 private:
  struct Parts;

  void buildControls();
  /// Only where there is height for them.
  void fitControls();
  void toggle(const QString& key, bool shown);
  void chooseSmoothing();
  void showLegend();
  void settle();
  void work();
  /// Takes in and averages for a moment; true if everything is done.
  bool takeIn();
  void finish();

  std::unique_ptr<Parts> parts_;
};

}  // namespace zipper
