// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/summary/summary_card.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>
#include <ctime>

#include "made_up_summary.h"
#include "support/test_program.h"
#include "widgets/summary/fold_line.h"
#include "widgets/summary/memory_bars.h"
#include "widgets/summary/task_table.h"
#include "widgets/summary/task_table_model.h"

using namespace zipper;
using namespace zipper::test;

namespace {

using Columns = TaskTableModel::Column;

/// The card below something that takes what it leaves, as in the window.
struct ShownSummary {
  explicit ShownSummary(QSize size = {900, 700}) : card(new SummaryCard(&exports, &save)) {
    window.resize(size);
    auto* column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(&zipper, 1);
    zipper.setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    column->addWidget(card);
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
  }
  void show(const Summary& summary) {
    card->setSummary(summary);
    QTest::qWait(20);
  }
  template <typename Part>
  Part& part(const QString& name = {}) {
    return *card->findChild<Part*>(name);
  }
  QString cell(int row, int column) {
    return part<TaskTable>().model()->index(row, column).data(Qt::DisplayRole).toString();
  }
  bool isHidden(int column) { return part<TaskTable>().isColumnHidden(column); }

  QAction exports{"export"}, save{"save"};
  QWidget window;
  QFrame zipper;  ///< in the window: it goes before that
  SummaryCard* card;
};

}  // namespace

class TestSummaryCard : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void showsTheTasks() {
    ShownSummary shown;
    shown.show(madeUpSummary(SummaryMoment::StepsLeft));
    QVERIFY(shown.card->isUnfolded() && shown.card->showsTasks());
    QVERIFY(shown.cell(1, Columns::TeacherTop1).startsWith("90.0"));
    QVERIFY(shown.cell(1, Columns::MergedTop1).startsWith("88.0"));
    QCOMPARE(shown.cell(1, Columns::Points), QString("\u22122.00"));
    QCOMPARE(shown.cell(1, Columns::Lost), QString("24"));
    QCOMPARE(shown.cell(1, Columns::Won), QString("4"));
    QVERIFY(shown.cell(1, Columns::Images).startsWith("1") && !shown.cell(1, Columns::Images).contains("of"));
    Summary sampled = madeUpSummary(SummaryMoment::StepsLeft);
    sampled.tasks[0].drawnFrom = 9000;
    sampled.tasks[1].changed.reset();
    sampled.tasks[1].whyNotCompared = "later";
    shown.show(sampled);
    QVERIFY(shown.cell(0, Columns::TeacherTop1).startsWith("≈ 90.0"));
    QVERIFY(shown.cell(0, Columns::Images).contains(" of 9"));
    QCOMPARE(shown.cell(1, Columns::Lost), QString("…"));
    QVERIFY(shown.part<QLabel>("summaryNote").isVisible());
    shown.show(madeUpSummary(SummaryMoment::NothingMerged));
    QCOMPARE(shown.cell(0, Columns::MergedTop1), QString("–"));
    QCOMPARE(shown.cell(0, Columns::Lost), QString("–"));
    QVERIFY(!shown.part<QLabel>("summaryTime").isVisible());
    QVERIFY(!shown.part<QPushButton>("summaryChanges").isVisible());
  }

  void theBarsAddUp() {
    const Summary summary = madeUpSummary(SummaryMoment::StepsLeft, 3);
    const std::vector<MemoryPart> parts = partsAfter(summary, false);
    QCOMPARE(parts.size(), std::size_t(4));
    QCOMPARE(parts[0].task, -1);
    QCOMPARE(parts[0].parameters, qint64(300));
    qint64 sum = 0;
    for (const MemoryPart& part : parts) sum += part.parameters;
    QCOMPARE(sum, qint64(summary.cost.mergedParameters));
    ShownSummary shown;
    shown.show(summary);
    auto& bars = shown.part<MemoryBars>();
    QCOMPARE(qRound(bars.endOfAfter()), qRound(bars.width() * 2400.0 / 3000));
    QVERIFY2(bars.paintedValues().contains("3,000") || bars.paintedValues().contains("3000"),
             qPrintable(bars.paintedValues()));
    shown.show(madeUpSummary(SummaryMoment::NothingMerged, 3));
    QCOMPARE(qRound(bars.endOfAfter()), qRound(bars.width() * 1400.0 / 3000));  // that of the plan
    QVERIFY(bars.paintedValues().contains("after the plan"));
  }

  void foldsByKeyAndIsRemembered() {
    ShownSummary shown;
    shown.show(madeUpSummary(SummaryMoment::StepsLeft));
    QSignalSpy chosen(shown.card, &SummaryCard::chosen), seen(shown.card, &SummaryCard::seenChanged);
    auto& line = shown.part<FoldLine>();
    QVERIFY(line.rest().isEmpty());
    line.setFocus();
    QTest::keyClick(&line, Qt::Key_Return);
    QVERIFY(!shown.card->isUnfolded() && !shown.card->showsTasks());
    QCOMPARE(chosen.value(0), QList<QVariant>{false});
    QCOMPARE(seen.size(), 1);
    QVERIFY(line.rest().contains("Next: layer 4"));
    QVERIFY(line.accessibleName().contains("After layer 3") && line.accessibleName().contains("Next: layer 4"));
    QTRY_COMPARE(shown.card->height(), shown.card->minimumSizeHint().height());
    QTest::keyClick(&line, Qt::Key_Space);
    QVERIFY(shown.card->isUnfolded());
    QCOMPARE(chosen.value(1), QList<QVariant>{true});
  }

  void withLittleRoomItIsALine_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("unfolded");
    QTest::newRow("of a window of 1024x700") << QSize(434, 250) << false;
    QTest::newRow("of a window of 1440x900") << QSize(792, 400) << true;
    QTest::newRow("of a window of 2560x1440") << QSize(1500, 640) << true;
  }
  void withLittleRoomItIsALine() {
    QFETCH(QSize, size);
    QFETCH(bool, unfolded);
    ShownSummary shown(size);
    shown.show(madeUpSummary(SummaryMoment::StepsLeft));
    QCOMPARE(shown.card->isUnfolded(), unfolded);
    shown.card->setChoice(true);  // whoever wants it has it, and most of the zipper
    QTest::qWait(20);
    QVERIFY(shown.card->isUnfolded());
    QVERIFY(shown.zipper.height() >= size.height() / 3);
    QCOMPARE(shown.card->height(), shown.card->sizeHint().height());
    QCOMPARE(shown.window.size(), size);
    shown.card->setChoice(false);
    shown.window.resize(1500, 900);
    QTest::qWait(20);
    QVERIFY(!shown.card->isUnfolded());
  }

  void leavesOutColumnsThatHaveNoRoom() {
    ShownSummary shown({1600, 900});
    shown.card->setChoice(true);
    shown.show(madeUpSummary(SummaryMoment::StepsLeft));
    QVERIFY(!shown.isHidden(Columns::Images) && !shown.isHidden(Columns::Intervals));
    QVERIFY(shown.cell(0, Columns::TeacherTop1).contains("88.0–91.7"));
    shown.window.resize(330, 900);
    QTest::qWait(20);
    QVERIFY(shown.isHidden(Columns::Images) && shown.isHidden(Columns::Intervals));
    QVERIFY(!shown.isHidden(Columns::Lost) && !shown.isHidden(Columns::Won) && !shown.isHidden(Columns::MergedTop1));
    QVERIFY(!shown.cell(0, Columns::TeacherTop1).contains("–"));
    const QString tip = shown.part<TaskTable>().model()->index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains("88.0 to 91.7"));
  }

  void aTaskOpens() {
    ShownSummary shown;
    shown.show(madeUpSummary(SummaryMoment::PlanDone));
    QSignalSpy wanted(shown.card, &SummaryCard::changesWanted), tries(shown.card, &SummaryCard::tryingWanted),
        exported(&shown.exports, &QAction::triggered);
    auto& tasks = shown.part<TaskTable>();
    tasks.setFocus();
    tasks.setCurrentIndex(tasks.model()->index(1, 0));
    QTest::keyClick(&tasks, Qt::Key_Return);
    QCOMPARE(wanted.value(0), QList<QVariant>{1});
    const auto press = [&tasks](int row, int column) {
      const QRect cell = tasks.visualRect(tasks.model()->index(row, column));
      QTest::mouseClick(tasks.viewport(), Qt::LeftButton, {}, cell.center());
    };
    press(0, Columns::Lost);
    QCOMPARE(wanted.value(1), QList<QVariant>{0});
    press(1, Columns::Task);  // chooses the row and no more
    QCOMPARE(wanted.size(), 2);
    wanted.removeLast();
    shown.part<QPushButton>("summaryChanges").click();
    QCOMPARE(wanted.value(1), QList<QVariant>{-1});
    shown.part<QPushButton>("summaryTry").click();
    QCOMPARE(tries.size(), 1);
    shown.part<QPushButton>("summaryExport").click();
    QCOMPARE(exported.size(), 1);
    shown.exports.setEnabled(false);
    QVERIFY(!shown.part<QPushButton>("summaryExport").isEnabled());
    QVERIFY(shown.part<QPushButton>("summarySave").isEnabled());
  }

  void manyTasksStayCompact() {
    ShownSummary shown({1000, 700});
    shown.show(madeUpSummary(SummaryMoment::PlanDone, 4));
    const int four = shown.card->height();
    const std::clock_t start = std::clock();  // of the processor: other programs don't count
    shown.card->setSummary(madeUpSummary(SummaryMoment::PlanDone, 26));
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 0.05, qPrintable(QString::number(seconds)));
    QTest::qWait(20);
    QVERIFY(shown.card->height() <= four + 4);
    QCOMPARE(shown.part<TaskTable>().model()->rowCount(), 26);
  }

  void looksItsPartInTheDark() {
    ShownSummary shown;
    shown.show(madeUpSummary(SummaryMoment::StepsLeft));
    const QImage light = shown.card->grab().toImage();
    QPalette dark;
    dark.setColor(QPalette::Window, QColor("#202326"));
    dark.setColor(QPalette::Base, QColor("#191c1f"));
    dark.setColor(QPalette::WindowText, QColor("#e6e6e6"));
    dark.setColor(QPalette::Text, QColor("#e6e6e6"));
    shown.window.setPalette(dark);
    QTest::qWait(20);
    QVERIFY(shown.part<TaskTable>().palette().color(QPalette::Base).lightnessF() < 0.3);
    QVERIFY(shown.card->grab().toImage() != light);
  }

  void everythingHasAName() {
    ShownSummary shown;
    shown.show(madeUpSummary(SummaryMoment::StepsLeft));
    for (const QWidget* widget : std::initializer_list<QWidget*>{shown.card, &shown.part<FoldLine>(),
                                                                 &shown.part<TaskTable>(), &shown.part<MemoryBars>()})
      QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    const QString row =
        shown.part<TaskTable>().model()->index(0, Columns::Intervals).data(Qt::AccessibleTextRole).toString();
    QVERIFY(row.startsWith("A · task 0: teacher"));
  }
};

ZIPPER_TEST_WITH(QApplication, TestSummaryCard)
#include "test_summary_card.moc"
