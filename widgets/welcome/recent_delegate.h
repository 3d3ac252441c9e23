// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace zipper {

/// What an entry of the recent list holds besides its text, the name of the file.
enum RecentRole { RecentPath = Qt::UserRole, RecentMissing };

/// Paints an entry: the name, and below it the folder in a smaller type.
class RecentDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace zipper
