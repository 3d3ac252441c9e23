// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "core/session/curve.h"
#include "widgets/curves/curve_run.h"

namespace zipper {

/// The losses of the calibration over the iterations, live while a step runs and of all runs of the session; below them
/// the learning rate and the top-1 after each step. The whole data is kept and only thinned for drawing: a million
/// iterations can be looked at while new ones come in.
class CurvesPanel : public QWidget {
  Q_OBJECT

 public:
  explicit CurvesPanel(QWidget* parent = nullptr);
  ~CurvesPanel() override;

  /// Shows the finished steps of these runs. Zoom, smoothing and what the user hid stay; so does a live tail, behind
  /// the current run. Long histories are taken in little by little.
  void setRuns(const std::vector<CurveRun>& runs, int taskCount);
  /// A live tail begins behind the last step of the current run. `layer`: 1...13; 0: fine-tuning.
  void startStep(int layer);
  /// Continues the live tail; ignored if there is none.
  void append(const std::vector<IterationRecord>& records);
  /// Drops the live tail.
  void endStep();
  /// Iterations of the current run, the live tail included.
  std::size_t pointCount() const;

  /// The figure as it is shown, on white, with its legend; the numbers of the runs that are shown. Throw Error if the
  /// file can't be written.
  void savePng(const QString& path);
  void savePdf(const QString& path);
  void saveSvg(const QString& path);
  void saveCsv(const QString& path);
  /// Draws the figure now, as SVG or for a PNG. What is returned writes the file, in any thread.
  std::function<void(const QString& path)> drawn(bool vectors);
  void copyImage();

  /// Iterations over which is averaged; 1: none. Goes to the nearest that the slider has.
  void setSmoothing(int window);
  void setLogarithmic(bool logarithmic);
  bool followsNewest() const;
  /// The iterations in view.
  double firstInView() const;
  double lastInView() const;
  /// What the crosshair tells, a line for each value; empty while there is none.
  QString readoutText() const;
  /// False while a long history is still being taken in or averaged, or live iterations wait for being drawn.
  bool isSettled() const;

 Q_SIGNALS:
  /// The user showed or hid a run in the legend.
  void runToggled(int number, bool visible);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Parts;

  void buildControls();
  void toggle(const QString& key, bool shown);
  void chooseSmoothing();
  void showContent();
  void showLegend();
  void work();
  void settle();

  std::unique_ptr<Parts> parts_;
};

}  // namespace zipper
