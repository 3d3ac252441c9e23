// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <vector>

class QAbstractItemView;
class QHeaderView;

namespace zipper::style {

/// Gives the columns of a table or tree the width of their contents and shares the room that is left among them; where
/// there isn't enough, one column gives way. Once the user drags a column, the widths are theirs.
class ColumnFit : public QObject {
  Q_OBJECT

 public:
  /// Belongs to the view. `header` is the view's horizontal header, `elastic` the column that gives way.
  ColumnFit(QAbstractItemView* view, QHeaderView* header, int elastic);

  /// Measures the contents again.
  void fit();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  int titleWidth(int column) const;
  void spread();

  QAbstractItemView* view_;
  QHeaderView* header_;
  int elastic_;
  std::vector<int> contents_;
  bool spreading_ = false;
  bool byHand_ = false;
};

}  // namespace zipper::style
