// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <array>
#include <vector>

#include "widgets/recipe/field_row.h"
#include "widgets/recipe/recipe_draft.h"

class QVBoxLayout;

namespace zipper {

class CollapsibleSection;
class InitializationRow;
class SchedulePreview;

/// The meaning of a field in one sentence, without its default.
QString meaningOf(RecipeField field);
/// The name of a field as the form and the undo texts call it.
QString nameOf(RecipeField field);

/// The names of a choice with their texts for people, in the order of the form; empty if there are none in the table of
/// fields.
ChoiceRow::Choices choicesOf(RecipeField field);

/// All fields but the preset, in sections. Shows drafts and what is wrong with them; keeps none.
class RecipeForm : public QWidget {
  Q_OBJECT

 public:
  explicit RecipeForm(QWidget* parent = nullptr);
  void setDraft(const RecipeDraft& draft);
  /// Shows problems at their fields, hides fields that don't apply (unless they are wrong), redraws the schedule.
  void showReading(const RecipeReading& reading);
  /// Marks the fields that a choice changed besides itself, with what they were, where they stand and where they are
  /// folded away. `cause`: the initialization, whose row lists them; or the preset, whose row isn't here. Without
  /// fields all marks go.
  void showTakenAlong(RecipeField cause, const RecipeDraft& before, const RecipeDraft& now,
                      const std::vector<RecipeField>& fields);
  /// "Alignment → none, Batch size → 32 and 4 more"
  QString changesText(const RecipeDraft& now, const std::vector<RecipeField>& fields) const;
  InitializationRow* initializationRow() const { return initialization_; }
  /// The row of a field; null for the preset.
  FieldRow* row(RecipeField field) const { return rows_[std::size_t(field)]; }
  SchedulePreview* preview() const { return preview_; }
  /// Meaning and defaults of a field, for tooltips.
  QString helpOf(RecipeField field, FieldRow* row) const;
  int labelWidth() const { return labelWidth_; }

 Q_SIGNALS:
  void edited(zipper::RecipeField field, const QString& value);
  void editingFinished();
  void undoRequested();
  void redoRequested();

 private:
  void addBasics(QVBoxLayout* layout);
  void addAdvanced(QVBoxLayout* layout);
  void add(QVBoxLayout* layout, RecipeField field, FieldRow* row);
  /// A row as the field's kind has it: a line, a choice or a switch.
  void add(QVBoxLayout* layout, RecipeField field);
  void add(QVBoxLayout* layout, std::initializer_list<RecipeField> fields);

  std::array<FieldRow*, recipeFieldCount> rows_{};
  InitializationRow* initialization_ = nullptr;
  SchedulePreview* preview_ = nullptr;
  CollapsibleSection* advanced_ = nullptr;
  int labelWidth_ = 0;
};

}  // namespace zipper
