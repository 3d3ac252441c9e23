// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/task_choice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace zipper {

namespace {

constexpr int mostSideBySide = 2;  ///< tasks that are shown without a choice

}  // namespace

TaskChoice::TaskChoice(Offers offers, QWidget* parent) : QWidget(parent), offers_(offers), tasks_(new QComboBox) {
  const QString toolTip = offers == Offers::AllOrOne ? tr("The task whose networks are shown")
                                                     : tr("The task whose channels are compared with those of A");
  tasks_->setToolTip(toolTip);
  tasks_->setAccessibleName(tr("Task"));
  tasks_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  tasks_->setMinimumContentsLength(6);
  auto* label = new QLabel(tr("&Task"));
  label->setBuddy(tasks_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(label);
  layout->addWidget(tasks_, 1);
  connect(tasks_, &QComboBox::activated, this, [this] { Q_EMIT chosen(task()); });
  setTasks({});
}

void TaskChoice::setTasks(const QStringList& titles) {
  const QSignalBlocker blocker(tasks_);
  const int before = task();
  tasks_->clear();
  if (offers_ == Offers::AllOrOne) tasks_->addItem(tr("All tasks"), all);
  for (int task = offers_ == Offers::AllOrOne ? 0 : 1; task < titles.size(); ++task)
    tasks_->addItem(titles[task], task);
  setTask(before);
  setVisible(titles.size() > mostSideBySide);
}

int TaskChoice::task() const { return tasks_->count() == 0 ? all : tasks_->currentData().toInt(); }

void TaskChoice::setTask(int task) {
  const int index = tasks_->findData(task);
  if (index >= 0) tasks_->setCurrentIndex(index);
}

}  // namespace zipper
