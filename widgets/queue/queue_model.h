// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

#include "core/recipe/recipe.h"
#include "widgets/style/table_model.h"

namespace zipper {

/// A recipe of the queue as it is shown.
struct QueueRow {
  enum class State { Waiting, Running, Paused, Done, Failed, Skipped };

  QString name;      ///< may be empty
  QString summary;   ///< see recipeSummary()
  QString settings;  ///< the same at length, for a tool tip
  State state = State::Waiting;
  /// What is expected to be needed, or, of one in work, still; negative: unknown. Of one that is done what it took.
  double seconds = -1;
  QString message;  ///< why it failed
  bool hasResult = false;

  bool isDone() const { return state == State::Done || state == State::Failed || state == State::Skipped; }
};

/// "layers 1–13; least squares; 40 iterations; fine-tuning 200; seed 1"
QString recipeSummary(const Recipe& recipe);
/// Initialization with what else belongs to it, and the calibration, in lines.
QString recipeSettings(const Recipe& recipe);
/// "about 4 min": an estimate; "unknown yet" if it is negative.
QString estimateText(double seconds);

/// The recipes that wait to be run, and those that were, in the order of the queue.
class QueueModel : public style::TableModel {
  Q_OBJECT

 public:
  enum Column { Place, Name, Summary, Time, State };

  using TableModel::TableModel;

  /// Resets only if there are more or fewer of them.
  void setRows(std::vector<QueueRow> rows);
  const std::vector<QueueRow>& rows() const { return rows_; }

 protected:
  int rowsShown() const override { return int(rows_.size()); }
  int columnsShown() const override { return State + 1; }
  style::ColumnHeader header(int column) const override;
  bool isText(int column) const override { return column == Name || column == Summary || column == State; }
  QString text(int row, int column) const override;
  QVariant raw(int row, int column) const override;
  QString toolTip(int row, int column) const override;
  QVariant more(int row, int column, int role) const override;

 private:
  std::vector<QueueRow> rows_;
};

}  // namespace zipper
