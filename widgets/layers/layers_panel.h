// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "core/analysis/layer_overview.h"
#include "core/analysis/weight_similarity.h"
#include "core/network/merge_cost.h"
#include "core/network/plan.h"
#include "core/network/sharing.h"

class QComboBox;
class QLineEdit;
class QTableView;

namespace zipper {

class LayerFilterModel;
class LayerTableModel;
class LayerTotals;

namespace style {
class ColumnFit;
}

/// The layers of the networks as a table that can be sorted, filtered and copied.
class LayersPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LayersPanel(QWidget* parent = nullptr);

  /// One row per unit of `plan`, that of task A. `overview`: of all layers. `sharing`: what the tasks share now.
  /// `similarity`: of the stem, all layers and the head, or none if it isn't known yet. Selection, sorting and scroll
  /// position stay.
  void setLayers(const NetworkPlan& plan, const std::vector<LayerOverview>& overview, const Sharing& sharing,
                 const std::vector<LayerSimilarity>& similarity);
  /// Live mismatch of a running step, as in IterationRecord::layerL1. Rows keep their places.
  void setMismatch(const std::vector<float>& layerL1);
  /// Of layers 1, 2, ..., see mergeability.h; empty: unknown. Stay for the layers that are set next.
  void setMergeCosts(const std::vector<double>& costs);
  /// What merging saves at the current step.
  void setTotals(const MergeCost& cost);

  /// -1: none, 0: stem, 1, 2, ..., one more than the last: head. Selects the row where a layer ends; emits nothing. A
  /// layer that the filter hides is selected when it comes back.
  void setSelectedLayer(int layer);
  int selectedLayer() const { return selectedLayer_; }

  /// What is shown, filtered and sorted, with a header line; raw numbers.
  QString csv() const;

 Q_SIGNALS:
  /// The user went to a row of this layer.
  void layerSelected(int layer);

 private:
  void buildControls();
  void offerKinds(const std::vector<UnitPlan>& units);
  void buildView();
  void buildActions();
  void filterChanged();
  void currentChanged(const QModelIndex& current);
  void restoreSelection();
  void refreshTotals();
  void copySelection() const;
  int rowToSelect(int layer) const;

  LayerTableModel* model_;
  LayerFilterModel* shown_;
  QLineEdit* words_;
  QComboBox* kinds_;
  std::vector<std::string> kindsOffered_;
  QTableView* view_;
  LayerTotals* totals_;
  style::ColumnFit* columns_;
  int selectedLayer_ = -1;
  bool updating_ = false;
};

}  // namespace zipper
