// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "widgets/layers/layer_row.h"
#include "widgets/style/table_values.h"

namespace zipper {

/// The rows of the layer table, in the order of the network. One mismatch column per task at the end.
class LayerTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Number, Kind, Shape, Parameters, Macs, State, Similarity, MergeCost, FirstMismatch };
  enum Role {
    LayerRole = style::RawRole + 1,  ///< int: 0 stem, 1...13, 14 head
    KindRole,                        ///< int of LayerKind
    StateRole,                       ///< int of LayerState; -1: each task keeps its own
    SortRole,                        ///< what the rows are sorted by
  };

  explicit LayerTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

  /// Resets the model only if the number of rows or tasks has changed. Returns whether it did.
  bool setRows(std::vector<LayerRow> rows);
  /// [task*13 + layer-1]; of another size: ignored. Changes nothing but the mismatch columns.
  void setMismatch(const std::vector<float>& layerL1);

  /// Of layers 1...13, as in mergeability.h; of another size: unknown. Stays for rows that come.
  void setMergeCosts(const std::vector<double>& costs);

  const std::vector<LayerRow>& rows() const { return rows_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  static QString kindText(LayerKind kind);
  static QString stateText(const std::optional<LayerState>& state);

 private:
  QString text(const LayerRow& row, int column) const;
  QVariant raw(const LayerRow& row, int column) const;
  QVariant sortValue(const LayerRow& row, int column) const;
  QString toolTip(const LayerRow& row, int column) const;
  QString title(int column) const;
  QString csvName(int column) const;
  QString explanation(int column) const;

  void fillMergeCosts();

  std::vector<LayerRow> rows_;
  std::vector<double> mergeCosts_;
  int tasks_ = 2;
};

}  // namespace zipper
