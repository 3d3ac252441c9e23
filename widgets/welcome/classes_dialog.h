// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <vector>

#include "core/zippering/task_classes.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace zipper {

/// How the classes of a task's data are matched with the outputs of its network, in a sentence.
QString classesText(const ClassView& view);
/// True if that needs somebody's attention.
bool needsAttention(const ClassView& view);

/// Which output of a network each class of a data set is: a row per class, to be changed one by one, by name, by
/// position or from a file.
class ClassesDialog : public QDialog {
  Q_OBJECT

 public:
  ClassesDialog(int task, const ClassView& view, QWidget* parent = nullptr);
  /// Of each class, or noOutput; to be asked when the dialog was accepted.
  std::vector<int> outputs() const;
  /// Fills all rows from a file as `zipper merge --classes-a` takes it; says below the table what is wrong with it.
  void readFile(const QString& path);

 private:
  void addButtons();
  void fill(const std::vector<int>& outputs);
  void take(const ClassMatching& matching);
  void check();

  ClassView view_;
  QTableWidget* table_;
  QLabel* problem_;
  QPushButton* accept_ = nullptr;
};

}  // namespace zipper
