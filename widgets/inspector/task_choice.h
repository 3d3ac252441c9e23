// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;

namespace zipper {

/// Chooses the task that a page of the inspector is about. It isn't seen while there is nothing to choose: what two
/// tasks have is shown side by side.
class TaskChoice : public QWidget {
  Q_OBJECT

 public:
  enum class Offers {
    AllOrOne,  ///< all tasks together, or one of them
    AllButA,   ///< one of those that are compared with A
  };
  static constexpr int all = -1;

  explicit TaskChoice(Offers offers, QWidget* parent = nullptr);

  /// The choice stays if the same task is still there.
  void setTasks(const QStringList& titles);
  /// Number of the task, or `all`; with fewer than two tasks and Offers::AllButA, too, `all`.
  int task() const;
  /// Emits nothing; a task that isn't offered changes nothing.
  void setTask(int task);

 Q_SIGNALS:
  /// The user chose another one.
  void chosen(int task);

 private:
  Offers offers_;
  QComboBox* tasks_;
};

}  // namespace zipper
