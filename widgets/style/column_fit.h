#pragma once

#include <QObject>
#include <vector>

class QAbstractItemView;
class QHeaderView;

namespace zipper::style {

/// Gives the columns of a table or tree the width of their contents and shares the room that is left among them, until
/// the user drags a column: then the widths are theirs.
class ColumnFit : public QObject {
  Q_OBJECT

 public:
  /// Belongs to the view. `header` is the view's horizontal header.
  ColumnFit(QAbstractItemView* view, QHeaderView* header);

  /// Measures the contents again.
  void fit();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void spread();

  QAbstractItemView* view_;
  QHeaderView* header_;
  std::vector<int> contents_;
  bool spreading_ = false;
  bool byHand_ = false;
};

}  // namespace zipper::style
