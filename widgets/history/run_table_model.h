// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "widgets/history/history_figures.h"
#include "widgets/style/table_values.h"

namespace zipper {

/// One row per run of a session: what each strategy came to.
class RunTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  /// FirstTask: top-1 of A, further tasks follow; then difference to the teachers, parameters and time.
  enum Column { Number, Strategy, Layers, Iterations, FirstTask };
  enum Role {
    TipRole = style::RawRole + 1,  ///< int: index of the run's last step
    RunRole,                       ///< int: number of the run from 0
  };

  explicit RunTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

  /// Resets only if there are fewer runs or another number of tasks than before.
  void setSession(const Session& session);

  int differenceColumn() const { return FirstTask + taskCount_; }
  int parametersColumn() const { return differenceColumn() + 1; }
  int timeColumn() const { return differenceColumn() + 2; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString text(const RunFigures& run, int column) const;
  QVariant raw(const RunFigures& run, int column) const;
  QString toolTip(const RunFigures& run, int column) const;
  QString title(int column) const;
  QString csvName(int column) const;
  QString explanation(int column) const;
  bool isText(int column) const { return column <= Layers; }

  std::vector<RunFigures> runs_;
  std::vector<QString> startTexts_;  ///< by number of the run
  int taskCount_ = 2;
  int currentRun_ = -1;
};

}  // namespace zipper
