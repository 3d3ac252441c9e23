// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>
#include <vector>

#include "widgets/summary/summary.h"

namespace zipper {

class TaskTableModel;

/// The tasks of a merge, a row each, as high as a few of them; more are scrolled to. Columns that there is no room for
/// are left out, the least important ones first; a row's tool tip has everything.
class TaskTable : public QTableView {
  Q_OBJECT

 public:
  static constexpr int rowsAtOnce = 4;

  explicit TaskTable(QWidget* parent = nullptr);
  void setTasks(const std::vector<TaskSummary>& tasks);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void taskOpened(int task);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void fitRows();
  void fitColumns();
  int widthOfColumns() const;

  TaskTableModel* model_;
};

}  // namespace zipper
