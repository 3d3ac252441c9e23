// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/recipe/recipe.h"
#include "widgets/recipe/field_row.h"

class QButtonGroup;
class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QRadioButton;

namespace zipper {

/// The strategies with their formulas, one below the other, a sentence about the chosen one, what the choice took
/// along, and whether it may.
class InitializationRow : public FieldRow {
  Q_OBJECT

 public:
  explicit InitializationRow(QWidget* parent);
  QString value() const override;
  void setValue(const QString& value) override;
  QString displayText(const QString& value) const override;
  QWidget* editor() const override { return box_; }
  /// What the last choice changed besides, "Alignment → none, …", with a button that sets it back; nothing if empty.
  void setTakenAlong(const QString& others);
  /// Formulas and sentences are those of so many tasks; at first two.
  void setTasks(int tasks);
  /// What is shared is the same in all networks: taken from one of them, it is that of the others, too.
  void setIdentical(bool identical);
  /// Whether a choice is to change the initialization alone.
  bool changesAlone() const;

 Q_SIGNALS:
  void keepOthersRequested();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void addTakenAlong(QGridLayout* grid, int row);
  void addStrategy(QGridLayout* grid, const std::string& name, int row);
  void describeStrategies();
  QString sentenceOf(Initialization initialization) const;

  QWidget* box_;
  QButtonGroup* group_;
  std::vector<QLabel*> formulas_;  ///< by the row of their strategy, which is the id of its button
  int tasks_ = 2;
  bool identical_ = false;
  QLabel* taken_;
  QPushButton* keep_;
  QCheckBox* alone_;
};

}  // namespace zipper
