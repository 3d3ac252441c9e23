// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>
#include <vector>

#include "core/recipe/recipe_difference.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace zipper {

/// A recipe with what it is called: "Run 2 · small batches", "the recipe panel", a file.
struct TitledRecipe {
  QString title;
  Recipe recipe;
};

/// What is different in two recipes, chosen from several, as a table. Closes and reads nothing by itself: whoever owns
/// it brings files that are asked for.
class RecipeDifferenceDialog : public QDialog {
  Q_OBJECT

 public:
  explicit RecipeDifferenceDialog(QWidget* parent = nullptr);

  /// Those to choose from, and the two that are shown. Files that were added stay behind them.
  void setRecipes(const std::vector<TitledRecipe>& recipes, int one, int other);
  /// Adds what a file holds, and shows it as the second.
  void addFile(const TitledRecipe& file);
  /// The table as comma-separated values with a header line.
  QString csv() const;

 Q_SIGNALS:
  /// A recipe or session is to be chosen and given to addFile().
  void fileRequested();

 private:
  void buildChoice();
  void buildTable();
  void buildButtons();
  void fillChoices(int one, int other);
  void refresh();
  const TitledRecipe& chosen(const QComboBox* box) const;

  std::vector<TitledRecipe> recipes_, files_;
  QComboBox *one_, *other_;
  QTreeWidget* table_;
  QLabel* summary_;
  QPushButton* copy_;
};

/// A value of a difference as people read it, translated.
QString differenceValue(const RecipeDifference& difference, const std::string& value);
/// What the difference is about, and where: "Learning rate (layers 1–6)".
QString differenceTitle(const RecipeDifference& difference);

}  // namespace zipper
