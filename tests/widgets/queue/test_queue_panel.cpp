// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/queue/queue_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

#include "support/test_program.h"

using namespace zipper;

namespace {

QueueRow queueRow(const QString& name, QueueRow::State state, double seconds = -1) {
  QueueRow row;
  row.name = name;
  row.summary = "layers 1–3; mean";
  row.state = state;
  row.seconds = seconds;
  return row;
}

QueueSituation idleQueue() {
  QueueSituation situation;
  situation.canAdd = situation.canStart = situation.canGoTo = true;
  return situation;
}

struct ShownQueue {
  QueuePanel panel;

  ShownQueue() {
    panel.setSituation(idleQueue());
    panel.resize(434, 260);
    panel.show();
    (void)QTest::qWaitForWindowExposed(&panel);
  }
  QPushButton& button(const char* name) { return *panel.findChild<QPushButton*>(name); }
  QTableView& table() { return *panel.findChild<QTableView*>("queueTable"); }
  QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
  QString total() { return panel.findChild<QLabel*>("queueTotal")->text(); }
};

}  // namespace

class TestQueuePanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysWhatARecipeDoes() {
    Recipe recipe = presetRecipe("fast", 13);
    recipe.seed = 7;
    setInitialization(recipe.defaults.start, Initialization::Mean);
    recipe.defaults.calibration.iterations = 40;
    planSteps(recipe, {1, 2, 3, 7}, 1200);
    QCOMPARE(recipeSummary(recipe), QString("layers 1–3,7; mean; 40 iteration(s); fine-tuning 1,200; seed 7"));
    recipe.steps[1].settings.start.initialization = Initialization::Random;
    QCOMPARE(recipeSummary(recipe), QString("layers 1–3,7; several initializations; fine-tuning 1,200; seed 7"));
    recipe.steps.clear();
    QCOMPARE(recipeSummary(recipe), QString("no layer; seed 7"));
  }

  void estimatesAreMarkedAndMeasuredTimesAreNot() {
    ShownQueue shown;
    shown.panel.setRows({queueRow("a", QueueRow::State::Waiting, 240), queueRow("", QueueRow::State::Waiting, -1),
                         queueRow("c", QueueRow::State::Done, 61.5), queueRow("d", QueueRow::State::Running, 120),
                         queueRow("e", QueueRow::State::Failed)});
    QCOMPARE(shown.cell(0, QueueModel::Time), QString("about 4 min"));
    QCOMPARE(shown.cell(1, QueueModel::Time), QString("unknown yet"));
    QCOMPARE(shown.cell(1, QueueModel::Name), QString("–"));
    QVERIFY(!shown.cell(2, QueueModel::Time).contains("about"));
    QCOMPARE(shown.cell(3, QueueModel::Time), QString("about 2 min left"));
    QCOMPARE(shown.cell(4, QueueModel::Time), QString("–"));
    QVERIFY2(shown.total().startsWith("3 recipe(s) to run. How long"), qPrintable(shown.total()));
    shown.panel.setRows({queueRow("a", QueueRow::State::Waiting, 240), queueRow("b", QueueRow::State::Waiting, 300),
                         queueRow("c", QueueRow::State::Done, 61.5)});
    QCOMPARE(shown.total(), QString("2 recipe(s) to run: about 9 min in all, estimated from what was measured on this "
                                    "machine."));
    shown.panel.setRows({queueRow("c", QueueRow::State::Done, 61.5)});
    QCOMPARE(shown.total(), QString("All recipes of the queue are through."));
    shown.panel.setRows({});
    QVERIFY(shown.total().startsWith("The queue is empty."));
  }

  void keysChangeTheOrder() {
    ShownQueue shown;
    shown.panel.setRows({queueRow("a", QueueRow::State::Waiting, 1), queueRow("b", QueueRow::State::Waiting, 1)});
    QSignalSpy moved(&shown.panel, &QueuePanel::moveRequested), removed(&shown.panel, &QueuePanel::removeRequested);
    shown.panel.setCurrentRow(0);
    QVERIFY(!shown.button("queueUp").isEnabled() && shown.button("queueDown").isEnabled());
    shown.table().setFocus();
    QTest::keyClick(&shown.table(), Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(moved.isEmpty());
    QTest::keyClick(&shown.table(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].toInt(), 0);
    QCOMPARE(moved[0][1].toInt(), 1);
    QCOMPARE(shown.panel.currentRow(), 1);  // it goes along
    QTest::keyClick(&shown.table(), Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].toInt(), 1);
  }

  void whatIsInWorkStays() {
    ShownQueue shown;
    shown.panel.setRows({queueRow("a", QueueRow::State::Running, 1), queueRow("b", QueueRow::State::Waiting, 1)});
    QueueSituation atWork;
    atWork.isAtWork = true;
    shown.panel.setSituation(atWork);
    shown.panel.setCurrentRow(0);
    QVERIFY(!shown.button("queueRemove").isEnabled() && !shown.button("queueDown").isEnabled());
    shown.panel.setCurrentRow(1);
    QVERIFY(shown.button("queueRemove").isEnabled() && !shown.button("queueUp").isEnabled());
    QVERIFY(!shown.button("queueStart").isEnabled() && shown.button("queueSkip").isEnabled());
    QSignalSpy paused(&shown.panel, &QueuePanel::pauseRequested), resumed(&shown.panel, &QueuePanel::resumeRequested);
    shown.button("queuePause").click();
    atWork.isPaused = true;
    shown.panel.setSituation(atWork);
    shown.button("queuePause").click();
    QCOMPARE(paused.size(), 1);
    QCOMPARE(resumed.size(), 1);
  }

  void enterInTheNameAdds() {
    ShownQueue shown;
    QSignalSpy added(&shown.panel, &QueuePanel::addRequested);
    auto* name = shown.panel.findChild<QLineEdit*>("queueName");
    name->setFocus();
    QTest::keyClicks(name, "  two  words ");
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(added.size(), 1);
    QCOMPARE(shown.panel.takeName(), QString("two words"));
    QVERIFY(name->text().isEmpty());
    QueueSituation situation;
    situation.whyNotAdd = "The queue is full.";
    shown.panel.setSituation(situation);
    QVERIFY(!shown.button("queueAdd").isEnabled());
    QVERIFY(shown.button("queueAdd").toolTip().contains("The queue is full."));
  }

  void asksBeforeTheSameIsAddedAgain() {
    ShownQueue shown;
    QSignalSpy anyway(&shown.panel, &QueuePanel::addAnywayRequested);
    QVERIFY(!shown.panel.asksAboutSame() && !shown.button("queueAddAnyway").isVisible());
    const auto ask = [&] { shown.panel.askAboutSame("The same recipe waits already (place 2)."); };
    ask();
    QVERIFY(shown.panel.asksAboutSame());
    QCOMPARE(shown.panel.findChild<QLabel*>("queueSame")->text(), QString("The same recipe waits already (place 2)."));
    QVERIFY(shown.panel.focusWidget() == &shown.button("queueDontAdd"));  // a further Enter adds nothing
    shown.button("queueDontAdd").click();
    QVERIFY(!shown.panel.asksAboutSame() && anyway.isEmpty());
    ask();
    QTest::keyClick(&shown.button("queueDontAdd"), Qt::Key_Escape);
    QVERIFY(!shown.panel.asksAboutSame() && anyway.isEmpty());
    ask();
    shown.button("queueAddAnyway").click();
    QVERIFY(!shown.panel.asksAboutSame());
    QCOMPARE(anyway.size(), 1);
    ask();
    shown.panel.askAboutSame({});
    QVERIFY(!shown.panel.asksAboutSame());
  }

  void goesToResultsOnly() {
    ShownQueue shown;
    QueueRow done = queueRow("a", QueueRow::State::Done, 3);
    done.hasResult = true;
    shown.panel.setRows({done, queueRow("b", QueueRow::State::Waiting, 1)});
    QSignalSpy wanted(&shown.panel, &QueuePanel::resultRequested);
    shown.table().setFocus();
    shown.panel.setCurrentRow(1);
    QTest::keyClick(&shown.table(), Qt::Key_Return);
    QVERIFY(wanted.isEmpty());
    shown.panel.setCurrentRow(0);
    QTest::keyClick(&shown.table(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
  }

  void aMessageFromAFileIsOneLine() {
    ShownQueue shown;
    QueueRow failed = queueRow("a<b>\n", QueueRow::State::Failed);
    failed.message = "the loss isn't finite";
    shown.panel.setRows({failed});
    QCOMPARE(shown.cell(0, QueueModel::State), QString("failed: the loss isn't finite"));
    QVERIFY(!shown.cell(0, QueueModel::Name).contains('\n'));
  }
};

ZIPPER_TEST_WITH(QApplication, TestQueuePanel)
#include "test_queue_panel.moc"
