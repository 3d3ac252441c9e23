// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <set>
#include <vector>

#include "core/training/training_state.h"
#include "widgets/plots/legend.h"
#include "widgets/plots/plot_panel.h"

namespace zipper {

namespace plots {
class ScoreLines;
}

/// A curve of a training while it runs: top-1 of training and validation images by epochs, or the loss by batches.
class TrainingPlot : public plots::PlotPanel {
  Q_OBJECT

 public:
  enum class Shows { Top1, Loss };

  explicit TrainingPlot(Shows shows, QWidget* parent = nullptr);
  ~TrainingPlot() override;

  /// Begins anew.
  void start(int epochs);
  void append(const std::vector<TrainingState>& states);
  /// Marks the epoch whose network is kept, 0: none.
  void setBest(int epoch);

  /// Of finished epochs; of batches.
  const std::vector<TrainingState>& epochs() const { return epochs_; }
  const std::vector<float>& losses() const { return losses_; }

 protected:
  plots::Readout readoutAt(int place) const override;
  plots::Figure figure() override;
  std::string csv() const override;
  void showContent() override;

 private:
  void showContentIn(const QPalette& palette);
  void showTop1In(const QPalette& palette);
  void showLossIn(const QPalette& palette);
  std::vector<plots::LegendEntry> legendIn(const QPalette& palette) const;

  Shows shows_;
  plots::Legend* legend_;
  plots::ScoreLines* lines_;
  int planned_ = 0, best_ = 0;
  std::set<QString> hidden_;  ///< keys of the legend
  std::vector<TrainingState> epochs_;
  std::vector<float> losses_;
  std::vector<double> smooth_;
};

}  // namespace zipper
