// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/recipe_panel.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/recipe/initialization_row.h"
#include "widgets/recipe/plan_note.h"
#include "widgets/recipe/preset_row.h"
#include "widgets/recipe/recipe_edit.h"
#include "widgets/recipe/recipe_form.h"
#include "widgets/recipe/schedule_preview.h"
#include "widgets/style/colors.h"

namespace zipper {

namespace {

bool sameSources(const Recipe& a, const Recipe& b) {
  const auto same = [](const TaskSource& x, const TaskSource& y) {
    return x.model == y.model && x.modelSha256 == y.modelSha256 && x.data == y.data &&
           x.dataFingerprint == y.dataFingerprint;
  };
  return std::equal(a.sources.begin(), a.sources.end(), b.sources.begin(), b.sources.end(), same);
}

QToolButton* makeButton(const QString& text, const QString& name, const QString& help, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setText(text);
  button->setAccessibleName(name);
  button->setToolTip(help);
  button->setWhatsThis(help);
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

}  // namespace

RecipePanel::RecipePanel(QWidget* parent)
    : QWidget(parent),
      undo_(new QUndoStack(this)),
      status_(new QLabel(this)),
      form_(new RecipeForm),
      scroll_(new QScrollArea(this)) {
  auto* top = new QWidget(this);
  buildTopLine(top);
  status_->setWordWrap(true);
  status_->setTextFormat(Qt::PlainText);
  status_->setContentsMargins(10, 6, 10, 6);
  status_->setObjectName(QStringLiteral("status"));
  scroll_->setWidget(form_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setFocusPolicy(Qt::NoFocus);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(top);
  layout->addWidget(scroll_, 1);
  layout->addWidget(status_);  // below: the fields stay where they are when it comes and goes
  connectForm();
  const Recipe fast = presetRecipe("fast");
  display(draftOf(fast), fast);
}

void RecipePanel::buildTopLine(QWidget* line) {
  presetRow_ = new PresetRow(line);
  presetRow_->setLabelWidth(form_->labelWidth());
  presetRow_->setHelp(form_->helpOf(RecipeField::Preset, presetRow_));
  resetButton_ = makeButton(QStringLiteral("↺"), tr("Reset to preset"),
                            tr("Sets all settings that the preset prescribes back to its values."), line);
  auto* menuButton =
      makeButton(QStringLiteral("⋯"), tr("Recipe menu"), tr("Load or save the recipe, undo and redo."), line);
  auto* menu = new QMenu(menuButton);
  menu->setToolTipsVisible(true);
  loadAction_ = menu->addAction(tr("&Load Recipe…"), this, &RecipePanel::askForLoading);
  loadAction_->setToolTip(tr("Takes settings and plan from a JSON file; models and data stay as they are."));
  saveAction_ = menu->addAction(tr("&Save Recipe As…"), this, &RecipePanel::askForSaving);
  saveAction_->setToolTip(tr("Writes settings, plan and sources to a JSON file that the command line reads, too."));
  resetAction_ = menu->addAction(tr("&Reset to Preset"), this, &RecipePanel::resetToPreset);
  resetAction_->setToolTip(resetButton_->toolTip());
  menuButton->setMenu(menu);
  menuButton->setPopupMode(QToolButton::InstantPopup);
  auto* layout = new QHBoxLayout(line);
  layout->setContentsMargins(10, 10, 10, 8);
  layout->setSpacing(4);
  layout->addWidget(presetRow_, 1);
  layout->addWidget(resetButton_, 0, Qt::AlignTop);
  layout->addWidget(menuButton, 0, Qt::AlignTop);
  connect(resetButton_, &QToolButton::clicked, this, &RecipePanel::resetToPreset);
}

/// A field that loses the focus while the panel goes still emits, and so does the stack when it is cleared.
RecipePanel::~RecipePanel() {
  form_->disconnect(this);
  undo_->disconnect(this);
}

void RecipePanel::connectForm() {
  connect(presetRow_, &FieldRow::edited, this, &RecipePanel::choosePreset);
  connect(form_, &RecipeForm::edited, this, &RecipePanel::edit);
  connect(undo_, &QUndoStack::indexChanged, this, &RecipePanel::showTakenAlong);
  connect(form_->initializationRow(), &InitializationRow::keepOthersRequested, this, &RecipePanel::keepOthers);
  connect(form_, &RecipeForm::editingFinished, this, [this] { ++run_; });
  connect(form_, &RecipeForm::undoRequested, undo_, [this] {
    if (!locked_) undo_->undo();
  });
  connect(form_, &RecipeForm::redoRequested, undo_, [this] {
    if (!locked_) undo_->redo();
  });
}

void RecipePanel::setRecipe(const Recipe& recipe, int layers) {
  layers_ = layers;
  const RecipeDraft draft = draftOf(recipe);
  // "2e-3" and "0.002" are the same recipe: what was typed may stay.
  const bool fieldsStay = reading_.isValid() && draftOf(reading_.recipe) == draft;
  if (!fieldsStay || !sameSources(recipe, reading_.recipe)) {
    undo_->clear();
    takenFrom_ = takenTo_ = draft;
    takenAt_ = 0;
  }
  display(fieldsStay ? draft_ : draft, recipe);
  ownSettingsDropped_ = !hasSameSteps(recipe, reading_.recipe);
  updateNotes();
}

Recipe RecipePanel::recipe() const { return reading_.recipe; }

bool RecipePanel::isValid() const { return reading_.isValid(); }

void RecipePanel::setLocked(bool locked, const QString& reason) {
  locked_ = locked;
  lockReason_ = reason;
  form_->setEnabled(!locked);
  presetRow_->setEnabled(!locked);
  undo_->setActive(!locked);
  updateStatus();
}

void RecipePanel::setBnPolicyLocked(bool locked) {
  bnPolicyLocked_ = locked;
  FieldRow* row = form_->row(RecipeField::BnPolicy);
  row->editor()->setEnabled(!locked);
  const QString help = form_->helpOf(RecipeField::BnPolicy, row);
  row->setHelp(locked
                   ? tr("%1\nFixed for the whole session since its first step. File, New begins another one.").arg(help)
                   : help);
}

void RecipePanel::setMergedLayers(const std::vector<int>& layers) {
  mergedLayers_ = layers;
  updateNotes();
}

void RecipePanel::setSmallestTrainingSet(std::int64_t images) {
  smallestTrainingSet_ = images;
  updatePreview();
}

void RecipePanel::edit(RecipeField field, const QString& value) {
  if (value == draft_[field]) return;
  if (field != runField_) ++run_;
  runField_ = field;
  RecipeDraft after = draft_;
  after[field] = value;
  const RecipeDraft before = draft_;
  const bool chooses = field == RecipeField::Initialization;
  if (chooses && !form_->initializationRow()->changesAlone()) followInitialization(after);
  push(tr("Change %1").arg(nameOf(field)), after, run_);
  if (chooses) takeAlong(field, before);
  // The button that was pressed is in view anyway, and is to stay where it is.
  if (!chooses) QTimer::singleShot(0, this, [this, field] { keepInView(field); });
}

void RecipePanel::takeAlong(RecipeField cause, const RecipeDraft& before) {
  // Choosing on with nothing else in between: what counts is what there was before the first choice.
  const bool goesOn = cause != RecipeField::Preset && takenBy_ == cause && before == takenTo_;
  takenBy_ = cause;
  takenTo_ = draft_;
  if (!goesOn) {
    takenFrom_ = before;
    takenAt_ = undo_->index();
  }
  showTakenAlong();
}

void RecipePanel::showTakenAlong() {
  std::vector<RecipeField> fields;
  const bool stands = undo_->index() >= takenAt_ && draft_[takenBy_] == takenTo_[takenBy_];
  for (std::size_t i = 0; i < recipeFieldCount && stands; ++i) {
    const auto field = RecipeField(i);
    if (field != takenBy_ && takenTo_[field] != takenFrom_[field] && draft_[field] == takenTo_[field])
      fields.push_back(field);
  }
  form_->showTakenAlong(takenBy_, takenFrom_, draft_, fields);
  const bool byPreset = takenBy_ == RecipeField::Preset && !fields.empty();
  presetRow_->setChange(byPreset ? tr("Changed: %1").arg(form_->changesText(draft_, fields)) : QString());
}

/// The choice stays, what it took along goes back to what it was.
void RecipePanel::keepOthers() {
  if (locked_) return;
  RecipeDraft after = draft_;
  for (std::size_t i = 0; i < recipeFieldCount; ++i) {
    const auto field = RecipeField(i);
    if (field != takenBy_ && takenTo_[field] != takenFrom_[field] && draft_[field] == takenTo_[field])
      after[field] = takenFrom_[field];
  }
  ++run_;
  if (after != draft_) push(tr("Keep the other settings"), after, -1);
}

/// What is wrong with fields takes lines of its own, which push others away.
void RecipePanel::keepInView(RecipeField field) {
  layout()->activate();
  QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
  scroll_->ensureWidgetVisible(form_->row(field), 0, 8);
}

void RecipePanel::planLayers(const std::vector<int>& layers) {
  if (locked_) return;
  ++run_;
  edit(RecipeField::Layers, QString::fromStdString(layersToString(layers)));
  ++run_;
}

void RecipePanel::choosePreset(const QString& preset) {
  if (preset.isEmpty()) return;
  RecipeDraft after = withPreset(draft_, preset);
  if (bnPolicyLocked_) after[RecipeField::BnPolicy] = draft_[RecipeField::BnPolicy];
  // What a preset leaves alone stays, but not if it is wrong.
  const RecipeDraft prescribed = draftOf(presetRecipe(preset.toStdString(), layers_));
  for (const auto& [field, problem] : reading_.problems) after[field] = prescribed[field];
  ++run_;
  if (after == draft_) return display(draft_, reading_.recipe);  // a locked setting still makes a custom recipe
  const RecipeDraft before = draft_;
  push(tr("Preset %1").arg(presetRow_->displayText(preset)), after, -1);
  takeAlong(RecipeField::Preset, before);
}

void RecipePanel::resetToPreset() {
  if (!locked_) choosePreset(draft_[RecipeField::Preset]);
}

void RecipePanel::push(const QString& text, const RecipeDraft& after, int run) {
  if (undo_->index() < takenAt_) takenFrom_ = takenTo_;  // it was undone and can't be done again
  undo_->push(new RecipeEdit(text, draft_, after, run, [this](const RecipeDraft& draft) { apply(draft); }));
}

void RecipePanel::apply(const RecipeDraft& draft) {
  RecipeDraft allowed = draft;
  if (bnPolicyLocked_) allowed[RecipeField::BnPolicy] = draft_[RecipeField::BnPolicy];
  display(allowed, reading_.recipe);
  ownSettingsDropped_ = false;
  updateNotes();
  Q_EMIT recipeChanged();
}

void RecipePanel::display(const RecipeDraft& draft, const Recipe& base) {
  draft_ = draft;
  reading_ = readDraft(draft_, base, layers_);
  form_->setDraft(draft_);
  form_->showReading(reading_);
  presetRow_->setValue(draft_[RecipeField::Preset]);
  const bool wrongSetting = std::any_of(reading_.problems.begin(), reading_.problems.end(),
                                        [](const auto& problem) { return isPresetField(problem.first); });
  presetRow_->setCustom(wrongSetting || !followsPreset(reading_.recipe));
  updatePreview();
  updateNotes();
  updateStatus();
  showTakenAlong();
}

void RecipePanel::updateStatus() {
  const bool wrong = !reading_.isValid();
  QString text;
  if (locked_) {
    text = lockReason_.isEmpty() ? tr("Locked while a step runs.") : lockReason_;
  } else if (!reading_.otherProblems.isEmpty()) {
    text = QStringLiteral("⚠ ") + reading_.otherProblems.first();
  } else if (wrong) {
    text = QStringLiteral("⚠ ") + tr("%n field(s) to correct.", nullptr, int(reading_.problems.size()));
  }
  QPalette colors = palette();
  colors.setColor(QPalette::WindowText, locked_ ? style::workColor(colors) : style::errorColor(colors));
  status_->setPalette(colors);
  status_->setText(text);
  status_->setVisible(!text.isEmpty());
  loadAction_->setEnabled(!locked_);
  saveAction_->setEnabled(!wrong);
  resetAction_->setEnabled(!locked_ && presetRow_->isCustom());
  resetButton_->setEnabled(resetAction_->isEnabled());
}

void RecipePanel::updateNotes() {
  QString note = planNote(reading_.recipe, mergedLayers_);
  if (ownSettingsDropped_)
    note += QLatin1Char('\n') + tr("Some steps had settings of their own; the plan now uses those above for all.");
  form_->row(RecipeField::Layers)->setNote(note);
  const bool finetunes = !reading_.recipe.steps.empty() && reading_.recipe.steps.back().target.isFineTuning();
  form_->row(RecipeField::FinetuneIterations)
      ->setNote(finetunes ? tr("Iterations after the last step.") : tr("No fine-tuning after the last step."));
  form_->row(RecipeField::Threads)->setNote(reading_.recipe.threads == 0 ? tr("One per core.") : QString());
}

void RecipePanel::updatePreview() {
  const int batch = std::max(1, reading_.recipe.defaults.calibration.batchSize);
  // The last, incomplete batch of an epoch is left out (calibration.cpp).
  form_->preview()->setIterationsPerEpoch(
      smallestTrainingSet_ <= 0 ? 0 : double(std::max<std::int64_t>(1, smallestTrainingSet_ / batch)));
}

void RecipePanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) updateStatus();
}

}  // namespace zipper
