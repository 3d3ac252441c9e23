// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "core/zippering/comparison.h"
#include "support/test_program.h"
#include "widgets/compare/compare_dialog.h"
#include "widgets/compare/compare_form.h"
#include "widgets/compare/comparison_losses.h"
#include "widgets/compare/comparison_table.h"
#include "widgets/explain/explain_panel.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// The window with the sample, a merged layer, and the dialog with what is quick.
struct Fixture : WindowFixture {
  CompareDialog* compare = nullptr;

  void openDialog(int iterations) {
    openSample();
    useQuickRecipe("1-2");
    QVERIFY(runToEnd(actions().step));
    actions().compare->trigger();
    compare = window().findChild<CompareDialog*>();
    QVERIFY(compare != nullptr && compare->isVisible());
    compare->form().setStrategies({"mean", "least-squares+mergeability"});
    compare->findChild<QSpinBox*>("iterations")->setValue(iterations);
    compare->findChild<QSpinBox*>("images")->setValue(32);
    compare->findChild<QLineEdit*>("seeds")->setText("5");
  }
  void click(const char* button) { compare->findChild<QPushButton*>(button)->click(); }
};

}  // namespace

/// Comparisons in the real window.
class TestCompare : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void comparesBesideTheSession() {
    Fixture fixture;
    fixture.openDialog(2);
    Actions& actions = fixture.actions();
    const int revision = fixture.document().revision();
    const std::size_t points = fixture.part<CurvesPanel>()->pointCount();
    fixture.click("startButton");
    QVERIFY(fixture.run().state() == RunState::Busy);
    for (QAction* action :
         {actions.step, actions.runAll, actions.stepBack, actions.tryAgain, actions.estimateCosts, actions.openSession})
      QVERIFY(!action->isEnabled());
    QVERIFY(actions.cancel->isEnabled() && actions.compare->isEnabled());
    QVERIFY(fixture.part<ExplainPanel>()->text().contains("strategies"));
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QCOMPARE(fixture.compare->plot().pointCount(), 4);
    QCOMPARE(lossesIn(fixture.compare->plot()), 8);
    QCOMPARE(fixture.compare->table().topLevelItemCount(), 3);
    // The session is what it was.
    QCOMPARE(fixture.document().revision(), revision);
    QCOMPARE(fixture.document().session().mergedLayers(), std::vector<int>{1});
    QCOMPARE(fixture.part<CurvesPanel>()->pointCount(), points);
    QVERIFY(actions.step->isEnabled());
    fixture.part<CompareLink>()->exportReport(fixture.path("compared"));
    QTRY_VERIFY(QFile::exists(fixture.path("compared/compare.html")));
    QTRY_VERIFY(QFile::exists(fixture.path("compared/compare-losses.csv")));
  }

  void asksBeforeFinishedRunsAreDropped() {
    Fixture fixture;
    fixture.openDialog(0);
    MainWindow& window = fixture.window();
    fixture.click("startButton");
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QVERIFY(fixture.part<CompareLink>()->hasUnsavedRuns());
    const auto ask = [&](const char* about, QMessageBox::StandardButton answer) {
      QMessageBox* box = fixture.dialog("questionDialog");
      if (box == nullptr || !box->text().contains(about)) return false;
      box->button(answer)->click();
      return QTest::qWaitFor([&, kept = QPointer(box)] { return kept.isNull(); });
    };
    fixture.actions().newSession->trigger();
    QVERIFY(ask("compared strategies", QMessageBox::Cancel));
    QVERIFY(fixture.document().isOpen() && fixture.part<CompareLink>()->hasUnsavedRuns());
    window.close();
    QVERIFY(ask("compared strategies", QMessageBox::Cancel));
    QVERIFY(window.isVisible());
    // Neither does the next comparison drop them without asking.
    fixture.click("startButton");
    QVERIFY(ask("compared strategies", QMessageBox::Cancel));
    QVERIFY(!fixture.compare->isRunning() && fixture.compare->table().topLevelItemCount() == 3);
    QSignalSpy changes(&fixture.run(), &RunController::stateChanged);
    fixture.click("startButton");
    QVERIFY(ask("compared strategies", QMessageBox::Discard));
    QTRY_VERIFY(!changes.isEmpty());
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QVERIFY(fixture.part<CompareLink>()->hasUnsavedRuns());
    // Discarded, but then the session is kept: so are the runs.
    fixture.actions().newSession->trigger();
    QVERIFY(ask("compared strategies", QMessageBox::Discard));
    QVERIFY(ask("Save this session", QMessageBox::Cancel));
    QVERIFY(fixture.part<CompareLink>()->hasUnsavedRuns());
    // Those in a report aren't asked for.
    bool written = false;
    fixture.part<CompareLink>()->exportReport(fixture.path("compared"), [&written] { written = true; });
    QTRY_VERIFY(written);
    QVERIFY(QFile::exists(fixture.path("compared/compare.html")) && !fixture.part<CompareLink>()->hasUnsavedRuns());
    fixture.actions().newSession->trigger();
    QVERIFY(ask("Save this session", QMessageBox::Discard));
    QTRY_VERIFY(!fixture.document().isOpen());
    QVERIFY(window.findChild<CompareDialog*>() == nullptr);
  }

  /// The worker does what the engine does.
  void findsWhatTheEngineFinds() {
    Fixture fixture;
    fixture.openDialog(1);
    fixture.click("startButton");
    QVERIFY(fixture.waitUntil(RunState::Idle));
    Session session = fixture.document().session();
    const CompareChoice choice = fixture.compare->form().choice();
    session.recipe = comparisonRecipe(session.recipe, choice);
    std::vector<Strategy> strategies;
    for (const std::string& name : choice.strategies)
      strategies.push_back(strategyFromString(name, session.recipe.defaults.start));
    const Comparison expected = compareStrategies(session, fixture.document().data(), strategies, choice.seeds);
    CompareDialog other;
    other.setComparison(expected);
    for (int row = 0; row < 3; ++row)
      for (int column = 0; column < 5; ++column)
        QCOMPARE(fixture.compare->table().topLevelItem(row)->text(column),
                 other.table().topLevelItem(row)->text(column));
  }

  void isCancelledAndShowsLosses() {
    Fixture fixture;
    fixture.openDialog(100000);
    fixture.click("startButton");
    QTRY_VERIFY_WITH_TIMEOUT(lossesIn(fixture.compare->plot()) > 3, 30000);
    QVERIFY(fixture.run().progress().share >= 0);
    // Closing the window asks: what was compared is in no file yet.
    fixture.window().close();
    QMessageBox* box = fixture.dialog("questionDialog");
    QVERIFY(box != nullptr && box->text().contains("comparison"));
    delete box;
    QVERIFY(fixture.window().isVisible() && fixture.compare->isRunning());
    fixture.click("cancelButton");
    QVERIFY(fixture.waitUntil(RunState::Idle, 5000));
    QVERIFY(!fixture.compare->isRunning());
    QCOMPARE(lossesIn(fixture.compare->plot()), 0);
    QVERIFY(!fixture.compare->findChild<QPushButton*>("exportButton")->isEnabled());
    QVERIFY(fixture.compare->findChild<QPushButton*>("startButton")->isEnabled());
    // Closing the dialog doesn't: it is seen again where it was.
    fixture.click("startButton");
    fixture.compare->close();
    QVERIFY(!fixture.compare->isVisible() && fixture.compare->isRunning() && fixture.run().isComparing());
    fixture.actions().compare->trigger();
    QVERIFY(fixture.compare->isVisible() && fixture.compare->isRunning());
    fixture.actions().cancel->trigger();
    QVERIFY(fixture.waitUntil(RunState::Idle, 5000));
    // Another session has nothing to do with it.
    fixture.files().closeSession();
    QVERIFY(fixture.window().findChild<CompareDialog*>() == nullptr);
    QVERIFY(!fixture.actions().compare->isEnabled());
  }
};

ZIPPER_TEST_WITH(QApplication, TestCompare)
#include "test_compare.moc"
