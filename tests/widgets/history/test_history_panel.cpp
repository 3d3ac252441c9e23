// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/test_program.h"
#include "widgets/history/history_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>
#include <QtTest>

#include "widgets/history/history_model.h"
#include "widgets/history/history_sessions.h"
#include "widgets/history/run_table_model.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr int dockWidth = 676;  ///< of a panel below the zipper in a window of 1280

/// A panel on the screen with its parts at hand.
struct ShownHistory {
  HistoryPanel panel;
  QTreeView* tree = panel.findChild<QTreeView*>();
  HistoryModel* model = panel.findChild<HistoryModel*>();
  QPushButton* go = panel.findChild<QPushButton*>("goToStep");
  QPushButton* again = panel.findChild<QPushButton*>("tryAgain");
  QSignalSpy activated{&panel, &HistoryPanel::stepActivated};
  QSignalSpy visibility{&panel, &HistoryPanel::runVisibilityChanged};
  QSignalSpy againRequested{&panel, &HistoryPanel::runAgainRequested};

  explicit ShownHistory(const Session& session = branched()) {
    panel.resize(900, 400);
    panel.setSession(session);
    panel.show();
    panel.activateWindow();
    tree->setFocus();
    if (!QTest::qWaitForWindowActive(&panel)) qFatal("the panel doesn't show");
  }

  QPoint place(int step) const { return tree->visualRect(model->indexOfStep(step)).center(); }
  void click(int step) { QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, place(step)); }
  void doubleClick(int step) {
    click(step);
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, place(step));
  }
  QList<int> steps() const {
    QList<int> all;
    for (const auto& arguments : activated) all << arguments[0].toInt();
    return all;
  }
};

}  // namespace

class TestHistoryPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void allColumnsFitIntoTheWindowsFirstSize() {
    ShownHistory shown;
    shown.panel.resize(dockWidth, 260);
    auto* pages = shown.panel.findChild<QTabWidget*>();
    for (int page = 0; page < pages->count(); ++page) {
      pages->setCurrentIndex(page);
      auto* view = pages->currentWidget()->findChild<QAbstractItemView*>();
      QTRY_COMPARE(view->horizontalScrollBar()->maximum(), 0);
    }
  }

  void showsNothingButTheTeachersAtFirst() {
    ShownHistory shown{Session()};
    QCOMPARE(shown.model->rowCount(), 1);
    QVERIFY(!shown.go->isEnabled() && !shown.again->isEnabled());
    shown.panel.setSession(plainSession());
    shown.click(-1);
    QVERIFY(!shown.go->isEnabled() && !shown.again->isEnabled());  // that is where the session stands
  }

  void goesToAStepByMouseKeyboardAndButton() {
    ShownHistory shown;
    shown.doubleClick(1);
    QCOMPARE(shown.steps(), (QList<int>{1}));
    shown.click(2);
    QTest::keyClick(shown.tree, Qt::Key_Return);
    QCOMPARE(shown.steps(), (QList<int>{1, 2}));
    shown.click(-1);
    QTest::mouseClick(shown.go, Qt::LeftButton);
    QCOMPARE(shown.steps(), (QList<int>{1, 2, -1}));
    shown.tree->setFocus();
    QTest::keyClick(shown.tree, Qt::Key_Down);  // run 1: its last step
    QTest::keyClick(shown.tree, Qt::Key_Enter);
    QCOMPARE(shown.steps(), (QList<int>{1, 2, -1, 2}));
  }

  void doesNotGoWhereItStands() {
    ShownHistory shown;
    shown.click(4);
    QVERIFY(!shown.go->isEnabled() && shown.again->isEnabled());
    shown.doubleClick(4);
    QTest::keyClick(shown.tree, Qt::Key_Return);
    QVERIFY(shown.activated.isEmpty());
  }

  void triesAgainFromAStep() {
    ShownHistory shown;
    shown.click(3);
    QTest::mouseClick(shown.again, Qt::LeftButton);
    QCOMPARE(shown.againRequested.size(), 1);
    QCOMPARE(shown.againRequested[0][0].toInt(), 3);
    shown.click(-1);
    QVERIFY(!shown.again->isEnabled());
    QTest::keyClick(shown.tree, Qt::Key_Down);  // a run
    QVERIFY(!shown.again->isEnabled());
  }

  void staysPutWhileAStepRuns() {
    ShownHistory shown;
    shown.panel.setNavigationEnabled(false);
    shown.doubleClick(1);
    QTest::keyClick(shown.tree, Qt::Key_Return);
    QVERIFY(!shown.go->isEnabled() && !shown.again->isEnabled());
    auto* table = shown.panel.findChild<QTableView*>();
    shown.panel.findChild<QTabWidget*>()->setCurrentIndex(1);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
    QVERIFY(shown.activated.isEmpty());
    shown.panel.setNavigationEnabled(true);
    QVERIFY(shown.go->isEnabled() && shown.again->isEnabled());
  }

  void togglesARunByMouseAndKeyboard() {
    ShownHistory shown;
    const QModelIndex run = shown.model->index(2, 0);
    QStyleOptionViewItem cell;
    cell.initFrom(shown.tree);
    cell.rect = shown.tree->visualRect(run);
    cell.features = QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDisplay;
    const QRect box = shown.tree->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &cell, shown.tree);
    QTest::mouseClick(shown.tree->viewport(), Qt::LeftButton, {}, box.center());
    QCOMPARE(shown.panel.hiddenRuns(), QSet<int>{1});
    QCOMPARE(shown.visibility.size(), 1);
    shown.tree->setCurrentIndex(run.siblingAtColumn(3));
    QTest::keyClick(shown.tree, Qt::Key_Space);
    QVERIFY(shown.panel.hiddenRuns().isEmpty());
    QCOMPARE(shown.visibility.size(), 2);
    shown.panel.setRunVisible(1, false);
    QCOMPARE(run.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    shown.panel.setRunVisible(1, true);
    shown.panel.setRunVisible(99, false);  // no such run
    QVERIFY(shown.panel.hiddenRuns().isEmpty());
    QCOMPARE(shown.visibility.size(), 4);
    shown.click(1);
    QTest::keyClick(shown.tree, Qt::Key_Space);  // a step has no check box
    QCOMPARE(shown.visibility.size(), 4);
    QVERIFY(shown.activated.isEmpty());
  }

  void keepsSelectionExpansionAndHiddenRunsWhileItGrows() {
    Session session = branched();
    ShownHistory shown(session);
    for (int row = 1; row < 4; ++row) QVERIFY(shown.tree->isExpanded(shown.model->index(row, 0)));
    shown.tree->collapse(shown.model->index(1, 0));
    shown.click(3);
    shown.model->setData(shown.model->index(3, 0), Qt::Unchecked, Qt::CheckStateRole);
    addStep(session, {StepTarget::layer(4)});
    session.current = 3;
    addStep(session, {StepTarget::layer(5)});
    shown.panel.setSession(session);
    QVERIFY(!shown.tree->isExpanded(shown.model->index(1, 0)));
    QVERIFY(shown.tree->isExpanded(shown.model->index(4, 0)));  // the new run
    QCOMPARE(shown.tree->currentIndex().data(HistoryModel::StepRole).toInt(), 3);
    QCOMPARE(shown.tree->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(shown.panel.hiddenRuns(), QSet<int>{2});
  }

  void comparesAndCopiesRuns() {
    ShownHistory shown;
    shown.panel.findChild<QTabWidget*>()->setCurrentIndex(1);
    auto* table = shown.panel.findChild<QTableView*>();
    table->sortByColumn(shown.panel.findChild<RunTableModel*>()->differenceColumn(), Qt::DescendingOrder);
    const QStringList lines = shown.panel.runsCsv().split('\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], QString("run,strategy,layers,iterations,top1_a,top1_b,top1_difference,parameters,seconds"));
    QVERIFY2(lines[1].startsWith("2,mean:1 a:2-3,1-3,1050,0.91,0.82,0.01"), qPrintable(lines[1]));
    QVERIFY2(lines[2].startsWith("1,mean,1-3,60,0.85,0.77,-0.04"), qPrintable(lines[2]));
    QVERIFY2(lines[3].startsWith("3,random,1,0,,,,"), qPrintable(lines[3]));  // unknown comes last
    QTest::mouseClick(shown.panel.findChild<QPushButton*>("copyCsv"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), shown.panel.runsCsv());
    table->setFocus();
    table->selectRow(1);
    QTest::keySequence(table, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), lines[0] + '\n' + lines[2] + '\n');
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(shown.steps(), QList<int>{2});
  }

  void scrollsSidewaysWithManyTasks() {
    Session session = plainSession(8);
    const std::vector<double> top1(8, 0.5);
    addStep(session, {StepTarget::layer(1), Initialization::Mean, top1, top1, 20, 1.5});
    ShownHistory shown(session);
    shown.panel.resize(dockWidth, 260);
    auto* pages = shown.panel.findChild<QTabWidget*>();
    for (int page = 0; page < pages->count(); ++page) {
      pages->setCurrentIndex(page);
      auto* view = pages->currentWidget()->findChild<QAbstractItemView*>();
      QTRY_VERIFY(view->horizontalScrollBar()->maximum() > 0);
      const QModelIndex last = view->model()->index(0, view->model()->columnCount() - 1);
      view->scrollTo(last);
      QVERIFY(view->viewport()->rect().contains(view->visualRect(last).center()));
    }
  }

  /// Whatever the font and the room: "layer…" wouldn't tell which. The name of a run gives way.
  void stepsKeepTheirNames() {
    Session session = plainSession(6);
    const std::vector<double> top1(6, 0.5);
    for (const int layer : {9, 10, 11}) addStep(session, {StepTarget::layer(layer), Initialization::Mean, top1, top1});
    session.current = 1;
    addStep(session, {StepTarget::layer(12), Initialization::Mean, top1, top1});
    ShownHistory shown;
    for (const int points : {8, 14, 22}) {
      QFont font = shown.panel.font();
      font.setPointSize(points);
      shown.panel.setFont(font);
      shown.panel.resize(480, 400);
      shown.panel.setSession(session);
      QTRY_VERIFY(shown.tree->horizontalScrollBar()->maximum() > 0);
      for (int step = 0; step < int(session.steps.size()); ++step) {
        const QModelIndex index = shown.model->indexOfStep(step);
        QVERIFY(shown.tree->visualRect(index).width() >= shown.tree->sizeHintForIndex(index).width());
      }
      const QModelIndex run = shown.model->indexOfStep(3).parent();
      QVERIFY(shown.tree->visualRect(run).width() < shown.tree->sizeHintForIndex(run).width());
    }
  }

  void isQuickEnoughToBeCalledAfterEachStep() {
    Session session = plainSession();
    for (int i = 0; i < 300; ++i) {
      if (i % 13 == 0) session.current = -1;
      addStep(session, {StepTarget::layer(1 + i % 13), Initialization::Mean, {}, {0.5, 0.5}, 1, 1});
    }
    ShownHistory shown(session);
    addStep(session, {StepTarget::layer(13)});
    QElapsedTimer timer;
    timer.start();
    shown.panel.setSession(session);
    const qint64 elapsed = timer.elapsed();
    QVERIFY2(elapsed < 200, qPrintable(QString("%1 ms").arg(elapsed)));  // 20 on a free machine
    QCOMPARE(shown.model->rowCount(), 25);
  }
};

ZIPPER_TEST_WITH(QApplication, TestHistoryPanel)
#include "test_history_panel.moc"
