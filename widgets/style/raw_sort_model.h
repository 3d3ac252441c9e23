// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>

#include "widgets/style/table_values.h"

namespace zipper::style {

/// Sorts a table by the values behind its cells; unknown numbers come last in both orders. It sorts when it is told to,
/// not whenever a value changes: rows that jump while numbers come in can't be read.
class RawSortModel : public QSortFilterProxyModel {
 public:
  explicit RawSortModel(QObject* parent = nullptr) : QSortFilterProxyModel(parent) { setDynamicSortFilter(false); }

  /// Filters and sorts again, after the source's values have changed.
  void refresh() {
    invalidateFilter();
    sort(sortColumn(), sortOrder());
  }

 protected:
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override {
    return rawLess(left.data(RawRole), right.data(RawRole), sortOrder());
  }
};

}  // namespace zipper::style
