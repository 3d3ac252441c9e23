// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "core/recipe/fields.h"
#include "core/recipe/settings_json.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

/// Gives a setting of a step another valid value.
struct Change {
  StepSettings& settings;

  bool operator()(const PlanField&) const { return false; }
  bool operator()(const WholeNumberField& field) const {
    field.member.of(settings) += 1;
    return true;
  }
  bool operator()(const DecimalField& field) const {
    double& value = field.member.of(settings);
    value = value == 0.5 ? 0.25 : 0.5;
    return true;
  }
  bool operator()(const SwitchField& field) const {
    field.member.of(settings) = !field.member.of(settings);
    return true;
  }
  bool operator()(const ChoiceField& field) const {
    field.set(settings, field.get(settings) == field.names.front() ? field.names.back() : field.names.front());
    return true;
  }
};

std::set<std::string> keysOf(const Json& json) {
  std::set<std::string> keys;
  for (const auto& entry : json.items()) keys.insert(entry.key());
  return keys;
}

}  // namespace

class TestFields : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyFieldIsThereOnce() {
    std::set<std::string> keys, options, labels;
    QCOMPARE(recipeFields().size(), recipeFieldCount);
    for (std::size_t i = 0; i < recipeFieldCount; ++i) {
      const RecipeFieldInfo& info = infoOf(RecipeField(i));
      QVERIFY(info.field == RecipeField(i));
      QVERIFY2(labels.insert(info.label).second && std::string(info.meaning).back() == '.', info.label);
      QVERIFY2(info.key == nullptr || keys.insert(info.key).second, info.label);
      QVERIFY2(info.option == nullptr || (options.insert(info.option).second && info.help != nullptr), info.label);
    }
  }

  /// Files hold what there was before there was the table, by the same keys in the same order.
  void keysStayWhatTheyAre() {
    std::string keys;
    const Json json = toJson(StepSettings());
    for (const auto& entry : json.items()) keys += entry.key() + " ";
    QCOMPARE(
        keys,
        std::string("initialization alignment fisher_weights fit_kernels fit_heads trunk "
                    "initialization_images same_images ridge reestimate_statistics statistics_images validation_images "
                    "validation_interval iterations batch_size optimizer learning_rate momentum "
                    "weight_decay schedule decay decay_epochs update cross_entropy_weight l1_weight "
                    "distillation_weight temperature precision bn_momentum augment "));
    QCOMPARE(keysOf(toJson(Start())),
             (std::set<std::string>{"initialization", "alignment", "fisher_weights", "fit_kernels", "fit_heads"}));
  }

  /// Each reaches a value of its own, which JSON keeps.
  void everySettingReachesItsValue() {
    const Json before = toJson(StepSettings());
    for (const RecipeFieldInfo& info : recipeFields()) {
      StepSettings settings;
      if (!std::visit(Change{settings}, info.kind)) continue;
      const Json json = toJson(settings);
      for (const auto& [key, value] : json.items()) QVERIFY2((value != before.at(key)) == (key == info.key), info.key);
      StepSettings again;
      JsonReader reader(json, "settings");
      readSettings(reader, again);
      reader.finish();
      QCOMPARE(dumpJson(toJson(again)), dumpJson(json));
    }
  }

  void choicesHaveTheirLabels() {
    for (const RecipeFieldInfo& info : recipeFields()) {
      const auto* choice = std::get_if<ChoiceField>(&info.kind);
      if (choice == nullptr || choice->labels.empty()) continue;
      std::vector<std::string> labelled, names = choice->names;
      for (const auto& label : choice->labels) labelled.emplace_back(label.first);
      std::sort(labelled.begin(), labelled.end());
      std::sort(names.begin(), names.end());
      QVERIFY2(labelled == names, info.key);
      StepSettings settings;
      ZIPPER_EXPECT_ERROR(choice->set(settings, "none of them"), "'none of them' found, expected one of");
    }
  }

  void rangesHoldWhatTheySay() {
    using End = NumberRange::End;
    const NumberRange share{0, End::Excluded, 1, End::Included, ""}, momentum{0, End::Included, 1, End::Excluded, ""},
        open{2, End::Included, 0, End::None, ""};
    QVERIFY(!share.holds(0) && share.holds(1e-9) && share.holds(1) && !share.holds(1.001));
    QVERIFY(momentum.holds(0) && momentum.holds(0.999) && !momentum.holds(1) && !momentum.holds(-0.1));
    QVERIFY(open.holds(2) && open.holds(1e9) && !open.holds(1));
    QVERIFY(!open.holds(std::numeric_limits<double>::infinity()) && !open.holds(std::nan("")));
  }

  /// What a field's range refuses the recipe's validation tells by the field's name, but only where the value counts.
  void validationFollowsTheRanges() {
    Recipe recipe = presetRecipe("fast");
    planSteps(recipe, {1});
    QVERIFY(problemsOf(recipe).empty());
    recipe.defaults.statisticsImages = 1;
    QCOMPARE(problemsOf(recipe).size(), std::size_t(1));
    QCOMPARE(problemsOf(recipe).front(), std::string("statistics images: 1 found, at least 2 expected"));
    recipe.defaults.reestimateStatistics = false;
    QVERIFY(problemsOf(recipe).empty());
    recipe.steps[0].settings.calibration.bnMomentum = 1.5;
    QCOMPARE(problemsOf(recipe).front(), std::string("layer 1: BN momentum: 1.5 found, above 0, at most 1 expected"));
  }
};

ZIPPER_TEST(TestFields)
#include "test_fields.moc"
