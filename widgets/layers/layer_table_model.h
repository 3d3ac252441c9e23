// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "widgets/layers/layer_row.h"
#include "widgets/layers/layer_texts.h"
#include "widgets/style/table_model.h"

namespace zipper {

/// The rows of the layer table, in the order of the network. One mismatch column per task at the end.
class LayerTableModel : public style::TableModel, public LayerColumns {
  Q_OBJECT

 public:
  enum Role {
    LayerRole = style::RawRole + 1,  ///< int: UnitPlan::layer
    KindRole,                        ///< QString: UnitPlan::role()
    StateRole,                       ///< int of LayerState; -1: each task keeps its own
    TasksRole,                       ///< int: how many tasks there are
    SortRole,                        ///< what the rows are sorted by
  };

  using TableModel::TableModel;

  /// Resets the model only if the number of rows or tasks has changed. Returns whether it did.
  bool setRows(std::vector<LayerRow> rows);
  /// Layer after layer of the first task, then of the next, as in IterationRecord::layerL1; of another size: ignored.
  /// Changes nothing but the mismatch columns.
  void setMismatch(const std::vector<float>& layerL1);

  /// Of layers 1, 2, ..., as in mergeability.h; of another size: unknown. Stays for rows that come.
  void setMergeCosts(const std::vector<double>& costs);

  const std::vector<LayerRow>& rows() const { return rows_; }

 protected:
  int rowsShown() const override { return int(rows_.size()); }
  int columnsShown() const override { return FirstMismatch + tasks_; }
  style::ColumnHeader header(int column) const override;
  bool isText(int column) const override { return column == Kind || column == Shape || column == State; }
  QString text(int row, int column) const override;
  QVariant raw(int row, int column) const override;
  QString toolTip(int row, int column) const override;
  QVariant more(int row, int column, int role) const override;

 private:
  const LayerRow& at(int row) const { return rows_[std::size_t(row)]; }
  std::size_t layers() const;
  void fillMergeCosts();

  std::vector<LayerRow> rows_;
  std::vector<double> mergeCosts_;
  int tasks_ = 0;
  LayerMake make_ = LayerMake::Pairs;
};

}  // namespace zipper
