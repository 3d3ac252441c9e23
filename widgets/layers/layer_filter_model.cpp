// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/layers/layer_filter_model.h"

#include <algorithm>

#include "widgets/layers/layer_table_model.h"

namespace zipper {

void LayerFilterModel::setWords(const QString& text) {
  words_ = text.simplified().split(' ', Qt::SkipEmptyParts);
  refresh();
}

void LayerFilterModel::setKind(const QString& kind) {
  kind_ = kind;
  refresh();
}

bool LayerFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const auto at = [&](int column) { return sourceModel()->index(row, column, parent); };
  if (!kind_.isEmpty() && at(LayerTableModel::Kind).data(LayerTableModel::KindRole).toString() != kind_) return false;
  const QString number = at(LayerTableModel::Number).data().toString();
  const QString kind = at(LayerTableModel::Kind).data().toString();
  const QString state = at(LayerTableModel::State).data().toString();
  return std::all_of(words_.begin(), words_.end(), [&](const QString& word) {
    bool isNumber = false;
    word.toInt(&isNumber);  // "1" isn't to find 10
    if (isNumber) return word == number;
    return kind.contains(word, Qt::CaseInsensitive) || state.contains(word, Qt::CaseInsensitive);
  });
}

bool LayerFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  return style::rawLess(left.data(LayerTableModel::SortRole), right.data(LayerTableModel::SortRole), sortOrder());
}

}  // namespace zipper
