// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/work_estimate.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/zippering/comparison.h"
#include "support/plain_session.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Seconds that an image takes, by kind: what the made-up machine below needs.
constexpr WorkAmounts cost{0.004, 0.001, 0.01, 0.002};

/// Least squares with everything that is fitted; 40 iterations of 64 images a layer and 900 at the end.
Session planned(int finetuneIterations = 900) {
  Session session = plainSession();
  session.recipe = presetRecipe("fast", session.layers());
  planSteps(session.recipe, plannedLayers(session.recipe), finetuneIterations);
  return session;
}

const WorkData data{{60000, 60000}, {1000, 1000}};

double secondsOf(const StepWork& work) {
  double seconds = 0;
  for (const WorkSegment& segment : work)
    for (std::size_t kind = 0; kind < workKinds; ++kind) seconds += segment.amounts[kind] * cost[kind];
  return seconds;
}

/// Tells what the program tells while a step is done, on a clock of its own.
class Machine {
 public:
  explicit Machine(RunEstimate& estimate) : estimate_(estimate) {}

  double now = 0;
  std::vector<double> shares{};

  void stage(Stage stage, std::optional<StepTarget> target, double images, double perImage, int parts = 10) {
    estimate_.stage({stage, target, 0, 0}, now);
    for (int i = 1; i <= parts; ++i) {
      now += images * perImage / parts;
      estimate_.stage({stage, target, i, parts}, now);
      shares.push_back(estimate_.share());
    }
  }

  void step(const StepWork& work, const StepPlan& plan) {
    for (const WorkSegment& segment : work) {
      const double amount = segment.amounts[std::size_t(segment.kind)], unit = cost[std::size_t(segment.kind)];
      switch (segment.kind) {
        case WorkKind::Initializing:
          for (int pass = 0; pass < segment.passes; ++pass)
            stage(Stage::Initializing, plan.target, amount / segment.passes, unit);
          break;
        case WorkKind::Statistics:
          stage(Stage::Statistics, plan.target, amount, unit);
          break;
        case WorkKind::Evaluating:
          stage(Stage::Evaluating, plan.target, amount, unit);
          break;
        case WorkKind::Calibrating:
          for (int i = 1; i <= plan.settings.calibration.iterations; ++i) batch(plan, i, segment.perIteration * unit);
      }
    }
    estimate_.stepFinished(now);
  }

 private:
  void batch(const StepPlan& plan, int iteration, double seconds) {
    now += seconds;
    BatchProgress progress;
    progress.target = plan.target;
    progress.iteration = iteration;
    progress.iterations = plan.settings.calibration.iterations;
    estimate_.batch(progress, now);
    shares.push_back(estimate_.share());
  }

  RunEstimate& estimate_;
};

}  // namespace

class TestWorkEstimate : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void countsWhatAStepDoes() {
    StepPlan plan{StepTarget::layer(3), {}};
    plan.settings.start.initialization = Initialization::LeastSquares;
    plan.settings.start.alignment = Alignment::Mergeability;
    plan.settings.start.fitHeads = true;
    plan.settings.initializationImages = 100;
    plan.settings.statisticsImages = 500;
    plan.settings.calibration.iterations = 10;
    plan.settings.calibration.batchSize = 8;
    WorkAmounts sums{};
    for (const WorkSegment& segment : workOf(plan, 2, true, {{60, 60000}, {300, 50}}))
      for (std::size_t kind = 0; kind < workKinds; ++kind) sums[kind] += segment.amounts[kind];
    QCOMPARE(sums[std::size_t(WorkKind::Initializing)], 2.0 * (60 + 100));  // once for the moments, once for the heads
    QCOMPARE(sums[std::size_t(WorkKind::Statistics)], 2.0 * (60 + 500));
    QCOMPARE(sums[std::size_t(WorkKind::Calibrating)], 160.0);
    QCOMPARE(sums[std::size_t(WorkKind::Evaluating)], 2.0 * 350);

    plan.settings.calibration.batchSize = 64;  // no batch is larger than its data set
    for (const WorkSegment& segment : workOf(plan, 2, true, {{60, 20}, {}}))
      if (segment.kind == WorkKind::Calibrating) QCOMPARE(segment.perIteration, 80.0);

    plan.settings.calibration.iterations = 0;
    for (const WorkSegment& segment : workOf(plan, 2, true, data)) QVERIFY(segment.kind != WorkKind::Calibrating);
  }

  void knowsNothingWithoutMeasurements() {
    const Session session = planned();
    RunEstimate estimate(workOf(session, session.recipe.steps, data, true), {}, 0);
    QVERIFY(estimate.secondsLeft() < 0 && estimate.share() < 0 && estimate.stepShare() < 0);
    QVERIFY(!measuredRates(session, data).isKnown());
  }

  /// "About 5 h" was said of eight minutes: a few test images had taken long, since they were the first.
  void fewImagesAndTheFirstOnesSayNothing() {
    const Session session = planned();
    const WorkData few{{20, 20}, {5, 5}};
    RunEstimate small(workOf(session, session.recipe.steps, few, true), {}, 0);
    Machine slow(small);
    for (int task = 0; task < 2; ++task) slow.stage(Stage::Evaluating, std::nullopt, 5, 0.2, 1);
    small.stepFinished(slow.now);
    QVERIFY2(small.secondsLeft() < 0, qPrintable(QString::number(small.secondsLeft())));

    const auto work = workOf(session, session.recipe.steps, data, true);
    RunEstimate estimate(work, {}, 0);
    Machine machine(estimate);
    machine.now = 20;  // the first of ten parts takes 20 s longer than the others
    for (int task = 0; task < 2; ++task) machine.stage(Stage::Evaluating, std::nullopt, 1000, cost[3]);
    estimate.stepFinished(machine.now);
    WorkRates rates;
    rates.add(WorkKind::Evaluating, 1000, 1000 * cost[3]);
    const double exact = rates.secondsOf(std::vector<StepWork>(work.begin() + 1, work.end()));
    QVERIFY2(std::abs(estimate.secondsLeft() / exact - 1) < 1e-6, qPrintable(QString::number(estimate.secondsLeft())));
  }

  /// "Unknown yet" was said of runs whose 400 test images had been scored in less than 50 ms.
  void aFastMachineSaysSomethingToo() {
    const Session session = planned();
    const WorkData few{{500, 500}, {200, 200}};
    const auto work = workOf(session, session.recipe.steps, few, true);
    RunEstimate estimate(work, {}, 0);
    Machine machine(estimate);
    for (int task = 0; task < 2; ++task) machine.stage(Stage::Evaluating, std::nullopt, 200, 1e-4, 4);
    estimate.stepFinished(machine.now);
    WorkRates rates;
    rates.add(WorkKind::Evaluating, 4000, 4000 * 1e-4);
    const double exact = rates.secondsOf(std::vector<StepWork>(work.begin() + 1, work.end()));
    QVERIFY(exact > 0);
    QVERIFY2(std::abs(estimate.secondsLeft() / exact - 1) < 1e-6, qPrintable(QString::number(estimate.secondsLeft())));
  }

  /// With two tasks at once, 400 images come in few parts: all of them are better than nothing.
  void oneLargePartSaysSomething() {
    const Session session = planned();
    const WorkData few{{500, 500}, {200, 200}};
    const auto work = workOf(session, session.recipe.steps, few, true);
    RunEstimate estimate(work, {}, 0);
    Machine machine(estimate);
    machine.stage(Stage::Evaluating, std::nullopt, 200, 1e-4, 1);
    QVERIFY(estimate.secondsLeft() < 0);
    estimate.stepFinished(machine.now);
    WorkRates rates;
    rates.add(WorkKind::Evaluating, 200, 200 * 1e-4);
    const double exact = rates.secondsOf(std::vector<StepWork>(work.begin() + 1, work.end()));
    QVERIFY2(std::abs(estimate.secondsLeft() / exact - 1) < 1e-6, qPrintable(QString::number(estimate.secondsLeft())));
  }

  /// The case of the report: 13 short steps, then a fine-tuning that takes longer than all of them.
  void fineTuningIsWorthItsTime() {
    const Session session = planned();
    const auto work = workOf(session, session.recipe.steps, data, false);
    RunEstimate estimate(work, {}, 0);
    Machine machine(estimate);
    for (std::size_t i = 0; i + 1 < work.size(); ++i) machine.step(work[i], session.recipe.steps[i]);
    const double left = secondsOf(work.back());
    QVERIFY2(std::abs(estimate.secondsLeft() / left - 1) < 0.02, qPrintable(QString::number(estimate.secondsLeft())));
    QVERIFY(std::abs(estimate.share() - machine.now / (machine.now + left)) < 0.02);
    machine.step(work.back(), session.recipe.steps.back());
    QCOMPARE(estimate.secondsLeft(), 0.0);
    QCOMPARE(estimate.share(), 1.0);
    QVERIFY(std::is_sorted(machine.shares.begin(), machine.shares.end()));
  }

  void thereIsProgressWithoutIterations() {
    Session session = planned(0);
    for (StepPlan& plan : session.recipe.steps) plan.settings.calibration.iterations = 0;
    const auto work = workOf(session, session.recipe.steps, data, false);
    RunEstimate estimate(work, {}, 0);
    Machine machine(estimate);
    for (std::size_t i = 0; i < 3; ++i) machine.step(work[i], session.recipe.steps[i]);
    QVERIFY(estimate.share() > 0.15 && estimate.share() < 0.3);
    double left = 0;
    for (std::size_t i = 3; i < work.size(); ++i) left += secondsOf(work[i]);
    QVERIFY2(std::abs(estimate.secondsLeft() / left - 1) < 0.05, qPrintable(QString::number(estimate.secondsLeft())));
  }

  void aStepBeginsAtNothing() {
    const Session session = planned();
    const auto work = workOf(session, session.recipe.steps, data, false);
    RunEstimate estimate(work, {}, 0);
    Machine machine(estimate);
    machine.step(work[0], session.recipe.steps[0]);
    QCOMPARE(estimate.stepShare(), 0.0);
    machine.stage(Stage::Initializing, StepTarget::layer(2), work[1][0].amounts[0], cost[0]);
    QVERIFY(estimate.stepShare() > 0 && estimate.stepShare() < 0.9);
  }

  /// States are scored within fine-tuning: that isn't its end.
  void scoringWithinFineTuningIsPartOfIt() {
    Session session = planned(100);
    StepPlan plan = session.recipe.steps.back();
    plan.settings.validationImages = 500;
    plan.settings.validationInterval = 50;
    const std::vector<StepWork> work{workOf(plan, 2, true, data)};
    WorkRates rates;
    for (std::size_t kind = 0; kind < workKinds; ++kind) rates.add(WorkKind(kind), 1000, 1000 * cost[kind]);
    RunEstimate estimate(work, rates, 0);
    const double whole = estimate.secondsLeft();
    QVERIFY(std::abs(whole - secondsOf(work[0])) < 1e-6 * whole);
    Machine machine(estimate);
    machine.stage(Stage::Statistics, StepTarget::fineTuning(), 4096, cost[1]);
    for (int task = 0; task < 2; ++task) machine.stage(Stage::Evaluating, std::nullopt, 500, cost[3]);
    QVERIFY2(std::abs(estimate.secondsLeft() + machine.now - whole) < 0.05 * whole,
             qPrintable(QString("%1 %2 %3").arg(estimate.secondsLeft()).arg(machine.now).arg(whole)));
  }

  void finishedStepsTellHowLongOthersWillTake() {
    Session session = planned();
    const auto work = workOf(session, session.recipe.steps, data, false);
    StepResult result;
    result.plan = session.recipe.steps[0];
    result.mergedLayers = {1};
    result.calibrated = plainScores({0.9, 0.9});
    result.calibrationSeconds = 40 * 128 * cost[2];
    result.seconds = secondsOf(work[0]);
    appendStep(session, result);
    const WorkRates rates = measuredRates(session, data);
    const double left = rates.secondsOf(workOf(session, remainingSteps(session), data, false));
    double exact = 0;
    for (std::size_t i = 1; i < work.size(); ++i) exact += secondsOf(work[i]);
    QVERIFY2(std::abs(left / exact - 1) < 0.15, qPrintable(QString("%1 %2").arg(left).arg(exact)));
  }

  void aMachineThatBecomesSlowerIsNoticed() {
    WorkRates rates;
    for (int i = 0; i < 100; ++i) rates.add(WorkKind::Calibrating, 100, 1);
    for (int i = 0; i < 100; ++i) rates.add(WorkKind::Calibrating, 100, 4);
    const double perImage = rates.secondsOf(WorkAmounts{0, 0, 1, 0});
    QVERIFY2(perImage > 0.035 && perImage < 0.0401, qPrintable(QString::number(perImage)));
    rates.add(WorkKind::Calibrating, -1, -1);
    rates.add(WorkKind::Calibrating, 1, std::nan(""));
    QVERIFY(std::abs(rates.secondsOf(WorkAmounts{0, 0, 1, 0}) - perImage) < 1e-9);
  }

  void comparisonsCountAllTheirRuns() {
    const Session session = planned(10);
    const std::vector<Strategy> strategies{strategyFromString("mean", session.recipe.defaults.start),
                                           strategyFromString("naive", session.recipe.defaults.start)};
    const auto work = comparisonWork(session, strategies, 2, data);
    QCOMPARE(work.size(), 4 * session.recipe.steps.size());  // the teachers' scores are there
    double images = 0;
    for (const StepWork& step : work)
      for (const WorkSegment& segment : step) images += segment.amounts[std::size_t(WorkKind::Calibrating)];
    QCOMPARE(images, 4.0 * 2 * 64 * (13 * 40 + 10));
  }

  void roughDurationsArePlain() {
    QCOMPARE(roughDuration(-1), std::string("0 s"));
    QCOMPARE(roughDuration(3.2), std::string("4 s"));
    QCOMPARE(roughDuration(41), std::string("45 s"));
    QCOMPARE(roughDuration(57), std::string("1 min"));
    QCOMPARE(roughDuration(365), std::string("6 min"));
    QCOMPARE(roughDuration(7900), std::string("2 h 10 min"));
    QCOMPARE(roughDuration(3600), std::string("1 h"));
    QCOMPARE(roughDuration(HUGE_VAL), std::string("1000 h"));
    QCOMPARE(roughDuration(std::nan("")), std::string("0 s"));
  }
};

ZIPPER_TEST(TestWorkEstimate)
#include "test_work_estimate.moc"
