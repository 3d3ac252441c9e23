// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include "widgets/style/raw_sort_model.h"

namespace zipper {

/// The rows of a LayerTableModel that the user wants to see, sorted by the column of their choice.
class LayerFilterModel : public style::RawSortModel {
  Q_OBJECT

 public:
  using RawSortModel::RawSortModel;

  /// Rows must match all words: a number is a layer's number, other words are parts of the kind or the state.
  void setWords(const QString& text);
  /// A role, see UnitPlan::role(); empty: all kinds.
  void setKind(const QString& kind);

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  QStringList words_;
  QString kind_;
};

}  // namespace zipper
