// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

#include "core/session/session.h"
#include "widgets/style/table_model.h"

namespace zipper {

/// What a column of the history is about; of a task: its top-1.
struct HistoryColumn {
  enum What { Step, Initialization, Iterations, Top1, Difference, Time } what = Step;
  int task = -1;
};

/// The words of the history: what its rows and headers say.
class HistoryRows {
 public:
  /// `session` and `numbers` (the run of each step) are to outlive it.
  HistoryRows(const Session& session, const std::vector<int>& numbers) : session_(session), numbers_(numbers) {}

  style::ColumnHeader header(HistoryColumn column) const;
  QString ofTeachers(HistoryColumn column) const;
  /// `own`: the steps that no older run holds.
  QString ofRun(int run, const std::vector<int>& own, HistoryColumn column) const;
  QString ofStep(int step, HistoryColumn column) const;

  QString toolTipOfTeachers() const;
  QString toolTipOfRun(int run, const std::vector<int>& own) const;
  /// With which settings the step was run.
  QString settingsOf(int step) const;

 private:
  const StepResult& at(int step) const { return *session_.steps[std::size_t(step)]; }
  QString differenceOf(const Scores& scores) const;
  QString runTitle(int run, const std::vector<int>& own) const;

  const Session& session_;
  const std::vector<int>& numbers_;
};

}  // namespace zipper
