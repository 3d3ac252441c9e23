// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/recipe/recipe.h"
#include "core/recipe/schedule.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

class TestRecipe : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void paperIsWhatTheAuthorsRan() {
    const Recipe recipe = presetRecipe("paper");
    const CalibrationSettings& c = recipe.defaults.calibration;
    QVERIFY(recipe.bnPolicy == BnPolicy::Shared);
    QCOMPARE(recipe.steps.size(), std::size_t(13));
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
    QCOMPARE(parseLayers("1-3"), (std::vector<int>{1, 2, 3}));
    QCOMPARE(parseLayers("7,9,13"), (std::vector<int>{7, 9, 13}));
    QCOMPARE(parseLayers("13,1-2"), (std::vector<int>{13, 1, 2}));
    QCOMPARE(layersToString({1, 2, 3, 9, 12, 13}), std::string("1-3,9,12-13"));
    ZIPPER_EXPECT_ERROR(parseLayers("0-3"), "there is no layer 0");
    ZIPPER_EXPECT_ERROR(parseLayers("1-14"), "there is no layer 14");
    ZIPPER_EXPECT_ERROR(parseLayers("5-2"), "runs backwards");
    ZIPPER_EXPECT_ERROR(parseLayers("1,1"), "named twice");
    ZIPPER_EXPECT_ERROR(parseLayers(""), "a list such as");
    ZIPPER_EXPECT_ERROR(parseLayers("1,,2"), "a list such as");
    ZIPPER_EXPECT_ERROR(parseLayers("3x"), "a list such as");
  }

  void roundTripsThroughJson() {
    Recipe recipe = presetRecipe("paper");
    recipe.sources = {{"a.safetensors", "12", "data a", "34"}, {"b \"x\".safetensors", "56", "data b", "78"}};
    recipe.seed = 18446744073709551615ULL;
    recipe.defaults.calibration.learningRate = 0.1;
    recipe.defaults.calibration.distillationWeight = 0.25;
    planSteps(recipe, {7, 9}, 50);
    recipe.steps[0].settings.calibration.temperature = 2;
    recipe.steps[1].settings.initialization = Initialization::FromB;
    const Recipe again = recipeFromJson(recipeToJson(recipe));
    QCOMPARE(recipeToJson(again), recipeToJson(recipe));
    QVERIFY(again.steps[1].settings.initialization == Initialization::FromB);
    QCOMPARE(again.steps[2].layer, 0);
    QCOMPARE(again.steps[2].settings.calibration.distillationWeight, 0.25);
    QCOMPARE(again.steps[0].settings.calibration.temperature, 2.0);
    QCOMPARE(again.seed, recipe.seed);
  }

  void fastIsAlignedLeastSquaresWithinItsBudget() {
    const Recipe recipe = presetRecipe("fast");
    QVERIFY(recipe.defaults.initialization == Initialization::LeastSquares);
    QVERIFY(recipe.defaults.alignment == Alignment::Mergeability);
    QVERIFY(recipe.bnPolicy == BnPolicy::PerTask);
    QCOMPARE(recipe.steps.size(), std::size_t(14));
    QCOMPARE(recipe.steps.back().layer, 0);
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
    QVERIFY(old.defaults.initialization == Initialization::Mean && old.defaults.alignment == Alignment::None);
    QVERIFY(!old.defaults.fitKernels && !old.defaults.fitHeads && !old.defaults.fisherWeights);
    // Written before there were fits: everything of that time is named.
    auto older = nlohmann::json::parse(recipeToJson(presetRecipe("fast")));
    for (const char* key : {"fisher_weights", "fit_kernels", "precision"}) older["defaults"].erase(key);
    older["defaults"]["fit_heads"] = false;
    const Recipe before = recipeFromJson(older.dump());
    QVERIFY(!before.defaults.fitKernels && !before.defaults.fisherWeights && !before.steps[3].settings.fitKernels);
    QVERIFY(recipeFromJson(R"({"preset":"fast","defaults":{"fit_heads":false}})").defaults.fitKernels);
    const Recipe asked =
        recipeFromJson(R"({"preset":"fast","defaults":{"initialization":"mean","alignment":"weights"}})");
    QVERIFY(asked.defaults.alignment == Alignment::Weights);
    const Recipe paper = recipeFromJson(R"({"preset":"paper"})");
    QVERIFY(paper.defaults.initialization == Initialization::Mean && paper.defaults.alignment == Alignment::None);
    Recipe mixed = presetRecipe("fast");
    mixed.steps[2].settings.initialization = Initialization::Mean;
    mixed.defaults.fitKernels = mixed.steps[2].settings.fitKernels = true;
    mixed.steps[3].settings.alignment = Alignment::None;
    mixed.steps[4].settings.ridge = 0.01;
    const Recipe again = recipeFromJson(recipeToJson(mixed));
    QVERIFY(again.steps[2].settings.initialization == Initialization::Mean);
    QVERIFY(again.steps[2].settings.alignment == Alignment::Mergeability && again.steps[2].settings.fitKernels);
    QVERIFY(again.steps[3].settings.alignment == Alignment::None);
    QCOMPARE(again.steps[4].settings.ridge, 0.01);
    QVERIFY(again.steps[5].settings.initialization == Initialization::LeastSquares);
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
    const Recipe recipe = recipeFromJson(R"({"preset":"paper","defaults":{"iterations":7}})");
    QCOMPARE(recipe.steps.size(), std::size_t(13));
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
    QTest::newRow("layer") << R"({"steps":[{"layer":14}]})"
                           << "layer: 14 found, 1 to 13";
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
