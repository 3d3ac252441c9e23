// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/layer_drops.h"

#include <QtTest>
#include <cmath>

#include "support/expect_error.h"
#include "support/plain_session.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

Score scoreOf(int hits, int images) { return {images, double(hits) / images, 1, 0.5}; }

bool isNear(double value, double expected, double tolerance = 5e-5) { return std::abs(value - expected) < tolerance; }

LayerDrop drop(int layer, double value, double low, double high) {
  return {layer, ShareDifference{value, low, high}, 100};
}

using Layers = std::vector<int>;

}  // namespace

class TestLayerDrops : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Newcombe (1998), table II, method 10.
  void publishedIntervals_data() {
    QTest::addColumn<QList<int>>("counts");
    QTest::addColumn<QList<double>>("interval");
    QTest::newRow("56/70 - 48/80") << QList<int>{56, 70, 48, 80} << QList<double>{0.0524, 0.3339};
    QTest::newRow("9/10 - 3/10") << QList<int>{9, 10, 3, 10} << QList<double>{0.1705, 0.8090};
    QTest::newRow("6/7 - 2/7") << QList<int>{6, 7, 2, 7} << QList<double>{0.0582, 0.8062};
    QTest::newRow("5/56 - 0/29") << QList<int>{5, 56, 0, 29} << QList<double>{-0.0381, 0.1926};
    QTest::newRow("0/10 - 0/20") << QList<int>{0, 10, 0, 20} << QList<double>{-0.1611, 0.2775};
    QTest::newRow("10/10 - 0/10") << QList<int>{10, 10, 0, 10} << QList<double>{0.6075, 1.0000};
  }
  void publishedIntervals() {
    QFETCH(QList<int>, counts);
    QFETCH(QList<double>, interval);
    const ShareDifference found = meanDrop({scoreOf(counts[0], counts[1])}, {scoreOf(counts[2], counts[3])});
    QVERIFY(isNear(found.value, double(counts[0]) / counts[1] - double(counts[2]) / counts[3], 1e-12));
    QVERIFY2(isNear(found.low, interval[0]) && isNear(found.high, interval[1]),
             qPrintable(QString("%1 to %2").arg(found.low).arg(found.high)));
    // The other way round it is the same interval, mirrored.
    const ShareDifference back = meanDrop({scoreOf(counts[2], counts[3])}, {scoreOf(counts[0], counts[1])});
    QVERIFY(isNear(back.low, -found.high, 1e-12) && isNear(back.high, -found.low, 1e-12));
  }

  /// Twice the same task: the same difference, and the distances to the ends shrink by the root of two.
  void tasksAverage() {
    const Score before = scoreOf(56, 70), after = scoreOf(48, 80);
    const ShareDifference one = meanDrop({before}, {after}), two = meanDrop({before, before}, {after, after});
    QVERIFY(isNear(two.value, one.value, 1e-12));
    QVERIFY(isNear(two.value - two.low, (one.value - one.low) / std::sqrt(2.0), 1e-12));
    QVERIFY(isNear(two.high - two.value, (one.high - one.value) / std::sqrt(2.0), 1e-12));
  }

  void refusesWhatDoesNotFit() {
    ZIPPER_EXPECT_ERROR(meanDrop({}, {}), "0 and 0 scores");
    ZIPPER_EXPECT_ERROR(meanDrop({scoreOf(1, 2)}, {}), "1 and 0 scores");
  }

  void followsThePathToTheCurrentStep() {
    Session session = plainSession();  // teachers: 0.9, 0.8
    QVERIFY(layerDrops(session).empty());
    PlainStep step;
    step.target = StepTarget::layer(2);
    step.after = {0.88, 0.80};
    addStep(session, step);
    const int branch = session.current;
    step.target = StepTarget::layer(5);
    step.after = {0.5, 0.5};
    addStep(session, step);
    session.current = branch;
    step.target = StepTarget::layer(1);
    step.after = {0.89, 0.81};
    addStep(session, step);
    step.target = StepTarget::layer(3);
    step.after = {};
    addStep(session, step);
    step.target = StepTarget::fineTuning();
    step.after = {0.9, 0.8};
    addStep(session, step);
    step.target = StepTarget::layer(4);
    step.after = {0.9, 0.7};
    addStep(session, step);
    const std::vector<LayerDrop> drops = layerDrops(session);
    Layers layers;
    for (const LayerDrop& one : drops) layers.push_back(one.layer);
    QCOMPARE(layers, (Layers{2, 1, 3, 4}));
    QVERIFY(isNear(drops[0].drop->value, 0.01, 1e-9) && isNear(drops[1].drop->value, -0.01, 1e-9));
    QVERIFY(!drops[2].drop);
    QCOMPARE(drops[2].images, std::int64_t(0));
    QVERIFY(isNear(drops[3].drop->value, 0.05, 1e-9));  // beside the fine-tuning before it
    QCOMPARE(drops[3].images, std::int64_t(1000));
  }

  /// Samples are compared with samples, never with whole test sets.
  void samplesAreKeptApart() {
    Session session = plainSession();
    StepResult step;
    step.plan.target = StepTarget::layer(1);
    step.mergedLayers = {1};
    step.sampleCalibrated = {{100, 0.8, 1, 0.5, 1000}, {100, 0.7, 1, 0.5, 1000}};
    appendStep(session, step);
    QVERIFY(!layerDrops(session).front().drop);
    session.teacherSample = {{100, 0.85, 1, 0.5, 1000}, {100, 0.75, 1, 0.5, 1000}};
    const LayerDrop found = layerDrops(session).front();
    QVERIFY(found.drop && isNear(found.drop->value, 0.05, 1e-9));
    QCOMPARE(found.images, std::int64_t(100));
  }

  void tiesAreTold() {
    QCOMPARE(worstLayers({}).worst, 0);
    QCOMPARE(worstLayers({{3, {}, 0}}).worst, 0);
    const WorstLayers clear = worstLayers({drop(1, 0.01, 0.00, 0.02), drop(2, 0.10, 0.08, 0.12), {3, {}, 0}});
    QCOMPARE(clear.worst, 2);
    QVERIFY(clear.asBad.empty() && clear.beyondNoise);
    const WorstLayers tied = worstLayers({drop(1, 0.02, -0.01, 0.05), drop(2, 0.01, -0.01, 0.02),
                                          drop(3, 0.03, 0.01, 0.05), drop(4, 0.025, 0.02, 0.03)});
    QCOMPARE(tied.worst, 3);
    QCOMPARE(tied.asBad, (Layers{4, 1}));
    const WorstLayers noise = worstLayers({drop(1, 0.01, -0.01, 0.03), drop(2, -0.01, -0.02, 0.0)});
    QVERIFY(noise.worst == 1 && !noise.beyondNoise && noise.asBad.empty());
  }
};

ZIPPER_TEST(TestLayerDrops)
#include "test_layer_drops.moc"
