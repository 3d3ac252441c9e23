// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/recipe/recipe.h"
#include "core/recipe/schedule.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

/// Of the networks that these recipes are for.
const int networkLayers = layersOf(MobileNetSpec());

std::vector<int> layersUpTo(int count) {
  std::vector<int> layers;
  for (int layer = 1; layer <= count; ++layer) layers.push_back(layer);
  return layers;
}

}  // namespace

class TestRecipe : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void paperIsWhatTheAuthorsRan() {
    const Recipe recipe = presetRecipe("paper", networkLayers);
    const CalibrationSettings& c = recipe.defaults.calibration;
    QVERIFY(recipe.bnPolicy == BnPolicy::Shared);
    QCOMPARE(plannedLayers(recipe), layersUpTo(networkLayers));
    QCOMPARE(c.iterations, 4000);
    QCOMPARE(c.batchSize, 64);
    QVERIFY(c.optimizer == OptimizerKind::Sgd);
    QCOMPARE(c.momentum, 0.0);
    QVERIFY(c.update == UpdateOrder::Alternate);
    QCOMPARE(learningRateAt(c, 0, 100.0), 1e-3);
    QCOMPARE(learningRateAt(c, 999, 100.0), 1e-3);
    QCOMPARE(learningRateAt(c, 1000, 100.0), 1e-3 * 0.94);
    QCOMPARE(learningRateAt(c, 2500, 100.0), 1e-3 * 0.94 * 0.94);
  }

  void cosineEndsNearZero() {
    CalibrationSettings c;
    c.iterations = 100;
    c.learningRate = 1.0;
    QCOMPARE(learningRateAt(c, 0, 1.0), 1.0);
    QVERIFY(std::abs(learningRateAt(c, 50, 1.0) - 0.5) < 1e-12);
    QVERIFY(learningRateAt(c, 99, 1.0) < 0.001);
  }

  void parsesLayers() {
    QCOMPARE(parseLayers("1-3", 13), (std::vector<int>{1, 2, 3}));
    QCOMPARE(parseLayers("7,9,13", 13), (std::vector<int>{7, 9, 13}));
    QCOMPARE(parseLayers("13,1-2", 13), (std::vector<int>{13, 1, 2}));
    QCOMPARE(parseLayers("all", 5), layersUpTo(5));
    QCOMPARE(layersToString({1, 2, 3, 9, 12, 13}), std::string("1-3,9,12-13"));
    ZIPPER_EXPECT_ERROR(parseLayers("0-3", 13), "there is no layer 0");
    ZIPPER_EXPECT_ERROR(parseLayers("1-14", 13), "there is no layer 14; layers are 1 to 13");
    ZIPPER_EXPECT_ERROR(parseLayers("1-14", 7), "there is no layer 14; layers are 1 to 7");
    for (const int layers : {unknownLayers, 13}) {
      ZIPPER_EXPECT_ERROR(parseLayers("5-2", layers), "runs backwards");
      ZIPPER_EXPECT_ERROR(parseLayers("1,1", layers), "named twice");
      ZIPPER_EXPECT_ERROR(parseLayers("", layers), "a list such as");
      ZIPPER_EXPECT_ERROR(parseLayers("1,,2", layers), "a list such as");
      ZIPPER_EXPECT_ERROR(parseLayers("3x", layers), "a list such as");
      ZIPPER_EXPECT_ERROR(parseLayers("all,1", layers), "a list such as");
    }
  }

  /// As long as the networks aren't known, a plan may hold any layer; there is no end to a list of 2^31 of them.
  void layersOfUnknownNetworks() {
    QCOMPARE(parseLayers("14-17"), (std::vector<int>{14, 15, 16, 17}));
    QVERIFY(parseMerges("all") == std::vector<StepTarget>{StepTarget::everyLayer()});
    QVERIFY(parseMerges("all", 2) == (std::vector<StepTarget>{StepTarget::layer(1), StepTarget::layer(2)}));
    ZIPPER_EXPECT_ERROR(parseLayers("all"), "a list such as");
    QCOMPARE(mergesToString({StepTarget::everyLayer()}), std::string("all"));
    const StepTarget one = StepTarget::layer(1), two = StepTarget::layer(2);
    QCOMPARE(mergesToString({one, two, StepTarget::everyLayer(), one}), std::string("1-2,all,1"));
    ZIPPER_EXPECT_ERROR(parseLayers("1-2147483647"), "there is no layer 2147483647 in any network");
    ZIPPER_EXPECT_ERROR(parseLayers("0"), "there is no layer 0; layers count from 1");
  }

  /// The same method as fast, with less of what takes time.
  void theLessonIsAShorterFast() {
    const Recipe fast = presetRecipe("fast", networkLayers);
    Recipe lesson = presetRecipe("lesson", networkLayers);
    QCOMPARE(lesson.steps.size(), fast.steps.size());
    QVERIFY(lesson.defaults.sameImages);
    QVERIFY(lesson.defaults.initializationImages < fast.defaults.initializationImages);
    QVERIFY(lesson.defaults.statisticsImages < fast.defaults.statisticsImages);
    for (std::size_t i = 0; i < fast.steps.size(); ++i) {
      QVERIFY(lesson.steps[i].target == fast.steps[i].target);
      QVERIFY(lesson.steps[i].settings.calibration.iterations < fast.steps[i].settings.calibration.iterations);
    }
    lesson.preset = "fast";
    const auto shared = [](StepSettings& settings, const StepSettings& of) {
      settings.sameImages = of.sameImages;
      settings.initializationImages = of.initializationImages;
      settings.statisticsImages = of.statisticsImages;
      settings.calibration.iterations = of.calibration.iterations;
    };
    shared(lesson.defaults, fast.defaults);
    for (std::size_t i = 0; i < fast.steps.size(); ++i) shared(lesson.steps[i].settings, fast.steps[i].settings);
    QCOMPARE(recipeToJson(lesson), recipeToJson(fast));  // nothing else differs
  }

  void presetsAreForAnyNetwork() {
    for (const std::string& name : presetNames()) {
      Recipe open = presetRecipe(name);
      settlePlan(open, unknownLayers);
      QVERIFY(plannedMerges(open) == std::vector<StepTarget>{StepTarget::everyLayer()});
      QVERIFY(plannedLayers(open).empty());
      for (const int layers : {4, 13, 17}) {
        Recipe recipe = presetRecipe(name);
        settlePlan(recipe, layers);
        QCOMPARE(plannedLayers(recipe), layersUpTo(layers));
        QCOMPARE(recipeToJson(recipe), recipeToJson(presetRecipe(name, layers)));
        const std::string before = recipeToJson(recipe);
        settlePlan(recipe, layers);
        QCOMPARE(recipeToJson(recipe), before);
      }
    }
  }

  /// "all" stands for the layers that the plan doesn't name, at its place.
  void settlesWhatIsLeft() {
    const char* text = R"({"steps":[{"layer":3,"ridge":0.5},{"layer":"all","iterations":7},{"layer":1},{"layer":0}]})";
    Recipe recipe = recipeFromJson(text);
    QCOMPARE(recipeToJson(recipeFromJson(recipeToJson(recipe))), recipeToJson(recipe));
    settlePlan(recipe, 5);
    QCOMPARE(plannedLayers(recipe), (std::vector<int>{3, 2, 4, 5, 1}));
    QCOMPARE(recipe.steps[2].settings.calibration.iterations, 7);
    QVERIFY(recipe.steps.back().target.isFineTuning());
    QCOMPARE(recipeToJson(recipeFromJson(text, 5)), recipeToJson(recipe));
    ZIPPER_EXPECT_ERROR(recipeFromJson(text, 2), "steps: there is no layer 3; layers are 1 to 2");
    ZIPPER_EXPECT_ERROR(settlePlan(recipe, 4), "steps: there is no layer 5; layers are 1 to 4");
    QVERIFY(!problemsOf(presetRecipe("fast"), 5).empty());  // a plan that isn't settled fits no network
  }

  void saysWhichLayersThereAre() {
    ZIPPER_EXPECT_ERROR(recipeFromJson(R"({"steps":[{"layer":14}]})", 13),
                        "steps: there is no layer 14; layers are 1 to 13");
    QVERIFY(recipeFromJson(R"({"steps":[{"layer":14}]})", 17).steps[0].target.merges(14));
    ZIPPER_EXPECT_ERROR(recipeFromJson(R"({"steps":[{"layer":-1}]})", 13),
                        "steps: layer: -1 found, 1 or more, or 0 for fine-tuning expected");
    ZIPPER_EXPECT_ERROR(recipeFromJson(R"({"defaults":{"trunk":8}})", 7), "trunk: 8 found, 0 (none) to 7 expected");
    QCOMPARE(recipeFromJson(R"({"defaults":{"trunk":8}})").defaults.trunk, 8);
  }

  void carriesItsVersion() {
    auto json = nlohmann::json::parse(recipeToJson(presetRecipe("fast")));
    QCOMPARE(json["version"].get<int>(), recipeFormat);
    json.erase("version");
    QVERIFY(recipeFromJson(json.dump()).defaults.start.fitHeads);
    json["version"] = recipeFormat + 1;
    json["news"] = 1;
    ZIPPER_EXPECT_ERROR(recipeFromJson(json.dump()),
                        "recipe format version 3 found, 1 to 2 expected; use the program that wrote it");
    ZIPPER_EXPECT_ERROR(recipeFromJson(R"({"version":0})"), "recipe format version 0 found");
    ZIPPER_EXPECT_ERROR(recipeFromJson(R"({"version":"2"})"), "'version' holds \"2\"");
  }

  /// A plan that isn't written down is the preset's, with its own length of fine-tuning.
  void planOfThePresetByOtherDefaults() {
    for (const bool isOld : {false, true}) {
      const std::string text = R"("preset":"fast","defaults":{"iterations":7,"ridge":0.5}})";
      const Recipe recipe = recipeFromJson((isOld ? "{" : "{\"version\":2,") + text, 4);
      std::vector<int> iterations;
      for (const StepPlan& step : recipe.steps) {
        iterations.push_back(step.settings.calibration.iterations);
        QCOMPARE(step.settings.ridge, 0.5);
      }
      // As before there was a version: a recipe reproduces what it did then.
      QCOMPARE(iterations, (std::vector<int>{7, 7, 7, 7, isOld ? 7 : 900}));
    }
    QCOMPARE(recipeToJson(recipeFromJson("{\"version\":2}", 4)), recipeToJson(presetRecipe("fast", 4)));
  }

  /// As version 0.1 wrote them: no version, no names, each step by its number.
  void readsRecipesOfBefore() {
    const Recipe recipe = recipeFromJson(R"({"preset":"paper","versions":{"zipper":"0.1","torch":"2.0"},
      "sources":[{"model":"a.safetensors","model_sha256":"12","data":"a","data_fingerprint":"34"},
                 {"model":"b.safetensors","model_sha256":"56","data":"b","data_fingerprint":"78"}],
      "bn":"shared","seed":3,"device":"cpu","threads":2,
      "defaults":{"initialization":"mean","trunk":0,"iterations":4000,"optimizer":"sgd"},
      "steps":[{"layer":13},{"layer":2,"initialization":"b"},{"layer":0}]})",
                                         networkLayers);
    QCOMPARE(plannedLayers(recipe), (std::vector<int>{13, 2}));
    QVERIFY(recipe.steps[1].settings.start.initialization == Initialization::FromB);
    QCOMPARE(nameOf(recipe.sources[0]), std::string("a"));
  }

  void tasksHaveNames() {
    Recipe recipe = presetRecipe("fast");
    recipe.sources = {{"models/a.safetensors", "", "data a", ""}, {"b.safetensors", "", "data b", ""}};
    recipe.sources[1].name = "digits \"0-9\"";
    const std::string text = recipeToJson(recipe);
    const auto json = nlohmann::json::parse(text);
    QVERIFY(!json["sources"][0].contains("name"));
    const Recipe again = recipeFromJson(text);
    QCOMPARE(again.sources[1].name, recipe.sources[1].name);
    QCOMPARE(nameOf(again.sources[0]), std::string("a"));
    QCOMPARE(nameOf(again.sources[1]), recipe.sources[1].name);
    ZIPPER_EXPECT_ERROR(recipeFromJson(R"({"sources":[{"name":3}]})"), "'name' holds 3, a text expected");
  }

  void roundTripsThroughJson() {
    Recipe recipe = presetRecipe("paper");
    recipe.sources = {{"a.safetensors", "12", "data a", "34"}, {"b \"x\".safetensors", "56", "data b", "78"}};
    recipe.seed = 18446744073709551615ULL;
    recipe.defaults.calibration.learningRate = 0.1;
    recipe.defaults.calibration.distillationWeight = 0.25;
    planSteps(recipe, {7, 9}, 50);
    recipe.steps[0].settings.calibration.temperature = 2;
    recipe.steps[1].settings.start.initialization = Initialization::FromB;
    const Recipe again = recipeFromJson(recipeToJson(recipe));
    QCOMPARE(recipeToJson(again), recipeToJson(recipe));
    QVERIFY(again.steps[1].settings.start.initialization == Initialization::FromB);
    QVERIFY(again.steps[2].target.isFineTuning());
    QCOMPARE(again.steps[2].settings.calibration.distillationWeight, 0.25);
    QCOMPARE(again.steps[0].settings.calibration.temperature, 2.0);
    QCOMPARE(again.seed, recipe.seed);
  }

  void fastIsAlignedLeastSquaresWithinItsBudget() {
    const Recipe recipe = presetRecipe("fast", networkLayers);
    QVERIFY(recipe.defaults.start.initialization == Initialization::LeastSquares);
    QVERIFY(recipe.defaults.start.alignment == Alignment::Mergeability);
    QVERIFY(recipe.bnPolicy == BnPolicy::PerTask);
    QCOMPARE(int(recipe.steps.size()), networkLayers + 1);
    QVERIFY(recipe.steps.back().target.isFineTuning());
    int iterations = 0;
    for (const StepPlan& step : recipe.steps) iterations += step.settings.calibration.iterations;
    QVERIFY(iterations <= 1500);
  }

  /// Recipes from before that could be chosen laid transparency over white.
  void saysHowImagesAreRead() {
    Recipe recipe = presetRecipe("fast");
    recipe.sources = {{"a", "", "data a", ""}, {"b", "", "data b", ""}};
    recipe.sources[1].images = {Alpha::White, Exif::Apply};
    recipe.sources[1].validationFingerprint = "9a";
    const std::string text = recipeToJson(recipe);
    const Recipe again = recipeFromJson(text);
    QVERIFY(again.sources[0].images == ImageReading());
    QVERIFY(again.sources[1].images == recipe.sources[1].images);
    QCOMPARE(again.sources[1].validationFingerprint, std::string("9a"));
    auto older = nlohmann::json::parse(text);
    for (const char* key : {"alpha", "exif"}) older["sources"][0].erase(key);
    QVERIFY(recipeFromJson(older.dump()).sources[0].images == (ImageReading{Alpha::White, Exif::Ignore}));
    older["sources"][0]["alpha"] = "black";
    ZIPPER_EXPECT_ERROR(recipeFromJson(older.dump()), "drop or white expected");
  }

  /// Recipes from before there was alignment mean what they meant then.
  void otherInitializationsAreNotAlignedUnasked() {
    const Recipe old = recipeFromJson(R"({"preset":"fast","defaults":{"initialization":"mean"}})");
    QVERIFY(old.defaults.start.initialization == Initialization::Mean &&
            old.defaults.start.alignment == Alignment::None);
    QVERIFY(!old.defaults.start.fitKernels && !old.defaults.start.fitHeads && !old.defaults.start.fisherWeights);
    // Written before there were fits: everything of that time is named.
    auto older = nlohmann::json::parse(recipeToJson(presetRecipe("fast", networkLayers)));
    for (const char* key : {"fisher_weights", "fit_kernels", "precision"}) older["defaults"].erase(key);
    older["defaults"]["fit_heads"] = false;
    const Recipe before = recipeFromJson(older.dump());
    QVERIFY(!before.defaults.start.fitKernels && !before.defaults.start.fisherWeights &&
            !before.steps[3].settings.start.fitKernels);
    QVERIFY(recipeFromJson(R"({"preset":"fast","defaults":{"fit_heads":false}})").defaults.start.fitKernels);
    const Recipe asked =
        recipeFromJson(R"({"preset":"fast","defaults":{"initialization":"mean","alignment":"weights"}})");
    QVERIFY(asked.defaults.start.alignment == Alignment::Weights);
    const Recipe paper = recipeFromJson(R"({"preset":"paper"})");
    QVERIFY(paper.defaults.start.initialization == Initialization::Mean &&
            paper.defaults.start.alignment == Alignment::None);
    Recipe mixed = presetRecipe("fast", networkLayers);
    mixed.steps[2].settings.start.initialization = Initialization::Mean;
    mixed.defaults.start.fitKernels = mixed.steps[2].settings.start.fitKernels = true;
    mixed.steps[3].settings.start.alignment = Alignment::None;
    mixed.steps[4].settings.ridge = 0.01;
    const Recipe again = recipeFromJson(recipeToJson(mixed));
    QVERIFY(again.steps[2].settings.start.initialization == Initialization::Mean);
    QVERIFY(again.steps[2].settings.start.alignment == Alignment::Mergeability &&
            again.steps[2].settings.start.fitKernels);
    QVERIFY(again.steps[3].settings.start.alignment == Alignment::None);
    QCOMPARE(again.steps[4].settings.ridge, 0.01);
    QVERIFY(again.steps[5].settings.start.initialization == Initialization::LeastSquares);
  }

  void knowsWhetherItNeedsLabels() {
    Recipe recipe = presetRecipe("fast");
    QVERIFY(needsLabels(recipe));
    for (StepPlan& step : recipe.steps) step.settings.calibration.crossEntropyWeight = 0;
    QVERIFY(!needsLabels(recipe));
    recipe.steps.back().settings.validationImages = 8;
    QVERIFY(needsLabels(recipe));
  }

  void overridesAreKept() {
    Recipe recipe = presetRecipe("fast");
    recipe.sources.resize(2);
    QVERIFY(recipeToJson(recipe).find("overrides") == std::string::npos);
    SpecOverrides& overrides = recipe.sources[1].overrides;
    overrides.inputSize = 96;
    overrides.stemStride = 1;
    overrides.activation = Activation::ReLU;
    overrides.padding = Padding::Same;
    overrides.bnEpsilon = 1e-5;
    overrides.classOffset = 1;
    overrides.mean = {0.485, 0.456, 0.406};
    overrides.std = {0.25};
    overrides.channelOrder = ChannelOrder::BGR;
    overrides.useEma = true;
    overrides.part = "module.";
    const Recipe again = recipeFromJson(recipeToJson(recipe));
    QCOMPARE(recipeToJson(again), recipeToJson(recipe));
    QVERIFY(isEmpty(again.sources[0].overrides));
    const SpecOverrides& read = again.sources[1].overrides;
    QCOMPARE(read.inputSize.value(), 96);
    QVERIFY(read.activation == Activation::ReLU && read.padding == Padding::Same);
    QVERIFY(read.channelOrder == ChannelOrder::BGR && read.mean == overrides.mean && read.useEma);
    QCOMPARE(read.part, std::string("module."));
  }

  void handWrittenRecipesNeedOnlyWhatDiffers() {
    const Recipe recipe = recipeFromJson(R"({"preset":"paper","defaults":{"iterations":7}})", networkLayers);
    QCOMPARE(plannedLayers(recipe), layersUpTo(networkLayers));
    QCOMPARE(recipe.steps[4].settings.calibration.iterations, 7);
    QVERIFY(recipe.steps[4].settings.calibration.optimizer == OptimizerKind::Sgd);
  }

  void refusesWrongRecipes_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("message");
    QTest::newRow("syntax") << "{\n  \"seed\": 1;\n}"
                            << "not valid JSON at line 2, column 12";
    QTest::newRow("no text") << ""
                             << "recipe: empty; a JSON object expected";
    QTest::newRow("not a number") << R"({"seed":NaN})"
                                  << "not valid JSON at line 1";
    QTest::newRow("overflow") << R"({"defaults":{"ridge":1e999}})"
                              << "a number in it is too large";
    QTest::newRow("key twice") << R"({"defaults":{"ridge":0,"ridge":1}})"
                               << "the key 'ridge' stands there twice";
    QTest::newRow("deep") << "{\"defaults\":" + QString(150000, '[') << "recipe: JSON is nested deeper than 16 levels";
    QTest::newRow("many sources") << "{\"sources\":[{}" + QString(",{}").repeated(26) + "]}"
                                  << "sources: 27 found, at most 26, one per task expected";
    QTest::newRow("many steps") << "{\"steps\":[{\"layer\":0}" + QString(",{\"layer\":0}").repeated(1000) + "]}"
                                << "steps: 1001 found, at most 1000 expected";
    QTest::newRow("seed of 2^64") << R"({"seed":18446744073709551617})"
                                  << "a whole number expected";
    QTest::newRow("no name") << R"({"defaults":{"schedule":""}})"
                             << "schedule: '' found, expected one of";
    QTest::newRow("no list") << R"({"steps":{}})"
                             << "'steps' holds {}, a list expected";
    QTest::newRow("no layer") << R"({"steps":[{"iterations":3}]})"
                              << "names no layer";
    QTest::newRow("typo") << R"({"defaults":{"iteration":7}})"
                          << "unknown key 'iteration'; known are";
    QTest::newRow("type") << R"({"seed":"one"})"
                          << "'seed' holds \"one\"";
    QTest::newRow("negative") << R"({"seed":-1})"
                              << "'seed' holds -1";
    QTest::newRow("preset") << R"({"preset":"slow"})"
                            << "preset: 'slow' found, expected one of fast, paper";
    QTest::newRow("rate") << R"({"defaults":{"learning_rate":0}})"
                          << "learning rate: 0 found, a positive number expected";
    QTest::newRow("batch") << R"({"defaults":{"batch_size":1}})"
                           << "batch size: 1 found, 2 to 4096 expected";
    QTest::newRow("layer") << R"({"steps":[{"layer":-1}]})"
                           << "steps: layer: -1 found, 1 or more";
    QTest::newRow("layers") << R"({"steps":[{"layer":"some"}]})"
                            << "'layer' holds \"some\"";
    QTest::newRow("all twice") << R"({"steps":[{"layer":"all"},{"layer":"all"}]})"
                               << "layer all is merged twice";
    QTest::newRow("twice") << R"({"steps":[{"layer":3},{"layer":3}]})"
                           << "layer 3 is merged twice";
    QTest::newRow("init") << R"({"defaults":{"initialization":"best"}})"
                          << "initialization: 'best' found, expected one of a, b, random, mean, least-squares";
    QTest::newRow("alignment") << R"({"defaults":{"alignment":"best"}})"
                               << "alignment: 'best' found, expected one of none, weights, activations, mergeability";
    QTest::newRow("ridge") << R"({"defaults":{"ridge":-1}})"
                           << "ridge: -1 found, 0 to 1 expected";
    QTest::newRow("validation") << R"({"defaults":{"validation_images":-1}})"
                                << "validation images: -1 found, 0 (none) or more expected";
    QTest::newRow("interval") << R"({"defaults":{"validation_interval":0}})"
                              << "validation interval: 0 found, at least 1 expected";
    QTest::newRow("images") << R"({"defaults":{"initialization_images":0}})"
                            << "initialization images: 0 found, at least 2 expected";
    QTest::newRow("distillation") << R"({"defaults":{"distillation_weight":-1}})"
                                  << "distillation weight: -1 found, 0 or more expected";
    QTest::newRow("temperature") << R"({"defaults":{"temperature":0}})"
                                 << "temperature: 0 found, above 0, at most 1000 expected";
    QTest::newRow("nothing to learn") << R"({"defaults":{"cross_entropy_weight":0,"l1_weight":0}})"
                                      << "cross-entropy weight: 0 found, with an L1 and a distillation weight of 0";
    const auto overrides = [](const char* text) { return QString(R"({"sources":[{},{"overrides":%1}]})").arg(text); };
    QTest::newRow("no object") << overrides("7") << "recipe: sources: overrides: 7 found, an object expected";
    QTest::newRow("override") << overrides(R"({"size":7})") << "overrides: unknown key 'size'; known are input_size";
    QTest::newRow("override's type") << overrides(R"({"input_size":"7"})") << "'input_size' holds \"7\"";
    QTest::newRow("override's name") << overrides(R"({"activation":"gelu"})") << "activation: 'gelu' found";
    QTest::newRow("override's range") << overrides(R"({"input_size":7})") << "task b: input size: 7 found, 32 to 4096";
    QTest::newRow("override's length") << overrides(R"({"mean":[1,2]})")
                                       << "task b: normalization mean: 2 numbers found";
  }
  void refusesWrongRecipes() {
    QFETCH(QString, json);
    QFETCH(QString, message);
    ZIPPER_EXPECT_ERROR(recipeFromJson(json.toStdString()), message.toStdString());
  }
};

ZIPPER_TEST(TestRecipe)
#include "test_recipe.moc"
