// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/models/spec_overrides_json.h"
#include "core/recipe/recipe.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

/// All networks of that time had so many.
constexpr int layersThen = 13;

std::string textOf(const QString& name) {
  return readTextFile(ZIPPER_TESTS "/core/recipe/data/" + name.toStdString() + ".json");
}

Json jsonOf(const std::string& text) { return parseShallow(text, 20, "recipe"); }

/// Everything that a step is done with, under the names of files.
Json settingsOf(const StepSettings& settings) {
  Recipe recipe;
  recipe.defaults = settings;
  recipe.steps.clear();
  return jsonOf(recipeToJson(recipe)).at("defaults");
}

/// Empty if `found` has all that `expected` has; or else the first that differs. Later versions may know more.
std::string firstDifference(const Json& expected, const Json& found) {
  for (const auto& [key, value] : expected.items()) {
    if (!found.contains(key)) return key + " is missing, " + value.dump() + " expected";
    if (found.at(key) != value) return key + ": " + found.at(key).dump() + " found, " + value.dump() + " expected";
  }
  return {};
}

}  // namespace

/// What data/README.md describes: recipes that the version at commit ebefa6d wrote, and some that people wrote for it
/// with what it made of them.
class TestOldRecipes : public QObject {
  Q_OBJECT

  /// The recipe is what that version wrote, in `expected`.
  static void compare(const Recipe& recipe, const Json& expected) {
    QCOMPARE(recipe.preset, expected.at("preset").get<std::string>());
    QCOMPARE(toString(recipe.bnPolicy), expected.at("bn").get<std::string>());
    QCOMPARE(recipe.seed, expected.at("seed").get<std::uint64_t>());
    QCOMPARE(recipe.device, expected.at("device").get<std::string>());
    QCOMPARE(Json(recipe.threads), expected.at("threads"));
    const Json& sources = expected.at("sources");
    QCOMPARE(recipe.sources.size(), sources.size());
    for (std::size_t t = 0; t < sources.size(); ++t) {
      const TaskSource& source = recipe.sources[t];
      QCOMPARE(source.model, sources[t].at("model").get<std::string>());
      QCOMPARE(source.modelSha256, sources[t].at("model_sha256").get<std::string>());
      QCOMPARE(source.data, sources[t].at("data").get<std::string>());
      QCOMPARE(source.dataFingerprint, sources[t].at("data_fingerprint").get<std::string>());
      QCOMPARE(toJson(source.overrides), sources[t].value("overrides", Json::object()));
      // What it did without writing it down.
      QVERIFY(source.images == (ImageReading{Alpha::White, Exif::Ignore}));
      QVERIFY(!source.classes);
      QVERIFY(source.validationFingerprint.empty() && source.name.empty());
    }
    QCOMPARE(firstDifference(expected.at("defaults"), settingsOf(recipe.defaults)), std::string());
    const Json& steps = expected.at("steps");
    QCOMPARE(recipe.steps.size(), steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
      Json settings = expected.at("defaults");  // steps say what differs from it
      settings.update(steps[i]);
      settings.erase("layer");
      QCOMPARE(Json(targetNumber(recipe.steps[i].target)), steps[i].at("layer"));
      const std::string found = firstDifference(settings, settingsOf(recipe.steps[i].settings));
      QVERIFY2(found.empty(), ("step " + std::to_string(i) + ": " + found).c_str());
    }
  }

  static void addRecipes() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"fast", "paper", "every_field_read", "few_fields_read", "no_steps_read"})
      QTest::newRow(name) << QString(name);
  }

 private Q_SLOTS:
  void meanWhatTheyMeant_data() { addRecipes(); }
  void meanWhatTheyMeant() {
    QFETCH(QString, name);
    const std::string text = textOf(name);
    compare(recipeFromJson(text), jsonOf(text));
    compare(recipeFromJson(text, layersThen), jsonOf(text));
  }

  void surviveBeingWrittenAnew_data() { addRecipes(); }
  void surviveBeingWrittenAnew() {
    QFETCH(QString, name);
    const std::string text = textOf(name);
    const Recipe recipe = recipeFromJson(text);
    const std::string anew = recipeToJson(recipe);
    const Recipe again = recipeFromJson(anew);
    compare(again, jsonOf(text));
    QCOMPARE(recipeToJson(again), anew);
    QCOMPARE(plannedLayers(again), plannedLayers(recipe));
  }

  /// What people wrote by hand leaves out much: that stands for the same as then.
  void handWrittenOnesMeanTheSame_data() {
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"every_field", "few_fields", "no_steps", "aligned", "shared_bn", "trunk", "branches", "interrupted"})
      QTest::newRow(name) << QString(name);
  }
  void handWrittenOnesMeanTheSame() {
    QFETCH(QString, name);
    compare(recipeFromJson(textOf(name), layersThen), jsonOf(textOf(name + "_read")));
  }

  /// The fixtures themselves: a few of their fields as they stand there.
  void fieldsAreThoseOfTheFiles() {
    const Recipe fast = recipeFromJson(textOf("fast"));
    QCOMPARE(layersToString(plannedLayers(fast)), std::string("1-13"));
    QVERIFY(fast.steps.back().target.isFineTuning());
    QCOMPARE(fast.steps.back().settings.calibration.iterations, 900);
    QCOMPARE(firstDifference({{"alignment", "mergeability"}, {"fit_kernels", true}}, settingsOf(fast.defaults)),
             std::string());
    const Recipe paper = recipeFromJson(textOf("paper"));
    QCOMPARE(paper.steps.size(), std::size_t(13));
    QVERIFY(paper.bnPolicy == BnPolicy::Shared && paper.defaults.calibration.update == UpdateOrder::Alternate);
    QCOMPARE(paper.steps[12].settings.calibration.iterations, 4000);
    const Recipe odd = recipeFromJson(textOf("every_field_read"));
    QCOMPARE(odd.seed, 18446744073709551615ULL);
    QCOMPARE(plannedLayers(odd), (std::vector<int>{13, 1, 12, 2, 11, 3, 10, 4, 9, 5, 8}));
    QCOMPARE(odd.sources[1].model, std::string("networks/\xc3\xbc \"b\".h5"));
    QVERIFY(odd.sources[0].overrides.useEma && odd.sources[0].overrides.padding == Padding::Same);
    QVERIFY(odd.defaults.calibration.precision == Precision::BFloat16 && odd.defaults.calibration.augment);
    QCOMPARE(firstDifference({{"initialization", "random"}, {"fit_kernels", true}}, settingsOf(odd.steps[2].settings)),
             std::string());
    QCOMPARE(firstDifference({{"alignment", "mergeability"}, {"fit_heads", false}}, settingsOf(odd.steps[3].settings)),
             std::string());
    QCOMPARE(odd.steps[7].settings.calibration.learningRate, 1e-300);
    QCOMPARE(odd.steps[8].settings.calibration.decayEpochs, 1e10);
    QCOMPARE(odd.steps[11].settings.trunk, 13);
    QCOMPARE(odd.steps[11].settings.calibration.learningRate, 0.30000000000000004);
  }
};

ZIPPER_TEST(TestOldRecipes)
#include "test_old_recipes.moc"
