// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <memory>
#include <string>
#include <vector>

#include "core/zippering/comparison.h"

namespace zipper {

namespace curves {
struct Figure;
}

/// The curves of the strategies of a comparison over each other, by iterations: mean top-1 of the tasks on the test
/// images, or the loss, smoothed. A colour per strategy; its seeds look alike.
class ComparisonPlot : public QWidget {
  Q_OBJECT

 public:
  explicit ComparisonPlot(QWidget* parent = nullptr);
  ~ComparisonPlot() override;

  /// Begins anew. `teachers` may be empty if they aren't scored yet.
  void start(const std::vector<std::string>& strategies, const Scores& teachers);
  void setTeachers(const Scores& teachers);
  /// A run that goes on: takes the place of what there is of the same strategy and seed.
  void setRun(const ComparisonRun& run);
  /// Losses of the iterations that came after those of the last run that was set.
  void appendLosses(const std::vector<float>& losses);
  /// Drops what isn't finished.
  void setRuns(const std::vector<ComparisonRun>& runs);

  /// Scored moments that are drawn; iterations of which a loss is known.
  int pointCount() const;
  std::size_t lossCount() const;
  void setShowsLoss(bool on);
  QString readoutText() const;

  /// The figure as it is shown, on white, with its legend. Throw Error if the file can't be written.
  void savePng(const QString& path);
  void savePdf(const QString& path);
  void saveSvg(const QString& path);
  void saveCsv(const QString& path);
  void copyImage();

  bool eventFilter(QObject* watched, QEvent* event) override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Parts;

  void buildPlot();
  void buildControls();
  void showContent();
  void showContentIn(const QPalette& palette);
  void showScoresIn(const QPalette& palette);
  void showLossesIn(const QPalette& palette);
  void showCursor(double iteration);
  curves::Figure figure();

  std::unique_ptr<Parts> parts_;
};

}  // namespace zipper
