// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QLabel>
#include <QTemporaryDir>
#include <QtTest>
#include <set>
#include <utility>
#include <vector>

#include "support/expect_error.h"
#include "support/file_text.h"
#include "support/mouse.h"
#include "support/test_program.h"
#include "widgets/accuracy/accuracy_content.h"
#include "widgets/accuracy/accuracy_panel.h"
#include "widgets/curves/made_up_runs.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/legend.h"
#include "widgets/plots/plot_hint.h"

using namespace zipper;
using test::hover;
using namespace zipper::test;
using namespace zipper::plots;

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
    fixture.panel.setRuns({}, madeUpScores(2, 0), madeUpLayers);
    QCOMPARE(fixture.panel.pointCount(), 0);
    fixture.panel.setRuns({run()}, madeUpScores(2, 0), madeUpLayers);
    QCOMPARE(fixture.panel.pointCount(), 2 * (3 + 3 + 1));  // per task: initialized, calibrated, fine-tuned
    CurveRun partly = run();
    auto unscored = std::make_shared<StepResult>(*partly.steps[1]);
    unscored->initialized.clear();
    unscored->calibrated.clear();
    partly.steps[1] = unscored;
    fixture.panel.setRuns({partly}, {}, madeUpLayers);
    QCOMPARE(fixture.panel.pointCount(), 2 * (2 + 2 + 1));
  }

  /// An empty plot says why it is empty; one whose lines the user hid doesn't.
  /// SciPy: binomtest(154, 200).proportion_ci(method="wilson") = (0.7069, 0.8230).
  void teachersHaveTheirIntervals() {
    AccuracyData data;
    data.teachers = {Score{200, 0.77, 1, 0.5}, Score{}};
    const std::vector<TeacherLevel> levels = teacherLevelsOf(data, {}, QPalette());
    QVERIFY(std::abs(levels[0].low - 70.69) < 0.01 && std::abs(levels[0].high - 82.30) < 0.01);
    QCOMPARE(levels[1].low, levels[1].high);  // that wasn't scored
    AccuracyFixture fixture;
    fixture.panel.setRuns({run()}, {Score{20, 0.5, 1, 1}, Score{20, 0.5, 1, 1}}, madeUpLayers);
    const QImage wide = fixture.picture();
    fixture.panel.setRuns({run()}, {Score{2000000, 0.5, 1, 1}, Score{2000000, 0.5, 1, 1}}, madeUpLayers);
    QVERIFY(fixture.picture() != wide);
  }

  void saysWhyThereAreNoScores() {
    AccuracyFixture fixture;
    const plots::PlotHint* hint = nullptr;
    for (const auto* item : fixture.panel.findChildren<QCPItemText*>())
      if (const auto* found = dynamic_cast<const plots::PlotHint*>(item)) hint = found;
    QVERIFY(hint != nullptr);
    const auto words = [&] {
      fixture.picture();
      return hint->visible() ? hint->text().simplified() : QString();
    };
    QCOMPARE(words(), QString("No scores yet: they appear here after each step."));
    CurveRun unscored = run();
    for (auto& step : unscored.steps) {
      auto copy = std::make_shared<StepResult>(*step);
      copy->initialized.clear();
      copy->calibrated.clear();
      step = copy;
    }
    fixture.panel.setRuns({unscored}, madeUpScores(2, 0), madeUpLayers);
    QCOMPARE(words(), QString("These steps were not scored on the test images."));
    fixture.panel.setRuns({run()}, madeUpScores(2, 0), madeUpLayers);
    QVERIFY(words().isEmpty());
    for (const char* key : {"task/0", "task/1"}) QTest::mouseClick(fixture.entry(key), Qt::LeftButton);
    QCOMPARE(fixture.panel.pointCount(), 0);
    QVERIFY(words().isEmpty());
  }

  void legendEntriesHide() {
    AccuracyFixture fixture;
    fixture.panel.setRuns({run()}, madeUpScores(2, 0), madeUpLayers);
    const QImage all = fixture.picture();
    QTest::mouseClick(fixture.entry("teachers"), Qt::LeftButton);
    QVERIFY(fixture.picture() != all);
    QTest::mouseClick(fixture.entry("initialized"), Qt::LeftButton);
    QCOMPARE(fixture.panel.pointCount(), 2 * 4);
    fixture.entry("task/1")->setFocus();
    QTest::keyClick(fixture.entry("task/1"), Qt::Key_Space);
    QCOMPARE(fixture.panel.pointCount(), 4);
    fixture.panel.setRuns({run()}, madeUpScores(2, 0), madeUpLayers);
    QCOMPARE(fixture.panel.pointCount(), 4);  // stays hidden
  }

  void severalRunsCanBeHidden() {
    AccuracyFixture fixture;
    CurveRun second = run(1);
    second.current = true;
    fixture.panel.setRuns({run(0), second}, madeUpScores(2, 0), madeUpLayers);
    QCOMPARE(fixture.panel.pointCount(), 28);
    QSignalSpy toggled(&fixture.panel, &AccuracyPanel::runToggled);
    QTest::mouseClick(fixture.entry("run/1"), Qt::LeftButton);
    QCOMPARE(toggled.value(0), (QList<QVariant>{1, false}));
    QCOMPARE(fixture.panel.pointCount(), 14);
    fixture.panel.setRuns({run(0), second}, madeUpScores(2, 0), madeUpLayers);
    QCOMPARE(fixture.panel.pointCount(), 14);  // the user's choice holds
    second.visible = false;
    fixture.panel.setRuns({run(0), second}, madeUpScores(2, 0), madeUpLayers);
    second.visible = true;
    fixture.panel.setRuns({run(0), second}, madeUpScores(2, 0), madeUpLayers);
    QCOMPARE(fixture.panel.pointCount(), 28);  // until it is set anew
  }

  void theCrosshairTellsTheScores() {
    AccuracyFixture fixture;
    fixture.panel.setRuns({run()}, madeUpScores(2, 0), madeUpLayers);
    fixture.picture();
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    const QStringList lines = fixture.panel.readoutText().split('\n');
    QCOMPARE(lines[0], QString("Merged layers: 2"));
    QCOMPARE(lines[1], QString("A, layer 2: 91.40\u00a0% (81.00\u00a0%)"));
    QCOMPARE(lines.size(), 3);
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QVERIFY(fixture.panel.readoutText().contains("A, fine-tuned: 88.00\u00a0%"));
    QTest::keyClick(fixture.plot(), Qt::Key_Escape);
    QVERIFY(fixture.panel.readoutText().isEmpty());
    hover(*fixture.plot(), fixture.plot()->rect().center());
    QVERIFY(fixture.panel.readoutText().startsWith("Merged layers: "));
  }

  /// What was scored on a sample is told from what was scored on all images, and isn't written as if it were.
  void scoresOfSamplesAreSaidToBeOnes() {
    AccuracyFixture fixture;
    QTemporaryDir folder;
    CurveRun partly = run();
    auto newest = std::make_shared<StepResult>(*partly.steps[2]);
    for (Scores* scores : {&newest->initialized, &newest->calibrated})
      for (Score& score : *scores) score.drawnFrom = 12345;
    newest->sampleInitialized = std::exchange(newest->initialized, {});
    newest->sampleCalibrated = std::exchange(newest->calibrated, {});
    partly.steps = {partly.steps[0], partly.steps[1], newest};
    const auto* note = fixture.panel.findChild<QLabel*>("sampleNote");
    fixture.panel.setRuns({run()}, madeUpScores(2, 0), madeUpLayers);
    QVERIFY(!note->isVisible());
    fixture.panel.setRuns({partly}, madeUpScores(2, 0), madeUpLayers);
    QCOMPARE(fixture.panel.pointCount(), 2 * (3 + 3));
    QVERIFY(note->isVisible());
    QVERIFY2(note->text().contains("1,000 of the 12,345"), qPrintable(note->text()));
    fixture.picture();
    for (int merged = 0; merged <= 3; ++merged) QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QVERIFY2(fixture.panel.readoutText().contains("A, layer 3: 90.60\u00a0% of 1,000 images"),
             qPrintable(fixture.panel.readoutText()));
    fixture.panel.saveCsv(folder.filePath("a.csv"));
    const QStringList lines = textOf(folder.filePath("a.csv")).split('\n');
    QVERIFY2(lines[4].endsWith(",3,3,,,,"), qPrintable(lines[4]));  // behind header, teachers and two steps
    QVERIFY(!lines[3].contains(",,"));
  }

  void showsAsManyTasksAndLayersAsThereAre() {
    AccuracyFixture fixture;
    QTemporaryDir folder;
    fixture.panel.setTaskTitles({"A · mnist", "B · fashion", "C · kmnist"});
    fixture.panel.setRuns({madeUpRun(0, 3, 4, 1, true, 3)}, madeUpScores(3, 0), 21);
    QCOMPARE(fixture.panel.pointCount(), 3 * 7);
    QCOMPARE(fixture.entry("task/2")->text(), QString("Task C · kmnist"));
    QVERIFY(fixture.entry("task/3") == nullptr);
    const QCPRange layers = static_cast<QCustomPlot*>(fixture.plot())->xAxis->range();
    QVERIFY(layers.lower > -1 && layers.lower < 0 && layers.upper > 21 && layers.upper < 22);
    QTest::keyClick(fixture.plot(), Qt::Key_Left);  // to the last number, at which nothing was scored
    QVERIFY(fixture.panel.readoutText().isEmpty());
    for (int merged = 21; merged > 1; --merged) QTest::keyClick(fixture.plot(), Qt::Key_Left);
    QVERIFY2(fixture.panel.readoutText().contains("C, layer 1: "), qPrintable(fixture.panel.readoutText()));
    fixture.panel.saveCsv(folder.filePath("a.csv"));
    const QStringList lines = textOf(folder.filePath("a.csv")).split('\n');
    QVERIFY(lines[0].endsWith(",calibrated_top1_a,calibrated_top1_b,calibrated_top1_c"));
    QCOMPARE(lines[2].count(','), lines[0].count(','));
    fixture.panel.saveSvg(folder.filePath("a.svg"));
    QVERIFY(textOf(folder.filePath("a.svg")).contains("Task C · kmnist"));
  }

  /// With several runs the colours are theirs: then dashes and markers tell the tasks.
  void tasksDifferWhereRunsHaveTheColours() {
    AccuracyFixture fixture;
    CurveRun first = madeUpRun(0, 2, 4, 1, false, 6), second = madeUpRun(1, 2, 4, 2, false, 6);
    fixture.panel.setRuns({first, second}, madeUpScores(6, 0), madeUpLayers);
    std::set<std::pair<int, std::vector<qreal>>> looks;
    for (const plots::LegendEntry& entry : fixture.panel.findChild<plots::Legend*>()->entries())
      if (entry.key.startsWith("task/"))
        looks.insert({entry.style.marker, {entry.style.dashes.begin(), entry.style.dashes.end()}});
    QCOMPARE(looks.size(), std::size_t(6));
  }

  void figuresAndNumbersAreWritten() {
    AccuracyFixture fixture;
    QTemporaryDir folder;
    fixture.panel.setRuns({run()}, madeUpScores(2, 0), madeUpLayers);
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
    fixture.panel.setRuns({run()}, madeUpScores(2, 0), madeUpLayers);
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
