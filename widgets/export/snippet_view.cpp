// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/export/snippet_view.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

constexpr int leastLines = 5;

QPushButton* snippetButton(const QString& text, const char* name, const QString& help) {
  auto* button = new QPushButton(text);
  button->setObjectName(name);
  button->setToolTip(help);
  button->setAutoDefault(false);
  return button;
}

/// Sentences of the engine, whose lines are for a terminal.
std::string inWordsOfUser(const std::string& text) {
  return style::engineText(style::unchanged(text).simplified()).toStdString() + "\n";
}

}  // namespace

SnippetView::SnippetView(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel),
      files_(new QLabel),
      text_(new QPlainTextEdit),
      copy_(snippetButton(tr("Cop&y"), "copySnippet", tr("Copy the whole program"))),
      save_(snippetButton(tr("Sa&ve…"), "saveSnippet", tr("Write the program, and what it reads, into a folder"))) {
  title_->setBuddy(text_);
  files_->setObjectName("snippetFiles");
  for (QLabel* label : {title_, files_}) label->setWordWrap(true);
  text_->setObjectName("snippet");
  text_->setAccessibleName(tr("Program that loads the file and prints the class of an image"));
  text_->setReadOnly(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  text_->setTabChangesFocus(true);
  connect(copy_, &QPushButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(style::unchanged(snippet_.text)); });
  connect(save_, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(snippet_); });
  auto* top = new QHBoxLayout;
  top->addWidget(title_, 1);
  top->addWidget(copy_);
  top->addWidget(save_);
  auto* column = new QVBoxLayout(this);
  column->addLayout(top);
  column->addWidget(text_, 1);
  column->addWidget(files_);
  setSnippet({});
}

void SnippetView::useFont() {
  QFont used = isProse() ? font() : QFontDatabase::systemFont(QFontDatabase::FixedFont);
  // In the size of the texts around it, which may be large.
  if (font().pointSizeF() > 0) used.setPointSizeF(font().pointSizeF());
  text_->setFont(used);
  text_->setMinimumHeight(QFontMetrics(used).lineSpacing() * leastLines);
}

void SnippetView::setSnippet(const ExportSnippet& snippet, const QString& problem) {
  snippet_ = snippet;
  const bool there = !snippet_.text.empty();
  if (there && isProse()) snippet_.text = inWordsOfUser(snippet_.text);
  useFont();
  text_->setLineWrapMode(there && !isProse() ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
  text_->setPlaceholderText(problem.isEmpty() ? tr("There is no program for this choice.") : problem);
  title_->setText(there && !isProse()
                      ? tr("&Use it like this (%1):").arg(style::shownOnButton(style::unchanged(snippet_.language)))
                      : tr("&Use it like this:"));
  text_->setPlainText(style::shownLines(style::unchanged(snippet_.text)));
  QStringList names;
  for (const SnippetFile& file : snippet_.files) names << style::shown(file.name);
  files_->setText(tr("It reads these files, which are saved with it: %1").arg(names.join(QStringLiteral(", "))));
  files_->setVisible(!names.isEmpty());
  copy_->setEnabled(there);
  save_->setEnabled(there);
}

void SnippetView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) useFont();
}

}  // namespace zipper
