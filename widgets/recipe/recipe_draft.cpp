// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/recipe_draft.h"

#include <QCoreApplication>
#include <vector>

#include "core/support/error.h"
#include "core/support/text_format.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

template <typename Value>
struct Binding {
  RecipeField field;
  const char* name;  ///< how problemsOf() calls it
  Value& (*value)(Recipe&);
};

const std::vector<Binding<int>>& integers() {
  static const std::vector<Binding<int>> all{
      {RecipeField::Iterations, "iterations", [](Recipe& r) -> int& { return r.defaults.calibration.iterations; }},
      {RecipeField::BatchSize, "batch size", [](Recipe& r) -> int& { return r.defaults.calibration.batchSize; }},
      {RecipeField::InitializationImages, "initialization images",
       [](Recipe& r) -> int& { return r.defaults.initializationImages; }},
      {RecipeField::StatisticsImages, "statistics images",
       [](Recipe& r) -> int& { return r.defaults.statisticsImages; }},
      {RecipeField::ValidationImages, "validation images",
       [](Recipe& r) -> int& { return r.defaults.validationImages; }},
      {RecipeField::ValidationInterval, "validation interval",
       [](Recipe& r) -> int& { return r.defaults.validationInterval; }},
      {RecipeField::Trunk, "trunk", [](Recipe& r) -> int& { return r.defaults.trunk; }},
      {RecipeField::Threads, "threads", [](Recipe& r) -> int& { return r.threads; }}};
  return all;
}

const std::vector<Binding<double>>& decimals() {
  static const std::vector<Binding<double>> all{
      {RecipeField::LearningRate, "learning rate",
       [](Recipe& r) -> double& { return r.defaults.calibration.learningRate; }},
      {RecipeField::Ridge, "ridge", [](Recipe& r) -> double& { return r.defaults.ridge; }},
      {RecipeField::Momentum, "momentum", [](Recipe& r) -> double& { return r.defaults.calibration.momentum; }},
      {RecipeField::WeightDecay, "weight decay",
       [](Recipe& r) -> double& { return r.defaults.calibration.weightDecay; }},
      {RecipeField::Decay, "decay", [](Recipe& r) -> double& { return r.defaults.calibration.decay; }},
      {RecipeField::DecayEpochs, "decay epochs",
       [](Recipe& r) -> double& { return r.defaults.calibration.decayEpochs; }},
      {RecipeField::CrossEntropyWeight, "cross-entropy weight",
       [](Recipe& r) -> double& { return r.defaults.calibration.crossEntropyWeight; }},
      {RecipeField::L1Weight, "L1 weight", [](Recipe& r) -> double& { return r.defaults.calibration.l1Weight; }},
      {RecipeField::DistillationWeight, "distillation weight",
       [](Recipe& r) -> double& { return r.defaults.calibration.distillationWeight; }},
      {RecipeField::Temperature, "temperature",
       [](Recipe& r) -> double& { return r.defaults.calibration.temperature; }},
      {RecipeField::BnMomentum, "BN momentum", [](Recipe& r) -> double& { return r.defaults.calibration.bnMomentum; }}};
  return all;
}

const std::vector<Binding<bool>>& switches() {
  static const std::vector<Binding<bool>> all{
      {RecipeField::Augment, "augment", [](Recipe& r) -> bool& { return r.defaults.calibration.augment; }},
      {RecipeField::FisherWeights, "Fisher weights", [](Recipe& r) -> bool& { return r.defaults.fisherWeights; }},
      {RecipeField::FitKernels, "fit kernels", [](Recipe& r) -> bool& { return r.defaults.fitKernels; }},
      {RecipeField::FitHeads, "fit heads", [](Recipe& r) -> bool& { return r.defaults.fitHeads; }},
      {RecipeField::ReestimateStatistics, "re-estimate statistics",
       [](Recipe& r) -> bool& { return r.defaults.reestimateStatistics; }}};
  return all;
}

/// How long the fine-tuning behind the merged layers is.
int finetuneIterations(const Recipe& recipe) {
  int iterations = 0;
  for (const StepPlan& step : recipe.steps)
    if (step.layer == 0) iterations = step.settings.calibration.iterations;
  return iterations;
}

QString shown(const std::string& text) { return style::shown(text); }

/// Reads one draft; collects what is wrong with it.
class Reader {
  Q_DECLARE_TR_FUNCTIONS(RecipeDraft)

 public:
  Reader(const RecipeDraft& draft, const Recipe& base) : draft_(draft) { reading_.recipe = base; }

  RecipeReading read() {
    Recipe& recipe = reading_.recipe;
    for (const auto& binding : integers()) readInteger(binding.field, binding.value(recipe));
    for (const auto& binding : decimals()) readDecimal(binding.field, binding.value(recipe));
    for (const auto& binding : switches()) binding.value(recipe) = draft_[binding.field] == QLatin1String("on");
    readChoices(recipe);
    readSeed(recipe);
    readPlan(recipe);
    for (const std::string& problem : problemsOf(recipe)) assign(problem);
    return reading_;
  }

 private:
  void complain(RecipeField field, const QString& expected) {
    const QString found = draft_[field].trimmed();
    reading_.problems[field] =
        found.isEmpty() ? tr("Empty; %1 expected").arg(expected) : tr("“%1” found; %2 expected").arg(found, expected);
  }

  void readInteger(RecipeField field, int& value) {
    bool fine = false;
    const int number = draft_[field].trimmed().toInt(&fine);
    if (fine) value = number;
    if (!fine) complain(field, tr("a whole number"));
  }

  void readDecimal(RecipeField field, double& value) {
    bool fine = false;
    const double number = draft_[field].trimmed().toDouble(&fine);
    if (fine) value = number;
    if (!fine) complain(field, tr("a number such as 0.002 or 2e-3"));
  }

  void readChoices(Recipe& recipe) {
    const auto text = [this](RecipeField field) { return draft_[field].toStdString(); };
    CalibrationSettings& calibration = recipe.defaults.calibration;
    recipe.preset = text(RecipeField::Preset);
    recipe.bnPolicy = bnPolicyFromString(text(RecipeField::BnPolicy));
    recipe.defaults.initialization = initializationFromString(text(RecipeField::Initialization));
    recipe.defaults.alignment = alignmentFromString(text(RecipeField::Alignment));
    calibration.optimizer = optimizerFromString(text(RecipeField::Optimizer));
    calibration.schedule = scheduleFromString(text(RecipeField::Schedule));
    calibration.update = updateOrderFromString(text(RecipeField::UpdateOrder));
    calibration.precision = precisionFromString(text(RecipeField::Precision));
  }

  void readSeed(Recipe& recipe) {
    bool fine = false;
    const qulonglong number = draft_[RecipeField::Seed].trimmed().toULongLong(&fine);
    if (fine) recipe.seed = number;
    if (!fine) complain(RecipeField::Seed, tr("a whole number from 0"));
  }

  void readPlan(Recipe& recipe) {
    std::vector<int> layers = plannedLayers(recipe);
    int finetune = finetuneIterations(recipe);
    readInteger(RecipeField::FinetuneIterations, finetune);
    if (finetune < 0) complain(RecipeField::FinetuneIterations, tr("0 (none) or more"));
    try {
      const QString text = draft_[RecipeField::Layers].simplified().remove(QLatin1Char(' '));
      layers = text.isEmpty() ? std::vector<int>{} : parseLayers(text.toStdString());
      if (layers.empty() && finetune <= 0) complain(RecipeField::Layers, tr("layers such as 1-13 or 7,9,13"));
    } catch (const Error& error) {
      reading_.problems[RecipeField::Layers] = style::engineText(shown(error.what()).remove(QLatin1String("layers: ")));
    }
    planSteps(recipe, layers, finetune);
  }

  /// Puts a message of the engine, "field: found, expected", to its field.
  void assign(const std::string& problem) {
    const QString text = shown(problem);
    const auto take = [&](RecipeField field, const QString& prefix) {
      if (!text.startsWith(prefix)) return false;
      reading_.problems.emplace(field, style::engineText(text.mid(prefix.size())));
      return true;
    };
    for (const auto& binding : integers())
      if (take(binding.field, QLatin1String(binding.name) + QLatin1String(": "))) return;
    for (const auto& binding : decimals())
      if (take(binding.field, QLatin1String(binding.name) + QLatin1String(": "))) return;
    if (take(RecipeField::FinetuneIterations, QStringLiteral("fine-tuning: iterations: "))) return;
    // The steps have the settings of the form, so that these repeat what was said already.
    if (text.startsWith(QLatin1String("layer ")) || text.startsWith(QLatin1String("fine-tuning: "))) return;
    reading_.otherProblems.append(style::engineText(text));
  }

  const RecipeDraft& draft_;
  RecipeReading reading_;
};

}  // namespace

RecipeDraft draftOf(const Recipe& recipe) {
  Recipe copy = recipe;  // the bindings hand out references for reading and writing
  const CalibrationSettings& calibration = recipe.defaults.calibration;
  RecipeDraft draft;
  for (const auto& binding : integers()) draft[binding.field] = QString::number(binding.value(copy));
  for (const auto& binding : decimals()) draft[binding.field] = shown(shortestNumber(binding.value(copy)));
  for (const auto& binding : switches())
    draft[binding.field] = binding.value(copy) ? QStringLiteral("on") : QStringLiteral("off");
  draft[RecipeField::Preset] = shown(recipe.preset);
  draft[RecipeField::Initialization] = shown(toString(recipe.defaults.initialization));
  draft[RecipeField::Alignment] = shown(toString(recipe.defaults.alignment));
  draft[RecipeField::BnPolicy] = shown(toString(recipe.bnPolicy));
  draft[RecipeField::Optimizer] = shown(toString(calibration.optimizer));
  draft[RecipeField::Schedule] = shown(toString(calibration.schedule));
  draft[RecipeField::Precision] = shown(toString(calibration.precision));
  draft[RecipeField::UpdateOrder] = shown(toString(calibration.update));
  draft[RecipeField::Layers] = shown(layersToString(plannedLayers(recipe)));
  draft[RecipeField::FinetuneIterations] = QString::number(finetuneIterations(recipe));
  draft[RecipeField::Seed] = QString::number(qulonglong(recipe.seed));
  return draft;
}

RecipeReading readDraft(const RecipeDraft& draft, const Recipe& base) { return Reader(draft, base).read(); }

void followInitialization(RecipeDraft& draft) {
  const auto initialization = initializationFromString(draft[RecipeField::Initialization].toStdString());
  Recipe recipe = presetRecipe(draft[RecipeField::Preset].toStdString());
  if (initialization == Initialization::LeastSquares && recipe.defaults.initialization != initialization) return;
  setInitialization(recipe.defaults, initialization);
  const RecipeDraft wanted = draftOf(recipe);
  for (const RecipeField field :
       {RecipeField::Alignment, RecipeField::FisherWeights, RecipeField::FitKernels, RecipeField::FitHeads})
    draft[field] = wanted[field];
}

bool isPresetField(RecipeField field) {
  switch (field) {
    case RecipeField::Layers:
    case RecipeField::Trunk:
    case RecipeField::Seed:
    case RecipeField::Threads:
      return false;
    default:
      return true;
  }
}

RecipeDraft withPreset(RecipeDraft draft, const QString& preset) {
  const RecipeDraft prescribed = draftOf(presetRecipe(preset.toStdString()));
  for (std::size_t i = 0; i < recipeFieldCount; ++i)
    if (isPresetField(RecipeField(i))) draft[RecipeField(i)] = prescribed[RecipeField(i)];
  return draft;
}

bool followsPreset(const Recipe& recipe) {
  const RecipeDraft draft = draftOf(recipe);
  return withPreset(draft, draft[RecipeField::Preset]) == draft;
}

}  // namespace zipper
