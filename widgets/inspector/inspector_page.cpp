// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/inspector_page.h"

#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "widgets/inspector/part_choice.h"
#include "widgets/inspector/task_choice.h"

namespace zipper {

InspectorPage::InspectorPage(QWidget* parent)
    : QWidget(parent),
      layout_(new QVBoxLayout(this)),
      stack_(new QStackedLayout),
      content_(new QWidget),
      message_(new QLabel) {
  layout_->setContentsMargins(0, 0, 0, 0);
  layout_->setSpacing(8);
  layout_->addLayout(stack_, 1);
  message_->setObjectName(QStringLiteral("message"));
  message_->setAlignment(Qt::AlignCenter);
  message_->setWordWrap(true);
  message_->setMargin(24);
  message_->setTextFormat(Qt::PlainText);
  message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  message_->setMinimumSize(0, 0);
  message_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
  message_->setForegroundRole(QPalette::WindowText);
  stack_->addWidget(message_);
  stack_->addWidget(content_);
}

void InspectorPage::showMessage(const QString& message) {
  message_->setText(message);
  stack_->setCurrentWidget(message_);
  Q_EMIT readOut(QString());
  Q_EMIT contentChanged();
}

void InspectorPage::showContent() {
  stack_->setCurrentWidget(content_);
  Q_EMIT contentChanged();
}

void InspectorPage::addAbove(QWidget* widget) { layout_->insertWidget(above_++, widget); }

bool InspectorPage::showsContent() const { return stack_->currentWidget() == content_; }

WeightsBasedPage::WeightsBasedPage(Shows shows, QWidget* parent)
    : InspectorPage(parent),
      shows_(shows),
      choice_(new TaskChoice(TaskChoice::Offers::AllOrOne)),
      parts_(new PartChoice) {
  addAbove(choice_);
  addAbove(parts_);
  connect(parts_, &PartChoice::chosen, this, [this](const std::string& part) {
    setWeights(weights_, beside_);
    Q_EMIT partChosen(part);
  });
  connect(choice_, &TaskChoice::chosen, this, [this](int task) {
    setWeights(weights_, beside_);
    Q_EMIT taskChosen(task);
  });
}

void WeightsBasedPage::setTasks(const QStringList& titles) {
  const int before = task();
  choice_->setTasks(titles);
  if (titles.isEmpty()) parts_->setParts({});
  if (task() != before) setWeights(weights_, beside_);
}

void WeightsBasedPage::setTask(int task) {
  if (task == choice_->task()) return;
  choice_->setTask(task);
  setWeights(weights_, beside_);
}

int WeightsBasedPage::task() const { return choice_->task(); }

void WeightsBasedPage::setPart(const std::string& part) {
  const std::string before = parts_->part();
  parts_->setPart(part);
  if (parts_->part() != before) setWeights(weights_, beside_);
}

std::string WeightsBasedPage::part() const { return parts_->part(); }

QString WeightsBasedPage::titled(const QString& title) const { return parts_->titled(title); }

void WeightsBasedPage::setWeights(std::shared_ptr<const LayerWeights> weights,
                                  std::shared_ptr<const BesideWeights> beside) {
  weights_ = std::move(weights);
  beside_ = std::move(beside);
  if (weights_ && shows_ == Shows::Matrices) parts_->setParts(weights_->parts());
  new_ = weights_ != nullptr;
  if (isVisible()) presentIfNew();
}

void WeightsBasedPage::showEvent(QShowEvent* event) {
  presentIfNew();
  InspectorPage::showEvent(event);
}

void WeightsBasedPage::presentIfNew() {
  if (!new_) return;
  new_ = false;
  present(weights_);
}

std::vector<Exportable> WeightsBasedPage::exportables() {
  presentIfNew();
  return showsContent() && weights_ ? presentedItems() : std::vector<Exportable>{};
}

}  // namespace zipper
