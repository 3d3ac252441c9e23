// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListWidget>

namespace zipper {

/// Sessions that were open, name above folder; those whose file is gone are greyed and say so.
class RecentList : public QListWidget {
  Q_OBJECT

 public:
  explicit RecentList(QWidget* parent = nullptr);
  void setPaths(const QStringList& paths);

 Q_SIGNALS:
  /// By Enter or double click; not for a file that is gone.
  void chosen(const QString& path);
  /// By the context menu or the Delete key.
  void removeRequested(const QString& path);

 protected:
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void choose(const QListWidgetItem* item);
};

}  // namespace zipper
