// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <chrono>
#include <set>
#include <thread>

#include "core/data/relabelled_dataset.h"
#include "core/session/session_file.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "core/training/calibration.h"
#include "core/zippering/comparison.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

class TestZippering : public QObject {
  Q_OBJECT

  static Session run(const Recipe& recipe, const Observer& observer = {}) {
    Session session = tinySession(recipe);
    runSteps(session, remainingSteps(session), tinyData(), {}, observer, {}, {});
    return session;
  }
  static const NetworkValues& last(const Session& session) { return *session.steps.back()->values; }

 private Q_SLOTS:
  void initTestCase() { setComputeThreads(1); }

  /// A step that can't be done ends the run before the first, also if that is due to a trunk that isn't there yet.
  void checksAllStepsBeforeTheFirst() {
    Recipe recipe = tinyRecipe({1, 2});
    recipe.steps[0].settings.trunk = 1;
    recipe.steps[1].settings.calibration.precision = Precision::BFloat16;
    Session session = tinySession(recipe);
    ZIPPER_EXPECT_ERROR(runSteps(session, remainingSteps(session), tinyData()),
                        "a network with a trunk is calibrated in float32");
    QVERIFY(session.steps.empty());
  }

  void checksLabelsBeforeTheFirstStep() {
    Recipe recipe = tinyRecipe({1, 2});
    for (StepPlan& step : recipe.steps) step.settings.calibration.crossEntropyWeight = 0;
    Session session = tinySession(recipe);
    std::vector<StepPlan> steps = remainingSteps(session);
    steps[1].settings.calibration.crossEntropyWeight = 1;
    std::vector<TaskData> data = tinyData();
    const MobileNetSpec& spec = session.teachers[1].spec;
    ClassMatching matching = matchByPosition(spec, data[1].train->classNames());
    matching.problem = "classes without an output";
    data[1].train = relabelled(data[1].train, matching, spec);
    ZIPPER_EXPECT_ERROR(runSteps(session, steps, data), "task b: classes without an output");
    QVERIFY(session.steps.empty());
  }

  void mergesInTheOrderThatIsAskedFor() {
    const Session session = run(tinyRecipe({7, 2, 13}));
    QCOMPARE(session.mergedLayers(), (std::vector<int>{7, 2, 13}));
    QCOMPARE(session.steps[0]->curve.rows(), std::size_t(3));
    QCOMPARE(session.steps[0]->calibrated.size(), std::size_t(2));
    QCOMPARE(session.steps[0]->calibrated[1].images, std::int64_t(24));
    MergedNetwork network = networkAt(session, session.current);
    QVERIFY(network.isMerged(7) && network.isMerged(2) && network.isMerged(13) && !network.isMerged(1));
  }

  void theSameRecipeGivesTheSameBits() {
    const Recipe recipe = tinyRecipe({1, 2});
    QVERIFY(equalValues(last(run(recipe)), last(run(recipeFromJson(recipeToJson(recipe))))));
    Recipe other = recipe;
    other.seed = 2;
    QVERIFY(!equalValues(last(run(recipe)), last(run(other))));
  }

  void observingDoesNotChangeTheRun() {
    const Recipe recipe = tinyRecipe({1});
    int batches = 0;
    Observer observer;
    observer.batch = [&](const BatchProgress& progress) {
      ++batches;
      QCOMPARE(progress.iteration, batches);
      QCOMPARE(progress.record.layerL1.size(), std::size_t(26));
    };
    QVERIFY(equalValues(last(run(recipe)), last(run(recipe, observer))));
    QCOMPARE(batches, 3);
  }

  /// What a step took is the time of its work: a pause, which holds the observer, is none.
  void timesLeaveOutPauses() {
    using Clock = std::chrono::steady_clock;
    double paused = 0;
    Observer observer;
    const auto pause = [&paused](const auto&) {
      const auto start = Clock::now();
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      paused += std::chrono::duration<double>(Clock::now() - start).count();
    };
    observer.batch = pause;
    observer.stage = pause;
    const auto start = Clock::now();
    const Session session = run(tinyRecipe({1, 2}), observer);
    const double work = std::chrono::duration<double>(Clock::now() - start).count() - paused;
    QVERIFY(paused > 0.6);
    double seconds = 0;
    for (const auto& step : session.steps) {
      QVERIFY(step->calibrationSeconds > 0 && step->calibrationSeconds < step->seconds);
      seconds += step->seconds;
    }
    QVERIFY2(seconds <= work, qPrintable(QString("%1 s noted, %2 s worked").arg(seconds).arg(work)));
  }

  /// The parts of a step are disjoint, and those that a step does without take no time.
  void tellsWhatThePartsOfAStepTake() {
    std::set<StepPart> told;
    Observer observer;
    observer.stage = [&told](const StageProgress& progress) {
      if (progress.part) told.insert(*progress.part);
      std::this_thread::sleep_for(std::chrono::milliseconds(progress.done == 0 ? 20 : 0));  // a pause is no work
    };
    Recipe recipe = tinyRecipe({1, 2});
    planSteps(recipe, {1, 2}, 2);
    const Session session = run(recipe, observer);
    for (const auto& step : session.steps) {
      const double sum = step->partSeconds.sum();
      QVERIFY2(sum > 0 && sum <= step->seconds + 1e-6, qPrintable(QString("%1 of %2").arg(sum).arg(step->seconds)));
      QVERIFY(step->partSeconds[StepPart::Calibration] <= step->calibrationSeconds + 1e-6);
      QVERIFY(step->partSeconds[StepPart::Calibration] > 0 && step->partSeconds[StepPart::Scores] > 0);
    }
    const PartSeconds& second = session.steps[1]->partSeconds;
    for (const StepPart part : stepParts) QVERIFY2(second[part] > 0, toString(part).c_str());
    for (const StepPart part : {StepPart::Moments, StepPart::Heads})
      QVERIFY2(told.count(part) == 1, toString(part).c_str());
    const PartSeconds& fineTuning = session.steps[2]->partSeconds;
    for (const StepPart part : {StepPart::Alignment, StepPart::Moments, StepPart::Weights, StepPart::Heads})
      QCOMPARE(fineTuning[part], 0.0);
  }

  void steppingBackIsExactAndBranches() {
    Session session = run(tinyRecipe({1, 2}));
    const auto second = session.steps[1]->values;
    session.current = 0;
    StepPlan plan = session.recipe.steps[1];
    appendStep(session, runStep(session, plan, tinyData()));
    QVERIFY(equalValues(*session.steps[2]->values, *second));
    session.current = 0;
    plan.settings.start.initialization = Initialization::FromB;
    appendStep(session, runStep(session, plan, tinyData()));
    QVERIFY(!equalValues(*session.steps[3]->values, *second));
    QCOMPARE(session.steps[3]->parent, 0);
    QCOMPARE(session.path(), (std::vector<int>{0, 3}));
    QVERIFY(recipeOfPath(session).steps[1].settings.start.initialization == Initialization::FromB);
  }

  /// The recipe of a branched session reproduces its current path.
  void theRecipeOfAPathReproducesIt() {
    Session session = run(tinyRecipe({1, 2}));
    session.current = 0;
    StepPlan plan = session.recipe.steps[1];
    plan.settings.start.initialization = Initialization::Random;
    appendStep(session, runStep(session, plan, tinyData()));
    QVERIFY(equalValues(last(run(recipeFromJson(recipeToJson(recipeOfPath(session))))), last(session)));
  }

  void leavesTheSessionAloneWhenCancelled() {
    Session session = run(tinyRecipe({1}));
    StopSource stop;
    Observer observer;
    observer.batch = [&](const BatchProgress& progress) {
      QVERIFY2(progress.iteration <= 2, "a cancelled step went on for another batch");
      if (progress.iteration == 2) stop.requestStop();
    };
    StepPlan plan = session.recipe.defaults.calibration.iterations > 0
                        ? StepPlan{StepTarget::layer(2), session.recipe.defaults}
                        : StepPlan{};
    plan.settings.calibration.iterations = 1000;
    const auto before = session.steps[0]->values;
    const auto copy = deepCopy(before->state);
    QVERIFY_THROWS_EXCEPTION(Cancelled, runStep(session, plan, tinyData(), {}, observer, {stop.token()}));
    QCOMPARE(session.steps.size(), std::size_t(1));
    QVERIFY(equalValues(*before, NetworkValues{copy}));
  }

  void saysWhereItDiverged() {
    Session session = run(tinyRecipe({1}));
    StepPlan plan{StepTarget::layer(2), session.recipe.defaults};
    plan.settings.calibration.iterations = 200;
    plan.settings.calibration.optimizer = OptimizerKind::Sgd;
    plan.settings.calibration.learningRate = 1e38;
    ZIPPER_EXPECT_ERROR(runStep(session, plan, tinyData()), "layer 2, iteration ");
    QCOMPARE(session.current, 0);
  }

  /// The last update can leave values that no loss has seen.
  void noticesDivergenceOfTheLastUpdate() {
    Session session = run(tinyRecipe({1}));
    StepPlan plan{StepTarget::layer(2), session.recipe.defaults};
    plan.settings.calibration.iterations = 1;
    plan.settings.calibration.optimizer = OptimizerKind::Sgd;
    plan.settings.calibration.learningRate = 1e38;
    QVERIFY_THROWS_EXCEPTION(Diverged, runStep(session, plan, tinyData()));
  }

  void finetunesAtTheEnd() {
    Recipe recipe = tinyRecipe({1});
    planSteps(recipe, {1}, 4);
    const Session session = run(recipe);
    QVERIFY(session.steps[1]->plan.target.isFineTuning());
    QCOMPARE(session.steps[1]->curve.rows(), std::size_t(4));
    QCOMPARE(session.mergedLayers(), (std::vector<int>{1}));
    QVERIFY(remainingSteps(session).empty());
  }

  /// A comparison is the same runs, one after another, from the same seeds.
  void comparesStrategies() {
    const Session start = tinySession(tinyRecipe({1, 2}, 2));
    const auto strategy = [&](const char* name) { return strategyFromString(name, start.recipe.defaults.start); };
    int finished = 0, steps = 0;
    ComparisonObserver observer;
    observer.stepFinished = [&](const ComparisonRun&, const StepResult&) { ++steps; };
    observer.runFinished = [&](const Comparison& soFar) { QCOMPARE(int(soFar.runs.size()), ++finished); };
    const Comparison comparison =
        compareStrategies(start, tinyData(), {strategy("mean"), strategy("least-squares")}, {1, 2}, observer);
    QCOMPARE(finished, 4);
    QCOMPARE(steps, 8);
    Session mean = start;
    mean.recipe = withStrategy(start.recipe, strategy("mean"));
    mean.recipe.seed = 2;
    runSteps(mean, remainingSteps(mean), tinyData());
    const ComparisonRun& same = comparison.runs[1];
    QCOMPARE(same.points.size(), std::size_t(4));
    QCOMPARE(same.points[3].scores[1].loss, mean.steps[1]->calibrated[1].loss);
    QCOMPARE(same.losses.size(), std::size_t(4));
    QCOMPARE(same.losses[3], mean.steps[1]->curve.column("loss")[1]);
    QVERIFY(comparison.runs[3].losses[0] != same.losses[0]);
    QVERIFY(comparison.teacherScores.size() == 2 && start.steps.empty());
  }

  /// Three tasks go the whole way: aligned with the first, solved with Fisher weights, calibrated, scored, stored.
  void mergesThreeTasks() {
    std::vector<TaskData> data = tinyData();
    data.push_back({std::make_shared<TinyDataset>(40, 5, 5), std::make_shared<TinyDataset>(20, 5, 6)});
    const auto runThree = [&](bool fisherWeights) {
      Recipe recipe = tinyRecipe({1, 2});
      for (StepPlan& step : recipe.steps) step.settings.start.fisherWeights = fisherWeights;
      ModelSource source;
      source.path = "tiny";
      std::vector<Teacher> teachers;
      for (int t = 0; t < 3; ++t) {
        MobileNet network = randomNetwork(smallSpec(0.125, 32, std::vector<int>{4, 3, 5}[std::size_t(t)]), 11 + t);
        teachers.push_back(makeTeacher(network, source));
      }
      Session session = startSession(recipe, teachers, data);
      runSteps(session, remainingSteps(session), data);
      return session;
    };
    const Session session = runThree(true);
    std::set<std::pair<int, int>> aligned;
    for (const auto& step : session.steps) {
      QCOMPARE(step->calibrated.size(), std::size_t(3));
      QCOMPARE(step->calibrated[2].images, std::int64_t(20));
      QCOMPARE(step->curve.columns(), Curve(3, session.layers()).columns());
      for (const ChannelMatch& match : step->channelMatches) aligned.emplace(match.task, match.space);
    }
    QCOMPARE(aligned, (std::set<std::pair<int, int>>{{1, 0}, {2, 0}, {1, 1}, {2, 1}, {1, 2}, {2, 2}}));
    QVERIFY(!equalValues(last(session), last(runThree(false))));
    QTemporaryDir folder;
    const std::string path = folder.filePath("three.zipper").toStdString();
    saveSession(path, session);
    const Session again = loadSession(path);
    QCOMPARE(again.taskCount(), 3);
    QVERIFY(equalValues(last(again), last(session)));
  }

  void zeroIterationsOnlyInitialize() {
    const Session session = run(tinyRecipe({1}, 0));
    QCOMPARE(session.steps[0]->curve.rows(), std::size_t(0));
    QCOMPARE(session.steps[0]->calibrated[0].top1, session.steps[0]->initialized[0].top1);
  }

  void saysWhatIsHardlyMeant() {
    MobileNet a = randomNetwork(smallSpec(0.125, 32, 4), 1), b = randomNetwork(smallSpec(0.125, 32, 3), 2),
              wide = randomNetwork(smallSpec(0.125, 32, 9), 2);
    const auto doubts = [](MobileNet& first, MobileNet& second, int trunk) {
      Recipe recipe = tinyRecipe({1, 2, 4});
      for (StepPlan& step : recipe.steps) step.settings.trunk = trunk;
      return doubtsAbout(startSession(recipe, {makeTeacher(first, {}), makeTeacher(second, {})}, tinyData()),
                         tinyData());
    };
    QVERIFY(doubts(a, b, 2).empty());
    const auto classes = doubts(a, wide, 0), trunk = doubts(a, b, 4);
    QCOMPARE(classes.size(), std::size_t(1));
    QVERIFY(classes[0].find("task b: the data set has 3 classes, the network 9") == 0);
    QCOMPARE(trunk.size(), std::size_t(1));
    QVERIFY(trunk[0].find("doesn't merge layer 3: it will end at layer 2") != std::string::npos);
  }

  void saysWhereNetworksAreTheSame() {
    const auto made = [](int seed) { return randomNetwork(smallSpec(0.125, 32, 4), seed); };
    MobileNet a = made(1), copy = made(1), otherHead = made(1), other = made(2);
    {
      torch::NoGradGuard noGrad;
      otherHead->head->bias.add_(1);
    }
    const auto doubts = [](const std::vector<MobileNet>& networks) {
      std::vector<Teacher> teachers;
      for (MobileNet network : networks) teachers.push_back(makeTeacher(network, {}));
      const std::vector<TaskData> data(networks.size(), tinyData()[0]);
      return doubtsAbout(startSession(tinyRecipe({1}), teachers, data), data);
    };
    QVERIFY(doubts({a, other}).empty());
    QVERIFY(doubts({a, otherHead}).empty());
    const auto twice = doubts({a, copy}), more = doubts({a, other, copy, copy});
    QCOMPARE(twice.size(), std::size_t(1));
    QCOMPARE(twice[0], std::string("the networks of tasks a and b are the same, their heads too, so that one of them "
                                   "could do both; was another file meant?"));
    QCOMPARE(more.size(), std::size_t(2));
    QVERIFY(more[0].find("of tasks a and c ") != std::string::npos);
    QVERIFY(more[1].find("of tasks a and d ") != std::string::npos);
  }

  void refusesDataThatDoesNotFit() {
    MobileNet a = randomNetwork(smallSpec(0.125, 32, 2), 1), b = randomNetwork(smallSpec(0.125, 32, 3), 2);
    ZIPPER_EXPECT_ERROR(startSession(tinyRecipe({1}), {makeTeacher(a, {}), makeTeacher(b, {})}, tinyData()),
                        "task a: the data set has 4 classes, the network's head only 2");
    MobileNet backbone = randomNetwork(smallSpec(0.125, 32, 0), 1);
    ZIPPER_EXPECT_ERROR(startSession(tinyRecipe({1}), {makeTeacher(backbone, {}), makeTeacher(b, {})}, tinyData()),
                        "has no head");
  }
};

ZIPPER_TEST(TestZippering)
#include "test_zippering.moc"
