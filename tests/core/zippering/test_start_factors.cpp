// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/start_factors.h"
#include "support/test_program.h"

#include <QtTest>

using namespace zipper;

class TestStartFactors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anotherInitializationTakesFourFactorsAlong() {
    const Start before = presetRecipe("fast").defaults.start;
    Start after = before;
    setInitialization(after, Initialization::Mean);
    QCOMPARE(toString(changedFactors(before, after)),
             std::string("alignment, Fisher weights, kernel fit and head fit"));
    QVERIFY(changedFactors(before, before).empty());
  }

  void onlyWhatTakesEffectMakesADifference() {
    Start squares = presetRecipe("fast").defaults.start, mean = squares;
    mean.initialization = Initialization::Mean;
    // Both are set to Fisher weights, which least squares alone take, and with BN per task only.
    QCOMPARE(toString(differingFactors({squares, mean}, BnPolicy::PerTask)), std::string("Fisher weights"));
    QVERIFY(differingFactors({squares, mean}, BnPolicy::Shared).empty());
    QVERIFY(differingFactors({squares}, BnPolicy::PerTask).empty());
    QVERIFY(differingFactors({}, BnPolicy::PerTask).empty());
  }

  void areNamed() {
    Start start = presetRecipe("fast").defaults.start;
    QCOMPARE(startText(start, BnPolicy::PerTask),
             std::string("alignment mergeability, Fisher weights, kernels and heads fitted"));
    setInitialization(start, Initialization::Random);
    QCOMPARE(startText(start, BnPolicy::PerTask), std::string("alignment none, nothing fitted"));
  }
};

ZIPPER_TEST(TestStartFactors)
#include "test_start_factors.moc"
