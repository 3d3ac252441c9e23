// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QRect>
#include <QString>

namespace zipper::style {

/// What a widget that paints values shows, for screen readers: a widget that inherits this beside QWidget, and has
/// Q_OBJECT (what Qt knows by the name of its class gets Qt's interface), is found by them. Its accessible name says
/// what it is, these texts what is seen; they are asked for when somebody listens, so they may be worked out then.
class PaintedValues {
 public:
  virtual ~PaintedValues() = default;
  virtual QAccessible::Role paintedRole() const { return QAccessible::Chart; }
  /// The values in a sentence or a few; empty: nothing is shown. It is the description, too, unless the widget has one.
  virtual QString paintedValues() const = 0;
};

/// One that paints rows and columns, whose cells are asked for one by one.
class PaintedTable : public PaintedValues {
 public:
  QAccessible::Role paintedRole() const override { return QAccessible::Table; }
  virtual int paintedRows() const = 0;
  virtual int paintedColumns() const = 0;
  virtual QString paintedRowName(int row) const = 0;
  virtual QString paintedColumnName(int column) const = 0;
  /// What the cell says.
  virtual QString paintedCell(int row, int column) const = 0;
  /// On the widget; empty where it isn't seen.
  virtual QRect paintedCellRect(int row, int column) const = 0;
  /// That is pointed at; -1: none.
  virtual int paintedCurrentRow() const { return -1; }
  virtual int paintedCurrentColumn() const { return -1; }
};

}  // namespace zipper::style
