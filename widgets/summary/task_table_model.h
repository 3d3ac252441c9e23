// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <vector>

#include "widgets/style/table_model.h"
#include "widgets/summary/summary.h"

namespace zipper {

/// A row for each task: accuracy of teacher and merged network, images lost and won.
class TaskTableModel : public style::TableModel {
  Q_OBJECT

 public:
  enum Column { Task, TeacherTop1, MergedTop1, Intervals, Points, Lost, Won, Images, Columns };
  /// What the column of intervals is drawn from: IntervalMarks.
  static constexpr int MarksRole = Qt::UserRole + 10;

  using style::TableModel::TableModel;

  void setTasks(const std::vector<TaskSummary>& tasks);
  const std::vector<TaskSummary>& tasks() const { return tasks_; }
  /// Whether the 95 % intervals stand beside the accuracies as numbers.
  void setWithIntervals(bool with);

 protected:
  int rowsShown() const override { return int(tasks_.size()); }
  int columnsShown() const override { return Columns; }
  style::ColumnHeader header(int column) const override;
  bool isText(int column) const override { return column == Task || column == Intervals; }
  QString text(int row, int column) const override;
  QVariant raw(int row, int column) const override;
  QString toolTip(int row, int column) const override;
  QVariant more(int row, int column, int role) const override;

 private:
  QString accuracy(const TaskSummary& task, const Proportion& proportion) const;

  std::vector<TaskSummary> tasks_;
  bool withIntervals_ = false;
  double low_ = 0, high_ = 1;  ///< of all intervals
};

/// Accuracies with their intervals as shares of the column's width.
struct IntervalMarks {
  int task = 0;
  bool hasTeacher = false, hasMerged = false;
  double teacher = 0, teacherLow = 0, teacherHigh = 0;
  double merged = 0, mergedLow = 0, mergedHigh = 0;
};

}  // namespace zipper

Q_DECLARE_METATYPE(zipper::IntervalMarks)
