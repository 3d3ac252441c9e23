// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/zippering/comparison.h"
#include "widgets/plots/plot_panel.h"

namespace zipper {

/// The curves of the strategies of a comparison over each other, by iterations: mean top-1 of the tasks on the test
/// images, or the loss, smoothed. A colour per strategy; its seeds look alike.
class ComparisonPlot : public plots::PlotPanel {
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

  /// Scored moments that are drawn.
  int pointCount() const;

 protected:
  plots::Readout readoutAt(int iteration) const override;
  plots::Figure figure() override;
  std::string csv() const override;
  void showContent() override;

 private:
  struct Parts;

  void buildControls();
  void showContentIn(const QPalette& palette);
  void showScoresIn(const QPalette& palette);
  void showLossesIn(const QPalette& palette);

  std::unique_ptr<Parts> parts_;
};

}  // namespace zipper
