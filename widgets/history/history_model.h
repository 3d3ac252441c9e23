// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>
#include <QSet>
#include <vector>

#include "core/session/session.h"
#include "widgets/history/history_rows.h"

namespace zipper {

/// The tree of a session's steps. Top level: the teachers, then one row per run with a check box; below a run the steps
/// that belong to it, in order (those that it shares with an older run stand there).
class HistoryModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  /// FirstTask: top-1 of A, further tasks follow; then the difference to the teachers and the time.
  enum Column { Step, Initialization, Iterations, FirstTask };
  enum class Mark { Teachers, Run, Current, OnPath, Aside };
  enum Role {
    StepRole = Qt::UserRole + 1,  ///< int: index of the step; -1: the teachers; of a run: its last step
    MarkRole,                     ///< int of Mark
    RunRole,                      ///< int: number of the run from 0; -1: the teachers
    IsCurrentRole,                ///< bool: the session stands here
    TasksRole,                    ///< int: how many tasks there are
  };

  explicit HistoryModel(QObject* parent = nullptr) : QAbstractItemModel(parent) {}

  /// Adds rows if the session has grown, resets if it is another one. Returns whether it is another one.
  bool setSession(const Session& session);

  QSet<int> hiddenRuns() const { return hidden_; }
  /// Sets the check box of a run; a run that has no step yet has none.
  void setRunVisible(int run, bool visible);
  int differenceColumn() const { return FirstTask + session_.taskCount(); }
  int timeColumn() const { return differenceColumn() + 1; }
  /// -1: the teachers. Invalid if there is no such step.
  QModelIndex indexOfStep(int step) const;

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 Q_SIGNALS:
  void hiddenRunsChanged();

 private:
  /// The steps of a run that no older run holds.
  using OwnSteps = std::vector<int>;

  bool continues(const Session& session) const;
  void reset(const Session& session);
  void grow(const Session& session);
  void addStep(int step, int run);
  void touchAll();

  int runOf(const QModelIndex& index) const;
  int stepOf(const QModelIndex& index) const;
  Mark markOf(const QModelIndex& index) const;
  bool isCurrent(const QModelIndex& index) const;
  const StepResult& stepAt(int step) const { return *session_.steps[std::size_t(step)]; }

  HistoryRows rows() const { return {session_, numbers_}; }
  HistoryColumn columnAt(int column) const;
  QString text(const QModelIndex& index) const;
  QString toolTip(const QModelIndex& index) const;

  Session session_;
  std::vector<int> numbers_;  ///< run of each step
  std::vector<OwnSteps> runs_;
  QSet<int> path_;
  QSet<int> hidden_;
};

}  // namespace zipper
