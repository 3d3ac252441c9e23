// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <random>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// A hundred rapid random presses on the running controls end in a consistent state.
class TestRapidPresses : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void endInAConsistentState();
};

void TestRapidPresses::endInAConsistentState() {
  const auto seed = qEnvironmentVariableIsSet("ZIPPER_SEED") ? unsigned(qEnvironmentVariableIntValue("ZIPPER_SEED"))
                                                             : std::random_device()();
  qInfo("seed %u (set ZIPPER_SEED to repeat)", seed);
  std::mt19937 random(seed);
  WindowFixture fixture;
  fixture.openSample();
  Actions& actions = fixture.actions();
  const std::vector<QAction*> controls{actions.step,   actions.runToSelected, actions.runAll,   actions.pause,
                                       actions.resume, actions.cancel,        actions.stepBack, actions.tryAgain};
  for (int press = 0; press < 100; ++press) {
    controls[random() % controls.size()]->trigger();
    if (random() % 4 == 0) fixture.chooseLayer(1 + int(random() % 13));
    QTest::qWait(int(random() % 30));
  }
  actions.resume->trigger();
  actions.cancel->trigger();
  QVERIFY(fixture.waitUntil(RunState::Idle));
  const Session& session = fixture.document().session();
  QVERIFY(session.current >= -1 && session.current < int(session.steps.size()));
  std::size_t points = 0;
  for (int index : session.path()) points += session.steps[std::size_t(index)]->curve.rows();
  QCOMPARE(fixture.part<CurvesPanel>()->pointCount(), points);
  for (std::size_t i = 0; i < session.steps.size(); ++i) QVERIFY(session.steps[i]->parent < int(i));

  // And the window still works.
  while (session.current >= 0) actions.stepBack->trigger();
  QVERIFY(fixture.runToEnd(actions.step));
  QCOMPARE(fixture.document().session().mergedLayers(), std::vector<int>{1});
}

ZIPPER_TEST_WITH(QApplication, TestRapidPresses)
#include "test_rapid_presses.moc"
