// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/recipe_form.h"

#include <QLabel>
#include <QStringList>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/recipe/collapsible_section.h"
#include "widgets/recipe/device_row.h"
#include "widgets/recipe/field_row.h"
#include "widgets/recipe/initialization_row.h"
#include "widgets/recipe/initialization_text.h"
#include "widgets/recipe/schedule_preview.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

constexpr int rowSpacing = 6;
constexpr int sectionSpacing = 12;

QLabel* makeHeading(const QString& text, QWidget* parent) {
  auto* heading = new QLabel(text, parent);
  QFont bold = heading->font();
  bold.setBold(true);
  heading->setFont(bold);
  return heading;
}

ChoiceRow::Choices alignmentChoices() {
  ChoiceRow::Choices choices;
  for (const std::string& name : alignmentNames()) {
    QString text = alignmentName(alignmentFromString(name));
    text[0] = text[0].toUpper();
    choices.emplace_back(style::unchanged(name), text);
  }
  return choices;
}

}  // namespace

RecipeForm::RecipeForm(QWidget* parent) : QWidget(parent) {
  for (std::size_t i = 1; i < recipeFieldCount; ++i)
    labelWidth_ = std::max(labelWidth_, fontMetrics().horizontalAdvance(nameOf(RecipeField(i))));
  labelWidth_ = std::min(labelWidth_ + 2, 6 * fontMetrics().height());  // long words break at soft hyphens
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 4, 10, 10);
  layout->setSpacing(rowSpacing);
  addBasics(layout);
  advanced_ = new CollapsibleSection(tr("Advanced"), this);
  layout->addSpacing(sectionSpacing);
  layout->addWidget(advanced_);
  addAdvanced(advanced_->contentLayout());
  layout->addStretch(1);
}

void RecipeForm::addBasics(QVBoxLayout* layout) {
  layout->addWidget(makeHeading(nameOf(RecipeField::Initialization), this));
  initialization_ = new InitializationRow(this);
  add(layout, RecipeField::Initialization, initialization_);
  add(layout, RecipeField::Alignment, new ChoiceRow(nameOf(RecipeField::Alignment), alignmentChoices(), this));
  add(layout, RecipeField::BnPolicy,
      new ChoiceRow(nameOf(RecipeField::BnPolicy),
                    {{QStringLiteral("per-task"), tr("Per task")}, {QStringLiteral("shared"), tr("Shared")}}, this));
  layout->addSpacing(sectionSpacing);
  layout->addWidget(makeHeading(tr("Calibration of each step"), this));
  add(layout, {RecipeField::Iterations, RecipeField::BatchSize, RecipeField::Optimizer, RecipeField::Momentum,
               RecipeField::LearningRate, RecipeField::Schedule, RecipeField::Decay, RecipeField::DecayEpochs});
  preview_ = new SchedulePreview(this);
  layout->addWidget(preview_);
  layout->addSpacing(sectionSpacing);
  layout->addWidget(makeHeading(tr("Plan"), this));
  add(layout, {RecipeField::Layers, RecipeField::Trunk, RecipeField::FinetuneIterations, RecipeField::ValidationImages,
               RecipeField::ValidationInterval});
}

void RecipeForm::addAdvanced(QVBoxLayout* layout) {
  add(layout,
      {RecipeField::UpdateOrder, RecipeField::CrossEntropyWeight, RecipeField::L1Weight,
       RecipeField::DistillationWeight, RecipeField::Temperature, RecipeField::WeightDecay, RecipeField::BnMomentum,
       RecipeField::Precision, RecipeField::Augment, RecipeField::InitializationImages, RecipeField::SameImages,
       RecipeField::Ridge, RecipeField::FisherWeights, RecipeField::FitKernels, RecipeField::FitHeads,
       RecipeField::ReestimateStatistics, RecipeField::StatisticsImages, RecipeField::Seed});
  add(layout, RecipeField::Device, new DeviceRow(nameOf(RecipeField::Device), this));
  add(layout, RecipeField::Threads);
}

void RecipeForm::add(QVBoxLayout* layout, RecipeField field, FieldRow* row) {
  rows_[std::size_t(field)] = row;
  row->setLabelWidth(labelWidth_);
  row->setHelp(helpOf(field, row));
  layout->addWidget(row);
  connect(row, &FieldRow::edited, this, [this, field](const QString& value) { Q_EMIT edited(field, value); });
  connect(row, &FieldRow::editingFinished, this, &RecipeForm::editingFinished);
}

void RecipeForm::add(QVBoxLayout* layout, RecipeField field) {
  const auto& kind = infoOf(field).kind;
  if (std::holds_alternative<ChoiceField>(kind))
    return add(layout, field, new ChoiceRow(nameOf(field), choicesOf(field), this));
  if (std::holds_alternative<SwitchField>(kind)) return add(layout, field, new SwitchRow(nameOf(field), this));
  auto* row = new LineRow(nameOf(field), this);
  add(layout, field, row);
  connect(row, &LineRow::undoRequested, this, &RecipeForm::undoRequested);
  connect(row, &LineRow::redoRequested, this, &RecipeForm::redoRequested);
}

void RecipeForm::add(QVBoxLayout* layout, std::initializer_list<RecipeField> fields) {
  for (const RecipeField field : fields) add(layout, field);
}

QString RecipeForm::helpOf(RecipeField field, FieldRow* row) const {
  QStringList defaults;
  QString common;
  bool same = true;
  for (const std::string& preset : presetNames()) {
    const QString value = row->displayText(draftOf(presetRecipe(preset))[field]);
    same = same && (defaults.isEmpty() || value == common);
    common = value;
    defaults << tr("%1 (%2)").arg(value, style::shown(preset));
  }
  return tr("%1\nDefault: %2").arg(meaningOf(field), same ? common : defaults.join(QStringLiteral(", ")));
}

void RecipeForm::setDraft(const RecipeDraft& draft) {
  for (std::size_t i = 0; i < recipeFieldCount; ++i)
    if (rows_[i] != nullptr) rows_[i]->setValue(draft[RecipeField(i)]);
}

QString RecipeForm::changesText(const RecipeDraft& now, const std::vector<RecipeField>& fields) const {
  constexpr std::size_t most = 6;
  QStringList changes;
  for (const RecipeField field : fields)
    if (rows_[std::size_t(field)] != nullptr && changes.size() < qsizetype(most))
      changes << tr("%1 → %2").arg(nameOf(field), row(field)->displayText(now[field]));
  const QString text = changes.join(QStringLiteral(", "));
  return fields.size() <= most ? text : tr("%1 and %2 more").arg(text).arg(fields.size() - most);
}

void RecipeForm::showTakenAlong(RecipeField cause, const RecipeDraft& before, const RecipeDraft& now,
                                const std::vector<RecipeField>& fields) {
  const bool byInitialization = cause == RecipeField::Initialization;
  int folded = 0;
  for (std::size_t i = 0; i < recipeFieldCount; ++i) {
    if (rows_[i] == nullptr) continue;
    const bool changed = std::find(fields.begin(), fields.end(), RecipeField(i)) != fields.end();
    const QString was = changed ? rows_[i]->displayText(before[RecipeField(i)]) : QString();
    rows_[i]->setChange(!changed           ? QString()
                        : byInitialization ? tr("changed with the initialization, was: %1").arg(was)
                                           : tr("changed with the preset, was: %1").arg(was));
    if (changed && advanced_->isAncestorOf(rows_[i])) ++folded;
  }
  initialization_->setTakenAlong(byInitialization ? changesText(now, fields) : QString());
  advanced_->setNote(folded > 0 ? tr("%1 changed").arg(folded) : QString());
}

void RecipeForm::showReading(const RecipeReading& reading) {
  bool advancedProblem = false;
  for (std::size_t i = 0; i < recipeFieldCount; ++i) {
    if (rows_[i] == nullptr) continue;
    const auto found = reading.problems.find(RecipeField(i));
    const bool wrong = found != reading.problems.end();
    rows_[i]->setProblem(wrong ? found->second : QString());
    advancedProblem = advancedProblem || (wrong && advanced_->isAncestorOf(rows_[i]));
  }
  const StepSettings& settings = reading.recipe.defaults;
  const auto showIf = [this](RecipeField field, bool applies) {
    row(field)->setVisible(applies || !row(field)->problem().isEmpty());
  };
  const int tasks = std::max(2, int(reading.recipe.sources.size()));
  initialization_->setTasks(tasks);
  initialization_->setIdentical(reading.recipe.preset == exactPreset);
  row(RecipeField::Alignment)->setNote(alignmentSentence(settings.start.alignment, tasks));
  showIf(RecipeField::InitializationImages, needsImages(settings));
  showIf(RecipeField::Ridge, settings.start.initialization == Initialization::LeastSquares ||
                                 settings.start.alignment == Alignment::Mergeability);
  showIf(RecipeField::FisherWeights,
         settings.start.initialization == Initialization::LeastSquares && reading.recipe.bnPolicy == BnPolicy::PerTask);
  showIf(RecipeField::Temperature, settings.calibration.distillationWeight > 0);
  showIf(RecipeField::Momentum, settings.calibration.optimizer == OptimizerKind::Sgd);
  showIf(RecipeField::Decay, settings.calibration.schedule == ScheduleKind::Exponential);
  showIf(RecipeField::DecayEpochs, settings.calibration.schedule == ScheduleKind::Exponential);
  showIf(RecipeField::StatisticsImages, settings.reestimateStatistics);
  const std::vector<StepPlan>& steps = reading.recipe.steps;
  const bool finetunes = !steps.empty() && steps.back().target.isFineTuning();
  showIf(RecipeField::ValidationImages, finetunes || settings.validationImages > 0);
  showIf(RecipeField::ValidationInterval, finetunes && settings.validationImages > 0);
  preview_->setSettings(settings.calibration);
  if (advancedProblem) advanced_->setExpanded(true);
}

}  // namespace zipper
