// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLayout>
#include <QList>

namespace zipper::style {

/// Puts widgets beside each other and goes on in a new line where there is no room. The last one can be kept at the
/// right edge.
class FlowLayout : public QLayout {
 public:
  FlowLayout(QWidget* parent, int horizontalSpacing, int verticalSpacing);
  ~FlowLayout() override;

  void setLastAtRight(bool atRight) { lastAtRight_ = atRight; }

  void addItem(QLayoutItem* item) override { items_.append(item); }
  int count() const override { return int(items_.size()); }
  QLayoutItem* itemAt(int index) const override { return items_.value(index); }
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
  QSize sizeHint() const override;
  QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  /// Returns the height.
  int arrange(const QRect& outer, bool move) const;

  QList<QLayoutItem*> items_;
  int horizontal_, vertical_;
  bool lastAtRight_ = false;
};

}  // namespace zipper::style
