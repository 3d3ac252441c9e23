// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>

#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/random.h"
#include "support/test_program.h"
#include "widgets/recipe/initialization_text.h"
#include "widgets/recipe/plan_note.h"
#include "widgets/recipe/recipe_draft.h"
#include "widgets/recipe/schedule_preview.h"

using namespace zipper;

namespace {

/// Of the networks that these recipes are for.
const int draftLayers = layersOf(MobileNetSpec());

bool same(const Recipe& a, const Recipe& b) { return recipeToJson(a) == recipeToJson(b); }

QString problemOf(RecipeField field, const QString& text) {
  const Recipe recipe = presetRecipe("fast", draftLayers);
  RecipeDraft draft = draftOf(recipe);
  draft[RecipeField::FinetuneIterations] = "0";
  draft[field] = text;
  const RecipeReading reading = readDraft(draft, recipe, draftLayers);
  const auto found = reading.problems.find(field);
  return found == reading.problems.end() ? QString() : found->second;
}

/// A recipe with random, valid settings that are the same for all steps.
Recipe randomRecipe(Random& random) {
  Recipe recipe = presetRecipe(random.below(2) == 0 ? "fast" : "paper");
  CalibrationSettings& c = recipe.defaults.calibration;
  recipe.bnPolicy = BnPolicy(random.below(2));
  recipe.seed = random.next();
  recipe.threads = int(random.below(9));
  recipe.defaults.start.initialization = Initialization(random.below(initializationNames().size()));
  recipe.defaults.start.alignment = Alignment(random.below(alignmentNames().size()));
  recipe.defaults.initializationImages = 2 + int(random.below(5000));
  recipe.defaults.ridge = random.uniform(0, 1);
  recipe.defaults.reestimateStatistics = random.below(2) == 0;
  recipe.defaults.statisticsImages = 2 + int(random.below(10000));
  recipe.defaults.start.fisherWeights = random.below(2) == 0;
  recipe.defaults.start.fitKernels = random.below(2) == 0;
  recipe.defaults.start.fitHeads = random.below(2) == 0;
  recipe.defaults.validationImages = int(random.below(1000));
  recipe.defaults.validationInterval = 1 + int(random.below(100));
  c.iterations = int(random.below(5000));
  c.batchSize = 2 + int(random.below(500));
  c.optimizer = OptimizerKind(random.below(2));
  c.learningRate = random.uniform(1e-6, 1);
  c.momentum = random.uniform(0, 0.99);
  c.weightDecay = random.uniform(0, 1e-3);
  c.schedule = ScheduleKind(random.below(3));
  c.decay = random.uniform(0.1, 1);
  c.decayEpochs = random.uniform(0.5, 20);
  c.update = UpdateOrder(random.below(2));
  c.precision = Precision(random.below(2));
  c.crossEntropyWeight = random.uniform(0, 3);
  c.l1Weight = random.uniform(0, 3);
  c.bnMomentum = random.uniform(0.01, 1);
  c.augment = random.below(2) == 0;
  std::vector<int> layers;
  for (int layer = 1; layer <= draftLayers; ++layer)
    if (layer == 1 || random.below(2) == 0) layers.push_back(layer);
  shuffle(layers, random);
  planSteps(recipe, layers, int(random.below(3)) * 50);
  return recipe;
}

}  // namespace

class TestRecipeDraft : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void fieldsHoldARecipeExactly() {
    const std::uint64_t seed = 20260131;
    Random random(seed);
    for (int i = 0; i < 200; ++i) {
      const Recipe recipe = randomRecipe(random);
      Recipe base = presetRecipe("fast");
      const RecipeReading reading = readDraft(draftOf(recipe), base, draftLayers);
      QVERIFY2(reading.isValid(), qPrintable(QString("seed %1, run %2").arg(seed).arg(i)));
      QVERIFY2(same(reading.recipe, recipe), qPrintable(QString("seed %1, run %2").arg(seed).arg(i)));
    }
  }

  void keepsSourcesOfTheBase() {
    Recipe base = presetRecipe("fast");
    base.sources = {{"a.safetensors", "aa", "data/a", "f1"}, {"b.safetensors", "bb", "data/b", "f2"}};
    const RecipeReading reading = readDraft(draftOf(presetRecipe("paper")), base);
    QCOMPARE(reading.recipe.sources.size(), std::size_t(2));
    QCOMPARE(reading.recipe.sources[1].dataFingerprint, std::string("f2"));
  }

  void saysWhatIsWrong_data() {
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, RecipeField field, const char* text, const char* part) {
      QTest::newRow(name) << int(field) << QString(text) << QString(part);
    };
    row("not a number", RecipeField::Iterations, "many", "“many” found; a whole number expected");
    row("empty", RecipeField::BatchSize, " ", "Empty; a whole number expected");
    row("not whole", RecipeField::BatchSize, "6.5", "a whole number expected");
    row("too large for an int", RecipeField::Iterations, "99999999999", "a whole number expected");
    row("batch of one", RecipeField::BatchSize, "1", "2 to 4096 expected");
    row("negative iterations", RecipeField::Iterations, "-1", "0 to 10,000,000 expected");
    row("learning rate", RecipeField::LearningRate, "fast", "2e-3 expected");
    row("learning rate zero", RecipeField::LearningRate, "0", "a positive number expected");
    row("learning rate infinite", RecipeField::LearningRate, "inf", "a positive number expected");
    row("comma", RecipeField::LearningRate, "0,002", "a number such as");
    row("momentum", RecipeField::Momentum, "1", "0 to below 1 expected");
    row("weight decay", RecipeField::WeightDecay, "-0.1", "0 or more expected");
    row("decay", RecipeField::Decay, "1.5", "above 0, at most 1 expected");
    row("decay epochs", RecipeField::DecayEpochs, "0", "a positive number expected");
    row("CE weight", RecipeField::CrossEntropyWeight, "-1", "0 or more expected");
    row("L1 weight", RecipeField::L1Weight, "nan", "0 or more expected");
    row("distillation weight", RecipeField::DistillationWeight, "-1", "0 or more expected");
    row("temperature", RecipeField::Temperature, "0", "above 0, at most 1000 expected");
    row("BN momentum", RecipeField::BnMomentum, "0", "above 0, at most 1 expected");
    row("statistics images", RecipeField::StatisticsImages, "1", "at least 2 expected");
    row("ridge", RecipeField::Ridge, "-1e-4", "0 to 1 expected");
    row("ridge above 1", RecipeField::Ridge, "1.5", "0 to 1 expected");
    row("initialization images", RecipeField::InitializationImages, "1", "at least 2 expected");
    row("held-out images", RecipeField::ValidationImages, "-1", "0 (none) or more expected");
    row("validation interval", RecipeField::ValidationInterval, "0", "at least 1 expected");
    row("device", RecipeField::Device, "tpu", "'tpu' found, cpu, cuda, or the number of a card");
    row("threads", RecipeField::Threads, "-2", "1024 expected");
    row("seed", RecipeField::Seed, "-1", "a whole number from 0 expected");
    row("layer outside", RecipeField::Layers, "1-14", "there is no layer 14");
    row("layer twice", RecipeField::Layers, "1-3,2", "layer 2 is named twice");
    row("backwards", RecipeField::Layers, "5-2", "runs backwards");
    row("no layers", RecipeField::Layers, "", "layers such as 1-13");
    row("nonsense", RecipeField::Layers, "every", "'every' found");
    row("fine-tuning", RecipeField::FinetuneIterations, "-5", "0 (none) or more expected");
    row("long fine-tuning", RecipeField::FinetuneIterations, "10000001", "0 to 10,000,000 expected");
  }

  void saysWhatIsWrong() {
    QFETCH(int, field);
    QFETCH(QString, text);
    QFETCH(QString, part);
    const QString problem = problemOf(RecipeField(field), text);
    QVERIFY2(problem.contains(part), qPrintable(problem));
  }

  void examplesOfLayersAreThoseOfTheNetworks() {
    RecipeDraft draft = draftOf(presetRecipe("paper"));
    draft[RecipeField::Layers] = "";
    for (const auto& [layers, example] :
         {std::pair{unknownLayers, "layers such as 1-13 or 7,9,13"}, std::pair{13, "layers such as 1-13 or 7,9,13"},
          std::pair{18, "layers such as 1-18 or 7,9,18"}})
      QVERIFY(readDraft(draft, presetRecipe("paper"), layers).problems.at(RecipeField::Layers).contains(example));
  }

  void acceptsWhatPeopleWrite() {
    QCOMPARE(problemOf(RecipeField::LearningRate, "2e-3"), QString());
    QCOMPARE(problemOf(RecipeField::Layers, " 1 - 3, 9 "), QString());
    QCOMPARE(problemOf(RecipeField::Seed, "18446744073709551615"), QString());
    RecipeDraft draft = draftOf(presetRecipe("fast"));
    draft[RecipeField::Layers] = "";
    draft[RecipeField::FinetuneIterations] = "30";
    const RecipeReading reading = readDraft(draft, presetRecipe("fast"));
    QVERIFY(reading.isValid());
    QCOMPARE(reading.recipe.steps.size(), std::size_t(1));
    QVERIFY(reading.recipe.steps[0].target.isFineTuning());
  }

  void oneWrongFieldIsOneProblem() {
    RecipeDraft draft = draftOf(presetRecipe("fast"));
    draft[RecipeField::FinetuneIterations] = "10";
    draft[RecipeField::BatchSize] = "0";
    const RecipeReading reading = readDraft(draft, presetRecipe("fast"));
    QCOMPARE(reading.problems.size(), std::size_t(1));
    QVERIFY(reading.otherProblems.isEmpty());
  }

  void problemsOfNoFieldAreNotLost() {
    Recipe base = presetRecipe("fast");
    base.sources.resize(std::size_t(mostTasks) + 1);
    const RecipeReading reading = readDraft(draftOf(base), base);
    QVERIFY(!reading.isValid());
    QVERIFY(reading.otherProblems.first().contains("sources"));
  }

  /// Whether it is there is another question: a recipe may be meant for another computer.
  void aCardIsADevice() {
    RecipeDraft draft = draftOf(presetRecipe("fast"));
    QCOMPARE(draft[RecipeField::Device], QString("cpu"));
    draft[RecipeField::Device] = "cuda:1";
    const RecipeReading reading = readDraft(draft, presetRecipe("fast"));
    QVERIFY(reading.isValid());
    QCOMPARE(reading.recipe.device, std::string("cuda:1"));
    QVERIFY(withPreset(draft, "paper")[RecipeField::Device] == "cuda:1" && followsPreset(reading.recipe));
  }

  void unreadableFieldsKeepTheirLastValue() {
    RecipeDraft draft = draftOf(presetRecipe("fast"));
    draft[RecipeField::Iterations] = "x";
    draft[RecipeField::Layers] = "1-";
    const RecipeReading reading = readDraft(draft, presetRecipe("fast"));
    QCOMPARE(reading.recipe.defaults.calibration.iterations, presetRecipe("fast").defaults.calibration.iterations);
    QCOMPARE(reading.recipe.steps.size(), presetRecipe("fast").steps.size());
  }

  void presetsPrescribeSettingsButNotThePlan() {
    RecipeDraft draft = draftOf(presetRecipe("fast"));
    draft[RecipeField::Layers] = "1-6";
    draft[RecipeField::Seed] = "7";
    const RecipeDraft paper = withPreset(draft, "paper");
    QCOMPARE(paper[RecipeField::Iterations], QString("4000"));
    QCOMPARE(paper[RecipeField::BnPolicy], QString("shared"));
    QCOMPARE(paper[RecipeField::FinetuneIterations], QString("0"));
    QCOMPARE(paper[RecipeField::Layers], QString("1-6"));
    QCOMPARE(paper[RecipeField::Seed], QString("7"));
    Recipe recipe = readDraft(paper, presetRecipe("fast")).recipe;
    QVERIFY(followsPreset(recipe));
    recipe.defaults.calibration.learningRate = 2e-3;
    QVERIFY(!followsPreset(recipe));
  }

  void saysWhichLayersAreDone() {
    Recipe recipe = presetRecipe("fast");
    QCOMPARE(planNote(recipe, {}), QString("All layers that the networks have."));
    settlePlan(recipe, draftLayers);
    QCOMPARE(planNote(recipe, {}), QString("13 layer(s) to merge."));
    QCOMPARE(planNote(recipe, {1, 2, 3}), QString("1-3 merged, 4-13 to come."));
    planSteps(recipe, {7, 9});
    QCOMPARE(planNote(recipe, {9, 1}), QString("9 merged, 7 to come."));
    QCOMPARE(planNote(recipe, {7, 9}), QString("All of them are merged."));
    planSteps(recipe, {}, 10);
    QCOMPARE(planNote(recipe, {}), QString("No layer, fine-tuning only."));
  }

  void formulasSayWhatTheEngineDoes() {
    QVERIFY(initializationFormula(Initialization::Random, 2).contains("out"));  // fan-out: initialization.cpp
    QVERIFY(initializationFormula(Initialization::Mean, 2).contains("½"));
    QVERIFY(!initializationFormula(Initialization::Mean, 3).contains("½"));
    QVERIFY(initializationFormula(Initialization::LeastSquares, 2).contains("ρ"));
    for (const int tasks : {2, 3, 6}) {
      std::set<QString> sentences;
      for (const std::string& name : initializationNames()) {
        const Initialization initialization = initializationFromString(name);
        QVERIFY(!initializationName(initialization).isEmpty());
        sentences.insert(initializationSentence(initialization, tasks));
      }
      for (const std::string& name : alignmentNames()) {
        QVERIFY(!alignmentName(alignmentFromString(name)).isEmpty());
        sentences.insert(alignmentSentence(alignmentFromString(name), tasks));
      }
      QCOMPARE(sentences.size(), initializationNames().size() + alignmentNames().size());
      for (const QString& sentence : sentences) {
        QVERIFY(sentence.endsWith('.') && !sentence.contains(". "));
        QVERIFY2(tasks == 2 || (!sentence.contains("both") && !sentence.contains("either")), qPrintable(sentence));
      }
    }
    QVERIFY(initializationSentence(Initialization::Mean, 3).contains("mean of A, B and C,"));
    for (const std::string& name : initializationNames()) {
      const Initialization initialization = initializationFromString(name);
      const bool ofOne = initialization == Initialization::FromA || initialization == Initialization::FromB;
      QCOMPARE(initializationHelp(initialization, 2), initializationSentence(initialization, 2));
      QCOMPARE(initializationHelp(initialization, 3).contains("With more than two tasks, too"), ofOne);
      QVERIFY(initializationHelp(initialization, 3).startsWith(initializationSentence(initialization, 3)));
    }
  }

  /// What can be told before there is a network is told, the rest once there is one.
  void plansForNetworksThatArentKnown() {
    const Recipe fast = presetRecipe("fast");
    RecipeDraft draft = draftOf(fast);
    QCOMPARE(draft[RecipeField::Layers], QString("all"));
    QVERIFY(same(readDraft(draft, fast).recipe, fast));
    QVERIFY(same(readDraft(draft, fast, 5).recipe, presetRecipe("fast", 5)));
    draft[RecipeField::Layers] = "14-17";
    QVERIFY(readDraft(draft, fast).isValid());
    QVERIFY2(readDraft(draft, fast, 7).problems[RecipeField::Layers].contains("there is no layer 14"),
             qPrintable(readDraft(draft, fast, 7).problems[RecipeField::Layers]));
    QVERIFY(readDraft(draft, fast, 17).isValid());
    draft[RecipeField::Trunk] = "9";
    QVERIFY(readDraft(draft, fast).isValid() && readDraft(draft, fast, 17).isValid());
    draft[RecipeField::Layers] = "1-7";
    QVERIFY(readDraft(draft, fast, 7).problems[RecipeField::Trunk].contains("0 (none) to 7 expected"));
  }

  void captionsTheSchedule() {
    SchedulePreview preview;
    CalibrationSettings settings;
    preview.setSettings(settings);
    QVERIFY2(preview.caption().startsWith("0.002 → "), qPrintable(preview.caption()));
    QVERIFY(preview.caption().endsWith("in 40 iteration(s)"));
    settings.schedule = ScheduleKind::Exponential;
    preview.setSettings(settings);
    QCOMPARE(preview.caption(), QString("0.002, × 0.94 every 10 epochs"));
    preview.setIterationsPerEpoch(1);  // three decays in 40 iterations
    QCOMPARE(preview.caption(), QString("0.002 → 0.0017 in 40 iteration(s)"));
    settings.iterations = 0;
    preview.setSettings(settings);
    QCOMPARE(preview.caption(), QString("no calibration"));
  }
};

ZIPPER_TEST_WITH(QApplication, TestRecipeDraft)
#include "test_recipe_draft.moc"
