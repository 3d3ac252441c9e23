// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "app/workbench/run_state.h"
#include "support/test_program.h"

using namespace zipper;

/// Which commands make sense in which situation.
class TestRunState : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void onlyWhatMakesSenseIsEnabled_data();
  void onlyWhatMakesSenseIsEnabled();
  void aRunNeedsDataARecipeAndALayer();
};

namespace {

/// The names of the enabled commands.
QString enabled(const RunCommands& c) {
  QStringList names;
  const std::pair<bool, const char*> all[] = {
      {c.step, "step"},      {c.runToSelected, "to"}, {c.runAll, "all"},         {c.pause, "pause"},
      {c.resume, "resume"},  {c.cancel, "cancel"},    {c.stepBack, "back"},      {c.tryAgain, "again"},
      {c.open, "open"},      {c.save, "save"},        {c.exportFiles, "export"}, {c.estimate, "estimate"},
      {c.compare, "compare"}};
  for (const auto& [on, name] : all)
    if (on) names << name;
  return names.join(' ');
}

RunSituation everything(RunState state) {
  RunSituation situation;
  situation.state = state;
  situation.hasData = situation.validRecipe = situation.hasRemaining = true;
  situation.canStepBack = situation.selectedAhead = true;
  return situation;
}

}  // namespace

void TestRunState::onlyWhatMakesSenseIsEnabled_data() {
  QTest::addColumn<int>("state");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* name, RunState state, const char* expected) {
    QTest::newRow(name) << int(state) << QString(expected);
  };
  row("empty", RunState::Empty, "open");
  row("idle", RunState::Idle, "step to all back again open save export estimate compare");
  row("running", RunState::Running, "pause cancel save");
  row("paused", RunState::Paused, "resume cancel save");
  row("cancelling", RunState::Cancelling, "");
  row("busy", RunState::Busy, "cancel");
}

void TestRunState::onlyWhatMakesSenseIsEnabled() {
  QFETCH(int, state);
  QTEST(enabled(availableCommands(everything(RunState(state)))), "expected");
}

void TestRunState::aRunNeedsDataARecipeAndALayer() {
  const std::pair<bool RunSituation::*, const char*> all[] = {{&RunSituation::hasData, ""},
                                                              {&RunSituation::validRecipe, " estimate"},
                                                              {&RunSituation::hasRemaining, " estimate compare"}};
  for (const auto& [missing, fromTeachers] : all) {
    RunSituation situation = everything(RunState::Idle);
    situation.*missing = false;
    QCOMPARE(enabled(availableCommands(situation)), QString("back again open save export") + fromTeachers);
  }
  RunSituation behind = everything(RunState::Idle);
  behind.isSeen = false;  // the start page is in front of it, with another pair
  QCOMPARE(enabled(availableCommands(behind)), QString("open save export"));
  RunSituation comparing = everything(RunState::Busy);
  comparing.comparing = true;
  QCOMPARE(enabled(availableCommands(comparing)), QString("cancel compare"));  // to see its dialog again
  RunSituation situation = everything(RunState::Idle);
  situation.selectedAhead = false;
  QVERIFY(!availableCommands(situation).runToSelected);
  situation.canStepBack = false;
  QVERIFY(!availableCommands(situation).stepBack);
}

ZIPPER_TEST_WITH(QCoreApplication, TestRunState)
#include "test_run_state.moc"
