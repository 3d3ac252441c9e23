// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "support/test_program.h"
#include "widgets/style/terms.h"

using namespace zipper;

class TestTerms : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void stepsAndStatesHaveOneName() {
    QCOMPARE(stepTitle(StepTarget::layer(3)), QString("layer 3"));
    QCOMPARE(stepTitle(StepTarget::fineTuning()), QString("fine-tuning"));
    QCOMPARE(layerStateName(LayerState::Separate), QString("separate"));
    QCOMPARE(layerStateName(LayerState::Merged), QString("merged"));
    QCOMPARE(layerStateName(LayerState::InWork), QString("in work"));
    QCOMPARE(layerStateName(LayerState::LeftOut), QString("left out"));
  }

  void tasksHaveALetterAndAName() {
    QCOMPARE(taskLetter(0), QString("A"));
    QCOMPARE(taskLetter(5), QString("F"));
    QCOMPARE(taskTitle(1, "fashion"), QString("B · fashion"));
    QCOMPARE(taskTitle(2, QString()), QString("C"));
    QCOMPARE(taskTitle(0, "100 %1"), QString("A · 100 %1"));
  }

  void tasksAreListed() {
    QCOMPARE(taskLetters(0, 0), QString());
    QCOMPARE(taskLetters(1, 2), QString("B"));
    QCOMPARE(taskLetters(0, 2), QString("A and B"));
    QCOMPARE(taskLetters(1, 5), QString("B, C, D and E"));
  }

  void knowsWhatLayersAreMadeOf() {
    MobileNetSpec spec;
    const auto isMadeOf = [&spec](bool blocks, bool squeezes) {
      const std::vector<UnitPlan> units = unitsOf(spec);
      return areBlocks(units) == blocks && haveSqueezeExcite(units) == squeezes;
    };
    QVERIFY(isMadeOf(false, false));
    spec.architecture = Architecture::MobileNetV2;
    QVERIFY(isMadeOf(true, false));
    for (const Architecture architecture : {Architecture::MobileNetV3Large, Architecture::MobileNetV3Small}) {
      spec.architecture = architecture;
      spec.minimalistic = false;
      QVERIFY(isMadeOf(true, true));
      spec.minimalistic = true;
      QVERIFY(isMadeOf(true, false));
    }
  }
};

ZIPPER_TEST(TestTerms)
#include "test_terms.moc"
