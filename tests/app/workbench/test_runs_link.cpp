// SPDX-License-Identifier: GPL-3.0-or-later

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeWidget>
#include <QtTest>

#include "app/workbench/runs_link.h"
#include "app/workbench/window_fixture.h"
#include "core/session/run_tree.h"
#include "core/session/session_file.h"
#include "core/support/error.h"
#include "support/test_program.h"
#include "widgets/history/history_panel.h"
#include "widgets/history/run_note_dialog.h"
#include "widgets/recipe/recipe_difference_dialog.h"

using namespace zipper;
using namespace zipper::test;

/// Names of runs, the difference of recipes and commands, in the real window.
class TestRunsInWindow : public QObject {
  Q_OBJECT

  static QString clipboard() { return QGuiApplication::clipboard()->text(); }

 private Q_SLOTS:
  void namesARun() {
    WindowFixture fixture;
    fixture.openSample();
    fixture.useQuickRecipe("1-2");
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    Document& document = fixture.document();
    document.markSaved(fixture.path("s.zipper"), document.revision());
    Q_EMIT fixture.part<HistoryPanel>()->noteRequested(0);
    auto* dialog = fixture.part<RunNoteDialog>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    dialog->findChild<QLineEdit*>("runName")->setText("first try");
    dialog->findChild<QPlainTextEdit*>("runNotes")->setPlainText("Noted.");
    dialog->accept();
    QCOMPARE(noteOf(document.session(), 0).name, std::string("first try"));
    QVERIFY(document.isModified());
    fixture.files().save(fixture.path("s.zipper"), true);
    QTRY_VERIFY(!document.isModified());
    QCOMPARE(noteOf(loadSession(fixture.path("s.zipper").toStdString()), 0).notes, std::string("Noted."));
  }

  void copiesCommands() {
    WindowFixture fixture;
    fixture.actions().copyCommand->trigger();  // nothing is open: nothing happens
    fixture.openSample();
    fixture.useQuickRecipe("1-2");
    fixture.actions().copyCommand->trigger();
    const QString planned = clipboard();
    QVERIFY2(planned.startsWith("zipper merge \\\n    --model "), qPrintable(planned));
    QVERIFY2(planned.contains("--layers 1-2"), qPrintable(planned));
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    fixture.actions().copyCommand->trigger();
    QCOMPARE(clipboard(), planned);  // from the beginning: the session is in no file
    Q_EMIT fixture.part<HistoryPanel>()->commandRequested(0);
    QVERIFY2(clipboard().contains("--layers 1 "), qPrintable(clipboard()));
    fixture.files().save(fixture.path("it's.zipper"));
    QTRY_VERIFY(!fixture.document().isModified());
    fixture.actions().copyCommand->trigger();
    QVERIFY2(clipboard().startsWith("zipper resume '/") && clipboard().endsWith("it'\\''s.zipper'"),
             qPrintable(clipboard()));
  }

  void comparesRecipes() {
    WindowFixture fixture;
    fixture.openSample();
    fixture.useQuickRecipe("1-2");
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    Recipe recipe = fixture.document().session().recipe;
    recipe.defaults.calibration.learningRate = 0.5;
    for (StepPlan& step : recipe.steps) step.settings.calibration.learningRate = 0.5;
    fixture.document().setRecipe(recipe);
    fixture.actions().compareRecipes->trigger();
    auto* dialog = fixture.part<RecipeDifferenceDialog>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QCOMPARE(dialog->findChild<QComboBox*>("one")->currentText(), QString("Run 1"));
    QCOMPARE(dialog->findChild<QComboBox*>("other")->currentText(), QString("What is planned now"));
    // The first layer is done; what is planned is the second one.
    QCOMPARE(dialog->findChild<QTreeWidget*>()->topLevelItemCount(), 1);
    QCOMPARE(dialog->findChild<QTreeWidget*>()->topLevelItem(0)->text(2), QString("1–2"));
    fixture.files().closeSession();
    QTRY_VERIFY(fixture.part<RecipeDifferenceDialog>() == nullptr);
  }
};

ZIPPER_TEST_WITH(QApplication, TestRunsInWindow)
#include "test_runs_link.moc"
