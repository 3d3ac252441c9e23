// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/notices/notice_bar.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

constexpr int edge = 4;  ///< width of the mark at the left of a row

/// A card with a mark in the colour of what needs attention.
class NoticeRow : public QFrame {
 public:
  using QFrame::QFrame;

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), style::cardColor(palette()));
    painter.fillRect(QRect(0, 0, edge, height()), style::workColor(palette()));
  }
};

}  // namespace

NoticeBar::NoticeBar(QWidget* parent) : QWidget(parent), rows_(new QVBoxLayout(this)) {
  rows_->setContentsMargins(0, 0, 0, 2);
  rows_->setSpacing(2);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  hide();
}

void NoticeBar::setNotices(const QList<Notice>& notices) {
  if (notices == notices_) return;
  notices_ = notices;
  rebuild();
}

QList<Notice> NoticeBar::shown() const {
  QList<Notice> shown;
  for (const Notice& notice : notices_)
    if (notice.stays || !closed_.contains(notice.text)) shown << notice;
  return shown;
}

void NoticeBar::rebuild() {
  while (QLayoutItem* item = rows_->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();  // one of its buttons may be what led here
    delete item;
  }
  const QList<Notice> all = shown();
  for (const Notice& notice : all) rows_->addWidget(makeRow(notice));
  setVisible(!all.isEmpty());
}

QWidget* NoticeBar::makeRow(const Notice& notice) {
  auto* row = new NoticeRow(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(edge + 8, 4, 6, 4);
  auto* icon = new QLabel(row);
  const int side = fontMetrics().height();
  icon->setPixmap(row->style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(side, side));
  auto* text = new QLabel(notice.text, row);
  text->setObjectName("noticeText");
  text->setTextFormat(Qt::PlainText);
  text->setWordWrap(true);
  text->setMinimumWidth(1);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  row->setToolTip(notice.details.toHtmlEscaped());
  layout->addWidget(icon, 0, Qt::AlignTop);
  layout->addWidget(text, 1);
  if (!notice.action.isEmpty()) {
    auto* button = new QPushButton(notice.action, row);
    button->setObjectName("notice." + notice.id);
    connect(button, &QPushButton::clicked, this, [this, id = notice.id] { Q_EMIT actionRequested(id); });
    layout->addWidget(button, 0, Qt::AlignTop);
  }
  if (notice.stays) return row;
  auto* close = new QToolButton(row);
  close->setObjectName("closeNotice");
  close->setIcon(row->style()->standardIcon(QStyle::SP_TitleBarCloseButton));
  close->setAutoRaise(true);
  close->setToolTip(tr("Hide this notice"));
  close->setAccessibleName(close->toolTip());
  connect(close, &QToolButton::clicked, this, [this, said = notice.text] {
    closed_.insert(said);
    rebuild();
  });
  layout->addWidget(close, 0, Qt::AlignTop);
  return row;
}

void NoticeBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) rebuild();
}

}  // namespace zipper
