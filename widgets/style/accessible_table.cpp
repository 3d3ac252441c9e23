// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/accessible_table.h"

#include <QWidget>
#include <QWindow>

#include "widgets/style/painted_table.h"

namespace zipper::style {

namespace {

class AccessibleCell : public QAccessibleInterface, public QAccessibleTableCellInterface {
 public:
  AccessibleCell(QWidget* widget, int row, int column) : widget_(widget), row_(row), column_(column) {}

  bool isValid() const override {
    const PaintedTable* all = painted();
    return all != nullptr && row_ < all->paintedRows() && column_ < all->paintedColumns();
  }
  QObject* object() const override { return nullptr; }
  QWindow* window() const override { return widget_ ? widget_->window()->windowHandle() : nullptr; }
  QAccessible::Role role() const override { return QAccessible::Cell; }
  QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(widget_); }
  QAccessibleInterface* child(int) const override { return nullptr; }
  QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  QString text(QAccessible::Text kind) const override {
    return isValid() && (kind == QAccessible::Name || kind == QAccessible::Value)
               ? painted()->paintedCell(row_, column_)
               : QString();
  }
  void setText(QAccessible::Text, const QString&) override {}

  QRect rect() const override {
    const QRect place = isValid() ? painted()->paintedCellRect(row_, column_) : QRect();
    return place.isEmpty() ? QRect() : QRect(widget_->mapToGlobal(place.topLeft()), place.size());
  }

  QAccessible::State state() const override {
    QAccessible::State state;
    if (!isValid()) {
      state.invalid = true;
      return state;
    }
    state.readOnly = state.focusable = true;
    state.offscreen = rect().isEmpty();
    const bool current = painted()->paintedCurrentRow() == row_ && painted()->paintedCurrentColumn() == column_;
    state.focused = current && widget_->hasFocus();
    state.disabled = !widget_->isEnabled();
    state.invisible = !widget_->isVisible();
    return state;
  }

  void* interface_cast(QAccessible::InterfaceType type) override {
    return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this) : nullptr;
  }
  bool isSelected() const override { return false; }
  QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
  QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
  int columnIndex() const override { return column_; }
  int rowIndex() const override { return row_; }
  int columnExtent() const override { return 1; }
  int rowExtent() const override { return 1; }
  QAccessibleInterface* table() const override { return parent(); }

 private:
  const PaintedTable* painted() const { return dynamic_cast<const PaintedTable*>(widget_.data()); }

  QPointer<QWidget> widget_;
  int row_, column_;
};

}  // namespace

AccessibleTable::AccessibleTable(QWidget* widget) : QAccessibleWidget(widget, QAccessible::Table) {}

AccessibleTable::~AccessibleTable() { forgetCells(); }

const PaintedTable* AccessibleTable::table() const { return dynamic_cast<const PaintedTable*>(object()); }

void AccessibleTable::forgetCells() {
  for (const QAccessible::Id cell : std::as_const(cells_)) QAccessible::deleteAccessibleInterface(cell);
  cells_.clear();
}

void AccessibleTable::modelChange(QAccessibleTableModelChangeEvent*) { forgetCells(); }

QString AccessibleTable::text(QAccessible::Text kind) const {
  const QString said = widget()->accessibleDescription();
  if (kind == QAccessible::Description && !said.isEmpty()) return said;
  const bool values = kind == QAccessible::Value || kind == QAccessible::Description;
  const QString shown = values && table() ? table()->paintedValues() : QString();
  return shown.isEmpty() ? QAccessibleWidget::text(kind) : shown;
}

void* AccessibleTable::interface_cast(QAccessible::InterfaceType type) {
  if (type == QAccessible::TableInterface) return static_cast<QAccessibleTableInterface*>(this);
  return QAccessibleWidget::interface_cast(type);
}

int AccessibleTable::rowCount() const { return table() ? table()->paintedRows() : 0; }

int AccessibleTable::columnCount() const { return table() ? table()->paintedColumns() : 0; }

int AccessibleTable::childCount() const { return rowCount() * columnCount(); }

QAccessibleInterface* AccessibleTable::child(int index) const {
  const int columns = columnCount();
  return columns > 0 && index >= 0 ? cellAt(index / columns, index % columns) : nullptr;
}

QAccessibleInterface* AccessibleTable::cellAt(int row, int column) const {
  if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount()) return nullptr;
  const qint64 place = qint64(row) << 32 | column;
  if (const auto known = cells_.constFind(place); known != cells_.constEnd())
    return QAccessible::accessibleInterface(*known);
  auto* cell = new AccessibleCell(widget(), row, column);
  cells_.insert(place, QAccessible::registerAccessibleInterface(cell));
  return cell;
}

QAccessibleInterface* AccessibleTable::childAt(int x, int y) const {
  if (!table()) return nullptr;
  const QPoint place = widget()->mapFromGlobal(QPoint(x, y));
  for (int row = 0; row < rowCount(); ++row) {
    const QRect first = table()->paintedCellRect(row, 0);
    if (!first.isEmpty() && (place.y() < first.top() || place.y() > first.bottom())) continue;
    for (int column = 0; column < columnCount(); ++column)
      if (table()->paintedCellRect(row, column).contains(place)) return cellAt(row, column);
  }
  return nullptr;
}

int AccessibleTable::indexOfChild(const QAccessibleInterface* child) const {
  auto* found = const_cast<QAccessibleInterface*>(child);
  const QAccessibleTableCellInterface* cell = found != nullptr ? found->tableCellInterface() : nullptr;
  if (cell == nullptr || cell->table() != this) return -1;
  return cell->rowIndex() * columnCount() + cell->columnIndex();
}

QAccessibleInterface* AccessibleTable::focusChild() const {
  if (!table() || !widget()->hasFocus()) return nullptr;
  QAccessibleInterface* cell = cellAt(table()->paintedCurrentRow(), table()->paintedCurrentColumn());
  return cell != nullptr ? cell : QAccessibleWidget::focusChild();
}

QString AccessibleTable::columnDescription(int column) const {
  return table() ? table()->paintedColumnName(column) : QString();
}

QString AccessibleTable::rowDescription(int row) const { return table() ? table()->paintedRowName(row) : QString(); }

}  // namespace zipper::style
