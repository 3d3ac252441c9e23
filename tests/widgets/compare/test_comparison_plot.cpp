// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QTemporaryDir>
#include <QtTest>

#include "support/expect_error.h"
#include "support/file_text.h"
#include "support/mouse.h"
#include "support/test_program.h"
#include "widgets/compare/comparison_losses.h"
#include "widgets/compare/made_up_comparison.h"

using namespace zipper;
using test::hover;
using test::textOf;
using namespace zipper::test;

namespace {

struct ComparisonFixture {
  ComparisonFixture() {
    plot.resize(700, 400);
    plot.start({"mean", "least-squares+none"}, comparison.teacherScores);
    plot.show();
  }
  QWidget* canvas() { return plot.findChild<QWidget*>("comparisonPlot"); }
  QImage picture() {
    QTest::qWait(20);
    return canvas()->grab().toImage();
  }

  Comparison comparison = madeUpComparison();
  ComparisonPlot plot;
};

}  // namespace

class TestComparisonPlot : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void overlaysTheRuns() {
    ComparisonFixture fixture;
    const QImage empty = fixture.picture();
    QCOMPARE(fixture.plot.pointCount(), 0);
    fixture.plot.setRuns(fixture.comparison.runs);
    QCOMPARE(fixture.plot.pointCount(), 6);  // after each calibration
    QVERIFY(fixture.picture() != empty);
    fixture.plot.setRun(fixture.comparison.runs[1]);  // takes its own place
    QCOMPARE(fixture.plot.pointCount(), 6);
  }

  void aRunInWorkGrows() {
    ComparisonFixture fixture;
    ComparisonRun run;
    run.strategy = "mean";
    run.seed = 1;
    fixture.plot.appendLosses({1, 2});  // of no run
    fixture.plot.setRun(run);
    fixture.plot.appendLosses({3, 2, 1});
    QCOMPARE(lossesIn(fixture.plot), 3);
    fixture.plot.setRun(fixture.comparison.runs[0]);
    QCOMPARE(lossesIn(fixture.plot), 6);
    QCOMPARE(fixture.plot.pointCount(), 2);
  }

  void showsTheLossInstead() {
    ComparisonFixture fixture;
    fixture.plot.setRuns(fixture.comparison.runs);
    const QImage scores = fixture.picture();
    showLoss(fixture.plot, true);
    QCOMPARE(fixture.plot.pointCount(), 0);
    QVERIFY(fixture.picture() != scores);
    showLoss(fixture.plot, false);
    QCOMPARE(fixture.plot.pointCount(), 6);
  }

  void theLegendHidesStrategies() {
    ComparisonFixture fixture;
    fixture.plot.setRuns(fixture.comparison.runs);
    auto* mean = fixture.plot.findChild<QAbstractButton*>("legend:mean");
    QVERIFY(mean != nullptr);
    mean->click();
    QCOMPARE(fixture.plot.pointCount(), 2);
    fixture.plot.findChild<QAbstractButton*>("legend:mean")->click();
    QCOMPARE(fixture.plot.pointCount(), 6);
  }

  void tellsTheScoresUnderTheMouse() {
    ComparisonFixture fixture;
    fixture.plot.setRuns(fixture.comparison.runs);
    QTest::qWait(20);
    const QPoint at(fixture.canvas()->width() * 2 / 3, fixture.canvas()->height() / 2);
    hover(*fixture.canvas(), at);
    const QString text = fixture.plot.readoutText();
    QVERIFY2(text.contains("mean, seed 2") && text.contains("least squares, alignment: none, seed 1"),
             qPrintable(text));
  }

  void walksByKeys() {
    ComparisonFixture fixture;
    QTest::keyClick(fixture.canvas(), Qt::Key_Left);
    QVERIFY(fixture.plot.readoutText().isEmpty());
    fixture.plot.setRuns(fixture.comparison.runs);
    QTest::keyClick(fixture.canvas(), Qt::Key_Left);  // to the end
    QVERIFY2(fixture.plot.readoutText().startsWith("Iteration 6\n"), qPrintable(fixture.plot.readoutText()));
    QTest::keyClick(fixture.canvas(), Qt::Key_Left);
    QVERIFY(fixture.plot.readoutText().startsWith("Iteration 5\n"));
    QTest::keyClick(fixture.canvas(), Qt::Key_Escape);
    QVERIFY(fixture.plot.readoutText().isEmpty());
  }

  void savesPicturesAndNumbers() {
    ComparisonFixture fixture;
    fixture.plot.setRuns(fixture.comparison.runs);
    const QTemporaryDir folder;
    fixture.plot.savePng(folder.filePath("c.png"));
    QVERIFY(QImage(folder.filePath("c.png")).width() >= 1280);
    fixture.plot.saveSvg(folder.filePath("c.svg"));
    const QString svg = textOf(folder.filePath("c.svg"));
    QVERIFY(svg.contains("least squares, alignment: none") && svg.contains("mean top-1"));
    fixture.plot.saveCsv(folder.filePath("c.csv"));
    QCOMPARE(textOf(folder.filePath("c.csv")).split('\n').size(), 1 + 3 * 4 + 1);
    showLoss(fixture.plot, true);
    fixture.plot.saveCsv(folder.filePath("losses.csv"));
    QCOMPARE(textOf(folder.filePath("losses.csv")).split('\n').size(), 1 + 3 * 6 + 1);
    ZIPPER_EXPECT_ERROR(fixture.plot.savePdf(folder.filePath("none/c.pdf")), "c.pdf");
  }
};

ZIPPER_TEST_WITH(QApplication, TestComparisonPlot)
#include "test_comparison_plot.moc"
