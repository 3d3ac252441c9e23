// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/task_classes.h"

#include <QtTest>

#include "core/data/fingerprint.h"
#include "core/data/relabelled_dataset.h"
#include "core/session/session_network.h"
#include "core/training/evaluation.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

using Names = std::vector<std::string>;

/// The images of TinyDataset under other names.
class NamedTinyDataset : public TinyDataset {
 public:
  NamedTinyDataset(int images, Names names, std::uint64_t seed)
      : TinyDataset(images, int(names.size()), seed), own_(std::move(names)) {}
  const Names& classNames() const override { return own_; }

 private:
  Names own_;
};

const Names dataNames{"ant", "bee", "cow", "dog"};

TaskData namedData() {
  return {std::make_shared<NamedTinyDataset>(64, dataNames, 1), std::make_shared<NamedTinyDataset>(32, dataNames, 2)};
}

/// A network whose outputs stand in another order: output i is that of class order[i].
MobileNet reordered(const std::vector<std::int64_t>& order) {
  MobileNet network = randomNetwork(smallSpec(0.125, 32, int(dataNames.size())), 11);
  MobileNetSpec spec = smallSpec(0.125, 32, int(order.size()));
  for (const auto i : order) spec.classNames.push_back(dataNames[std::size_t(i)]);
  const auto index = torch::tensor(order);
  NamedTensors state = network->state();
  for (auto& [key, tensor] : state)
    if (key.rfind("head.", 0) == 0) tensor = tensor.detach().index_select(0, index);
  MobileNet result(spec);
  result->loadState(state);
  result->eval();
  return result;
}

Score scoreOf(MobileNet network, const DatasetPtr& data) { return evaluate(FoldedNetwork(network), data); }

Teacher teacherOf(MobileNet network) { return makeTeacher(network, {"network", "", "", "", {}, {}}); }

}  // namespace

class TestTaskClasses : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// The figure that stood for a wrong label: it must not depend on the order of the outputs.
  void theOrderOfOutputsDoesNotMatter() {
    const TaskData raw = namedData();
    const Score expected = scoreOf(reordered({0, 1, 2, 3}), raw.test);
    MobileNet other = reordered({2, 0, 3, 1});
    QVERIFY(scoreOf(other, raw.test).loss != expected.loss);
    TaskSource source;
    TaskData data = namedData();
    const TaskClasses found = settleClasses(source, other->spec(), data);
    QVERIFY(found.notice.empty());
    QCOMPARE(*source.classes, (std::vector<int>{1, 3, 0, 2}));
    const Score score = scoreOf(other, data.test);
    QCOMPARE(score.top1, expected.top1);
    QVERIFY(std::abs(score.loss - expected.loss) < 1e-5);
    QCOMPARE(fingerprint(*data.train), fingerprint(*raw.train));
  }

  void mergingTrainsOnTheRightLabels() {
    const auto lossOf = [](const std::vector<std::int64_t>& order) {
      Recipe recipe = tinyRecipe({1}, 2);
      for (StepPlan& step : recipe.steps) setInitialization(step.settings.start, Initialization::Mean);
      recipe.sources.resize(2);
      std::vector<TaskData> data = tinyData();
      data[0] = namedData();
      MobileNet a = reordered(order), b = randomNetwork(smallSpec(0.125, 32, 3), 12);
      settleClasses(recipe, {a->spec(), b->spec()}, data);
      const Session session = startSession(recipe, {teacherOf(a), teacherOf(b)}, data);
      return runStep(session, session.recipe.steps.front(), data).curve.values().front();
    };
    QVERIFY(std::abs(lossOf({0, 1, 2, 3}) - lossOf({2, 0, 3, 1})) < 1e-3);
  }

  void recipesReproduceTheMap() {
    Recipe recipe = tinyRecipe({1});
    recipe.sources.resize(2);
    std::vector<TaskData> data = tinyData();
    data[0] = namedData();
    MobileNet a = reordered({2, 0, 3, 1}), b = randomNetwork(smallSpec(0.125, 32, 3), 12);
    settleClasses(recipe, {a->spec(), b->spec()}, data);
    const Recipe again = recipeFromJson(recipeToJson(recipe));
    QCOMPARE(*again.sources[0].classes, (std::vector<int>{1, 3, 0, 2}));
    QVERIFY(again.sources[1].classes && again.sources[1].classes->empty());
    QVERIFY(!recipeFromJson(R"({"sources":[{"model":"m"}]})").sources[0].classes);
    ZIPPER_EXPECT_ERROR(recipeFromJson(R"({"sources":[{"classes":"names"}]})"), "classes: \"position\" or a list");
    ZIPPER_EXPECT_ERROR(recipeFromJson(R"({"sources":[{"classes":[1.5]}]})"), "'classes' holds 1.5, a whole number");
    ZIPPER_EXPECT_ERROR(recipeFromJson(R"({"sources":[{"classes":[4294967296]}]})"), "classes");
    // The networks without names: what the recipe says holds.
    TaskData other = namedData();
    TaskSource source = again.sources[0];
    const MobileNetSpec nameless = smallSpec(0.125, 32, 4);
    QCOMPARE(settleClasses(source, nameless, other).matching.outputs, (std::vector<int>{1, 3, 0, 2}));
    QCOMPARE(other.test->classNames(), (Names{"cow", "ant", "dog", "bee"}));
  }

  /// Their labels were positions; going on with others would be another run.
  void olderSessionsGoOnByPositionAndSaySo() {
    TaskData data = namedData();
    TaskSource source;
    source.dataFingerprint = fingerprint(*data.train);
    MobileNet other = reordered({2, 0, 3, 1});
    const TaskClasses found = settleClasses(source, other->spec(), data);
    QVERIFY(!source.classes);  // it will say so the next time, too
    QCOMPARE(data.train->label(2), 2);
    QVERIFY2(found.notice.find("an older version") != std::string::npos, found.notice.c_str());
    QVERIFY(settleClasses(source, reordered({0, 1, 2, 3})->spec(), data).notice.empty());
    // Asked for, the names decide, also after labels were put in order another way.
    QCOMPARE(settleClasses(source, other->spec(), data, "names").matching.outputs, (std::vector<int>{1, 3, 0, 2}));
    QCOMPARE(settleClasses(source, other->spec(), data, "position").matching.outputs, (std::vector<int>{0, 1, 2, 3}));
    QCOMPARE(data.train->label(2), 2);
  }

  /// A head is trained in a terminal: the command is whole, so that it can be taken over.
  void tooManyClassesTellTheCommand() {
    TaskData data = namedData();
    TaskSource source;
    source.model = "/my nets/a.pth";
    const std::string problem = settleClasses(source, smallSpec(0.125, 32, 2), data).matching.problem;
    const std::string command =
        "in a terminal: zipper train --from '/my nets/a.pth' --data FOLDER --out NEW.safetensors";
    QVERIFY2(problem.find("the network's head only 2; ") != std::string::npos, problem.c_str());
    QVERIFY2(problem.find(command) != std::string::npos, problem.c_str());
    QCOMPARE(whyNotTrainable(*data.train), problem);
  }

  /// Names that fit nothing are doubted whenever the session is opened, until somebody says that it is right.
  void strangersStayDoubtful() {
    MobileNetSpec spec = smallSpec(0.125, 32, 4);
    spec.classNames = {"w", "x", "y", "z"};
    TaskData data = namedData();
    TaskSource source;
    const std::string first = settleClasses(source, spec, data).notice;
    QVERIFY2(first.find("the class names differ") != std::string::npos, first.c_str());
    source.dataFingerprint = fingerprint(*data.train);
    QCOMPARE(settleClasses(source, spec, data).notice, first);
    QVERIFY(settleClasses(source, spec, data, "position").notice.empty());
    QVERIFY(source.classes && source.classes->empty());
    QVERIFY(settleClasses(source, spec, data).notice.empty());
  }

  /// Of such images no label is asked for, whatever anybody says, and none is left out.
  void imagesWithoutClassesHaveNoLabels() {
    const auto bare = [] { return std::make_shared<NamedTinyDataset>(16, Names{""}, 1); };
    for (const char* wish : {"", "position"}) {
      TaskData data{bare(), bare()};
      TaskSource source;
      const TaskClasses found = settleClasses(source, reordered({0, 1, 2, 3})->spec(), data, wish);
      QVERIFY(!found.matching.scorable && found.notice.empty());
      QCOMPARE(data.train->size(), std::int64_t(16));
      QVERIFY(whyNotScorable(*data.test).find("the images have no labels") == 0);
      ZIPPER_EXPECT_ERROR(data.test->label(0), "the images have no labels");
      source.dataFingerprint = fingerprint(*data.train);
      QVERIFY(!settleClasses(source, reordered({0, 1, 2, 3})->spec(), data).matching.scorable);
    }
  }

  /// What was found out when the session was made is said again, not that somebody gave a map.
  void strangersStayUnknown() {
    MobileNetSpec spec = smallSpec(0.125, 32, 3);
    spec.classNames = {"x", "y", "z"};
    TaskData data = namedData();
    TaskSource source;
    const std::string first = settleClasses(source, spec, data).matching.problem;
    QVERIFY2(first.find("the class names differ") == 0, first.c_str());
    source.dataFingerprint = fingerprint(*data.train);
    const TaskClasses again = settleClasses(source, spec, data);
    QVERIFY(!again.matching.scorable && again.notice.empty());
    QCOMPARE(again.matching.problem, first);
  }

  void otherDataAreMatchedAnew() {
    TaskSource source;
    source.dataFingerprint = "of other images";
    source.classes = std::vector<int>{0, 1, 2, 3};
    TaskData data = namedData();
    settleClasses(source, reordered({2, 0, 3, 1})->spec(), data);
    QCOMPARE(*source.classes, (std::vector<int>{1, 3, 0, 2}));
    source.classes = std::vector<int>{3, 2, 1, 0};
    settleClasses(source, smallSpec(0.125, 32, 4), data);
    QCOMPARE(*source.classes, (std::vector<int>{3, 2, 1, 0}));
  }

  void classesWithoutAnOutputAreNotTrainedOn() {
    Recipe recipe = tinyRecipe({1});
    recipe.sources.resize(2);
    std::vector<TaskData> data = tinyData();
    data[0] = namedData();
    MobileNet a = reordered({0, 1, 3}), b = randomNetwork(smallSpec(0.125, 32, 3), 12);
    const auto found = settleClasses(recipe, {a->spec(), b->spec()}, data);
    QVERIFY2(found[0].notice.find("left out: 16 training and 8 test images") != std::string::npos,
             found[0].notice.c_str());
    ZIPPER_EXPECT_ERROR(startSession(recipe, {teacherOf(a), teacherOf(b)}, data), "task a: 1 of the 4 classes");
    QCOMPARE(scoreOf(a, data[0].test).images, std::int64_t(24));
    for (StepPlan& step : recipe.steps) step.settings.calibration.crossEntropyWeight = 0;
    startSession(recipe, {teacherOf(a), teacherOf(b)}, data);  // reads no label
  }
};

ZIPPER_TEST(TestTaskClasses)
#include "test_task_classes.moc"
