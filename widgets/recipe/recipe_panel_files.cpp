// SPDX-License-Identifier: GPL-3.0-or-later

#include <QUndoStack>

#include "core/support/error.h"
#include "core/support/files.h"
#include "widgets/recipe/plan_note.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"

namespace zipper {

namespace {

/// A recipe is a few kilobytes; more is some other file.
constexpr std::size_t largestRecipe = std::size_t(1) << 20;

}  // namespace

void RecipePanel::loadRecipe(const QString& path) {
  const std::string file = path.toStdString();
  Recipe loaded;
  const std::string text = readTextFile(file, largestRecipe);
  try {
    loaded = recipeFromJson(text, layers_);
  } catch (const Error& error) {
    fail(file, ": ", error.what());
  }
  if (bnPolicyLocked_ && loaded.bnPolicy != reading_.recipe.bnPolicy)
    fail(file, ": its BN policy is ", toString(loaded.bnPolicy), ", but the layers of this session are merged with ",
         toString(reading_.recipe.bnPolicy), "; step back to the start, or begin a new session, to use it");
  const RecipeDraft after = draftOf(loaded);
  if (after != draft_) push(tr("Load Recipe"), after, -1);
  ownSettingsDropped_ = !hasSameSteps(loaded, reading_.recipe);
  updateNotes();
}

void RecipePanel::saveRecipe(const QString& path) const {
  if (!reading_.isValid()) {
    const QString first =
        reading_.problems.empty() ? reading_.otherProblems.first() : reading_.problems.begin()->second;
    fail("recipe: ", first.toStdString());
  }
  writeFileAtomically(path.toStdString(), recipeToJson(reading_.recipe) + "\n");
}

void RecipePanel::askForLoading() {
  style::askOpenName(this, tr("Load Recipe"), tr("Recipes (*.json);;All files (*)"), [this](const QString& path) {
    try {
      if (locked_) return;
      loadRecipe(path);
      style::rememberFolder(path);
    } catch (const Error& error) {
      style::showError(this, tr("The recipe could not be loaded."), style::engineText(error.what()));
    }
  });
}

void RecipePanel::askForSaving() {
  style::askSaveName(this, tr("Save Recipe"), QStringLiteral("recipe.json"), tr("Recipes (*.json)"),
                     QStringLiteral("json"), [this](const QString& path) {
                       try {
                         saveRecipe(path);
                         style::rememberFolder(path);
                       } catch (const Error& error) {
                         style::showError(this, tr("The recipe could not be saved."), style::engineText(error.what()));
                       }
                     });
}

}  // namespace zipper
