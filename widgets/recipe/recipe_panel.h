// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "core/recipe/recipe.h"
#include "widgets/recipe/recipe_draft.h"

class QAction;
class QLabel;
class QScrollArea;
class QToolButton;
class QUndoStack;

namespace zipper {

class PresetRow;
class RecipeForm;

/// The recipe as a form for a narrow dock. All steps of the plan get the settings of the form.
class RecipePanel : public QWidget {
  Q_OBJECT

 public:
  explicit RecipePanel(QWidget* parent = nullptr);
  ~RecipePanel() override;

  /// Shows a recipe; not undoable. The undo stack is cleared if this changes sources or fields. Steps that had settings
  /// of their own get those of the form, and a note says so. `layers`: how many the networks have, for which plans are
  /// read from now on; unknownLayers: there are none yet. Doesn't emit recipeChanged().
  void setRecipe(const Recipe& recipe, int layers);
  /// Sources as they were set, everything else from the fields. A field that can't be read keeps its last
  /// value: only to be used if isValid().
  Recipe recipe() const;
  bool isValid() const;

  /// While a step runs: fields disabled, a line says why. The undo stack is made inactive as well (QUndoGroup).
  void setLocked(bool locked, const QString& reason = {});
  /// Once a layer is merged, the BN policy can't change in its session; undo leaves it alone, too.
  void setBnPolicyLocked(bool locked);
  /// For the line that says which of the planned layers are done.
  void setMergedLayers(const std::vector<int>& layers);
  /// For the drawing of the exponential schedule: images of the smallest training set; 0 if they aren't known.
  void setSmallestTrainingSet(std::int64_t images);

  /// Each edit is one command; what is typed in one go into one field is one.
  QUndoStack* undoStack() const { return undo_; }

  /// Reads settings and plan from a JSON file as one undoable edit; the session's own sources stay. Throws Error if the
  /// file isn't a recipe or has another BN policy than the locked one.
  void loadRecipe(const QString& path);
  /// Writes recipe() atomically. Throws Error if a field is wrong or the file can't be written.
  void saveRecipe(const QString& path) const;

  /// Makes these layers the plan, as one undoable edit.
  void planLayers(const std::vector<int>& layers);

 public Q_SLOTS:
  /// Sets what the preset prescribes; layers, seed, device and threads stay.
  void resetToPreset();

 Q_SIGNALS:
  /// After each valid or invalid edit, undo and redo.
  void recipeChanged();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void buildTopLine(QWidget* line);
  void connectForm();
  void edit(RecipeField field, const QString& value);
  void keepInView(RecipeField field);
  void choosePreset(const QString& preset);
  void keepOthers();
  /// Remembers what the choice that made `before` the present draft changed besides itself.
  void takeAlong(RecipeField cause, const RecipeDraft& before);
  /// Marks those of them that are still so.
  void showTakenAlong();
  void push(const QString& text, const RecipeDraft& after, int run);
  /// Makes the draft the current one, shows it and tells.
  void apply(const RecipeDraft& draft);
  void display(const RecipeDraft& draft, const Recipe& base);
  void updateStatus();
  void updateNotes();
  void updatePreview();
  void askForLoading();
  void askForSaving();

  RecipeDraft draft_;
  RecipeReading reading_;
  std::vector<int> mergedLayers_;
  int layers_ = unknownLayers;
  std::int64_t smallestTrainingSet_ = 0;
  bool locked_ = false;
  bool bnPolicyLocked_ = false;
  bool ownSettingsDropped_ = false;  ///< of steps, when the recipe was set
  QString lockReason_;
  int run_ = 1;  ///< of edits that merge
  RecipeField runField_ = RecipeField::Preset;
  RecipeField takenBy_ = RecipeField::Initialization;  ///< the choice that changed others last
  RecipeDraft takenFrom_, takenTo_;                    ///< the drafts before and after it; equal: there was none
  int takenAt_ = 0;                                    ///< index of the undo stack after it
  QUndoStack* undo_;
  PresetRow* presetRow_ = nullptr;
  QToolButton* resetButton_ = nullptr;
  QAction* loadAction_ = nullptr;
  QAction* saveAction_ = nullptr;
  QAction* resetAction_ = nullptr;
  QLabel* status_;
  RecipeForm* form_;
  QScrollArea* scroll_;
};

}  // namespace zipper
