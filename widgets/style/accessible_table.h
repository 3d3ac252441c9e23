// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace zipper::style {

class PaintedTable;

/// The cells of a PaintedTable as a screen reader walks through them. Its children are the cells, row by row; they are
/// made when they are asked for, and stay as long as this does: a cell tells what its place holds at the time.
class AccessibleTable : public QAccessibleWidget, public QAccessibleTableInterface {
 public:
  /// The widget must be a PaintedTable.
  explicit AccessibleTable(QWidget* widget);
  ~AccessibleTable() override;

  QAccessible::Role role() const override { return QAccessible::Table; }
  QString text(QAccessible::Text kind) const override;
  void* interface_cast(QAccessible::InterfaceType type) override;
  int childCount() const override;
  QAccessibleInterface* child(int index) const override;
  QAccessibleInterface* childAt(int x, int y) const override;
  int indexOfChild(const QAccessibleInterface* child) const override;
  QAccessibleInterface* focusChild() const override;

  QAccessibleInterface* caption() const override { return nullptr; }
  QAccessibleInterface* summary() const override { return nullptr; }
  QAccessibleInterface* cellAt(int row, int column) const override;
  int selectedCellCount() const override { return 0; }
  QList<QAccessibleInterface*> selectedCells() const override { return {}; }
  QString columnDescription(int column) const override;
  QString rowDescription(int row) const override;
  int selectedColumnCount() const override { return 0; }
  int selectedRowCount() const override { return 0; }
  int columnCount() const override;
  int rowCount() const override;
  QList<int> selectedColumns() const override { return {}; }
  QList<int> selectedRows() const override { return {}; }
  bool isColumnSelected(int) const override { return false; }
  bool isRowSelected(int) const override { return false; }
  bool selectRow(int) override { return false; }
  bool selectColumn(int) override { return false; }
  bool unselectRow(int) override { return false; }
  bool unselectColumn(int) override { return false; }
  void modelChange(QAccessibleTableModelChangeEvent* event) override;

 private:
  /// Null while the widget is half built or half gone.
  const PaintedTable* table() const;
  void forgetCells();

  mutable QHash<qint64, QAccessible::Id> cells_;  ///< by row << 32 | column
};

}  // namespace zipper::style
