// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/runs_link.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <algorithm>

#include "app/workbench/document.h"
#include "app/workbench/jobs/job_runner.h"
#include "core/recipe/merge_command.h"
#include "core/session/run_tree.h"
#include "core/session/session_file.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "widgets/history/history_figures.h"
#include "widgets/history/run_note_dialog.h"
#include "widgets/recipe/recipe_difference_dialog.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

constexpr std::size_t mostRecipeBytes = std::size_t(1) << 24;

/// The recipe of a file, or all that a session of a file does.
Recipe recipeOfFile(const std::string& path) {
  if (isSessionFile(path)) return recipeWithPlan(loadSessionOutline(path));
  try {
    return recipeFromJson(readTextFile(path, mostRecipeBytes));
  } catch (const Error& error) {
    fail(path, ": ", error.what());
  }
}

/// What the session does from its networks on, with the recipe as the panel has it.
Recipe plannedRecipe(const Document& document) { return recipeWithPlan(document.session()); }

/// Class by class in place has a word on the command line; the usual rule needs none.
std::vector<std::string> classWishesOf(const Document& document) {
  std::vector<std::string> wishes;
  for (const ClassView& view : document.classes())
    wishes.push_back(view.matching.basis == ClassBasis::Given && isInPlace(view.matching, view.spec) ? "position" : "");
  return wishes;
}

}  // namespace

RunsLink::RunsLink(Document& document, JobRunner& jobs, RecipePanel& panel, QWidget& window)
    : QObject(&window), document_(document), jobs_(jobs), panel_(panel), window_(window) {
  connect(&document_, &Document::opened, this, [this] { delete difference_; });
}

void RunsLink::askNote(int run) {
  const Session& session = document_.session();
  auto* dialog = new RunNoteDialog(runTitle(session, run), noteOf(session, run), &window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog, run] {
    try {
      document_.setRunNote(run, dialog->note());
    } catch (const Error& error) {
      Q_EMIT failed(tr("The run couldn't get this name."), style::engineText(error.what()));
    }
  });
  connect(&document_, &Document::opened, dialog, &QDialog::reject);
  dialog->open();
}

void RunsLink::compareRecipes(int run) {
  if (!document_.isOpen()) return;
  const Session& session = document_.session();
  std::vector<TitledRecipe> recipes;
  const std::vector<Run> runs = runsOf(session);
  for (const Run& one : runs)
    recipes.push_back({runTitle(session, one.number), recipeOfPath(session, one.steps.back())});
  recipes.push_back({tr("What is planned now"), plannedRecipe(document_)});
  const int planned = int(recipes.size()) - 1;
  const int first = run >= 0 ? run : std::min(currentRun(session), planned);
  if (difference_ == nullptr) {
    difference_ = new RecipeDifferenceDialog(&window_);
    difference_->setAttribute(Qt::WA_DeleteOnClose);
    connect(difference_, &RecipeDifferenceDialog::fileRequested, this, &RunsLink::chooseFile);
  }
  difference_->setRecipes(recipes, first, planned);
  difference_->show();
  difference_->raise();
  difference_->activateWindow();
}

void RunsLink::chooseFile() {
  style::askOpenName(
      difference_, tr("Recipe to compare with"), tr("Recipes and sessions (*.json *.zipper);;All files (*)"),
      [this](const QString& path) {
        jobs_.query(
            "recipe of a file",
            [this, path]() -> std::function<void()> {
              const Recipe recipe = recipeOfFile(path.toStdString());
              return [this, path, recipe] {
                style::rememberFolder(path);
                if (difference_ != nullptr) difference_->addFile({style::shown(QFileInfo(path).fileName()), recipe});
              };
            },
            [this](const QString& message) { Q_EMIT failed(tr("The recipe couldn't be read."), message); });
      });
}

QString RunsLink::commandOf(int run) const {
  const Session& session = document_.session();
  const bool saved = !document_.path().isEmpty() && !document_.isModified();
  if (run < 0 && saved && !session.steps.empty())
    return style::unchanged(shellText({{"zipper", "resume", document_.path().toStdString()}}));
  const int noted = run < 0 ? runOfNextStep(session) : run;
  const Recipe recipe =
      run < 0 ? plannedRecipe(document_) : recipeOfPath(session, runsOf(session).at(std::size_t(run)).steps.back());
  const RunNote& note = noteOf(session, noted);
  return style::unchanged(shellText(
      mergeCommands(recipe, session.layers(), {"merged.zipper", note.name, note.notes, classWishesOf(document_)})));
}

void RunsLink::copyCommand(int run) {
  if (!document_.isOpen()) return;
  if (run < 0 && !panel_.isValid())
    return Q_EMIT failed(tr("There is no command for this recipe."), tr("Mend what is marked in the recipe first."));
  const auto isByHand = [](const ClassView& view) {
    return view.matching.basis == ClassBasis::Given && !isInPlace(view.matching, view.spec);
  };
  const auto& classes = document_.classes();
  const bool byHand = std::any_of(classes.begin(), classes.end(), isByHand);
  try {
    QGuiApplication::clipboard()->setText(commandOf(run));
  } catch (const Error& error) {
    return Q_EMIT failed(tr("There is no command for this recipe."), style::engineText(error.what()));
  }
  Q_EMIT told(run < 0 ? tr("The command that does what is planned is on the clipboard.")
                      : tr("The command that does what run %1 did is on the clipboard.").arg(run + 1));
  if (byHand)
    Q_EMIT told(tr("Classes that were matched by hand aren't in the command: --classes takes a file of them."));
}

}  // namespace zipper
