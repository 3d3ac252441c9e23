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
#include <algorithm>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

constexpr int edge = 4;  ///< width of the mark at the left of a row
/// Characters: where fewer would stand beside its button, the text gets a line of its own.
constexpr int roomForText = 45;

/// A card with a mark in the colour of what needs attention.
class NoticeRow : public QFrame {
 public:
  NoticeRow(QLabel* text, QPushButton* button, QWidget* parent)
      : QFrame(parent), words_(new QBoxLayout(QBoxLayout::LeftToRight)), button_(button) {
    words_->addWidget(text, 1);
    if (button != nullptr) words_->addWidget(button, 0, Qt::AlignTop | Qt::AlignLeft);
  }

  QBoxLayout* words() { return words_; }

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QFrame::resizeEvent(event);
    if (button_ == nullptr) return;
    const int beside = width() - button_->sizeHint().width() - 4 * fontMetrics().height();
    const bool narrow = beside < roomForText * fontMetrics().averageCharWidth();
    words_->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  }

  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), style::cardColor(palette()));
    painter.fillRect(QRect(0, 0, edge, height()), style::workColor(palette()));
  }

 private:
  QBoxLayout* words_;
  QPushButton* button_;  ///< may be null
};

}  // namespace

NoticeBar::NoticeBar(QWidget* parent) : QScrollArea(parent), content_(new QWidget), rows_(new QVBoxLayout(content_)) {
  rows_->setContentsMargins(0, 0, 0, 2);
  rows_->setSpacing(2);
  setWidget(content_);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
  if (parentWidget() != nullptr) parentWidget()->installEventFilter(this);
  const QList<Notice> all = shown();
  for (const Notice& notice : all) rows_->addWidget(makeRow(notice));
  setVisible(!all.isEmpty());
  updateGeometry();
}

QSize NoticeBar::sizeHint() const {
  const int wanted = rows_->hasHeightForWidth() ? rows_->heightForWidth(width()) : rows_->sizeHint().height();
  const int shared = parentWidget() != nullptr ? parentWidget()->height() * 2 / 5 : wanted;
  return {rows_->sizeHint().width(), std::min(wanted, std::max(shared, minimumHeightOfRow()))};
}

QSize NoticeBar::minimumSizeHint() const { return {1, std::min(sizeHint().height(), minimumHeightOfRow())}; }

/// Two lines of text.
int NoticeBar::minimumHeightOfRow() const { return 2 * fontMetrics().lineSpacing() + 12; }

void NoticeBar::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) updateGeometry();
}

bool NoticeBar::eventFilter(QObject* watched, QEvent* event) {
  const bool isHigher = watched == parent() && event->type() == QEvent::Resize;
  if (isHigher || (watched == content_ && event->type() == QEvent::LayoutRequest)) updateGeometry();
  return QScrollArea::eventFilter(watched, event);
}

QWidget* NoticeBar::makeRow(const Notice& notice) {
  auto* text = new QLabel(notice.text);
  text->setObjectName("noticeText");
  text->setTextFormat(Qt::PlainText);
  text->setWordWrap(true);
  text->setMinimumWidth(1);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* row = new NoticeRow(text, makeButton(notice), content_);
  row->setToolTip(notice.details.toHtmlEscaped());
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(edge + 8, 4, 6, 4);
  auto* icon = new QLabel(row);
  const int side = fontMetrics().height();
  icon->setPixmap(row->style()
                      ->standardIcon(notice.calm ? QStyle::SP_MessageBoxInformation : QStyle::SP_MessageBoxWarning)
                      .pixmap(side, side));
  layout->addWidget(icon, 0, Qt::AlignTop);
  layout->addLayout(row->words(), 1);
  if (!notice.stays) layout->addWidget(makeCloser(notice, row), 0, Qt::AlignTop);
  return row;
}

QPushButton* NoticeBar::makeButton(const Notice& notice) {
  if (notice.action.isEmpty()) return nullptr;
  auto* button = new QPushButton(notice.action);
  button->setObjectName("notice." + notice.id);
  connect(button, &QPushButton::clicked, this, [this, id = notice.id] { Q_EMIT actionRequested(id); });
  return button;
}

QToolButton* NoticeBar::makeCloser(const Notice& notice, QWidget* row) {
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
  return close;
}

void NoticeBar::changeEvent(QEvent* event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) rebuild();
}

}  // namespace zipper
