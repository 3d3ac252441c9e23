// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <functional>
#include <vector>

class QAbstractItemView;
class QHeaderView;

namespace zipper::style {

/// Gives the columns of a table or tree the width of their contents and shares the room that is left among them; where
/// there isn't enough, one column gives way, as far as it may, and then the view scrolls sideways. Once the user drags
/// a column, the widths are theirs.
class ColumnFit : public QObject {
  Q_OBJECT

 public:
  static constexpr int none = -1;

  /// Belongs to the view. `header` is the view's horizontal header, `elastic` the column that gives way; none: all
  /// contents stay whole.
  ColumnFit(QAbstractItemView* view, QHeaderView* header, int elastic);

  /// Tells the pixels that the elastic column keeps at least, if its contents have as many; without it these are some
  /// letters in the view's font.
  void setNarrowest(std::function<int()> narrowest) { narrowest_ = std::move(narrowest); }

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
  std::function<int()> narrowest_;
  std::vector<int> contents_;
  int least_ = 0;  ///< of the elastic column
  bool spreading_ = false;
  bool byHand_ = false;
};

}  // namespace zipper::style
