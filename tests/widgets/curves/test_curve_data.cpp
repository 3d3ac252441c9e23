// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>

#include "core/report/curve_smoothing.h"
#include "support/test_program.h"
#include "widgets/curves/curve_store.h"
#include "widgets/curves/made_up_runs.h"
#include "widgets/curves/series_selection.h"
#include "widgets/plots/odd_values.h"

using namespace zipper;
using namespace zipper::plots;
using namespace zipper::test;

namespace {

std::vector<IterationRecord> recordsOf(const Curve& curve) {
  std::vector<IterationRecord> records;
  for (std::size_t row = 0; row < curve.rows(); ++row) {
    IterationRecord record;
    record.total = curve.at(row, 0);
    record.crossEntropy = {curve.at(row, 1), curve.at(row, 2)};
    record.l1 = {curve.at(row, 3), curve.at(row, 4)};
    record.learningRate = curve.at(row, 5);
    records.push_back(record);
  }
  return records;
}

/// Nobody looks at more than where they are.
std::shared_ptr<const NetworkValues> someValues() {
  static const int place = 0;
  return {std::shared_ptr<void>(), reinterpret_cast<const NetworkValues*>(&place)};
}

void finish(CurveStore& store) {
  while (store.work(5)) {
  }
}

}  // namespace

class TestCurveData : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void smoothsInSlicesAndAnew() {
    std::mt19937 random = seeded();
    const std::vector<float> values = oddValues(random, 3000);
    CurveSeries series(7);
    for (std::size_t done = 0; done < values.size();) {
      const std::size_t count = std::min(values.size() - done, 1 + below(random, 400));
      series.append(values.data() + done, count);
      done += count;
      series.smoothMore(below(random, 300));
    }
    series.restartSmoothing(50);
    QVERIFY(!series.isSmoothed());
    while (!series.isSmoothed()) series.smoothMore(1 + below(random, 500));
    const std::vector<double> expected = smoothed(values, 50);
    QCOMPARE(series.smooth().size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i) QVERIFY(sameValue(series.smooth()[i], float(expected[i])));
    QVERIFY(same(series.smooth().extremes(0, values.size()), bruteForce(series.smooth().values(), 0, values.size())));
  }

  void appendsValuesThatLieApart() {
    const std::vector<float> table{1, 10, 100, 2, 20, 200, 3, 30, 300};
    CurveSeries series(1);
    series.append(&table[1], 3, 3);
    QCOMPARE(series.raw().values(), (std::vector<float>{10, 20, 30}));
  }

  /// A finished step of which more is known now needn't be loaded and averaged anew.
  void aStepKeepsItsCurvesWhenItsScoresBecomeKnown() {
    CurveRun run = madeUpRun(0, 2, 20, 1);
    auto first = std::make_shared<StepResult>(*run.steps[0]);
    first->values = someValues();
    run.steps[0] = first;
    CurveStore store;
    store.setRuns({run}, 2);
    finish(store);
    const auto before = store.runs()[0].segments[0].curves, other = store.runs()[0].segments[1].curves;
    auto scored = std::make_shared<StepResult>(*first);
    scored->calibrated = madeUpScores(2, 0.5);
    run.steps[0] = scored;
    store.setRuns({run}, 2);
    QVERIFY(store.runs()[0].segments[0].curves == before);
    QVERIFY(store.runs()[0].segments[1].curves == other);
    QVERIFY(before->step() == scored.get());
    QVERIFY(!store.work(5));
  }

  /// Another run may hold the step as it was, or one with the same network but other iterations.
  void aStepOfAnotherRunKeepsItsCurves() {
    CurveRun run = madeUpRun(0, 2, 20, 1);
    auto first = std::make_shared<StepResult>(*run.steps[0]);
    first->values = someValues();
    run.steps[0] = first;
    CurveStore store;
    store.setRuns({run}, 2);
    finish(store);
    const auto before = store.runs()[0].segments[0].curves;
    CurveRun other = madeUpRun(1, 1, 50, 2);
    auto longer = std::make_shared<StepResult>(*other.steps[0]);
    longer->values = someValues();
    other.steps[0] = longer;
    store.setRuns({run, other}, 2);
    store.setWindow(9);  // of all curves
    finish(store);
    QVERIFY(store.runs()[0].segments[0].curves == before);
    QCOMPARE(store.runs()[1].segments[0].curves->rows(), std::size_t(50));
    store.setRuns({other}, 2);
    QCOMPARE(store.runs()[0].segments[0].curves->rows(), std::size_t(50));
  }

  void runsShareTheStepsTheyHaveInCommon() {
    CurveRun first = madeUpRun(0, 3, 20, 1), second = madeUpRun(1, 2, 20, 2);
    second.steps.insert(second.steps.begin(), first.steps[0]);
    CurveStore store;
    store.setRuns({first, second}, 2);
    finish(store);
    QVERIFY(store.runs()[0].segments[0].curves == store.runs()[1].segments[0].curves);
    QVERIFY(store.runs()[0].segments[1].curves != store.runs()[1].segments[1].curves);
    QCOMPARE(store.runs()[1].segments[1].offset, std::size_t(20));
    QCOMPARE(store.runs()[1].rows(), std::size_t(60));
    const auto kept = store.runs()[0].segments[2].curves;
    store.setRuns({first}, 2);
    QVERIFY(store.runs()[0].segments[2].curves == kept);
  }

  void takesTheValuesOfTheSteps() {
    CurveStore store;
    store.setWindow(4);
    const CurveRun run = madeUpRun(0, 2, 5000, 3);
    store.setRuns({run}, 2);
    QVERIFY(store.work(0));  // a slice doesn't suffice
    finish(store);
    const Curve& curve = run.steps[1]->curve;
    const StepCurves& curves = *store.runs()[0].segments[1].curves;
    const std::pair<std::size_t, const char*> columns[] = {{StepColumns::total(), "loss"},
                                                           {StepColumns::crossEntropy(1), "ce.b"},
                                                           {curves.columns().l1(0), "l1.a"},
                                                           {curves.columns().learningRate(), "lr"}};
    for (const auto& [column, name] : columns) {
      QCOMPARE(curves.series(column).raw().values(), curve.column(name));
      const std::vector<double> expected = smoothed(curve.column(name), 4);
      QCOMPARE(curves.series(column).smooth()[4321], float(expected[4321]));
    }
  }

  /// A curve of distillation is there once a step has one, also while it runs, and finished it is the same.
  void distillationIsShownWhereThereIsAny() {
    const IterationRecord record{3, {}, {1, 1}, std::vector<float>(2 * madeUpLayers, 0.1F), 0.1F, {0.5F, 0.25F}};
    CurveStore store;
    CurveRun run = madeUpRun(0, 1, 30, 4);
    run.current = true;
    store.setRuns({run}, 2);
    QVERIFY(!store.isDistilled());
    QCOMPARE(allSeries(2, false).size(), 8);
    store.startStep(StepTarget::layer(2));
    store.append({record, record});
    QVERIFY(store.isDistilled());
    const auto& live = store.runs()[0].segments[1].curves->series(StepColumns(2).distillation(1));
    QCOMPARE(live.raw().values(), (std::vector<float>{0.25F, 0.25F}));
    auto step = std::make_shared<StepResult>();
    step->plan.target = StepTarget::layer(2);
    step->curve = Curve(2, madeUpLayers, {false, true});
    for (int i = 0; i < 2; ++i) step->curve.append(record);
    run.steps.push_back(step);
    CurveStore other;
    other.setRuns({run}, 2);
    finish(other);
    const StepCurves& curves = *other.runs()[0].segments[1].curves;
    QVERIFY(other.isDistilled() && curves.isDistilled());
    QCOMPARE(curves.series(StepColumns(2).distillation(0)).raw().values(), (std::vector<float>{0.5F, 0.5F}));
    QVERIFY(curves.series(StepColumns::crossEntropy(0)).raw().empty());
    QCOMPARE(allSeries(2, true)[5].quantity, Quantity::Distillation);
    QCOMPARE(seriesName({Quantity::Distillation, 1}), QString("KL B"));
  }

  void aStepWithoutSomeColumnsHasNoValuesThere() {
    auto step = std::make_shared<StepResult>();
    step->plan.target = StepTarget::layer(1);
    step->curve = Curve({"loss", "lr"}, {3, 0.1F, 2, 0.1F});
    CurveRun run;
    run.steps = {step};
    CurveStore store;
    store.setRuns({run}, 2);
    finish(store);
    const StepCurves& curves = *store.runs()[0].segments[0].curves;
    QCOMPARE(curves.series(StepColumns::total()).raw().values(), (std::vector<float>{3, 2}));
    QVERIFY(curves.series(StepColumns::crossEntropy(0)).raw().empty());
  }

  void aFinishedStepTakesOverItsLiveTail() {
    CurveRun run = madeUpRun(0, 2, 30, 4);
    run.current = true;
    auto third = madeUpRun(0, 3, 30, 5).steps[2];
    auto records = recordsOf(third->curve);
    CurveStore store;
    store.setRuns({run}, 2);
    finish(store);
    store.startStep(StepTarget::layer(3));
    store.append({records.begin(), records.begin() + 10});
    QCOMPARE(store.current()->rows(), std::size_t(70));
    QVERIFY(store.current()->segments[2].live);
    store.append({records.begin() + 10, records.end()});
    const auto live = store.current()->segments[2].curves;
    run.steps.push_back(third);
    store.setRuns({run}, 2);
    QCOMPARE(store.current()->rows(), std::size_t(90));  // not twice
    QVERIFY(store.current()->segments[2].curves == live);
    store.append({records[0]});  // a straggler must not get into the finished step
    QCOMPARE(live->rows(), std::size_t(30));
    store.endStep();
    QCOMPARE(store.current()->rows(), std::size_t(90));
    QCOMPARE(store.current()->segments.size(), std::size_t(3));
  }

  void aTailThatEndedFirstIsTakenOverToo() {
    CurveRun run = madeUpRun(0, 1, 30, 6);
    run.current = true;
    CurveStore store;
    store.setRuns({}, 2);
    store.startStep(StepTarget::layer(1));
    store.append(recordsOf(run.steps[0]->curve));
    const auto live = store.current()->segments[0].curves;
    store.endStep();
    QVERIFY(store.current() == nullptr);  // the run was made up for the tail
    store.setRuns({run}, 2);
    QVERIFY(store.current()->segments[0].curves == live);
  }

  void anotherStepOfTheSameLengthIsNotMistakenForTheTail() {
    CurveRun run = madeUpRun(0, 1, 30, 7);
    run.current = true;
    CurveStore store;
    store.setRuns({}, 2);
    store.startStep(StepTarget::layer(1));
    store.append(recordsOf(madeUpRun(0, 1, 30, 8).steps[0]->curve));
    store.endStep();
    store.setRuns({run}, 2);
    finish(store);
    QCOMPARE(store.current()->segments[0].curves->series(0).raw().values(), run.steps[0]->curve.column("loss"));
  }

  void liveValuesAreAveragedEvenWhileTheWindowChanges() {
    const auto step = madeUpRun(0, 1, 300, 9).steps[0];
    const auto records = recordsOf(step->curve);
    CurveStore store;
    store.setRuns({}, 2);
    store.startStep(StepTarget::layer(1));
    store.append({records.begin(), records.begin() + 200});
    store.setWindow(11);
    store.append({records.begin() + 200, records.end()});
    finish(store);
    const std::vector<double> expected = smoothed(step->curve.column("loss"), 11);
    const CurveSeries& series = store.current()->segments[0].curves->series(0);
    QVERIFY(series.isSmoothed());
    QCOMPARE(series.smooth()[299], float(expected[299]));
  }

  void recordsWithoutAStepAreIgnored() {
    CurveStore store;
    store.append({IterationRecord{}});
    QVERIFY(store.runs().empty());
    store.startStep(StepTarget::fineTuning());
    store.append({IterationRecord{}});
    QCOMPARE(store.current()->rows(), std::size_t(1));
    QVERIFY(store.current()->segments[0].target.isFineTuning());
    store.endStep();
    QVERIFY(!store.isLive());
  }

  void findsTheStepOfAnIteration() {
    CurveStore store;
    store.setRuns({madeUpRun(0, 3, 10, 10)}, 2);
    const StoredRun& run = store.runs()[0];
    QVERIFY(run.segmentAt(0) == nullptr);
    QVERIFY(run.segmentAt(10) == &run.segments[0]);
    QVERIFY(run.segmentAt(11) == &run.segments[1]);
    QVERIFY(run.segmentAt(31) == nullptr);
  }

  void choicesForOneRunAndForManyAreKeptApart() {
    CurveStore store;
    CurveRun first = madeUpRun(0, 1, 5, 11), second = madeUpRun(1, 1, 5, 12);
    store.setRuns({first}, 2);
    SeriesSelection selection;
    selection.setRuns(store.runs(), store.tasks());
    const SeriesId total{Quantity::Total, -1}, crossEntropy{Quantity::CrossEntropy, 0};
    QVERIFY(selection.shows(total) && selection.shows(crossEntropy));
    selection.show(total, false);
    store.setRuns({first, second}, 2);
    selection.setRuns(store.runs(), store.tasks());
    QVERIFY(selection.showsMany());
    QVERIFY(selection.shows(total) && !selection.shows(crossEntropy));
    selection.show(crossEntropy, true);
    selection.showRun(store.runs()[1].run, false, store.runs());
    QVERIFY(!selection.showsMany() && !selection.shows(total));
    selection.setRuns(store.runs(), store.tasks());
    QVERIFY(!selection.showsRun(store.runs()[1].run));  // the user's choice holds
    second.visible = false;
    store.setRuns({first, second}, 2);
    selection.setRuns(store.runs(), store.tasks());
    second.visible = true;
    store.setRuns({first, second}, 2);
    selection.setRuns(store.runs(), store.tasks());
    QVERIFY(selection.showsRun(store.runs()[1].run));  // until it is set anew
    QVERIFY(selection.shows(crossEntropy));
  }

  void theTotalOfManyTasksIsHiddenAtFirst() {
    CurveStore store;
    const CurveRun first = madeUpRun(0, 1, 5, 11, false, 3), second = madeUpRun(1, 1, 5, 12, false, 3);
    const SeriesId total{Quantity::Total, -1}, crossEntropy{Quantity::CrossEntropy, 2};
    SeriesSelection selection;
    const auto set = [&](const std::vector<CurveRun>& runs, int tasks) {
      store.setRuns(runs, tasks);
      selection.setRuns(store.runs(), tasks);
    };
    set({first}, 3);
    QVERIFY(!selection.shows(total) && selection.shows(crossEntropy));
    set({first, second}, 3);
    QVERIFY(selection.shows(total) && !selection.shows(crossEntropy));
    set({first}, 3);
    selection.show(total, true);
    set({first}, 3);
    QVERIFY(selection.shows(total));  // the user's choice holds
    set({madeUpRun(0, 1, 5, 11)}, 2);
    QVERIFY(selection.shows(total));
    selection.show(total, false);
    QVERIFY(!selection.shows(total));
    set({first}, 3);
    QVERIFY(!selection.shows(total));
  }
};

ZIPPER_TEST(TestCurveData)
#include "test_curve_data.moc"
