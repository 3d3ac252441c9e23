// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/analysis/layer_overview.h"
#include "core/analysis/mergeability.h"
#include "widgets/plots/plot_panel.h"

class QAction;

namespace zipper {

/// The merge estimate of each layer, all tasks together, a bar per layer; merged layers are green, those that the plan
/// leaves out are outlined.
class MergeEstimatePanel : public plots::PlotPanel {
  Q_OBJECT

 public:
  /// Actions that get buttons: what works the estimates out, and what makes a plan of them.
  MergeEstimatePanel(QAction* estimate, QAction* suggest, QWidget* parent = nullptr);
  ~MergeEstimatePanel() override;

  /// One for each layer, from 1 on; empty: they aren't known.
  void setEstimates(const std::vector<LayerMergeability>& layers);
  /// Where each layer stands, from 1 on; empty: all are separate.
  void setLayers(const std::vector<LayerOverview>& layers);
  /// The layer whose bar is marked; one that there isn't: none. Doesn't emit.
  void setSelectedLayer(int layer);

 Q_SIGNALS:
  /// The user clicked a bar.
  void layerSelected(int layer);

 protected:
  plots::Readout readoutAt(int layer) const override;
  plots::Figure figure() override;
  std::string csv() const override;
  void showContent() override;

 private:
  struct Parts;

  void buildControls(QAction* estimate, QAction* suggest);
  void showCounted();
  void showContentIn(const QPalette& palette);
  void showBarsIn(const QPalette& palette);

  std::unique_ptr<Parts> parts_;
};

}  // namespace zipper
