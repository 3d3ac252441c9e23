// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/step_target.h"

#include <QtTest>
#include <set>

#include "support/test_program.h"

using namespace zipper;

class TestStepTarget : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isExactlyOneKind() {
    for (const StepTarget target : {StepTarget::layer(1), StepTarget::fineTuning(), StepTarget::everyLayer()})
      QCOMPARE(int(target.mergesLayer()) + int(target.isFineTuning()) + int(target.isEveryLayer()), 1);
    QVERIFY(StepTarget::layer(1).mergesLayer());
    QVERIFY(StepTarget::fineTuning().isFineTuning());
    QVERIFY(StepTarget::everyLayer().isEveryLayer());
  }

  /// No number stands for anything but a layer.
  void mergesItsLayerOnly() {
    const StepTarget seven = StepTarget::layer(7);
    QCOMPARE(seven.layerNumber(), 7);
    QVERIFY(seven.merges(7) && !seven.merges(6) && !seven.merges(0));
    for (const int layer : {-1, 0, 1})
      QVERIFY(!StepTarget::fineTuning().merges(layer) && !StepTarget::everyLayer().merges(layer));
  }

  void differsFromAllOthers() {
    const std::set<StepTarget> all{StepTarget::fineTuning(), StepTarget::layer(1), StepTarget::layer(2),
                                   StepTarget::everyLayer(), StepTarget::layer(2), StepTarget::fineTuning()};
    QCOMPARE(all.size(), std::size_t(4));
    for (const StepTarget a : all)
      for (const StepTarget b : all) {
        QCOMPARE(a == b, !(a < b) && !(b < a));
        QCOMPARE(a != b, !(a == b));
      }
  }

  void isCalledAndNumbered() {
    QCOMPARE(titleOfStep(StepTarget::layer(3)), std::string("layer 3"));
    QCOMPARE(titleOfStep(StepTarget::fineTuning()), std::string("fine-tuning"));
    QCOMPARE(titleOfStep(StepTarget::everyLayer()), std::string("all layers"));
    QCOMPARE(targetNumber(StepTarget::layer(3)), 3);
    QCOMPARE(targetNumber(StepTarget::fineTuning()), 0);
  }
};

ZIPPER_TEST(TestStepTarget)
#include "test_step_target.moc"
