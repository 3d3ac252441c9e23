// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipe_difference.h"

#include <QtTest>
#include <map>

#include "support/test_program.h"

using namespace zipper;

namespace {

constexpr int allLayers = 13;

/// "title (place): one | other", as people read it.
QStringList linesOf(const Recipe& one, const Recipe& other) {
  QStringList lines;
  for (const RecipeDifference& difference : differencesOf(one, other)) {
    const std::string place = placeOf(difference);
    lines << QString("%1%2: %3 | %4")
                 .arg(QString::fromStdString(titleOf(difference)),
                      place.empty() ? QString() : QString(" (%1)").arg(QString::fromStdString(place)),
                      QString::fromStdString(valueForPeople(difference, difference.one)),
                      QString::fromStdString(valueForPeople(difference, difference.other)));
  }
  return lines;
}

Recipe fast() { return presetRecipe("fast", allLayers); }

StepSettings& stepAt(Recipe& recipe, int layer) {
  for (StepPlan& step : recipe.steps)
    if (step.target.merges(layer)) return step.settings;
  return recipe.defaults;
}

/// Another value of a setting.
struct OtherValue {
  StepSettings& settings;

  void operator()(const PlanField&) const {}
  void operator()(const WholeNumberField& field) const { field.member.of(settings) += 2; }
  void operator()(const DecimalField& field) const {
    field.member.of(settings) = 0.5 * field.member.of(settings) + 0.003;
  }
  void operator()(const SwitchField& field) const { field.member.of(settings) = !field.member.of(settings); }
  void operator()(const ChoiceField& field) const {
    field.set(settings, field.get(settings) == field.names[0] ? field.names[1] : field.names[0]);
  }
};

}  // namespace

class TestRecipeDifference : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void findsNoneInTheSame() {
    for (const std::string& name : presetNames()) {
      QCOMPARE(linesOf(presetRecipe(name), presetRecipe(name)), QStringList());
      QCOMPARE(linesOf(presetRecipe(name, allLayers), recipeFromJson(recipeToJson(presetRecipe(name, allLayers)))),
               QStringList());
    }
  }

  /// A plan for networks that nobody has read does the same as the one that names their layers; only the words differ.
  void comparesPlansOfUnknownNetworks() {
    QCOMPARE(linesOf(presetRecipe("fast"), fast()), QStringList{"Layers: all | 1-13"});
    Recipe open = presetRecipe("fast");
    for (StepPlan& step : open.steps) step.settings.calibration.learningRate = 1e-3;
    QCOMPARE(linesOf(open, fast()), (QStringList{"Layers: all | 1-13", "Learning rate: 0.001 | 0.002"}));
    QCOMPARE(linesOf(open, presetRecipe("fast")), QStringList{"Learning rate: 0.001 | 0.002"});
  }

  /// Every setting, where it counts, by itself.
  void tellsEverySetting() {
    for (const RecipeFieldInfo& info : recipeFields()) {
      if (std::holds_alternative<PlanField>(info.kind)) continue;
      Recipe one = fast(), other = one;
      for (StepPlan& step : other.steps) std::visit(OtherValue{step.settings}, info.kind);
      int told = 0;
      for (const RecipeDifference& difference : differencesOf(one, other)) {
        if (difference.field == RecipeField::FinetuneIterations) continue;  // changed with the iterations
        QVERIFY2(difference.field == info.field, info.label);
        QVERIFY2(placeOf(difference).empty(), placeOf(difference).c_str());
        QVERIFY(difference.one != difference.other);
        ++told;
      }
      QVERIFY2(told == 1, info.label);
    }
  }

  void tellsWhatBelongsToThePlan() {
    Recipe one = fast(), other = presetRecipe("fast", allLayers);
    other.preset = "paper";
    other.bnPolicy = BnPolicy::Shared;
    other.seed = 18446744073709551615u;
    other.device = "cuda:1";
    other.threads = 4;
    planSteps(other, {1, 2, 3, 9}, 0);
    QCOMPARE(linesOf(one, other),
             (QStringList{"Preset: fast | paper", "BN policy: per-task | shared", "Layers: 1-13 | 1-3,9",
                          "Fine-tuning: 900 | 0", "Seed: 1 | 18446744073709551615", "Device: cpu | cuda:1",
                          "Threads: 0 | 4"}));
  }

  void namesTheStepsThatDiffer() {
    Recipe one = fast(), other = one;
    for (const int layer : {1, 2, 3, 7}) stepAt(other, layer).calibration.learningRate = 1e-4;
    stepAt(other, 9).calibration.learningRate = 5e-4;
    other.steps.back().settings.calibration.learningRate = 1e-4;  // fine-tuning
    QCOMPARE(linesOf(one, other), (QStringList{"Learning rate (layers 1-3,7, fine-tuning): 0.002 | 1e-04",
                                               "Learning rate (layer 9): 0.002 | 5e-04"}));
  }

  /// What nothing takes isn't told: the ridge of a mean, images that nothing is fitted to, alignment in fine-tuning.
  void leavesOutWhatDoesNotCount() {
    Recipe one = fast();
    for (StepPlan& step : one.steps) setInitialization(step.settings.start, Initialization::Mean);
    Recipe other = one;
    for (StepPlan& step : other.steps) step.settings.initializationImages = 7;
    QCOMPARE(linesOf(one, other), QStringList());
    other.steps.back().settings.start.alignment = Alignment::Weights;
    QCOMPARE(linesOf(one, other), QStringList());
    stepAt(other, 4).start.alignment = Alignment::Weights;
    QCOMPARE(linesOf(one, other), QStringList{"Alignment (layer 4): none | weights"});
  }

  void readsAsPeopleDo() {
    Recipe one = fast(), other = one;
    for (StepPlan& step : other.steps) {
      step.settings.start.fitHeads = false;
      step.settings.statisticsImages = 4096;
    }
    QCOMPARE(linesOf(one, other), (QStringList{"Fit the heads: yes | no", "From images: 2,048 | 4,096"}));
  }

  void tellsOtherSources() {
    Recipe one = fast();
    one.sources = {{"a.pt", "", "data", ""}, {"b.pt", "12", "data/b", "ab"}};
    Recipe other = one;
    QCOMPARE(linesOf(one, other), QStringList());
    other.sources[1].model = "/moved/b.pt";  // the same bytes
    QCOMPARE(linesOf(one, other), QStringList());
    other.sources[0].model = "c.pt";
    other.sources[1].dataFingerprint = "cd";
    other.sources[1].images.exif = Exif::Apply;
    other.sources[1].overrides.inputSize = 64;
    other.sources.push_back({"d.pt", "", "", ""});
    QCOMPARE(linesOf(one, other),
             (QStringList{"Network of task a: a.pt | c.pt", "Images of task b: data/b | data/b",
                          "How images are read of task b: drop, ignore | drop, apply",
                          "Overrides of task b: none | {\"input_size\":64}", "Network of task c: none | d.pt"}));
  }
};

ZIPPER_TEST(TestRecipeDifference)
#include "test_recipe_difference.moc"
