// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lesson/lesson_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/style/painted_values.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/small_font.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

constexpr double textScale = 1.1, headingScale = 1.3;

QFont scaled(QFont font, double scale, bool bold) {
  if (font.pointSizeF() > 0)
    font.setPointSizeF(font.pointSizeF() * scale);
  else
    font.setPixelSize(int(font.pixelSize() * scale));
  font.setBold(bold);
  return font;
}

QLabel* wrappingLabel(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

/// Tables of photographers and licences have their columns between tabs.
QString linesOf(const std::string& text) {
  return style::shownLines(style::unchanged(text).replace(u'\t', QStringLiteral("  ·  ")));
}

}  // namespace

LessonPanel::LessonPanel(QWidget* parent)
    : QWidget(parent),
      title_(wrappingLabel("lessonTitle")),
      heading_(wrappingLabel("lessonHeading")),
      place_(new QLabel),
      text_(new QPlainTextEdit),
      back_(new QPushButton(tr("Back"))),
      next_(new QPushButton(tr("Next"))) {
  setObjectName("lessonPanel");
  text_->setObjectName("lessonText");
  text_->setReadOnly(true);
  text_->setFrameShape(QFrame::NoFrame);
  text_->viewport()->setAutoFillBackground(false);
  text_->setTabChangesFocus(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  text_->setAccessibleName(tr("Text of the page"));
  place_->setObjectName("lessonPlace");
  place_->setAlignment(Qt::AlignCenter);
  back_->setObjectName("lessonBack");
  back_->setToolTip(tr("Go back to the page before"));
  next_->setObjectName("lessonNext");
  next_->setToolTip(tr("Go on with the page after this one"));
  auto* row = new QHBoxLayout;
  row->addWidget(back_);
  row->addWidget(place_, 1);
  row->addWidget(next_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 8);
  column->addWidget(title_);
  column->addWidget(heading_);
  column->addWidget(text_, 1);
  column->addLayout(row);
  connect(back_, &QPushButton::clicked, this, [this] { setPage(page_ - 1); });
  connect(next_, &QPushButton::clicked, this, [this] { setPage(page_ + 1); });
  enlargeFonts();
  clear();
}

void LessonPanel::enlargeFonts() {
  title_->setFont(style::smallFont(font()));
  heading_->setFont(scaled(font(), headingScale, true));
  text_->setFont(scaled(font(), textScale, false));
}

void LessonPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) enlargeFonts();
}

/// What is known of the images: numbers, and the texts of licences.
QString LessonPanel::sourcesText(const Lesson& lesson) const {
  QStringList lines;
  for (std::size_t t = 0; t < lesson.images.size(); ++t) {
    const LessonImages& images = lesson.images[t];
    if (images.held() == 0) continue;
    lines << tr("Task %1: %2 of %3 training images, %4 of %5 test images.")
                 .arg(taskLetter(int(t)))
                 .arg(images.train.held)
                 .arg(images.train.all)
                 .arg(images.test.held)
                 .arg(images.test.all);
  }
  for (const LessonLicence& licence : lesson.licences)
    lines << QString() << tr("Task %1, %2:").arg(taskLetter(licence.task), style::shown(licence.name))
          << linesOf(licence.text);
  return lines.join('\n');
}

void LessonPanel::setLesson(const Lesson& lesson) {
  pages_.clear();
  for (const LessonPage& page : lesson.pages) pages_.push_back({style::shown(page.title), linesOf(page.text)});
  if (const QString sources = sourcesText(lesson); !sources.isEmpty())
    pages_.push_back({tr("Where the images come from"), sources});
  title_->setText(style::shown(lesson.title));
  page_ = -1;
  if (pages_.empty()) return show();
  setPage(0);
}

void LessonPanel::clear() {
  pages_.clear();
  page_ = -1;
  title_->clear();
  show();
}

void LessonPanel::setPage(int page) {
  if (page < 0 || page >= pageCount() || page == page_) return;
  page_ = page;
  show();
  Q_EMIT pageShown(page_);
}

void LessonPanel::show() {
  const bool there = page_ >= 0;
  const Shown shown = there ? pages_[std::size_t(page_)] : Shown();
  title_->setVisible(!title_->text().isEmpty());
  heading_->setVisible(!shown.title.isEmpty());
  heading_->setText(shown.title);
  text_->setPlainText(there ? shown.text
                      : title_->text().isEmpty()
                          ? tr("No lesson is open. Lesson files are opened as sessions are; Save as Lesson in the File "
                               "menu makes one of the session that is open.")
                          : tr("This lesson has no texts."));
  place_->setText(there ? tr("Page %1 of %2").arg(page_ + 1).arg(pageCount()) : QString());
  // A button that is disabled while it has the focus would hand it on to somewhere else.
  if (there && page_ + 1 == pageCount() && next_->hasFocus()) back_->setFocus();
  if (page_ <= 0 && back_->hasFocus()) next_->setFocus();
  back_->setEnabled(page_ > 0);
  next_->setEnabled(there && page_ + 1 < pageCount());
  if (there) style::announce(text_, shown.title + QStringLiteral(". ") + shown.text);
}

}  // namespace zipper
