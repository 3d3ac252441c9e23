// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/task_cards.h"

#include <QGridLayout>
#include <QPushButton>

#include "widgets/welcome/chosen_task.h"
#include "widgets/welcome/task_card.h"

namespace zipper {

namespace {

/// Everything in a card that the Tab key comes to, in its order.
QList<QWidget*> stopsIn(const TaskCard& card) {
  QList<QWidget*> stops;
  for (QWidget* child : card.findChildren<QWidget*>())
    if (child->focusPolicy() != Qt::NoFocus) stops << child;
  return stops;
}

}  // namespace

TaskCards::TaskCards(QWidget* before, QWidget* parent)
    : QWidget(parent), before_(before), grid_(new QGridLayout(this)) {
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setSpacing(8);
}

void TaskCards::setTasks(const std::vector<ChosenTask>& tasks) {
  setCount(tasks.size());
  for (std::size_t task = 0; task < tasks.size(); ++task) cards_[task]->setChosen(tasks[task]);
}

void TaskCards::setCount(std::size_t count) {
  while (cards_.size() > count) {
    TaskCard* card = cards_.back();
    cards_.pop_back();
    card->hide();
    card->deleteLater();  // one of its buttons may be what asked for this
  }
  while (cards_.size() < count) addCard();
  for (TaskCard* card : cards_) card->setRemovable(cards_.size() > 2);
}

void TaskCards::addCard() {
  QWidget* before = cards_.empty() ? before_ : stopsIn(*cards_.back()).back();
  TaskCard* card = makeCard(int(cards_.size()));
  grid_->addWidget(card, int(cards_.size()), 0);
  card->show();
  // Widgets that are made later come last for the Tab key, behind all other panels.
  for (QWidget* stop : stopsIn(*card)) {
    setTabOrder(before, stop);
    before = stop;
  }
  cards_.push_back(card);
}

TaskCard* TaskCards::makeCard(int task) {
  auto* card = new TaskCard(task, this);
  connect(card, &TaskCard::nameChanged, this, [this, task](const QString& name) { Q_EMIT nameChanged(task, name); });
  connect(card, &TaskCard::modelRequested, this, [this, task] { Q_EMIT modelRequested(task); });
  connect(card, &TaskCard::dataRequested, this, [this, task] { Q_EMIT dataRequested(task); });
  connect(card, &TaskCard::conventionsRequested, this, [this, task] { Q_EMIT conventionsRequested(task); });
  connect(card, &TaskCard::imagesRequested, this, [this, task] { Q_EMIT imagesRequested(task); });
  connect(card, &TaskCard::trainRequested, this,
          [this, task](bool headOnly) { Q_EMIT trainRequested(task, headOnly); });
  connect(card, &TaskCard::classesRequested, this, [this, task] { Q_EMIT classesRequested(task); });
  connect(card, &TaskCard::removeRequested, this, [this, task] { Q_EMIT removeRequested(task); });
  return card;
}

int TaskCards::taskAt(const QWidget* widget) const {
  for (std::size_t task = 0; task < cards_.size(); ++task)
    if (cards_[task]->isAncestorOf(widget)) return int(task);
  return -1;
}

std::vector<Lack> TaskCards::lacks() const {
  std::vector<Lack> lacks;
  for (const TaskCard* card : cards_) lacks.push_back(card->lack());
  return lacks;
}

int TaskCards::columnsIn(int room) const {
  if (cards_.size() <= 2) return 1;
  // As much room for each as makes sentences of a few lines.
  return room / 2 >= 26 * fontMetrics().height() ? 2 : 1;
}

void TaskCards::arrange(int columns) {
  for (int task = 0; task < int(cards_.size()); ++task) {
    TaskCard* card = cards_[std::size_t(task)];
    int row = 0, column = 0, rows = 0, spans = 0;
    grid_->getItemPosition(grid_->indexOf(card), &row, &column, &rows, &spans);
    if (row == task / columns && column == task % columns) continue;
    grid_->removeWidget(card);
    grid_->addWidget(card, task / columns, task % columns);
  }
  for (int column = 0; column < 2; ++column) grid_->setColumnStretch(column, column < columns ? 1 : 0);
}

}  // namespace zipper
