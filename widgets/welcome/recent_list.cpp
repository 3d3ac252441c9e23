// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/recent_list.h"

#include <QContextMenuEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/style/colors.h"
#include "widgets/style/plain_text.h"
#include "widgets/welcome/recent_delegate.h"

namespace zipper {

RecentList::RecentList(QWidget* parent) : QListWidget(parent) {
  setItemDelegate(new RecentDelegate(this));
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(ScrollPerPixel);
  viewport()->setAutoFillBackground(false);
  setAccessibleName(tr("Recent sessions"));
  setWhatsThis(tr("Sessions that were open before: Enter or a double click opens one, Delete takes it off the list."));
}

void RecentList::setPaths(const QStringList& paths) {
  clear();
  for (const QString& path : paths) {
    const QFileInfo file(path);
    const bool missing = !file.exists();
    auto* item = new QListWidgetItem(
        style::shown(file.completeBaseName().isEmpty() ? file.fileName() : file.completeBaseName()), this);
    item->setData(RecentPath, path);
    item->setData(RecentMissing, missing);
    item->setToolTip(missing ? tr("%1\nThis file is missing.").arg(style::shown(path)) : style::shown(path));
    if (missing) item->setData(Qt::AccessibleDescriptionRole, tr("missing"));
  }
  if (count() > 0) setCurrentRow(0);
  clearSelection();
}

void RecentList::choose(const QListWidgetItem* item) {
  if (item == nullptr) return;
  const QString path = item->data(RecentPath).toString();
  // It may have come back, or gone, since the list was made: whoever opens it says what is wrong.
  if (QFileInfo::exists(path) || !item->data(RecentMissing).toBool()) Q_EMIT chosen(path);
}

void RecentList::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) choose(itemAt(event->pos()));
}

void RecentList::paintEvent(QPaintEvent* event) {
  QListWidget::paintEvent(event);
  if (count() > 0) return;
  QPainter painter(viewport());
  painter.setPen(style::mutedText(palette()));
  painter.drawText(viewport()->rect().adjusted(12, 8, -12, -8), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                   tr("None yet. Sessions that you save or open are listed here."));
}

void RecentList::keyPressEvent(QKeyEvent* event) {
  if (currentItem() != nullptr && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
    choose(currentItem());
  } else if (currentItem() != nullptr && event->key() == Qt::Key_Delete) {
    Q_EMIT removeRequested(currentItem()->data(RecentPath).toString());
  } else {
    QListWidget::keyPressEvent(event);
  }
}

void RecentList::contextMenuEvent(QContextMenuEvent* event) {
  QListWidgetItem* item = event->reason() == QContextMenuEvent::Mouse ? itemAt(event->pos()) : currentItem();
  if (item == nullptr) return;
  setCurrentItem(item);
  const QString path = item->data(RecentPath).toString();
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  QAction* open = menu->addAction(tr("&Open"), this, [this, path] { Q_EMIT chosen(path); });
  open->setEnabled(!item->data(RecentMissing).toBool());
  menu->addAction(tr("&Remove from List"), this, [this, path] { Q_EMIT removeRequested(path); });
  const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
  menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(visualItemRect(item).center()));
}

}  // namespace zipper
