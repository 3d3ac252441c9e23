// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QTreeView>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/history/history_model.h"
#include "widgets/history/history_panel.h"
#include "widgets/history/history_sessions.h"

using namespace zipper;
using namespace zipper::test;

class TestHistoryBeside : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void asksForTheSelectedStep() {
    HistoryPanel panel;
    panel.setSession(branched());
    panel.setNavigationEnabled(false);  // looking is possible while a step runs, too
    auto* tree = panel.findChild<QTreeView*>();
    auto* model = panel.findChild<HistoryModel*>();
    QAction* beside = nullptr;
    for (QAction* action : tree->actions())
      if (action->text().contains("beside", Qt::CaseInsensitive)) beside = action;
    QVERIFY(beside != nullptr);
    QSignalSpy wanted(&panel, &HistoryPanel::besideRequested);
    const auto select = [&](int step) { tree->setCurrentIndex(model->indexOfStep(step)); };
    select(1);
    QVERIFY(beside->isEnabled());
    beside->trigger();
    QCOMPARE(wanted.back()[0].toInt(), 1);
    select(5);
    beside->trigger();
    QCOMPARE(wanted.back()[0].toInt(), 5);
    select(4);  // where the session stands
    QVERIFY(!beside->isEnabled());
    select(-1);  // the teachers stand beside the merged network anyway
    QVERIFY(!beside->isEnabled());
    tree->setCurrentIndex(model->indexOfStep(1).parent());  // of a run: its last step
    beside->trigger();
    QCOMPARE(wanted.back()[0].toInt(), 2);
  }
};

ZIPPER_TEST_WITH(QApplication, TestHistoryBeside)
#include "test_history_beside.moc"
