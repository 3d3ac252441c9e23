// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>

#include "core/support/error.h"
#include "core/training/part_clock.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

class TestPartClock : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// The time of what is done within a part is that of the inner one.
  void partsWithinPartsCountOnce() {
    double now = 100;
    PartClock clock([&now] { return now; });
    now += 1;  // between parts
    clock.during(StepPart::Moments, [&] {
      now += 2;
      clock.during(StepPart::Fisher, [&] {
        now += 4;
        QVERIFY(clock.current() == StepPart::Fisher);
      });
      QVERIFY(clock.current() == StepPart::Moments);
      now += 8;
    });
    QVERIFY(!clock.current());
    now += 16;
    const int answer = clock.during(StepPart::Moments, [&] {
      now += 32;
      return 7;
    });
    QCOMPARE(answer, 7);
    QCOMPARE(clock.seconds()[StepPart::Moments], 42.0);
    QCOMPARE(clock.seconds()[StepPart::Fisher], 4.0);
    QCOMPARE(clock.seconds().sum(), 46.0);
  }

  void aPartWithinItselfCountsOnce() {
    double now = 0;
    PartClock clock([&now] { return now; });
    clock.during(StepPart::Scores, [&] {
      now += 1;
      clock.during(StepPart::Scores, [&] { now += 2; });
      now += 4;
    });
    QCOMPARE(clock.seconds()[StepPart::Scores], 7.0);
  }

  void countsUntilNow() {
    double now = 5;
    PartClock clock([&now] { return now; });
    clock.during(StepPart::Heads, [&] {
      now += 1;
      QCOMPARE(clock.seconds()[StepPart::Heads], 1.0);
      now += 1;
      QCOMPARE(clock.seconds()[StepPart::Heads], 2.0);
    });
    QCOMPARE(clock.seconds().sum(), 2.0);
  }

  /// What was being done around a part that failed goes on.
  void leavesAPartThatThrows() {
    double now = 0;
    PartClock clock([&now] { return now; });
    clock.during(StepPart::Calibration, [&] {
      const auto failing = [&] {
        now += 1;
        fail("stopped");
      };
      ZIPPER_EXPECT_ERROR(clock.during(StepPart::Statistics, failing), "stopped");
      QVERIFY(clock.current() == StepPart::Calibration);
      now += 2;
    });
    QCOMPARE(clock.seconds()[StepPart::Statistics], 1.0);
    QCOMPARE(clock.seconds()[StepPart::Calibration], 2.0);
  }

  void theMachinesClockGoesOn() {
    PartClock clock;
    clock.during(StepPart::Weights, [] { QTest::qSleep(20); });
    QVERIFY(clock.seconds()[StepPart::Weights] >= 0.019);
    QCOMPARE(clock.seconds().sum(), clock.seconds()[StepPart::Weights]);
  }

  void eachPartHasItsName() {
    std::set<std::string> names;
    for (const StepPart part : stepParts) names.insert(toString(part));
    QCOMPARE(names.size(), stepParts.size());
    QVERIFY(names.count("") == 0);
  }
};

ZIPPER_TEST(TestPartClock)
#include "test_part_clock.moc"
