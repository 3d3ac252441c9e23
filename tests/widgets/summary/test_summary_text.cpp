// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/summary/summary_text.h"

#include <QApplication>
#include <QLocale>
#include <QtTest>

#include "made_up_summary.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// With spaces that may break.
QString plain(QString text) { return text.replace(QChar::Nbsp, u' '); }

}  // namespace

/// The sentences of the summary card.
class TestSummaryText : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }

  void saysWhatThePlanWillDo() {
    Summary summary = madeUpSummary(SummaryMoment::NothingMerged);
    QCOMPARE(plain(summary::headline(summary)),
             QString("The plan merges 13 layer(s): 1.67× fewer parameters, in about 2 min"));
    QCOMPARE(plain(summary::shortText(summary, {})),
             QString("A 90.0 %, B 90.0 % · Next: layer 1 (mean), about 5 s; all 13 step(s) left about 2 min."));
    QVERIFY(summary::timeText(summary).isEmpty() && summary::resultText(summary).isEmpty());
    summary.next.seconds = summary.next.planSeconds = -1;
    QCOMPARE(plain(summary::headline(summary)), QString("The plan merges 13 layer(s): 1.67× fewer parameters"));
    QCOMPARE(plain(summary::nextText(summary, {})), QString("Next: layer 1 (mean); 13 step(s) left."));
    summary.exact = true;
    QCOMPARE(plain(summary::nextText(summary, {})), QString("Next: layer 1; 13 step(s) left."));
    summary.next = {};
    summary.plannedLayers = 0;
    QCOMPARE(plain(summary::headline(summary)), QString("Nothing is merged, and the recipe plans no layer to merge"));
  }

  void saysWhatAStepDid() {
    const Summary summary = madeUpSummary(SummaryMoment::StepsLeft);
    QCOMPARE(plain(summary::headline(summary)), QString("After layer 3: 1.18× fewer parameters"));
    QCOMPARE(plain(summary::longHeadline(summary)),
             QString("After layer 3: 1.18× fewer parameters (3 of 13 layer(s) merged)"));
    QCOMPARE(plain(summary::timeText(summary)), QString("Time: 4.10 s for layer 3, 12.3 s for all 3 step(s)."));
    // B lost 2 points, A one.
    QCOMPARE(plain(summary::resultText(summary)),
             QString("B · task 1 lost most: \u22122.00 points, which is hardly chance."));
    SummaryWork work;
    work.step = StepTarget::layer(4);
    QCOMPARE(plain(summary::nextText(summary, work)), QString("In work: layer 4."));
    work.secondsLeft = 42;
    QCOMPARE(plain(summary::nextText(summary, work)), QString("In work: layer 4; about 45 s left."));
    work.paused = true;
    QCOMPARE(plain(summary::nextText(summary, work)), QString("Paused: layer 4."));
  }

  void sumsUpWhenThePlanIsDone() {
    Summary summary = madeUpSummary(SummaryMoment::PlanDone, 1);
    QCOMPARE(plain(summary::resultText(summary)),
             QString("A · task 0 lost most: \u22121.00 points, which may well be chance."));
    summary.tasks[0].changed.reset();
    QCOMPARE(plain(summary::resultText(summary)), QString("A · task 0 lost most: \u22121.00 points."));
    summary.tasks[0].merged = summary.tasks[0].teacher;
    QCOMPARE(plain(summary::resultText(summary)), QString("No task lost accuracy on these images. How sure that is, the intervals tell."));
    summary.exact = true;
    QVERIFY(summary::resultText(summary).startsWith("Nothing was lost"));
    QCOMPARE(plain(summary::nextText(summary, {})), QString("Next: export the merged network."));
    summary.next.tuningSeconds = 300;
    QVERIFY(plain(summary::nextText(summary, {})).contains("about 5 min"));
    const Summary two = madeUpSummary(SummaryMoment::PlanDone);
    QCOMPARE(plain(summary::headline(two)), QString("The merge is done: 1.67× fewer parameters"));
    summary.tasks.clear();
    QVERIFY(summary::resultText(summary).isEmpty());
  }

  void manyTasksAreOneMeanInALine() {
    const Summary summary = madeUpSummary(SummaryMoment::PlanDone, 26);
    // Teachers 90 %; the tasks lose 1 to 26 points, 13.5 in the mean.
    const QString line = plain(summary::shortText(summary, {}));
    QVERIFY2(line.startsWith("mean of 26 tasks 90.0 → 76.5 % · Z · task 25 lost most: \u221226.00 points"),
             qPrintable(line));
  }

  void whatIsPartlyKnownIsSaid() {
    Summary summary = madeUpSummary(SummaryMoment::StepsLeft);
    QVERIFY(summary::noteText(summary).isEmpty());
    summary.tasks[0].drawnFrom = 50000;
    QVERIFY(summary::noteText(summary).startsWith("≈ on a sample"));
    QVERIFY(summary::taskSentence(summary.tasks[0]).contains("a sample of 1000 of 50000 test image(s)"));
    summary.tasks[0].drawnFrom = 0;
    summary.tasks[1].changed->testImages = 50000;
    QVERIFY(summary::noteText(summary).startsWith("Lost and won are of the images compared so far"));
    QVERIFY(summary::taskSentence(summary.tasks[1]).endsWith("24 lost and 4 won among the 1000 compared so far"));
    summary.hasData = false;
    QVERIFY(summary::noteText(summary).startsWith("The images aren't open: accuracies are"));
    for (TaskSummary& task : summary.tasks) task = {task.title, {}, {}, 0, 1000, {}, {}};
    QCOMPARE(plain(summary::noteText(summary)), QString("The images aren't open, so nothing can be scored."));
    QCOMPARE(plain(summary::taskSentence(summary.tasks[0])), QString("A · task 0: not scored"));
  }

  /// Wilson's interval, worked out in Python with z = 1.959963984540054: 900 of 1,000 0.87985 to 0.91709, 890 of 1,000
  /// 0.86909 to 0.90792.
  void intervalsAreWilsons() {
    const Summary summary = madeUpSummary(SummaryMoment::StepsLeft);
    QCOMPARE(summary::interval(summary.tasks[0].teacher), QString("88.0–91.7"));
    QCOMPARE(plain(summary::taskSentence(summary.tasks[0])),
             QString("A · task 0: teacher 90.0 % (95 % interval: 88.0 to 91.7 %); merged 89.0 % "
                     "(95 % interval: 86.9 to 90.8 %); 1000 test image(s); 14 lost and 4 won"));
  }

  void writesNumbersAsTheLanguageDoes() {
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(summary::points(-0.0123), QString("\u22121,23"));
    QCOMPARE(summary::points(0.0123), QString("+1,23"));
    QCOMPARE(summary::points(-0.00001), QString("0,00"));
    QCOMPARE(summary::count(12345), QString("12.345"));
    QCOMPARE(summary::factor(1.8349), QString("1,83"));
    QVERIFY(summary::bytes(1650000).startsWith("1,65"));
    QVERIFY(summary::duration(4.1).startsWith("4,10"));
    QLocale::setDefault(QLocale::c());
  }
};

ZIPPER_TEST_WITH(QApplication, TestSummaryText)
#include "test_summary_text.moc"
