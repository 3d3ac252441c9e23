// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

#include "widgets/style/table_values.h"

namespace zipper::style {

/// What the header of a column says.
struct ColumnHeader {
  QString title;
  QString explanation;  ///< its tool tip
  QString csvName;      ///< not translated
};

/// What a model answers for a horizontal header; nothing for roles that it doesn't know. Columns of text stand flush
/// left, numbers flush right.
QVariant headerValue(const ColumnHeader& header, bool isText, int role);
/// The alignment of the cells below it, as a model answers it.
QVariant cellAlignment(bool isText);

/// Base of the tables: a table says what its cells and headers hold, data() and headerData() follow from that.
class TableModel : public QAbstractTableModel {
 public:
  using QAbstractTableModel::QAbstractTableModel;

  int rowCount(const QModelIndex& parent = {}) const final { return parent.isValid() ? 0 : rowsShown(); }
  int columnCount(const QModelIndex& parent = {}) const final { return parent.isValid() ? 0 : columnsShown(); }
  QVariant data(const QModelIndex& index, int role) const final;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

 protected:
  virtual int rowsShown() const = 0;
  virtual int columnsShown() const = 0;
  virtual ColumnHeader header(int column) const = 0;
  virtual bool isText(int column) const = 0;
  virtual QString text(int row, int column) const = 0;
  /// The value behind the text: see RawRole.
  virtual QVariant raw(int row, int column) const = 0;
  virtual QString toolTip(int row, int column) const = 0;
  /// All roles that the base doesn't answer.
  virtual QVariant more(int row, int column, int role) const = 0;
};

}  // namespace zipper::style
