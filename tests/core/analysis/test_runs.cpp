// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/runs.h"

#include <QtTest>
#include <algorithm>
#include <map>

#include "support/plain_session.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

int stepFrom(Session& session, int parent, int layer) {
  session.current = parent;
  PlainStep step;
  step.target = StepTarget::layer(layer);
  step.iterations = 0;
  return addStep(session, step);
}

/// A tree of steps, each behind a random older one or the teachers.
Session randomTree(QRandomGenerator& random) {
  Session session = plainSession();
  const int count = int(random.bounded(1, 30));
  for (int i = 0; i < count; ++i)
    stepFrom(session, int(random.bounded(int(session.steps.size()) + 1)) - 1, 1 + i % session.layers());
  return session;
}

}  // namespace

class TestRuns : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void hasNoneBeforeTheFirstStep() {
    QVERIFY(runNumbers(plainSession()).empty());
    QVERIFY(runsOf(plainSession()).empty());
  }

  void aStepGoesOnWithItsRunOnlyAtTheTip() {
    Session session = plainSession();
    QCOMPARE(runOfNextStep(session), 0);
    for (int layer = 1; layer <= 3; ++layer) addStep(session, {StepTarget::layer(layer)});
    QCOMPARE(runOfNextStep(session), 0);
    for (const int back : {1, 0, -1}) {
      session.current = back;
      QCOMPARE(runOfNextStep(session), 1);
      QCOMPARE(runsOf(session).size(), std::size_t(1));  // going back makes none
    }
  }

  void strategiesAreToldInOrder() {
    std::vector<StepPlan> plans;
    const auto add = [&](StepTarget target, Initialization initialization) {
      StepPlan plan{target, {}};
      plan.settings.start.initialization = initialization;
      plans.push_back(plan);
    };
    QVERIFY(strategyParts(plans).empty());
    add(StepTarget::layer(1), Initialization::Mean);
    add(StepTarget::layer(2), Initialization::Mean);
    add(StepTarget::fineTuning(), Initialization::Random);  // fine-tuning initializes nothing
    add(StepTarget::layer(3), Initialization::LeastSquares);
    add(StepTarget::layer(4), Initialization::Mean);
    const auto parts = strategyParts(plans);
    QCOMPARE(parts.size(), std::size_t(3));
    QVERIFY(parts[0].layers == (std::vector<int>{1, 2}) && parts[0].initialization == Initialization::Mean);
    QVERIFY(parts[1].layers == std::vector<int>{3} && parts[1].initialization == Initialization::LeastSquares);
    QVERIFY(parts[2].layers == std::vector<int>{4});
  }

  void isOneRunWithoutBranches() {
    Session session = plainSession();
    for (int layer = 1; layer <= 3; ++layer) addStep(session, {StepTarget::layer(layer)});
    QCOMPARE(runNumbers(session), (std::vector<int>{0, 0, 0}));
    const std::vector<Run> runs = runsOf(session);
    QCOMPARE(runs.size(), std::size_t(1));
    QCOMPARE(runs[0].number, 0);
    QCOMPARE(runs[0].steps, (std::vector<int>{0, 1, 2}));
  }

  void beginsANewRunWhereAnotherWayIsTried() {
    Session session = plainSession();
    stepFrom(session, -1, 1);
    stepFrom(session, 0, 2);
    stepFrom(session, 1, 3);
    stepFrom(session, 0, 2);   // run 1, from step 0
    stepFrom(session, 3, 3);   // goes on with it
    stepFrom(session, -1, 1);  // run 2, from the teachers
    stepFrom(session, 2, 4);   // run 0 goes on
    QCOMPARE(runNumbers(session), (std::vector<int>{0, 0, 0, 1, 1, 2, 0}));
    const std::vector<Run> runs = runsOf(session);
    QCOMPARE(runs.size(), std::size_t(3));
    QCOMPARE(runs[0].steps, (std::vector<int>{0, 1, 2, 6}));
    QCOMPARE(runs[1].steps, (std::vector<int>{0, 3, 4}));
    QCOMPARE(runs[2].steps, (std::vector<int>{5}));
  }

  void doesNotDependOnTheCurrentStep() {
    Session session = plainSession();
    stepFrom(session, -1, 1);
    stepFrom(session, -1, 1);
    const std::vector<int> numbers = runNumbers(session);
    session.current = -1;
    QCOMPARE(runNumbers(session), numbers);
  }

  void keepsNumbersAndCoversAllStepsWhileRandomTreesGrow() {
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 50; ++round) {
      const Session whole = randomTree(random);
      const std::vector<int> numbers = runNumbers(whole);
      Session part = whole;
      part.steps.resize(std::size_t(random.bounded(int(whole.steps.size()) + 1)));
      QVERIFY(std::equal(numbers.begin(), numbers.begin() + int(part.steps.size()), runNumbers(part).begin()));
      checkRuns(whole, numbers);
    }
  }

 private:
  /// A run is the path to its tip, and its own steps are the end of that path.
  static void checkRuns(const Session& session, const std::vector<int>& numbers) {
    std::map<int, std::size_t> own;
    for (const int number : numbers) ++own[number];
    const std::vector<Run> runs = runsOf(session);
    QCOMPARE(runs.size(), own.size());
    for (const Run& run : runs) {
      QCOMPARE(run.steps, session.path(run.steps.back()));
      const auto first = run.steps.end() - int(own[run.number]);
      QVERIFY(std::all_of(first, run.steps.end(), [&](int step) { return numbers[std::size_t(step)] == run.number; }));
      QVERIFY(
          std::none_of(run.steps.begin(), first, [&](int step) { return numbers[std::size_t(step)] == run.number; }));
    }
  }
};

ZIPPER_TEST(TestRuns)
#include "test_runs.moc"
