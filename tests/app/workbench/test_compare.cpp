// SPDX-License-Identifier: GPL-3.0-or-later

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "core/session/kept_comparison.h"
#include "core/session/session_file.h"
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
    const std::string before = recipeToJson(fixture.document().session().recipe);
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
    // The session's steps and plan are what they were.
    QCOMPARE(recipeToJson(fixture.document().session().recipe), before);
    QCOMPARE(fixture.document().session().steps.size(), std::size_t(1));
    QCOMPARE(fixture.document().session().mergedLayers(), std::vector<int>{1});
    QCOMPARE(fixture.part<CurvesPanel>()->pointCount(), points);
    QVERIFY(actions.step->isEnabled());
    fixture.part<CompareLink>()->exportReport(fixture.path("compared"));
    QTRY_VERIFY(QFile::exists(fixture.path("compared/compare.html")));
    QTRY_VERIFY(QFile::exists(fixture.path("compared/compare-losses.csv")));
  }

  /// Nothing of hours is dropped: the session has it, also in its file, and closing it asks.
  void keepsFinishedRunsInTheSession() {
    Fixture fixture;
    fixture.openDialog(0);
    MainWindow& window = fixture.window();
    Document& document = fixture.document();
    document.markSaved(fixture.path("s.zipper"), document.revision());
    fixture.click("startButton");
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QCOMPARE(document.session().comparisons.size(), std::size_t(1));
    QCOMPARE(document.session().comparisons[0]->comparison.runs.size(), std::size_t(2));
    QVERIFY(document.session().comparisons[0]->written > 1700000000);
    QVERIFY(document.isModified());
    const auto ask = [&](const char* about, QMessageBox::StandardButton answer) {
      QMessageBox* box = fixture.dialog("questionDialog");
      if (box == nullptr || !box->text().contains(about)) return false;
      box->button(answer)->click();
      return QTest::qWaitFor([&, kept = QPointer(box)] { return kept.isNull(); });
    };
    fixture.actions().newSession->trigger();
    QVERIFY(ask("Save this session", QMessageBox::Cancel));
    window.close();
    QVERIFY(ask("Save this session", QMessageBox::Cancel));
    QVERIFY(window.isVisible() && document.isOpen());
    // A second one stands beside the first.
    auto* list = fixture.compare->findChild<QComboBox*>("keptComparisons");
    QCOMPARE(list->count(), 2);
    QCOMPARE(fixture.compare->shownPlace(), 0);
    fixture.compare->form().setStrategies({"mean"});
    fixture.click("startButton");
    QCOMPARE(list->currentIndex(), 0);
    QVERIFY(!list->isEnabled());
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QCOMPARE(list->count(), 3);
    QCOMPARE(fixture.compare->shownPlace(), 1);
    QCOMPARE(fixture.compare->table().topLevelItemCount(), 2);
    list->setCurrentIndex(2);  // the latest is on top
    QCOMPARE(fixture.compare->shownPlace(), 0);
    QCOMPARE(fixture.compare->table().topLevelItemCount(), 3);
    // What is shown is exported.
    fixture.part<CompareLink>()->exportReport(fixture.path("first"));
    QTRY_VERIFY(QFile::exists(fixture.path("first/compare.html")));
    QFile table(fixture.path("first/compare.csv"));
    QVERIFY(table.open(QIODevice::ReadOnly) && table.readAll().contains("least-squares+mergeability"));
    // Another name, another place; the file has all of it.
    Q_EMIT fixture.compare->renameRequested(0, "the first");
    QVERIFY(list->itemText(2).startsWith("the first"));
    fixture.files().save(fixture.path("s.zipper"), true);
    QTRY_VERIFY(!document.isModified());
    QCOMPARE(loadSession(fixture.path("s.zipper").toStdString()).comparisons.at(0)->name, std::string("the first"));
    // Removing asks first.
    fixture.compare->findChild<QToolButton*>("removeComparison")->click();
    QMessageBox* box = fixture.dialog("questionDialog");
    QVERIFY(box != nullptr && box->text().contains("Remove this comparison"));
    QPushButton* remove = nullptr;
    for (QAbstractButton* button : box->buttons())
      if (box->buttonRole(button) == QMessageBox::DestructiveRole) remove = qobject_cast<QPushButton*>(button);
    QVERIFY(remove != nullptr && box->defaultButton() != remove);
    remove->click();
    QTRY_COMPARE(list->count(), 2);
    QCOMPARE(document.session().comparisons.size(), std::size_t(1));
    // The dialog of another window's life shows what the file holds.
    fixture.files().openSession(fixture.path("s.zipper"));
    QTRY_COMPARE(document.session().comparisons.size(), std::size_t(2));
    QVERIFY(window.findChild<CompareDialog*>() == nullptr);
    fixture.actions().compare->trigger();
    QCOMPARE(window.findChild<CompareDialog*>()->shownPlace(), 1);
    QCOMPARE(window.findChild<CompareDialog*>()->table().topLevelItemCount(), 2);
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
    // Closing the window asks: what is in work would be lost.
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
