// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/history/history_model.h"

#include <QFont>
#include <algorithm>

#include "core/analysis/runs.h"

namespace zipper {

namespace {

/// Internal ids: 0 for the top level, number of the run + 1 for its steps.
constexpr quintptr topLevel = 0;

bool sameTeachers(const Session& a, const Session& b) {
  return std::equal(a.teachers.begin(), a.teachers.end(), b.teachers.begin(), b.teachers.end(),
                    [](const Teacher& x, const Teacher& y) { return x.values == y.values; });
}

}  // namespace

bool HistoryModel::continues(const Session& session) const {
  return sameTeachers(session_, session) && session.steps.size() >= session_.steps.size() &&
         std::equal(session_.steps.begin(), session_.steps.end(), session.steps.begin());
}

bool HistoryModel::setSession(const Session& session) {
  const bool other = !continues(session);
  if (other)
    reset(session);
  else
    grow(session);
  return other;
}

void HistoryModel::reset(const Session& session) {
  const bool shownAgain = !hidden_.isEmpty();
  beginResetModel();
  session_ = session;
  numbers_ = runNumbers(session);
  runs_.clear();
  hidden_.clear();
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    runs_.resize(std::max(runs_.size(), std::size_t(numbers_[i]) + 1));
    runs_[std::size_t(numbers_[i])].push_back(int(i));
  }
  const std::vector<int> path = session.path();
  path_ = QSet<int>(path.begin(), path.end());
  endResetModel();
  if (shownAgain) Q_EMIT hiddenRunsChanged();
}

void HistoryModel::grow(const Session& session) {
  const std::size_t known = session_.steps.size();
  session_ = session;
  numbers_ = runNumbers(session);
  const std::vector<int> path = session.path();
  path_ = QSet<int>(path.begin(), path.end());
  for (std::size_t i = known; i < numbers_.size(); ++i) addStep(int(i), numbers_[i]);
  touchAll();
}

void HistoryModel::addStep(int step, int run) {
  if (run == int(runs_.size())) {
    beginInsertRows({}, run + 1, run + 1);
    runs_.push_back({step});
  } else {
    OwnSteps& own = runs_[std::size_t(run)];
    beginInsertRows(index(run + 1, 0), int(own.size()), int(own.size()));
    own.push_back(step);
  }
  endInsertRows();
}

/// The current step, the path and the figures of runs may have changed: few rows, so all are told.
void HistoryModel::touchAll() {
  const int last = columnCount() - 1;
  Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, last));
  for (int row = 1; row < rowCount(); ++row) {
    const QModelIndex run = index(row, 0);
    Q_EMIT dataChanged(index(0, 0, run), index(rowCount(run) - 1, last, run));
  }
}

QModelIndex HistoryModel::indexOfStep(int step) const {
  if (step == -1) return index(0, 0);
  if (step < 0 || std::size_t(step) >= numbers_.size()) return {};
  const int run = numbers_[std::size_t(step)];
  const OwnSteps& own = runs_[std::size_t(run)];
  const auto place = std::find(own.begin(), own.end(), step) - own.begin();
  return index(int(place), 0, index(run + 1, 0));
}

QModelIndex HistoryModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : topLevel);
}

QModelIndex HistoryModel::parent(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == topLevel) return {};
  return createIndex(int(index.internalId()), 0, topLevel);
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return 1 + int(runs_.size());
  const bool isRun = parent.internalId() == topLevel && parent.row() > 0 && parent.column() == 0;
  return isRun ? int(runs_[std::size_t(parent.row()) - 1].size()) : 0;
}

int HistoryModel::columnCount(const QModelIndex&) const { return timeColumn() + 1; }

/// -1: the teachers
int HistoryModel::runOf(const QModelIndex& index) const {
  return int(index.internalId() == topLevel ? index.row() : int(index.internalId())) - 1;
}

int HistoryModel::stepOf(const QModelIndex& index) const {
  const int run = runOf(index);
  if (run < 0) return -1;
  const OwnSteps& own = runs_[std::size_t(run)];
  return index.internalId() == topLevel ? own.back() : own[std::size_t(index.row())];
}

HistoryModel::Mark HistoryModel::markOf(const QModelIndex& index) const {
  if (index.internalId() == topLevel) return index.row() == 0 ? Mark::Teachers : Mark::Run;
  const int step = stepOf(index);
  if (step == session_.current) return Mark::Current;
  return path_.contains(step) ? Mark::OnPath : Mark::Aside;
}

bool HistoryModel::isCurrent(const QModelIndex& index) const {
  return markOf(index) != Mark::Run && stepOf(index) == session_.current;
}

HistoryColumn HistoryModel::columnAt(int column) const {
  if (column == differenceColumn()) return {HistoryColumn::Difference};
  if (column == timeColumn()) return {HistoryColumn::Time};
  if (column >= FirstTask) return {HistoryColumn::Top1, column - FirstTask};
  constexpr HistoryColumn::What first[]{HistoryColumn::Step, HistoryColumn::Initialization, HistoryColumn::Iterations};
  return {first[column]};
}

QString HistoryModel::text(const QModelIndex& index) const {
  const HistoryColumn column = columnAt(index.column());
  switch (markOf(index)) {
    case Mark::Teachers:
      return rows().ofTeachers(column);
    case Mark::Run:
      return rows().ofRun(runOf(index), runs_[std::size_t(runOf(index))], column);
    default:
      return rows().ofStep(stepOf(index), column);
  }
}

QString HistoryModel::toolTip(const QModelIndex& index) const {
  switch (markOf(index)) {
    case Mark::Teachers:
      return rows().toolTipOfTeachers();
    case Mark::Run:
      return rows().toolTipOfRun(runOf(index), runs_[std::size_t(runOf(index))]);
    case Mark::Current:
      return tr("The session stands here. %1").arg(rows().settingsOf(stepOf(index)));
    case Mark::OnPath:
      return tr("On the way to the current step. %1").arg(rows().settingsOf(stepOf(index)));
    case Mark::Aside:
      return tr("Not on the way to the current step. %1").arg(rows().settingsOf(stepOf(index)));
  }
  return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  return style::headerValue(rows().header(columnAt(section)), section < Iterations, role);
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  switch (role) {
    case Qt::DisplayRole:
      return text(index);
    case Qt::AccessibleTextRole:
      return index.column() == Step && isCurrent(index) ? tr("%1, current step").arg(text(index)) : text(index);
    case Qt::ToolTipRole:
      return toolTip(index);
    case Qt::TextAlignmentRole:
      return style::cellAlignment(index.column() < Iterations);
    case Qt::CheckStateRole:
      if (index.column() != Step || markOf(index) != Mark::Run) return {};
      return int(hidden_.contains(runOf(index)) ? Qt::Unchecked : Qt::Checked);
    case Qt::FontRole: {
      QFont font;
      font.setBold(isCurrent(index));
      return isCurrent(index) ? font : QVariant();
    }
    case StepRole:
      return stepOf(index);
    case MarkRole:
      return int(markOf(index));
    case RunRole:
      return runOf(index);
    case IsCurrentRole:
      return isCurrent(index);
    case TasksRole:
      return session_.taskCount();
    default:
      return {};
  }
}

bool HistoryModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable)) return false;
  setRunVisible(runOf(index), value.toInt() == Qt::Checked);
  return true;
}

void HistoryModel::setRunVisible(int run, bool visible) {
  if (run < 0 || run >= int(runs_.size()) || visible == !hidden_.contains(run)) return;
  if (visible)
    hidden_.remove(run);
  else
    hidden_.insert(run);
  const QModelIndex box = index(run + 1, Step);  // the teachers stand above
  Q_EMIT dataChanged(box, box, {Qt::CheckStateRole});
  Q_EMIT hiddenRunsChanged();
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = QAbstractItemModel::flags(index);
  if (!index.isValid()) return flags;
  if (index.column() == Step && markOf(index) == Mark::Run) flags |= Qt::ItemIsUserCheckable;
  if (markOf(index) != Mark::Run) flags |= Qt::ItemNeverHasChildren;
  return flags;
}

}  // namespace zipper
