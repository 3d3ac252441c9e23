// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/merge_command.h"

#include <QtTest>

#include "core/recipe/fields.h"
#include "core/support/shell_word.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

constexpr int layerCount = 13;

Recipe recipeOf(const std::string& preset) {
  Recipe recipe = presetRecipe(preset, layerCount);
  recipe.sources = {{"/m/a.pt", "", "/d/a", ""}, {"/m/b.pt", "", "/d/b", ""}};
  return recipe;
}

const QString sources = "zipper merge --model /m/a.pt --data /d/a --model /m/b.pt --data /d/b";

QStringList linesOf(const Recipe& recipe, const CommandWishes& wishes = {}) {
  QStringList lines;
  for (const Command& command : mergeCommands(recipe, layerCount, wishes)) {
    QStringList words;
    for (const std::string& word : command) words << QString::fromStdString(word);
    lines << words.join(' ');
  }
  return lines;
}

/// What bash makes of a text: the words, as it hands them to a program.
QList<QByteArray> wordsOfShell(const std::string& text) {
  QProcess shell;
  shell.start("bash", {"-c", "printf '%s\\0' " + QString::fromStdString(text)});
  shell.waitForFinished();
  QList<QByteArray> words = shell.readAllStandardOutput().split('\0');
  words.removeLast();
  return words;
}

}  // namespace

/// The program itself runs such commands in test_cli_recipe.
class TestMergeCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysNothingThatThePresetHas() {
    QCOMPARE(linesOf(recipeOf("fast")), QStringList{sources + " --out merged.zipper"});
    QCOMPARE(linesOf(recipeOf("paper")), QStringList{sources + " --preset paper --out merged.zipper"});
    Recipe open = recipeOf("fast");
    open.steps = presetRecipe("fast").steps;
    QCOMPARE(linesOf(open), QStringList{sources + " --out merged.zipper"});
  }

  void saysWhatDiffers() {
    Recipe recipe = recipeOf("fast");
    recipe.bnPolicy = BnPolicy::Shared;
    recipe.seed = 7;
    recipe.threads = 2;
    recipe.defaults.calibration.learningRate = 1e-4;
    recipe.defaults.calibration.weightDecay = 1e-5;
    planSteps(recipe, {1, 2, 3, 9}, 900);
    QCOMPARE(linesOf(recipe), QStringList{sources + " --bn shared --seed 7 --threads 2 --layers 1-3,9 --lr 1e-04 "
                                                    "--weight-decay 1e-05 --out merged.zipper"});
  }

  /// --init takes alignment and fits along, and --steps the fine-tuning.
  void saysWhatOptionsTakeAlong() {
    Recipe recipe = recipeOf("fast");
    recipe.defaults.calibration.iterations = 5;
    setInitialization(recipe.defaults.start, Initialization::Mean);
    recipe.defaults.start.fitKernels = true;
    planSteps(recipe, {1}, 900);
    QCOMPARE(linesOf(recipe),
             QStringList{sources + " --layers 1 --steps 5 --init mean --fit-kernels true --finetune-steps 900 "
                                   "--out merged.zipper"});
    planSteps(recipe, {1});
    QCOMPARE(linesOf(recipe),
             QStringList{sources + " --layers 1 --steps 5 --init mean --fit-kernels true --out merged.zipper"});
  }

  /// Another strategy from the third layer on, and a fine-tuning of its own.
  void goesOnWhereTheSettingsChange() {
    Recipe recipe = recipeOf("fast");
    planSteps(recipe, {1, 2, 3}, 20);
    setInitialization(recipe.steps[2].settings.start, Initialization::Random);
    recipe.steps[2].settings.calibration.iterations = 3;
    recipe.steps[3].settings.start = recipe.steps[2].settings.start;
    recipe.steps[3].settings.calibration.learningRate = 1e-3;
    QCOMPARE(linesOf(recipe, {"my.zipper", "name", "", {}}),
             (QStringList{sources + " --layers 1-2 --finetune-steps 0 --out my.zipper --run-name name",
                          "zipper resume my.zipper --layers 3 --steps 3 --init random",
                          "zipper resume my.zipper --lr 0.001 --finetune-steps 20"}));
  }

  void saysHowSourcesAreRead() {
    Recipe recipe = recipeOf("fast");
    recipe.sources[0].name = "-x";
    recipe.sources[1].overrides.inputSize = 64;
    recipe.sources[1].overrides.mean = std::vector<double>{0.5, 0.25, 0.125};
    recipe.sources[1].overrides.useEma = true;
    for (TaskSource& source : recipe.sources) source.images.exif = Exif::Apply;
    QCOMPARE(linesOf(recipe, {"m.zipper", "", "", {"", "position"}}),
             QStringList{"zipper merge --model /m/a.pt --data /d/a --name=-x --model /m/b.pt --data /d/b "
                         "--classes position --override input_size=64 --override mean=0.5,0.25,0.125 --override "
                         "ema=true --exif apply --out m.zipper"});
    recipe.sources[0].images.exif = Exif::Ignore;
    ZIPPER_EXPECT_ERROR(mergeCommands(recipe, layerCount), "read in different ways");
  }

  void refusesWhatNoCommandDoes() {
    Recipe recipe = recipeOf("fast");
    recipe.steps.clear();
    ZIPPER_EXPECT_ERROR(mergeCommands(recipe, layerCount), "no steps");
    planSteps(recipe, {1}, 5);
    std::swap(recipe.steps[0], recipe.steps[1]);
    ZIPPER_EXPECT_ERROR(mergeCommands(recipe, layerCount), "fine-tuning before any layer");
    planSteps(recipe, {1}, 5);
    recipe.steps.push_back({StepTarget::layer(2), recipe.defaults});
    ZIPPER_EXPECT_ERROR(mergeCommands(recipe, layerCount), "fine-tuning between other steps");
  }

  /// Every setting has an option, so that nothing can be lost on the way.
  void everySettingHasAnOption() {
    for (const RecipeFieldInfo& info : recipeFields())
      if (!std::holds_alternative<PlanField>(info.kind) && info.field != RecipeField::Iterations)
        QVERIFY2(info.option != nullptr && info.help != nullptr, info.label);
  }

  /// Whatever a name holds, a shell hands it on to the bit, and no terminal obeys it.
  void quotesForTheShell() {
    const std::string names[] = {"plain",
                                 "with space",
                                 "it's",
                                 "$HOME `id` $(id) \"x\"",
                                 "a\nb",
                                 "a\x1b[201~\rid",
                                 "\xff\xfe",
                                 "caf\xc3\xa9 \xe2\x80\xae x",
                                 "tail\\",
                                 "*?[x]!~#&;|<>",
                                 "",
                                 "'; rm -rf x; '",
                                 "back\\'slash\x7f"};
    for (const std::string& name : names) {
      const std::string word = shellWord(name);
      QCOMPARE(wordsOfShell(word), QList<QByteArray>{QByteArray::fromStdString(name)});
      for (const unsigned char c : word) QVERIFY2(c >= 0x20 && c != 0x7f, word.c_str());
    }
    const std::string all = shellText({{"zipper", "merge", "--name", "a b", "--out", "x"}, {"zipper", "resume", "x"}});
    QCOMPARE(QString::fromStdString(all),
             QString("zipper merge \\\n    --name 'a b' \\\n    --out x &&\nzipper resume x"));
  }
};

ZIPPER_TEST(TestMergeCommand)
#include "test_merge_command.moc"
