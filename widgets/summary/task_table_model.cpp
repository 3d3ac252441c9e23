// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/summary/task_table_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/style/percent.h"
#include "widgets/style/terms.h"
#include "widgets/summary/summary_text.h"

namespace zipper {

namespace {

const QString unknownCell = QStringLiteral("–"), waitingCell = QStringLiteral("…");
constexpr double leastSpan = 0.02;  ///< of the accuracies that the column of intervals shows

}  // namespace

void TaskTableModel::setTasks(const std::vector<TaskSummary>& tasks) {
  const bool sameRows = tasks.size() == tasks_.size();
  if (!sameRows) beginResetModel();
  tasks_ = tasks;
  low_ = 1;
  high_ = 0;
  for (const TaskSummary& task : tasks_) {
    for (const Proportion* one : {&task.teacher, &task.merged}) {
      if (one->images == 0) continue;
      low_ = std::min(low_, one->low);
      high_ = std::max(high_, one->high);
    }
  }
  if (high_ - low_ < leastSpan) {
    const double middle = (low_ + high_) / 2;
    low_ = middle - leastSpan / 2;
    high_ = middle + leastSpan / 2;
  }
  if (!sameRows)
    endResetModel();
  else if (!tasks_.empty())
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

void TaskTableModel::setWithIntervals(bool with) {
  if (with == withIntervals_) return;
  withIntervals_ = with;
  if (!tasks_.empty()) Q_EMIT dataChanged(index(0, TeacherTop1), index(rowCount() - 1, MergedTop1));
  Q_EMIT headerDataChanged(Qt::Horizontal, TeacherTop1, MergedTop1);
}

style::ColumnHeader TaskTableModel::header(int column) const {
  switch (column) {
    case Task:
      return {tr("Task"), tr("Press Enter on a task, or double-click it, to see which of its images changed."), "task"};
    case TeacherTop1:
      return {withIntervals_ ? tr("Teacher (95 %)") : tr("Teacher"),
              tr("Test images that the task's own network gets right (top-1), and the 95 % interval of that share"),
              "teacher_top1"};
    case MergedTop1:
      return {withIntervals_ ? tr("Merged (95 %)") : tr("Merged"),
              tr("Test images that the merged network gets right (top-1), and the 95 % interval of that share"),
              "merged_top1"};
    case Intervals:
      return {tr("Intervals"),
              tr("Both accuracies with their 95 % intervals on one scale for all tasks: the ring is the teacher, the "
                 "disc the merged network."),
              "intervals"};
    case Points:
      return {tr("Points"), tr("Accuracy of the merged network minus that of the teacher, in percentage points"),
              "points"};
    case Lost:
      return {tr("Lost"),
              tr("Test images that the teacher gets right and the merged network wrong. Press a number to see them."),
              "lost"};
    case Won:
      return {tr("Won"),
              tr("Test images that the merged network gets right and the teacher wrong. Press a number to see them."),
              "won"};
    case Images:
      return {tr("Images"), tr("Test images that the accuracies are of"), "images"};
    default:
      return {};
  }
}

QString TaskTableModel::accuracy(const TaskSummary& task, const Proportion& proportion) const {
  if (proportion.images == 0) return unknownCell;
  const QString share = style::percent(proportion.share);
  const QString text = withIntervals_ ? QStringLiteral("%1 (%2)").arg(share, summary::interval(proportion)) : share;
  return task.drawnFrom > 0 ? QStringLiteral("≈ ") + text : text;
}

QString TaskTableModel::text(int row, int column) const {
  const TaskSummary& task = tasks_[std::size_t(row)];
  switch (column) {
    case Task:
      return task.title;
    case TeacherTop1:
      return accuracy(task, task.teacher);
    case MergedTop1:
      return accuracy(task, task.merged);
    case Points:
      return task.isScored() ? summary::points(task.difference()) : unknownCell;
    case Lost:
    case Won:
      if (!task.changed) return task.whyNotCompared.isEmpty() ? unknownCell : waitingCell;
      return summary::count(column == Lost ? task.changed->lost : task.changed->won);
    case Images: {
      const qint64 images = std::max(task.teacher.images, task.merged.images);
      if (images == 0) return unknownCell;
      if (task.drawnFrom == 0) return summary::count(images);
      return tr("%1 of %2", "images").arg(summary::count(images), summary::count(task.drawnFrom));
    }
    default:
      return {};
  }
}

QVariant TaskTableModel::raw(int row, int column) const {
  const TaskSummary& task = tasks_[std::size_t(row)];
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  switch (column) {
    case Task:
      return task.title;
    case TeacherTop1:
      return task.teacher.images > 0 ? task.teacher.share : unknown;
    case MergedTop1:
      return task.merged.images > 0 ? task.merged.share : unknown;
    case Points:
      return task.isScored() ? 100 * task.difference() : unknown;
    case Lost:
      return task.changed ? double(task.changed->lost) : unknown;
    case Won:
      return task.changed ? double(task.changed->won) : unknown;
    case Images:
      return double(std::max(task.teacher.images, task.merged.images));
    default:
      return {};
  }
}

QString TaskTableModel::toolTip(int row, int) const { return summary::taskSentence(tasks_[std::size_t(row)]); }

QVariant TaskTableModel::more(int row, int column, int role) const {
  const TaskSummary& task = tasks_[std::size_t(row)];
  if (role == Qt::AccessibleTextRole && (column == Intervals || column == Task)) return summary::taskSentence(task);
  if (role != MarksRole) return {};
  const auto place = [this](double share) { return (share - low_) / (high_ - low_); };
  IntervalMarks marks;
  marks.task = row;
  marks.hasTeacher = task.teacher.images > 0;
  marks.hasMerged = task.merged.images > 0;
  marks.teacher = place(task.teacher.share);
  marks.teacherLow = place(task.teacher.low);
  marks.teacherHigh = place(task.teacher.high);
  marks.merged = place(task.merged.share);
  marks.mergedLow = place(task.merged.low);
  marks.mergedHigh = place(task.merged.high);
  return QVariant::fromValue(marks);
}

}  // namespace zipper
