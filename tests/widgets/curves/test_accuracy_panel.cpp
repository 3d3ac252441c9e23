// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QTemporaryDir>
#include <QtTest>

#include "support/expect_error.h"
#include "support/mouse.h"
#include "support/test_program.h"
#include "widgets/curves/accuracy_panel.h"
#include "widgets/curves/made_up_runs.h"

using namespace zipper;
using test::hover;
using namespace zipper::test;

namespace {

struct AccuracyFixture {
  AccuracyFixture() {
    panel.resize(700, 400);
    panel.show();
  }
  QWidget* plot() { return panel.findChild<QWidget*>("accuracyPlot"); }
  QAbstractButton* entry(const QString& key) { return panel.findChild<QAbstractButton*>("legend:" + key); }
  QImage picture() {
    QTest::qWait(20);
    return plot()->grab().toImage();
  }

  AccuracyPanel panel;
};

/// Three steps and a fine-tuning.
CurveRun run(int number = 0) { return madeUpRun(number, 3, 4, 1, true); }

}  // namespace

class TestAccuracyPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void showsWhatWasMeasured() {
    AccuracyFixture fixture;
    QCOMPARE(fixture.panel.pointCount(), 0);
    fixture.panel.setRuns({}, madeUpScores(2, 0));
    QCOMPARE(fixture.panel.pointCount(), 0);
    fixture.panel.setRuns({run()}, madeUpScores(2, 0));
    QCOMPARE(fixture.panel.pointCount(), 2 * (3 + 3 + 1));  // per task: initialized, calibrated, fine-tuned
    CurveRun partly = run();
    auto unscored = std::make_shared<StepResult>(*partly.steps[1]);
    unscored->initialized.clear();
    unscored->calibrated.clear();
    partly.steps[1] = unscored;
    fixture.panel.setRuns({partly}, {});
    QCOMPARE(fixture.panel.pointCount(), 2 * (2 + 2 + 1));
  }

  void legendEntriesHide() {
    AccuracyFixture fixture;
    fixture.panel.setRuns({run()}, madeUpScores(2, 0));
    const QImage all = fixture.picture();
    QTest::mouseClick(fixture.entry("teachers"), Qt::LeftButton);
    QVERIFY(fixture.picture() != all);
    QTest::mouseClick(fixture.entry("initialized"), Qt::LeftButton);
    QCOMPARE(fixture.panel.pointCount(), 2 * 4);
    fixture.entry("task/1")->setFocus();
    QTest::keyClick(fixture.entry("task/1"), Qt::Key_Space);
    QCOMPARE(fixture.panel.pointCount(), 4);
    fixture.panel.setRuns({run()}, madeUpScores(2, 0));
    QCOMPARE(fixture.panel.pointCount(), 4);  // stays hidden
  }

  void severalRunsCanBeHidden() {
    AccuracyFixture fixture;
    CurveRun second = run(1);
    second.current = true;
    fixture.panel.setRuns({run(0), second}, madeUpScores(2, 0));
    QCOMPARE(fixture.panel.pointCount(), 28);
    QSignalSpy toggled(&fixture.panel, &AccuracyPanel::runToggled);
    QTest::mouseClick(fixture.entry("run/1"), Qt::LeftButton);
    QCOMPARE(toggled.value(0), (QList<QVariant>{1, false}));
    QCOMPARE(fixture.panel.pointCount(), 14);
    fixture.panel.setRuns({run(0), second}, madeUpScores(2, 0));
    QCOMPARE(fixture.panel.pointCount(), 14);  // the user's choice holds
    second.visible = false;
    fixture.panel.setRuns({run(0), second}, madeUpScores(2, 0));
    second.visible = true;
    fixture.panel.setRuns({run(0), second}, madeUpScores(2, 0));
    QCOMPARE(fixture.panel.pointCount(), 28);  // until it is set anew
  }

  void theCrosshairTellsTheScores() {
    AccuracyFixture fixture;
    fixture.panel.setRuns({run()}, madeUpScores(2, 0));
    fixture.picture();
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    const QStringList lines = fixture.panel.readoutText().split('\n');
    QCOMPARE(lines[0], QString("Merged layers: 2"));
    QCOMPARE(lines[1], QString("A, layer 2: 91.40 % (81.00 %)"));
    QCOMPARE(lines.size(), 3);
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QVERIFY(fixture.panel.readoutText().contains("A, fine-tuned: 88.00 %"));
    QTest::keyClick(fixture.plot(), Qt::Key_Escape);
    QVERIFY(fixture.panel.readoutText().isEmpty());
    hover(*fixture.plot(), QPoint(140, 150));
    QVERIFY(fixture.panel.readoutText().startsWith("Merged layers: "));
  }

  void figuresAndNumbersAreWritten() {
    AccuracyFixture fixture;
    QTemporaryDir folder;
    fixture.panel.setRuns({run()}, madeUpScores(2, 0));
    fixture.panel.savePng(folder.filePath("a.png"));
    QVERIFY(QImage(folder.filePath("a.png")).width() >= 1280);
    fixture.panel.savePdf(folder.filePath("a.pdf"));
    fixture.panel.saveSvg(folder.filePath("a.svg"));
    QVERIFY(QFileInfo(folder.filePath("a.pdf")).size() > 2000 && QFileInfo(folder.filePath("a.svg")).size() > 2000);
    fixture.panel.saveCsv(folder.filePath("a.csv"));
    QFile file(folder.filePath("a.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split('\n');
    QCOMPARE(lines[0], QString("run,merged_layers,layer,initialized_top1_a,initialized_top1_b,calibrated_top1_a,"
                               "calibrated_top1_b"));
    QCOMPARE(lines[1].split(',').mid(0, 6), (QStringList{"teachers", "0", "", "", "", "0.93"}));
    QCOMPARE(lines.size(), 1 + 1 + 4 + 1);
    QVERIFY(lines[2].startsWith("Run 1,1,1,"));
    QVERIFY(lines[5].startsWith("Run 1,3,0,"));
    QCOMPARE(lines[2].count(','), lines[0].count(','));
    QCOMPARE(lines[1].count(','), lines[0].count(','));
    ZIPPER_EXPECT_ERROR(fixture.panel.savePng("/nowhere/a.png"), "/nowhere/a.png");
    ZIPPER_EXPECT_ERROR(fixture.panel.saveCsv("/nowhere/a.csv"), "/nowhere/a.csv");
  }

  void coloursFollowThePalette() {
    AccuracyFixture fixture;
    fixture.panel.setRuns({run()}, madeUpScores(2, 0));
    const QImage light = fixture.picture();
    QPalette dark;
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    dark.setColor(QPalette::Text, Qt::white);
    fixture.panel.setPalette(dark);
    QCOMPARE(fixture.picture().pixelColor(3, 200), QColor(Qt::black));
    fixture.panel.setPalette(QPalette());
    QCOMPARE(fixture.picture(), light);
  }
};

ZIPPER_TEST_WITH(QApplication, TestAccuracyPanel)
#include "test_accuracy_panel.moc"
