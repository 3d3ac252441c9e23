// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractItemView>
#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeView>
#include <QtTest>

#include "core/session/run_tree.h"
#include "support/test_program.h"
#include "widgets/history/history_figures.h"
#include "widgets/history/history_model.h"
#include "widgets/history/history_panel.h"
#include "widgets/history/history_sessions.h"
#include "widgets/history/run_note_dialog.h"
#include "widgets/history/run_table_model.h"

using namespace zipper;
using namespace zipper::test;

namespace {

Session named() {
  Session session = branched();
  setRunNote(session, 1, {"small & <b>bold</b>", "First line.\nSecond line."});
  return session;
}

/// Whether a key press is taken as a shortcut of the widget's own actions, as it is when it has the focus.
void pressF2(QAbstractItemView* view) {
  view->setFocus();
  QTest::keyClick(view, Qt::Key_F2);
}

}  // namespace

/// Names and notes of runs in the history.
class TestRunNotes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void showsNamesWhereRunsAreNamed() {
    HistoryPanel panel;
    panel.setSession(named());
    const auto* model = panel.findChild<HistoryModel*>();
    const QModelIndex run = model->index(2, HistoryModel::Step);
    QCOMPARE(run.data().toString(), QString("Run 2 · small & <b>bold</b>, after layer 1 of run 1"));
    QVERIFY(run.data(Qt::ToolTipRole).toString().startsWith("First line.\nSecond line.\n\nRun 2 · small"));
    QCOMPARE(model->index(1, 0).data().toString(), QString("Run 1"));
    QCOMPARE(model->index(3, 0).data().toString(), QString("Run 3, from the teachers"));
    QCOMPARE(runTitle(named(), 1), QString("Run 2 · small & <b>bold</b>"));
  }

  /// The table has columns of both only when there is something in them; what is copied has the name by itself.
  void hasThemInTheTable() {
    HistoryPanel panel;
    panel.setSession(branched());
    const auto* model = panel.findChild<RunTableModel*>();
    const int columns = model->columnCount();
    QVERIFY(!panel.runsCsv().contains("notes"));
    panel.setSession(named());
    QCOMPARE(model->columnCount(), columns + 2);
    QCOMPARE(model->index(1, RunTableModel::Number).data().toString(), QString("Run 2 · small & <b>bold</b>"));
    QCOMPARE(model->index(1, model->notesColumn()).data().toString(), QString("First line."));
    QVERIFY(panel.findChild<QTableView*>()->isColumnHidden(model->nameColumn()));
    const QStringList lines = panel.runsCsv().split('\n');
    QVERIFY2(lines[0].endsWith(",seconds,name,notes"), qPrintable(lines[0]));
    QVERIFY2(lines[2].startsWith("2,") && lines[2].contains("small & <b>bold</b>"), qPrintable(lines[2]));
    panel.setSession(branched());
    QCOMPARE(model->columnCount(), columns);
  }

  /// From a step, its run; from the teachers, nothing.
  void asksForTheRunOfTheSelectedRow() {
    HistoryPanel panel;
    panel.resize(900, 400);
    panel.setSession(named());
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    auto* tree = panel.findChild<QTreeView*>();
    const auto* model = panel.findChild<HistoryModel*>();
    QSignalSpy notes(&panel, &HistoryPanel::noteRequested);
    QSignalSpy recipes(&panel, &HistoryPanel::recipesRequested), commands(&panel, &HistoryPanel::commandRequested);
    for (const int step : {3, 0}) {
      tree->setCurrentIndex(model->indexOfStep(step));
      pressF2(tree);
    }
    tree->setCurrentIndex(model->index(3, 0));  // a run
    pressF2(tree);
    tree->setCurrentIndex(model->indexOfStep(-1));
    pressF2(tree);
    QCOMPARE(notes.size(), 3);
    QCOMPARE(notes[0][0].toInt(), 1);
    QCOMPARE(notes[1][0].toInt(), 0);
    QCOMPARE(notes[2][0].toInt(), 2);
    tree->setCurrentIndex(model->indexOfStep(4));
    for (QAction* action : tree->actions())
      if (action->text().contains("Recipes") || action->text().remove('&').contains("Command")) action->trigger();
    QCOMPARE(recipes.size(), 1);
    QCOMPARE(commands.size(), 1);
    QCOMPARE(commands[0][0].toInt(), 1);
  }

  void editsBoth() {
    RunNoteDialog dialog("Run 2", {"old", "a\nb"}, nullptr);
    dialog.show();
    auto* name = dialog.findChild<QLineEdit*>("runName");
    auto* notes = dialog.findChild<QPlainTextEdit*>("runNotes");
    QCOMPARE(name->text(), QString("old"));
    QCOMPARE(notes->toPlainText(), QString("a\nb"));
    name->setText("  new   name ");
    notes->setPlainText("x\ny\n\n");
    QCOMPARE(dialog.note().name, std::string("new name"));
    QCOMPARE(dialog.note().notes, std::string("x\ny"));
    // Whatever fits into the fields fits into a session.
    name->setText(QString(1000, QChar(0x4e2d)));
    notes->setPlainText(QString(20000, QChar(0x4e2d)));
    checkRunNote(dialog.note());
    QCOMPARE(name->text().size(), 100);
    dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
  }
};

ZIPPER_TEST_WITH(QApplication, TestRunNotes)
#include "test_run_notes.moc"
