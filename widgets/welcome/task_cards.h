// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <vector>

#include "widgets/welcome/lack.h"

class QGridLayout;

namespace zipper {

struct ChosenTask;
class TaskCard;

/// A card for each task, in one column or two.
class TaskCards : public QWidget {
  Q_OBJECT

 public:
  /// The Tab key comes to the first card after `before`, a widget of the same window.
  explicit TaskCards(QWidget* before, QWidget* parent = nullptr);

  /// As many cards as tasks. A card that goes takes the focus with it: see taskAt().
  void setTasks(const std::vector<ChosenTask>& tasks);
  std::size_t count() const { return cards_.size(); }
  TaskCard* card(std::size_t task) const { return cards_[task]; }
  /// The task whose card a widget is in; -1: in none.
  int taskAt(const QWidget* widget) const;
  /// What each of the tasks lacks.
  std::vector<Lack> lacks() const;
  /// How many columns suit the cards where they have so many pixels beside each other, 1 or 2.
  int columnsIn(int room) const;
  /// Puts the cards into so many columns, 1 or 2.
  void arrange(int columns);

 Q_SIGNALS:
  void nameChanged(int task, const QString& name);
  void modelRequested(int task);
  void dataRequested(int task);
  void conventionsRequested(int task);
  void imagesRequested(int task);
  void classesRequested(int task);
  void trainRequested(int task, bool headOnly);
  void removeRequested(int task);

 private:
  void setCount(std::size_t count);
  void addCard();
  TaskCard* makeCard(int task);

  QWidget* before_;
  QGridLayout* grid_;
  std::vector<TaskCard*> cards_;
};

}  // namespace zipper
