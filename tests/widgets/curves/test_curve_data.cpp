// SPDX-License-Identifier: GPL-3.0-or-later

#include <QImage>
#include <QPainter>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <random>

#include "core/report/curve_smoothing.h"
#include "support/test_program.h"
#include "widgets/curves/curve_store.h"
#include "widgets/curves/curves_ranges.h"
#include "widgets/curves/follow_view.h"
#include "widgets/curves/made_up_runs.h"
#include "widgets/curves/running_average.h"
#include "widgets/curves/series_selection.h"
#include "widgets/curves/thinned_line.h"

using namespace zipper;
using namespace zipper::curves;
using namespace zipper::test;

namespace {

std::mt19937 seeded() {
  const unsigned seed = std::random_device{}();
  qInfo("seed %u", seed);
  return std::mt19937(seed);
}

std::size_t below(std::mt19937& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

/// Mostly ordinary, now and then something that has no place on an axis.
float oddValue(std::mt19937& random) {
  const float odd[] = {NAN, INFINITY, -INFINITY, 0, -1, 1e30F};
  return below(random, 20) == 0 ? odd[below(random, 6)] : std::normal_distribution<float>(1, 1)(random);
}

std::vector<float> oddValues(std::mt19937& random, std::size_t count) {
  std::vector<float> values(count);
  for (float& value : values) value = oddValue(random);
  return values;
}

Extremes bruteForce(const std::vector<float>& values, std::size_t begin, std::size_t end) {
  Extremes result;
  for (std::size_t i = begin; i < end; ++i) {
    const float v = values[i];
    if (std::isnan(v)) result.notANumber = true;
    if (v == INFINITY) result.plusInfinity = true;
    if (v == -INFINITY) result.minusInfinity = true;
    if (!std::isfinite(v)) continue;
    if (v < result.low) result.low = v;
    if (v > result.high) result.high = v;
    if (v > 0 && v < result.lowestPositive) result.lowestPositive = v;
  }
  return result;
}

bool same(const Extremes& a, const Extremes& b) {
  return a.low == b.low && a.high == b.high && a.lowestPositive == b.lowestPositive && a.notANumber == b.notANumber &&
         a.plusInfinity == b.plusInfinity && a.minusInfinity == b.minusInfinity;
}

bool sameValue(float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); }

ValueTrack trackOf(const std::vector<float>& values) {
  ValueTrack track;
  track.write(0, values.data(), values.size());
  return track;
}

bool holds(const ThinnedLine& line, float value) {
  return std::any_of(line.points.begin(), line.points.end(), [value](const LinePoint& p) { return p.y == value; });
}

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

void finish(CurveStore& store) {
  while (store.work(5)) {
  }
}

bool sameSpan(const Span& a, double lower, double upper) {
  return std::abs(a.lower - lower) < 1e-9 && std::abs(a.upper - upper) < 1e-9;
}

}  // namespace

class TestCurveData : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void extremesAreThoseOfBruteForce() {
    std::mt19937 random = seeded();
    for (int round = 0; round < 60; ++round) {
      std::vector<float> values;
      ValueTrack track;
      for (int change = 0; change < 12; ++change) {  // appended, overwritten and both at once
        const std::size_t begin = below(random, values.size() + 1);
        const std::vector<float> chunk = oddValues(random, 1 + below(random, 700));
        values.resize(std::max(values.size(), begin + chunk.size()));
        std::copy(chunk.begin(), chunk.end(), values.begin() + std::ptrdiff_t(begin));
        track.write(begin, chunk.data(), chunk.size());
        QCOMPARE(track.size(), values.size());
        for (int query = 0; query < 30; ++query) {
          std::size_t from = below(random, values.size() + 1), to = below(random, values.size() + 1);
          if (from > to) std::swap(from, to);
          QVERIFY(same(track.extremes(from, to), bruteForce(values, from, to)));
        }
      }
    }
  }

  void averagesLikeTheEngine() {
    std::mt19937 random = seeded();
    for (const int window : {1, 2, 9, 100, 5000}) {
      std::vector<float> values = oddValues(random, 2000);
      for (float& value : values)
        if (value == 1e30F) value = 2;  // so that the comparison of rounding stays meaningful
      const std::vector<double> expected = smoothed(values, window);
      RunningAverage average(window);
      for (std::size_t i = 0; i < values.size(); ++i) QVERIFY(sameValue(average.next(values[i]), float(expected[i])));
    }
  }

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

  void binsArePowersOfTwo() {
    QCOMPARE(rowsPerBin(500, 1000), std::size_t(1));
    QCOMPARE(rowsPerBin(1000, 1000), std::size_t(1));
    QCOMPARE(rowsPerBin(1001, 1000), std::size_t(2));
    QCOMPARE(rowsPerBin(1e6, 1000), std::size_t(1024));
    QCOMPARE(rowsPerBin(5, 0), std::size_t(8));
  }

  void thinningLosesNoPeakAndNoOddValue() {
    std::mt19937 random = seeded();
    for (int round = 0; round < 40; ++round) {
      const std::vector<float> values = oddValues(random, 1 + below(random, 5000));
      const ValueTrack track = trackOf(values);
      const bool logarithmic = below(random, 2) == 1;
      const std::size_t bin = std::size_t(1) << below(random, 8);
      ThinnedLine line;
      thin(track, {100, 0, 1e9, bin, logarithmic}, line);
      std::size_t odd = 0;
      for (std::size_t begin = 0; begin < values.size(); begin += bin) {
        const Extremes span = bruteForce(values, begin, std::min(values.size(), begin + bin));
        odd += std::size_t(span.notANumber) + span.plusInfinity + span.minusInfinity + (logarithmic && span.low <= 0);
        if (logarithmic && span.anyPositive()) QVERIFY(holds(line, span.lowestPositive) && holds(line, span.high));
        if (!logarithmic && span.anyFinite()) QVERIFY(holds(line, span.low) && holds(line, span.high));
      }
      QCOMPARE(line.odd.size(), odd);
      QVERIFY(line.points.size() <= 3 * (values.size() / bin + 2));
      for (const LinePoint& point : line.points) {
        QVERIFY(point.x > 100 && point.x <= 100.5 + double(values.size()));
        QVERIFY(!std::isinf(point.y));
      }
    }
  }

  void keepsTheLineToTheEdgesOnly() {
    std::vector<float> values(100000);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = float(i % 97);
    const ValueTrack track = trackOf(values);
    ThinnedLine line;
    thin(track, {0, 50000, 50100, 1, false}, line);
    QVERIFY(line.points.size() >= 101 && line.points.size() <= 106);
    QVERIFY(line.points.front().x < 50000);
    QVERIFY(line.points[line.points.size() - 2].x > 50100);
    ThinnedLine outside;
    thin(track, {0, 200000, 300000, 8, false}, outside);
    thin(track, {0, -3000, -2000, 8, false}, outside);
    QVERIFY(outside.points.empty());
  }

  void interruptsTheLineWhereValuesAreMissing() {
    const ValueTrack track = trackOf({1, 2, NAN, 4, 5});
    ThinnedLine line;
    thin(track, {0, 0, 10, 1, false}, line);
    QCOMPARE(line.points.size(), std::size_t(6));  // the last interruption ends the step
    QVERIFY(std::isnan(line.points[2].y) && std::isnan(line.points[5].y));
    QCOMPARE(line.odd.size(), std::size_t(1));
    QCOMPARE(line.odd[0].x, 3.0);
    QVERIFY(line.odd[0].kind == OddKind::NotANumber);
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
    const std::pair<std::size_t, const char*> columns[] = {{totalColumn(), "loss"},
                                                           {crossEntropyColumn(1), "ce.b"},
                                                           {l1Column(2, 0), "l1.a"},
                                                           {learningRateColumn(2), "lr"}};
    for (const auto& [column, name] : columns) {
      QCOMPARE(curves.series(column).raw().values(), curve.column(name));
      const std::vector<double> expected = smoothed(curve.column(name), 4);
      QCOMPARE(curves.series(column).smooth()[4321], float(expected[4321]));
    }
  }

  /// A curve of distillation is there once a step has one, also while it runs, and finished it is the same.
  void distillationIsShownWhereThereIsAny() {
    const IterationRecord record{3, {}, {1, 1}, std::vector<float>(26, 0.1F), 0.1F, {0.5F, 0.25F}};
    CurveStore store;
    CurveRun run = madeUpRun(0, 1, 30, 4);
    run.current = true;
    store.setRuns({run}, 2);
    QVERIFY(!store.isDistilled());
    QCOMPARE(allSeries(2, false).size(), 8);
    store.startStep(2);
    store.append({record, record});
    QVERIFY(store.isDistilled());
    const auto& live = store.runs()[0].segments[1].curves->series(distillationColumn(2, 1));
    QCOMPARE(live.raw().values(), (std::vector<float>{0.25F, 0.25F}));
    auto step = std::make_shared<StepResult>();
    step->plan.layer = 2;
    step->curve = Curve(2, {false, true});
    for (int i = 0; i < 2; ++i) step->curve.append(record);
    run.steps.push_back(step);
    CurveStore other;
    other.setRuns({run}, 2);
    finish(other);
    const StepCurves& curves = *other.runs()[0].segments[1].curves;
    QVERIFY(other.isDistilled() && curves.isDistilled());
    QCOMPARE(curves.series(distillationColumn(2, 0)).raw().values(), (std::vector<float>{0.5F, 0.5F}));
    QVERIFY(curves.series(crossEntropyColumn(0)).raw().empty());
    QCOMPARE(allSeries(2, true)[5].quantity, Quantity::Distillation);
    QCOMPARE(seriesName({Quantity::Distillation, 1}), QString("KL B"));
  }

  void aStepWithoutSomeColumnsHasNoValuesThere() {
    auto step = std::make_shared<StepResult>();
    step->plan.layer = 1;
    step->curve = Curve({"loss", "lr"}, {3, 0.1F, 2, 0.1F});
    CurveRun run;
    run.steps = {step};
    CurveStore store;
    store.setRuns({run}, 2);
    finish(store);
    const StepCurves& curves = *store.runs()[0].segments[0].curves;
    QCOMPARE(curves.series(totalColumn()).raw().values(), (std::vector<float>{3, 2}));
    QVERIFY(curves.series(crossEntropyColumn(0)).raw().empty());
  }

  void aFinishedStepTakesOverItsLiveTail() {
    CurveRun run = madeUpRun(0, 2, 30, 4);
    run.current = true;
    auto third = madeUpRun(0, 3, 30, 5).steps[2];
    auto records = recordsOf(third->curve);
    CurveStore store;
    store.setRuns({run}, 2);
    finish(store);
    store.startStep(3);
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
    store.startStep(1);
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
    store.startStep(1);
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
    store.startStep(1);
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
    store.startStep(0);
    store.append({IterationRecord{}});
    QCOMPARE(store.current()->rows(), std::size_t(1));
    QCOMPARE(store.current()->segments[0].layer, 0);
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

  void followsTheNewestUntilTheUserMoves() {
    FollowView view;
    QVERIFY(sameSpan(view.span(100, 100), 0, 102.5));
    view.zoomTo({60, 110}, 100, 100);
    QVERIFY(view.follows() && !view.showsAll());
    QVERIFY(sameSpan(view.span(140, 140), 100, 150));  // the newest keeps its place
    view.panTo({20, 70}, 140);
    QVERIFY(!view.follows());
    QVERIFY(sameSpan(view.span(500, 500), 20, 70));
    view.setFollows(true, 500, 500);
    QVERIFY(sameSpan(view.span(500, 500), 451.5, 501.5));
    view.fitAll();
    QVERIFY(sameSpan(view.span(500, 500), 0, 510.5));
  }

  void zoomingAwayFromTheNewestStopsFollowing() {
    FollowView view;
    view.zoomTo({10, 50}, 100, 100);
    QVERIFY(!view.follows());
    view.zoomTo({-1000, 5000}, 100, 100);
    QVERIFY(view.span(100, 100).size() <= 2 * wholeSpan(100).size() + 1e-9);
    view.zoomTo({20, 20.1}, 100, 100);
    QVERIFY(view.span(100, 100).size() >= 8);
    view.panTo({1e6, 1e6 + 8}, 100);
    QVERIFY(view.span(100, 100).lower < 100);  // something stays in view
    FollowView whole;
    whole.setFollows(false, 100, 100);
    QVERIFY(sameSpan(whole.span(400, 400), 0, 102.5));  // off keeps what was in view
  }

  void axesHaveRoomForTheirValues() {
    Extremes none;
    QVERIFY(sameSpan(valueSpan(none, false), 0, 1));
    QVERIFY(valueSpan(none, true).lower > 0);
    Extremes some;
    for (const float value : {0.5F, 4.0F, NAN}) some.add(value);
    QCOMPARE(valueSpan(some, false).lower, 0.0);
    QVERIFY(valueSpan(some, false).upper > 4);
    QVERIFY(valueSpan(some, true).lower < 0.5 && valueSpan(some, true).lower > 0.3);
    Extremes constant;
    constant.add(-2);
    QVERIFY(valueSpan(constant, false).lower < -2 && valueSpan(constant, false).upper > -2);
    QVERIFY(valueSpan(constant, true).lower > 0);
    Extremes zero;
    zero.add(0);
    QVERIFY(valueSpan(zero, false).size() > 0);
  }

  void choicesForOneRunAndForManyAreKeptApart() {
    CurveStore store;
    CurveRun first = madeUpRun(0, 1, 5, 11), second = madeUpRun(1, 1, 5, 12);
    store.setRuns({first}, 2);
    SeriesSelection selection;
    selection.setRuns(store.runs());
    const SeriesId total{Quantity::Total, -1}, crossEntropy{Quantity::CrossEntropy, 0};
    QVERIFY(selection.shows(total) && selection.shows(crossEntropy));
    selection.show(total, false);
    store.setRuns({first, second}, 2);
    selection.setRuns(store.runs());
    QVERIFY(selection.showsMany());
    QVERIFY(selection.shows(total) && !selection.shows(crossEntropy));
    selection.show(crossEntropy, true);
    selection.showRun(store.runs()[1].run, false, store.runs());
    QVERIFY(!selection.showsMany() && !selection.shows(total));
    selection.setRuns(store.runs());
    QVERIFY(!selection.showsRun(store.runs()[1].run));  // the user's choice holds
    second.visible = false;
    store.setRuns({first, second}, 2);
    selection.setRuns(store.runs());
    second.visible = true;
    store.setRuns({first, second}, 2);
    selection.setRuns(store.runs());
    QVERIFY(selection.showsRun(store.runs()[1].run));  // until it is set anew
    QVERIFY(selection.shows(crossEntropy));
  }

  void samplesAreDashedLikeTheirCurves() {
    for (const auto& [quantity, parts] : {std::pair(Quantity::CrossEntropy, 3), std::pair(Quantity::L1, 5)}) {
      SeriesStyle style = styleInOneRun({quantity, 0}, QPalette(Qt::white));
      style.color = Qt::black;
      QImage image(24, 12, QImage::Format_RGB32);
      image.fill(Qt::white);
      QPainter painter(&image);
      drawSample(painter, image.rect(), style, true, true, Qt::white);
      painter.end();
      int found = 0;
      for (int x = 0; x < 24; ++x)
        found += image.pixelColor(x, 5).lightness() < 128 && (x == 0 || image.pixelColor(x - 1, 5).lightness() >= 128);
      QVERIFY2(found >= parts, qPrintable(QString::number(found)));
    }
  }
};

ZIPPER_TEST(TestCurveData)
#include "test_curve_data.moc"
