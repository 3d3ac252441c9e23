// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lesson/page_editor.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

constexpr int noStep = -2;  ///< in the list of steps: what is shown stays

QPushButton* pageButton(const QString& text, const char* name, const QString& help) {
  auto* button = new QPushButton(text);
  button->setObjectName(name);
  button->setToolTip(help);
  button->setAutoDefault(false);
  return button;
}

}  // namespace

PageEditor::PageEditor(QWidget* parent)
    : QWidget(parent),
      list_(new QListWidget),
      add_(pageButton(tr("&Add"), "addPage", tr("Add a page behind the selected one"))),
      remove_(pageButton(tr("&Remove"), "removePage", tr("Remove the selected page"))),
      up_(pageButton(tr("Up"), "pageUp", tr("Move the selected page towards the beginning"))),
      down_(pageButton(tr("Down"), "pageDown", tr("Move the selected page towards the end"))),
      title_(new QLineEdit),
      text_(new QPlainTextEdit),
      step_(new QComboBox),
      panel_(new QComboBox),
      left_(new QWidget),
      right_(new QWidget) {
  buildList();
  buildPage();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(left_, 2);
  row->addWidget(right_, 5);
}

void PageEditor::buildList() {
  list_->setObjectName("pageList");
  list_->setAccessibleName(tr("Pages"));
  auto* grid = new QGridLayout(left_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->addWidget(list_, 0, 0, 1, 2);
  grid->addWidget(add_, 1, 0);
  grid->addWidget(remove_, 1, 1);
  grid->addWidget(up_, 2, 0);
  grid->addWidget(down_, 2, 1);
  connect(list_, &QListWidget::currentRowChanged, this, &PageEditor::showPage);
  connect(add_, &QPushButton::clicked, this, &PageEditor::addPage);
  connect(remove_, &QPushButton::clicked, this, &PageEditor::removePage);
  connect(up_, &QPushButton::clicked, this, [this] { movePage(-1); });
  connect(down_, &QPushButton::clicked, this, [this] { movePage(1); });
}

void PageEditor::buildPage() {
  title_->setObjectName("pageTitle");
  title_->setMaxLength(int(longestLessonTitle) / 4);  // of characters with four bytes each
  text_->setObjectName("pageText");
  text_->setTabChangesFocus(true);
  step_->setObjectName("pageStep");
  step_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  panel_->setObjectName("pagePanel");
  auto* form = new QFormLayout(right_);
  form->setContentsMargins(0, 0, 0, 0);
  form->addRow(tr("&Heading:"), title_);
  form->addRow(tr("Te&xt:"), text_);
  form->addRow(tr("Sho&w step:"), step_);
  form->addRow(tr("Show &panel:"), panel_);
  connect(title_, &QLineEdit::textEdited, this, &PageEditor::takePage);
  connect(text_, &QPlainTextEdit::textChanged, this, &PageEditor::takePage);
  connect(step_, &QComboBox::activated, this, &PageEditor::takePage);
  connect(panel_, &QComboBox::activated, this, &PageEditor::takePage);
}

int PageEditor::current() const { return list_->currentRow(); }

QString PageEditor::nameOf(std::size_t page) const {
  const QString title = style::shown(pages_[page].title);
  return QString("%1. %2").arg(page + 1).arg(title.isEmpty() ? tr("(without a heading)") : title);
}

void PageEditor::setPages(const std::vector<LessonPage>& pages, const LessonChoices& choices) {
  pages_ = pages;
  choices_ = choices;
  step_->clear();
  step_->addItem(tr("The one that is shown stays"), noStep);
  step_->addItem(tr("The networks before the first step"), -1);
  for (int i = 0; i < int(choices_.steps.size()); ++i) step_->addItem(choices_.steps[i], i);
  panel_->clear();
  panel_->addItem(tr("None"), QString());
  for (const auto& [name, title] : choices_.panels) panel_->addItem(title, style::unchanged(name));
  fillList(0);
}

void PageEditor::fillList(int current) {
  {
    const QSignalBlocker blocker(list_);
    list_->clear();
    for (std::size_t i = 0; i < pages_.size(); ++i) list_->addItem(nameOf(i));
    list_->setCurrentRow(std::min(current, int(pages_.size()) - 1));
  }
  showPage();
}

void PageEditor::showPage() {
  const int at = current();
  const LessonPage page = at < 0 ? LessonPage() : pages_[std::size_t(at)];
  showing_ = true;
  title_->setText(style::unchanged(page.title));
  text_->setPlainText(style::unchanged(page.text));
  step_->setCurrentIndex(std::max(0, step_->findData(page.step.value_or(noStep))));
  panel_->setCurrentIndex(std::max(0, panel_->findData(style::unchanged(page.panel))));
  showing_ = false;
  right_->setEnabled(at >= 0);
  remove_->setEnabled(at >= 0);
  up_->setEnabled(at > 0);
  down_->setEnabled(at >= 0 && at + 1 < int(pages_.size()));
  add_->setEnabled(pages_.size() < mostLessonPages);
}

void PageEditor::takePage() {
  const int at = current();
  if (showing_ || at < 0) return;
  LessonPage& page = pages_[std::size_t(at)];
  page.title = title_->text().toStdString();
  page.text = text_->toPlainText().toStdString();
  page.panel = panel_->currentData().toString().toStdString();
  const int step = step_->currentData().toInt();
  page.step = step == noStep ? std::optional<int>() : std::optional<int>(step);
  list_->item(at)->setText(nameOf(std::size_t(at)));
  Q_EMIT changed();
}

void PageEditor::addPage() {
  const int at = current() + 1;
  LessonPage page;
  page.title = tr("New page").toStdString();
  pages_.insert(pages_.begin() + at, page);
  fillList(at);
  title_->setFocus();
  title_->selectAll();
  Q_EMIT changed();
}

void PageEditor::removePage() {
  if (current() < 0) return;
  const int at = current();
  pages_.erase(pages_.begin() + at);
  fillList(at);
  Q_EMIT changed();
}

void PageEditor::movePage(int by) {
  const int at = current(), to = at + by;
  if (at < 0 || to < 0 || to >= int(pages_.size())) return;
  std::swap(pages_[std::size_t(at)], pages_[std::size_t(to)]);
  fillList(to);
  Q_EMIT changed();
}

}  // namespace zipper
