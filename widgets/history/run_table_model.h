// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "widgets/history/history_figures.h"
#include "widgets/style/table_model.h"

namespace zipper {

/// One row per run of a session: what each strategy came to.
class RunTableModel : public style::TableModel {
  Q_OBJECT

 public:
  /// FirstTask: top-1 of A, further tasks follow; then difference to the teachers, parameters and time.
  enum Column { Number, Strategy, Layers, Iterations, FirstTask };
  enum Role {
    TipRole = style::RawRole + 1,  ///< int: index of the run's last step
    RunRole,                       ///< int: number of the run from 0
  };

  using TableModel::TableModel;

  /// Resets only if there are fewer runs, another number of tasks, or other columns than before.
  void setSession(const Session& session);

  int differenceColumn() const { return FirstTask + int(taskTitles_.size()); }
  int parametersColumn() const { return differenceColumn() + 1; }
  int timeColumn() const { return differenceColumn() + 2; }
  /// Both are there only if some run has a name or notes. The name also stands behind the number.
  int nameColumn() const { return timeColumn() + 1; }
  int notesColumn() const { return timeColumn() + 2; }

 protected:
  int rowsShown() const override { return int(runs_.size()); }
  int columnsShown() const override { return timeColumn() + (named_ ? 3 : 1); }
  style::ColumnHeader header(int column) const override;
  bool isText(int column) const override { return column <= Layers || column > timeColumn(); }
  QString text(int row, int column) const override;
  QVariant raw(int row, int column) const override;
  QString toolTip(int row, int column) const override;
  QVariant more(int row, int column, int role) const override;

 private:
  const RunFigures& at(int row) const { return runs_[std::size_t(row)]; }
  style::ColumnHeader taskHeader(int task) const;
  bool isScore(int column) const { return column >= FirstTask && column <= differenceColumn(); }

  std::vector<RunFigures> runs_;
  std::vector<QString> startTexts_;  ///< by number of the run
  std::vector<QString> taskTitles_;
  int currentRun_ = -1;
  bool named_ = false;  ///< some run has a name or notes
};

}  // namespace zipper
