// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/analysis/inference_time.h"
#include "core/report/made_up_session.h"
#include "core/report/report.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

class TestInferenceTime : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void measuresBoth() {
    const InferenceTime time = measureInference(madeUpSession({2, {1, 2}, 0}), 2, 3);
    QCOMPARE(time.batch, 2);
    QCOMPARE(time.repetitions, 3);
    QCOMPARE(time.threads, at::get_num_threads());
    QVERIFY(time.separate > 0);
    QVERIFY(time.merged > 0);
    QVERIFY(time.separateRange.fastest <= time.separate && time.separate <= time.separateRange.slowest);
    QVERIFY(time.mergedRange.fastest <= time.merged && time.merged <= time.mergedRange.slowest);
    QVERIFY(!time.trunkRange.isKnown());
  }

  void measuresBlocks() {
    MadeUp wish{2, {1, 2}, 0};
    wish.blocks = true;
    Session session = madeUpSession(wish);
    const InferenceTime time = measureInference(session, 1, 2);
    QVERIFY(time.separate > 0 && time.merged > 0);
    planSteps(session.recipe, {1, 2}, 5);
    for (StepPlan& step : session.recipe.steps) step.settings.trunk = 1;
    const std::vector<double> speedups = measurePlannedSpeedups(session);
    QCOMPARE(speedups.size(), std::size_t(3));
    for (const double speedup : speedups) QVERIFY(std::isfinite(speedup) && speedup > 0);
  }

  /// Layer 3 and fine-tuning leave the trunk as it is, so that they have the time of the step before.
  void speedupsOfThePlanFollowTheTrunk() {
    Session session = madeUpSession({2, {}});
    planSteps(session.recipe, {1, 2, 3}, 5);
    for (StepPlan& step : session.recipe.steps) step.settings.trunk = 2;
    const std::vector<double> speedups = measurePlannedSpeedups(session);
    QCOMPARE(speedups.size(), std::size_t(4));
    for (const double speedup : speedups) QVERIFY(std::isfinite(speedup) && speedup > 0);
    QCOMPARE(speedups[2], speedups[1]);
    QCOMPARE(speedups[3], speedups[1]);
    StopSource source;
    source.requestStop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, measurePlannedSpeedups(session, {source.token()}));
  }

  void aBusyMachineIsTold() {
    Session session = madeUpSession({2, {1, 2}, 0});
    InferenceTime time = measureInference(session, 1, 3);
    QVERIFY(time.spread >= 1);  // a median is never below the least
    time.spread = 1.2;
    QVERIFY(!time.isDisturbed());
    const auto pageWith = [&session](const InferenceTime& one) {
      const QTemporaryDir folder;
      writeReport(folder.path().toStdString(), session, {one});
      QFile page(folder.filePath("report.html"));
      return page.open(QIODevice::ReadOnly) ? QString::fromUtf8(page.readAll()) : QString();
    };
    QVERIFY(!pageWith(time).contains("busy with something else"));
    time.spread = 2;
    QVERIFY(time.isDisturbed());
    QVERIFY(pageWith(time).contains("busy with something else"));
  }

  void refusesNonsense() {
    const Session session = madeUpSession({2, {}});
    ZIPPER_EXPECT_ERROR(measureInference(session, 0, 1), "batch of 0 images");
    ZIPPER_EXPECT_ERROR(measureInference(session, 1, 0), "0 repetitions");
  }
};

ZIPPER_TEST(TestInferenceTime)
#include "test_inference_time.moc"
