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

/// How long the fine-tuning behind the merged layers is.
int finetuneIterations(const Recipe& recipe) {
  int iterations = 0;
  for (const StepPlan& step : recipe.steps)
    if (step.target.isFineTuning()) iterations = step.settings.calibration.iterations;
  return iterations;
}

QString shown(const std::string& text) { return style::shown(text); }

QString onOrOff(bool on) { return on ? QStringLiteral("on") : QStringLiteral("off"); }

/// A setting of a step as the draft holds it.
struct FieldText {
  const StepSettings& settings;

  QString operator()(const PlanField&) const { return {}; }
  QString operator()(const WholeNumberField& field) const { return QString::number(field.member.of(settings)); }
  QString operator()(const DecimalField& field) const { return shown(shortestNumber(field.member.of(settings))); }
  QString operator()(const SwitchField& field) const { return onOrOff(field.member.of(settings)); }
  QString operator()(const ChoiceField& field) const { return shown(field.get(settings)); }
};

/// Reads one draft; collects what is wrong with it.
class Reader {
  Q_DECLARE_TR_FUNCTIONS(RecipeDraft)

 public:
  Reader(const RecipeDraft& draft, const Recipe& base, int layers) : draft_(draft), layers_(layers) {
    reading_.recipe = base;
  }

  RecipeReading read() {
    Recipe& recipe = reading_.recipe;
    for (const RecipeFieldInfo& info : recipeFields())
      std::visit([&](const auto& kind) { readSetting(info.field, kind); }, info.kind);
    recipe.preset = draft_[RecipeField::Preset].toStdString();
    recipe.bnPolicy = bnPolicyFromString(draft_[RecipeField::BnPolicy].toStdString());
    recipe.device = draft_[RecipeField::Device].toStdString();
    readWhole(RecipeField::Threads, recipe.threads);
    readSeed(recipe);
    readPlan(recipe);
    for (const std::string& problem : problemsOf(recipe, layers_)) assign(problem);
    return reading_;
  }

 private:
  void complain(RecipeField field, const QString& expected) {
    const QString found = draft_[field].trimmed();
    reading_.problems[field] =
        found.isEmpty() ? tr("Empty; %1 expected").arg(expected) : tr("“%1” found; %2 expected").arg(found, expected);
  }

  void readWhole(RecipeField field, int& value) {
    bool fine = false;
    const int number = draft_[field].trimmed().toInt(&fine);
    if (fine) value = number;
    if (!fine) complain(field, tr("a whole number"));
  }

  StepSettings& defaults() { return reading_.recipe.defaults; }
  void readSetting(RecipeField, const PlanField&) {}
  void readSetting(RecipeField field, const WholeNumberField& kind) { readWhole(field, kind.member.of(defaults())); }
  void readSetting(RecipeField field, const DecimalField& kind) {
    bool fine = false;
    const double number = draft_[field].trimmed().toDouble(&fine);
    if (fine) kind.member.of(defaults()) = number;
    if (!fine) complain(field, tr("a number such as 0.002 or 2e-3"));
  }
  void readSetting(RecipeField field, const SwitchField& kind) {
    kind.member.of(defaults()) = draft_[field] == onOrOff(true);
  }
  void readSetting(RecipeField field, const ChoiceField& kind) { kind.set(defaults(), draft_[field].toStdString()); }

  void readSeed(Recipe& recipe) {
    bool fine = false;
    const qulonglong number = draft_[RecipeField::Seed].trimmed().toULongLong(&fine);
    if (fine) recipe.seed = number;
    if (!fine) complain(RecipeField::Seed, tr("a whole number from 0"));
  }

  void readPlan(Recipe& recipe) {
    std::vector<StepTarget> merges = plannedMerges(recipe);
    int finetune = finetuneIterations(recipe);
    readWhole(RecipeField::FinetuneIterations, finetune);
    if (finetune < 0) complain(RecipeField::FinetuneIterations, tr("0 (none) or more"));
    try {
      const QString text = draft_[RecipeField::Layers].simplified().remove(QLatin1Char(' '));
      merges = text.isEmpty() ? std::vector<StepTarget>{} : parseMerges(text.toStdString(), layers_);
      constexpr int ofMobileNetV1 = 13;  // as long as the networks aren't known
      const int last = layers_ == unknownLayers ? ofMobileNetV1 : layers_;
      if (merges.empty() && finetune <= 0) complain(RecipeField::Layers, tr("layers such as 1-%1 or 7,9,%1").arg(last));
    } catch (const Error& error) {
      reading_.problems[RecipeField::Layers] = style::engineText(shown(error.what()).remove(QLatin1String("layers: ")));
    }
    planMerges(recipe, merges, finetune);
  }

  /// Puts a message of the engine, "field: found, expected", to its field.
  void assign(const std::string& problem) {
    const QString text = shown(problem);
    const auto take = [&](RecipeField field, const QString& prefix) {
      if (!text.startsWith(prefix)) return false;
      reading_.problems.emplace(field, style::engineText(text.mid(prefix.size())));
      return true;
    };
    for (const RecipeFieldInfo& info : recipeFields())
      if (info.name != nullptr && take(info.field, QLatin1String(info.name) + QLatin1String(": "))) return;
    if (take(RecipeField::FinetuneIterations, QStringLiteral("fine-tuning: iterations: "))) return;
    // The steps have the settings of the form, so that these repeat what was said already.
    for (const char* step : {"layer ", "all layers: ", "fine-tuning: "})
      if (text.startsWith(QLatin1String(step))) return;
    reading_.otherProblems.append(style::engineText(text));
  }

  const RecipeDraft& draft_;
  const int layers_;
  RecipeReading reading_;
};

}  // namespace

RecipeDraft draftOf(const Recipe& recipe) {
  RecipeDraft draft;
  for (const RecipeFieldInfo& info : recipeFields())
    draft[info.field] = std::visit(FieldText{recipe.defaults}, info.kind);
  draft[RecipeField::Preset] = shown(recipe.preset);
  draft[RecipeField::BnPolicy] = shown(toString(recipe.bnPolicy));
  draft[RecipeField::Layers] = shown(mergesToString(plannedMerges(recipe)));
  draft[RecipeField::FinetuneIterations] = QString::number(finetuneIterations(recipe));
  draft[RecipeField::Seed] = QString::number(qulonglong(recipe.seed));
  draft[RecipeField::Device] = shown(recipe.device);
  draft[RecipeField::Threads] = QString::number(recipe.threads);
  return draft;
}

RecipeReading readDraft(const RecipeDraft& draft, const Recipe& base, int layers) {
  return Reader(draft, base, layers).read();
}

void followInitialization(RecipeDraft& draft) {
  const auto initialization = initializationFromString(draft[RecipeField::Initialization].toStdString());
  Recipe recipe = presetRecipe(draft[RecipeField::Preset].toStdString());
  if (initialization == Initialization::LeastSquares && recipe.defaults.start.initialization != initialization) return;
  setInitialization(recipe.defaults.start, initialization);
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
    case RecipeField::Device:
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
