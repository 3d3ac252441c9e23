// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/recipe/recipe.h"

namespace zipper {

/// The fields of a recipe that people edit, in the order of the form.
enum class RecipeField {
  Preset,
  Initialization,
  Alignment,
  BnPolicy,
  Iterations,
  BatchSize,
  Optimizer,
  Momentum,
  LearningRate,
  Schedule,
  Decay,
  DecayEpochs,
  Layers,
  Trunk,
  FinetuneIterations,
  ValidationImages,
  ValidationInterval,
  UpdateOrder,
  CrossEntropyWeight,
  L1Weight,
  DistillationWeight,
  Temperature,
  WeightDecay,
  BnMomentum,
  Precision,
  Augment,
  InitializationImages,
  SameImages,
  Ridge,
  FisherWeights,
  FitKernels,
  FitHeads,
  ReestimateStatistics,
  StatisticsImages,
  Seed,
  Device,
  Threads
};
inline constexpr std::size_t recipeFieldCount = std::size_t(RecipeField::Threads) + 1;

/// What a number may be.
struct NumberRange {
  enum class End { Included, Excluded, None };
  double least = 0;
  End lower = End::Included;
  double most = 0;
  End upper = End::None;
  const char* expected = "";  ///< as messages say it: "0 to below 1"

  /// False for what isn't finite.
  bool holds(double value) const;
};

/// Where a setting of a step is kept.
template <typename Value>
class SettingMember {
 public:
  SettingMember(Value StepSettings::*member) : inStep_(member) {}
  SettingMember(Value Start::*member) : inStart_(member) {}
  SettingMember(Value CalibrationSettings::*member) : inCalibration_(member) {}

  const Value& of(const StepSettings& settings) const {
    if (inStart_ != nullptr) return settings.start.*inStart_;
    return inCalibration_ != nullptr ? settings.calibration.*inCalibration_ : settings.*inStep_;
  }
  Value& of(StepSettings& settings) const {
    if (inStart_ != nullptr) return settings.start.*inStart_;
    return inCalibration_ != nullptr ? settings.calibration.*inCalibration_ : settings.*inStep_;
  }

 private:
  Value StepSettings::*inStep_ = nullptr;
  Value Start::*inStart_ = nullptr;
  Value CalibrationSettings::*inCalibration_ = nullptr;
};

/// What a field is, and how it is reached. Its default is that of the struct, or of a preset.
struct WholeNumberField {
  SettingMember<int> member;
  NumberRange range;
};
struct DecimalField {
  SettingMember<double> member;
  NumberRange range;
};
struct SwitchField {
  SettingMember<bool> member;
};
struct ChoiceField {
  std::function<std::string(const StepSettings&)> get;
  std::function<void(StepSettings&, const std::string&)> set;  ///< Error for a name that there isn't
  std::vector<std::string> names;                              ///< in the order of the enumeration
  /// Name and text for people, in the order of the form; empty: the window has terms of its own for them.
  std::vector<std::pair<const char*, const char*>> labels;
};
/// Belongs to the recipe or its plan, not to the settings of a step.
struct PlanField {};

/// All that is to be known of a field. Texts for people are English; the window translates them ("RecipeField").
struct RecipeFieldInfo {
  RecipeField field;
  const char* key;      ///< in JSON; null: there is none
  const char* name;     ///< how the messages of problemsOf() call it; null: they don't
  const char* label;    ///< in the form
  const char* meaning;  ///< one sentence, without the default
  const char* option;   ///< of merge and resume; null: there is none that only sets this
  const char* help;     ///< of the option
  std::variant<PlanField, WholeNumberField, DecimalField, SwitchField, ChoiceField> kind;
  /// Whether the value matters at all; if it doesn't, it may be anything. Null: it always has to be right.
  bool (*counts)(const StepSettings&) = nullptr;
};

/// Every field once; settings of steps in the order of JSON.
const std::vector<RecipeFieldInfo>& recipeFields();
const RecipeFieldInfo& infoOf(RecipeField field);

}  // namespace zipper
