// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUndoCommand>
#include <functional>

#include "widgets/recipe/recipe_draft.h"

namespace zipper {

/// One edit of a recipe, from one state of the fields to another.
class RecipeEdit : public QUndoCommand {
 public:
  /// Edits with the same positive `run` merge: what is typed in one go into one field.
  RecipeEdit(const QString& text, const RecipeDraft& before, const RecipeDraft& after, int run,
             std::function<void(const RecipeDraft&)> apply)
      : QUndoCommand(text), before_(before), after_(after), run_(run), apply_(std::move(apply)) {}

  void undo() override { apply_(before_); }
  void redo() override { apply_(after_); }
  int id() const override { return run_; }
  bool mergeWith(const QUndoCommand* other) override {
    after_ = static_cast<const RecipeEdit*>(other)->after_;
    setObsolete(after_ == before_);
    return true;
  }

 private:
  RecipeDraft before_, after_;
  int run_;
  std::function<void(const RecipeDraft&)> apply_;
};

}  // namespace zipper
