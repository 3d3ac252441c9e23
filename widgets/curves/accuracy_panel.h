// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "widgets/curves/curve_run.h"

namespace zipper {

namespace curves {
struct Figure;
}

/// Top-1 of the tasks on the test images by number of merged layers: after the calibration of each step (filled),
/// before it (open), and of the teachers (dashed lines), for each run that is visible.
class AccuracyPanel : public QWidget {
  Q_OBJECT

 public:
  explicit AccuracyPanel(QWidget* parent = nullptr);
  ~AccuracyPanel() override;

  /// Shows the scores of these runs; what the user hid stays hidden.
  void setRuns(const std::vector<CurveRun>& runs, const Scores& teachers);
  /// Measured points that are drawn, teachers not counted.
  int pointCount() const;

  /// The figure as it is shown, on white, with its legend; the numbers of the runs that are shown. Throw Error if the
  /// file can't be written.
  void savePng(const QString& path);
  void savePdf(const QString& path);
  void saveSvg(const QString& path);
  void saveCsv(const QString& path);
  /// Draws the figure now, as SVG or for a PNG. What is returned writes the file, in any thread.
  std::function<void(const QString& path)> drawn(bool vectors);
  void copyImage();
  /// What the crosshair tells, a line for each value; empty while there is none.
  QString readoutText() const;

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  /// The user showed or hid a run in the legend.
  void runToggled(int number, bool visible);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Parts;

  void buildPlot();
  void buildControls();
  void showContent();
  void showContentIn(const QPalette& palette);
  void toggle(const QString& key, bool shown);
  bool moveCursor(int key);
  void showCursor(int merged);
  curves::Figure figure();

  std::unique_ptr<Parts> parts_;
};

}  // namespace zipper
