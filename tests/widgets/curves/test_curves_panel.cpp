// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QClipboard>
#include <QSlider>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>
#include <set>

#include "support/expect_error.h"
#include "support/file_text.h"
#include "support/test_program.h"
#include "widgets/curves/curves_panel.h"
#include "widgets/curves/made_up_runs.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/legend.h"
#include "widgets/plots/smoothing_slider.h"

using namespace zipper;
using namespace zipper::test;

namespace {

CurveRun currentRun(int number, int steps, int iterations, bool finetuned = false) {
  CurveRun run = madeUpRun(number, steps, iterations, 17U + unsigned(number), finetuned);
  run.current = true;
  return run;
}

std::vector<IterationRecord> someRecords(int count) {
  std::mt19937 random(5);
  std::vector<IterationRecord> records;
  for (int i = 0; i < count; ++i) records.push_back(madeUpRecord(2, 3, i, count, random));
  return records;
}

/// A shown panel with three steps of 40 iterations.
struct CurvesFixture {
  explicit CurvesFixture(bool filled = true) {
    panel.resize(900, 560);
    if (filled) panel.setRuns({currentRun(0, 3, 40)}, 2);
    panel.show();
    settle();
  }
  void settle() {
    QTRY_VERIFY(panel.isSettled());
    QTest::qWait(20);  // queued redraws
  }
  QWidget* plot() { return panel.findChild<QWidget*>("curvesPlot"); }
  QAbstractButton* entry(const QString& key) { return panel.findChild<QAbstractButton*>("legend:" + key); }
  QAbstractButton* button(const QString& text) {
    for (auto* button : panel.findChildren<QToolButton*>())
      if (button->text() == text) return button;
    return nullptr;
  }
  void move(const QPointF& to, Qt::MouseButtons buttons = Qt::NoButton) {
    QMouseEvent event(QEvent::MouseMove, to, plot()->mapToGlobal(to), Qt::NoButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(plot(), &event);
  }
  void wheel(const QPointF& at, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWheelEvent event(at, plot()->mapToGlobal(at), QPoint(), QPoint(0, delta), Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(plot(), &event);
  }
  void drag(const QPoint& from, const QPoint& to) {
    QTest::mousePress(plot(), Qt::LeftButton, {}, from);
    move((from + to) / 2, Qt::LeftButton);
    move(to, Qt::LeftButton);
    QTest::mouseRelease(plot(), Qt::LeftButton, {}, to);
  }
  QImage picture() {
    settle();
    return plot()->grab().toImage();
  }
  QCPRange inView() { return static_cast<QCustomPlot*>(plot())->xAxis->range(); }
  double first() { return inView().lower; }
  double last() { return inView().upper; }
  double width() { return inView().size(); }
  bool follows() { return button("Follow")->isChecked(); }
  /// Moves the slider as the user does, until it averages over so many iterations.
  void smooth(int window) {
    auto* smoothing = panel.findChild<plots::SmoothingSlider*>();
    auto* slider = smoothing->findChild<QSlider*>();
    while (smoothing->window() < window) QTest::keyClick(slider, Qt::Key_Right);
    while (smoothing->window() > window) QTest::keyClick(slider, Qt::Key_Left);
  }

  CurvesPanel panel;
};

/// Columns whose pixels differ in a band of rows.
int changedColumns(const QImage& a, const QImage& b, int top, int bottom) {
  int columns = 0;
  for (int x = 0; x < a.width(); ++x)
    for (int y = top; y < bottom; ++y)
      if (a.pixel(x, y) != b.pixel(x, y)) {
        ++columns;
        break;
      }
  return columns;
}

QPalette darkPalette() {
  QPalette palette;
  palette.setColor(QPalette::Window, QColor("#202326"));
  palette.setColor(QPalette::Base, QColor("#1a1d20"));
  palette.setColor(QPalette::Text, QColor("#e6e6e6"));
  palette.setColor(QPalette::WindowText, QColor("#e6e6e6"));
  return palette;
}

const QPoint middle(450, 150);

}  // namespace

class TestCurvesPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// The lower plot's lines in the legend take room from it: at no size it comes and goes without end.
  void theLowerPlotComesOrGoesOnce() {
    CurvesFixture fixture;
    fixture.panel.setRuns({currentRun(0, 3, 40), madeUpRun(1, 3, 40, 2)}, 2);
    QAbstractButton* details = nullptr;
    for (auto* button : fixture.panel.findChildren<QToolButton*>())
      if (button->text() == "Rate && top-1") details = button;
    QVERIFY(details != nullptr);
    for (const int width : {380, 460, 620, 900}) {
      for (int height = 220; height <= 480; height += 4) {
        fixture.panel.resize(width, height);
        QSignalSpy toggled(details, &QAbstractButton::toggled);
        for (int i = 0; i < 20; ++i) QCoreApplication::processEvents();
        QVERIFY2(toggled.size() <= 1, qPrintable(QString("%1x%2: %3").arg(width).arg(height).arg(toggled.size())));
      }
    }
  }

  void countsTheIterationsOfTheCurrentRun() {
    CurvesFixture fixture(false);
    QCOMPARE(fixture.panel.pointCount(), std::size_t(0));
    fixture.panel.append(someRecords(3));  // nothing runs
    QCOMPARE(fixture.panel.pointCount(), std::size_t(0));
    fixture.panel.startStep(StepTarget::layer(1));
    fixture.panel.append(someRecords(25));
    QCOMPARE(fixture.panel.pointCount(), std::size_t(25));
    fixture.panel.endStep();
    QCOMPARE(fixture.panel.pointCount(), std::size_t(0));
    CurveRun other = madeUpRun(1, 5, 10, 3);
    fixture.panel.setRuns({currentRun(0, 2, 40), other}, 2);
    QCOMPARE(fixture.panel.pointCount(), std::size_t(80));
  }

  /// Another session with fewer tasks and runs, but so much longer steps that the smoothing changes with it.
  void fewerTasksAndRunsComeAfterMore() {
    CurvesFixture fixture(false);
    const std::vector<CurveRun> many{madeUpRun(0, 3, 20, 1, false, 6), madeUpRun(1, 3, 20, 2, false, 6),
                                     madeUpRun(2, 3, 20, 3, false, 6)};
    fixture.panel.setRuns(many, 6);
    QApplication::processEvents();
    fixture.panel.setRuns({currentRun(0, 2, 900)}, 2);
    QApplication::processEvents();
    QCOMPARE(fixture.panel.pointCount(), std::size_t(1800));
  }

  void theLiveTailGrowsAndTheViewFollows() {
    CurvesFixture fixture;
    QVERIFY(fixture.follows());
    const double before = fixture.last();
    QVERIFY(before >= 120);
    fixture.panel.startStep(StepTarget::layer(4));
    const QImage still = fixture.picture();
    for (int i = 0; i < 10; ++i) fixture.panel.append(someRecords(10));
    QCOMPARE(fixture.panel.pointCount(), std::size_t(220));
    QTRY_VERIFY(fixture.last() >= 220);
    QCOMPARE(fixture.first(), 0.0);
    QVERIFY(still != fixture.picture());
  }

  void aFinishedStepReplacesItsTailWithoutAChange() {
    CurvesFixture fixture;
    auto last = madeUpRun(0, 4, 40, 99).steps[3];
    fixture.panel.startStep(StepTarget::layer(4));
    std::vector<IterationRecord> records;
    const Curve& curve = last->curve;
    for (std::size_t row = 0; row < curve.rows(); ++row)
      records.push_back({curve.at(row, 0),
                         {curve.at(row, 1), curve.at(row, 2)},
                         {curve.at(row, 3), curve.at(row, 4)},
                         {},
                         curve.at(row, 5)});
    fixture.panel.append(records);
    const QImage live = fixture.picture();
    CurveRun run = currentRun(0, 3, 40);
    auto unscored = std::make_shared<StepResult>(*last);
    unscored->initialized.clear();
    unscored->calibrated.clear();
    run.steps.push_back(unscored);
    fixture.panel.setRuns({run}, 2);
    fixture.panel.endStep();
    QCOMPARE(fixture.panel.pointCount(), std::size_t(160));
    QCOMPARE(fixture.picture(), live);
  }

  void cancellingDropsTheTail() {
    CurvesFixture fixture;
    const QImage before = fixture.picture();
    fixture.panel.startStep(StepTarget::layer(4));
    fixture.panel.append(someRecords(20));
    QVERIFY(fixture.picture() != before);
    fixture.panel.endStep();
    QCOMPARE(fixture.panel.pointCount(), std::size_t(120));
    QCOMPARE(fixture.picture(), before);
  }

  void theWheelZoomsAboutThePointer() {
    CurvesFixture fixture;
    fixture.move(middle);
    const QString before = fixture.panel.readoutText().section('\n', 0, 0);
    const double width = fixture.width();
    fixture.wheel(middle, 240);
    QVERIFY(fixture.width() < 0.8 * width);
    QCOMPARE(fixture.panel.readoutText().section('\n', 0, 0), before);
    fixture.wheel(middle, -240);
    QVERIFY(std::abs(fixture.width() - width) < 1e-6);
  }

  void shiftAndWheelOverAnAxisZoomTheValues() {
    CurvesFixture fixture;
    const double width = fixture.width();
    QImage before = fixture.picture();
    fixture.wheel(middle, 240, Qt::ShiftModifier);
    QCOMPARE(fixture.width(), width);
    QVERIFY(fixture.picture() != before);
    before = fixture.picture();
    fixture.wheel(QPointF(8, 150), 240);
    QCOMPARE(fixture.width(), width);
    QVERIFY(fixture.picture() != before);
  }

  void draggingMovesAndStopsFollowing() {
    CurvesFixture fixture;
    QAbstractButton* follow = fixture.button("Follow");
    fixture.wheel(middle, 600);
    const double first = fixture.first(), width = fixture.width();
    fixture.drag(middle, middle + QPoint(100, 0));
    QVERIFY(fixture.first() < first);
    QVERIFY(std::abs(fixture.width() - width) < 1e-9);
    QVERIFY(!fixture.follows() && !follow->isChecked());
    const double kept = fixture.first();
    fixture.panel.startStep(StepTarget::layer(4));
    fixture.panel.append(someRecords(30));
    fixture.settle();
    QCOMPARE(fixture.first(), kept);
    QTest::mouseClick(follow, Qt::LeftButton);
    QVERIFY(fixture.follows());
    QVERIFY(fixture.last() >= 150 && fixture.first() > kept);
    QVERIFY(std::abs(fixture.width() - width) < 1e-9);
  }

  void aDoubleClickFitsEverything() {
    CurvesFixture fixture;
    const double width = fixture.width();
    fixture.wheel(middle, 600);
    fixture.wheel(middle, 600, Qt::ShiftModifier);
    fixture.drag(middle, middle + QPoint(60, 30));
    QTest::mouseDClick(fixture.plot(), Qt::LeftButton, {}, middle);
    QCOMPARE(fixture.first(), 0.0);
    QCOMPARE(fixture.width(), width);
    QVERIFY(fixture.follows());
  }

  void theKeysDoWhatTheMouseDoes() {
    CurvesFixture fixture;
    const double width = fixture.width();
    QTest::keyClick(fixture.plot(), Qt::Key_Plus);
    QVERIFY(fixture.width() < width);
    const double first = fixture.first();
    QTest::keyClick(fixture.plot(), Qt::Key_Left);
    QVERIFY(fixture.first() < first);
    QVERIFY(!fixture.follows());
    QTest::keyClick(fixture.plot(), Qt::Key_End);
    QVERIFY(fixture.follows());
    QTest::keyClick(fixture.plot(), Qt::Key_Home);
    QCOMPARE(fixture.width(), width);
    QVERIFY(fixture.panel.readoutText().isEmpty());
    QTest::keyClick(fixture.plot(), Qt::Key_Right, Qt::ControlModifier);
    const QString here = fixture.panel.readoutText();
    QVERIFY(here.startsWith("Iteration "));
    QTest::keyClick(fixture.plot(), Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(fixture.panel.readoutText() != here);
    QTest::keyClick(fixture.plot(), Qt::Key_Escape);
    QVERIFY(fixture.panel.readoutText().isEmpty());
  }

  void zoomSmoothingAndHiddenSeriesStayWhenRunsAreSet() {
    CurvesFixture fixture;
    fixture.wheel(middle, 600);
    fixture.drag(middle, middle + QPoint(50, 0));
    fixture.smooth(70);
    QTest::mouseClick(fixture.entry("series/0/-1"), Qt::LeftButton);
    const double first = fixture.first(), last = fixture.last();
    fixture.panel.setRuns({currentRun(0, 4, 40)}, 2);
    fixture.settle();
    QCOMPARE(fixture.first(), first);
    QCOMPARE(fixture.last(), last);
    QVERIFY(!fixture.entry("series/0/-1")->isChecked());
    fixture.move(middle);
    QVERIFY(!fixture.panel.readoutText().contains("Total"));
    QVERIFY(fixture.panel.findChild<QSlider*>()->value() > 5);
  }

  void legendEntriesHideAndShowByKey() {
    CurvesFixture fixture;
    QAbstractButton* entry = fixture.entry("series/1/0");
    QVERIFY(entry != nullptr && entry->isChecked());
    QCOMPARE(entry->text(), QString("CE A"));
    const QImage all = fixture.picture();
    entry->setFocus();
    QTest::keyClick(entry, Qt::Key_Space);
    QVERIFY(!entry->isChecked());
    QVERIFY(fixture.picture() != all);
    QTest::keyClick(entry, Qt::Key_Space);
    QCOMPARE(fixture.picture(), all);
  }

  void severalRunsShowTheirTotals() {
    CurvesFixture fixture;
    CurveRun first = madeUpRun(0, 3, 40, 1);
    fixture.panel.setRuns({first, currentRun(1, 4, 40)}, 2);
    fixture.settle();
    QVERIFY(fixture.entry("series/0/-1")->isChecked());
    QVERIFY(!fixture.entry("series/1/0")->isChecked());
    fixture.move(QPointF(200, 150));
    QVERIFY(fixture.panel.readoutText().contains("Run 1, Total"));
    QVERIFY(fixture.panel.readoutText().contains("Run 2, Total"));
    QSignalSpy toggled(&fixture.panel, &CurvesPanel::runToggled);
    QTest::mouseClick(fixture.entry("run/0"), Qt::LeftButton);
    QCOMPARE(toggled.size(), 1);
    QCOMPARE(toggled[0], (QList<QVariant>{0, false}));
    QVERIFY(fixture.entry("series/1/0")->isChecked());  // one run is left
    QVERIFY(!fixture.panel.readoutText().contains("Run 1"));
  }

  void theCrosshairTellsTheValues() {
    CurvesFixture fixture(false);
    fixture.smooth(1);
    CurveRun run = currentRun(0, 1, 10);
    auto step = std::make_shared<StepResult>(*run.steps[0]);
    Curve curve(2, 0);
    for (int i = 0; i < 10; ++i) curve.append({i == 4 ? NAN : float(i), {2, 3}, {4, INFINITY}, {}, 0.25F});
    step->curve = curve;
    step->plan.target = StepTarget::layer(7);
    run.steps = {step};
    fixture.panel.setRuns({run}, 2);
    fixture.settle();
    QTest::keyClick(fixture.plot(), Qt::Key_Home);
    fixture.plot()->setFocus();
    for (int i = 0; i < 20; ++i) QTest::keyClick(fixture.plot(), Qt::Key_Left, Qt::ControlModifier);
    for (int i = 0; i < 4; ++i) QTest::keyClick(fixture.plot(), Qt::Key_Right, Qt::ControlModifier);
    const QStringList lines = fixture.panel.readoutText().split('\n');
    QVERIFY2(lines[0].startsWith("Iteration 5 · layer 7 · 5 of 10"), qPrintable(lines[0]));
    QCOMPARE(lines.mid(1, 6),
             (QStringList{"Total: NaN", "CE A: 2", "CE B: 3", "L1 A: 4", "L1 B: ∞", "Learning rate: 0.25"}));
    QVERIFY(lines[7].startsWith("Top-1 A: "));
  }

  void valuesWithoutAPlaceAreMarkedAtTheEdge() {
    for (const float odd : {NAN, INFINITY}) {
      CurvesFixture fixture;
      fixture.panel.startStep(StepTarget::layer(4));
      std::vector<IterationRecord> records = someRecords(40);
      fixture.panel.append(records);
      const QImage before = fixture.picture();
      CurvesFixture other;
      other.panel.startStep(StepTarget::layer(4));
      records[20].total = odd;
      other.panel.append(records);
      const int columns = changedColumns(before, other.picture(), 24, 40);
      QVERIFY2(columns >= 4 && columns <= 20, qPrintable(QString::number(columns)));
    }
  }

  void zeroIsMarkedOnALogarithmicAxis() {
    const auto picture = [](float odd) {
      CurvesFixture fixture;
      fixture.button("Log scale")->click();
      fixture.button("Rate && top-1")->click();
      fixture.panel.startStep(StepTarget::layer(4));
      std::vector<IterationRecord> records = someRecords(40);
      records[20].total = odd;
      fixture.panel.append(records);
      return fixture.picture();
    };
    const QImage with = picture(0), without = picture(NAN);  // NaN has its mark at the top
    const int bottom = with.height() - 50;
    QVERIFY(changedColumns(with, without, bottom - 20, bottom + 12) >= 4);
  }

  void linearAndLogarithmicDiffer() {
    CurvesFixture fixture;
    const QImage linear = fixture.picture();
    QTest::mouseClick(fixture.button("Log scale"), Qt::LeftButton);
    QVERIFY(fixture.picture() != linear);
    QTest::mouseClick(fixture.button("Log scale"), Qt::LeftButton);
    QCOMPARE(fixture.picture(), linear);
  }

  void theLowerPlotCanBeLeftOut() {
    CurvesFixture fixture;
    const QImage both = fixture.picture();
    fixture.button("Rate && top-1")->click();
    QVERIFY(fixture.picture() != both);
    fixture.button("Rate && top-1")->click();
    QCOMPARE(fixture.picture(), both);
  }

  void thePlotHasALowPanelForItself() {
    CurvesFixture fixture;
    QAbstractButton* follow = fixture.button("Follow");
    QVERIFY(follow->isVisible());
    QFont large = fixture.panel.font();  // with small letters the panel never has so few lines
    large.setPointSizeF(3 * large.pointSizeF());
    fixture.panel.setFont(large);
    fixture.panel.resize(900, 8 * fixture.panel.fontMetrics().lineSpacing());
    QTRY_VERIFY(!follow->isVisible());
    QVERIFY(fixture.plot()->height() > 3 * fixture.panel.fontMetrics().lineSpacing());
    fixture.panel.resize(900, 12 * fixture.panel.fontMetrics().lineSpacing());
    QTRY_VERIFY(follow->isVisible());
  }

  void aLongHistoryIsTakenInLittleByLittle() {
    CurvesFixture fixture(false);
    const CurveRun run = currentRun(0, 2, 60000);
    QElapsedTimer timer;
    timer.start();
    fixture.panel.setRuns({run}, 2);
    QVERIFY(timer.elapsed() < 100);
    QCOMPARE(fixture.panel.pointCount(), std::size_t(120000));
    QTRY_VERIFY(fixture.panel.isSettled());
    fixture.smooth(1000);
    QTRY_VERIFY(fixture.panel.isSettled());
    fixture.move(middle);
    QVERIFY(fixture.panel.readoutText().contains("Total"));
  }

  void figuresAreWritten() {
    CurvesFixture fixture;
    QTemporaryDir folder;
    fixture.panel.setPalette(darkPalette());
    fixture.panel.savePng(folder.filePath("a.png"));
    const QImage image(folder.filePath("a.png"));
    QVERIFY(image.width() >= 2 * 640);
    QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));  // on paper, whatever the theme
    fixture.panel.saveSvg(folder.filePath("a.svg"));
    QSvgRenderer renderer(folder.filePath("a.svg"));
    QVERIFY(renderer.isValid());
    fixture.panel.savePdf(folder.filePath("a.pdf"));
    QFile pdf(folder.filePath("a.pdf"));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-" && pdf.size() > 5000);
    QVERIFY(fixture.picture().pixelColor(3, 300).lightness() < 60);  // the screen is as dark as before
    fixture.panel.copyImage();
    QCOMPARE(QApplication::clipboard()->image().size(), image.size());
  }

  void numbersAreWritten() {
    CurvesFixture fixture;
    QTemporaryDir folder;
    fixture.panel.startStep(StepTarget::fineTuning());
    std::vector<IterationRecord> records = someRecords(2);
    records[1].total = NAN;
    fixture.panel.append(records);
    fixture.panel.saveCsv(folder.filePath("a.csv"));
    QFile file(folder.filePath("a.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split('\n');
    QCOMPARE(lines[0], QString("run,step,layer,iteration,loss,ce_a,ce_b,l1_a,l1_b,learning_rate,top1_a,top1_b"));
    QCOMPARE(lines.size(), 1 + 120 + 2 + 1);
    const CurveRun run = currentRun(0, 3, 40);
    const QStringList cells = lines[80].split(',');
    QCOMPARE(cells.mid(0, 4), (QStringList{"Run 1", "2", "2", "80"}));
    QCOMPARE(cells[4].toFloat(), run.steps[1]->curve.at(39, 0));
    QCOMPARE(cells[11].toDouble(), run.steps[1]->calibrated[1].top1);
    QVERIFY(lines[79].endsWith(",,"));
    QVERIFY(lines[122].startsWith("Run 1,4,0,122,nan,"));
  }

  void distillationIsWrittenToo() {
    CurvesFixture fixture;
    QTemporaryDir folder;
    fixture.panel.startStep(StepTarget::layer(4));
    fixture.panel.append({{3, {}, {1, 1}, {}, 0.1F, {0.5F, 0.25F}}});
    fixture.panel.saveCsv(folder.filePath("a.csv"));
    QFile file(folder.filePath("a.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).trimmed().split('\n');
    QVERIFY(lines[0].endsWith(",learning_rate,kl_a,kl_b,top1_a,top1_b"));
    QCOMPARE(lines[1].split(',').mid(10, 2), (QStringList{"", ""}));
    QCOMPARE(lines.last().split(',').mid(5, 7), (QStringList{"", "", "1", "1", "0.1", "0.5", "0.25"}));
  }

  /// The figure and the numbers have as many tasks as the session, each with a look of its own.
  void showsAsManyTasksAsThereAre() {
    CurvesFixture fixture(false);
    QTemporaryDir folder;
    CurveRun run = madeUpRun(0, 2, 10, 3, false, 5);
    run.current = true;
    fixture.panel.setTaskTitles({"A · mnist", "B · fashion", "C · kmnist", "D · odd", "E · even"});
    fixture.panel.setRuns({run}, 5);
    fixture.settle();
    QVERIFY(fixture.entry("series/1/5") == nullptr);
    QCOMPARE(fixture.entry("series/1/4")->text(), QString("CE E"));
    QVERIFY(fixture.entry("series/1/4")->toolTip().contains("task E · even"));
    std::set<int> markers;
    std::set<QRgb> colors;
    for (const plots::LegendEntry& legend : fixture.panel.findChild<plots::Legend*>()->entries())
      if (legend.key.startsWith("series/1/")) {
        markers.insert(legend.style.marker);
        colors.insert(legend.style.color.rgb());
      }
    QVERIFY(markers.size() == 5 && colors.size() == 5);
    QTest::keyClick(fixture.plot(), Qt::Key_Right, Qt::ControlModifier);
    const QString text = fixture.panel.readoutText();
    QVERIFY2(text.contains("\nCE E: ") && text.contains("\nL1 E: ") && text.contains("\nTop-1 E: "), qPrintable(text));
    fixture.panel.saveCsv(folder.filePath("a.csv"));
    const QStringList lines = textOf(folder.filePath("a.csv")).split('\n');
    QCOMPARE(lines[0], QString("run,step,layer,iteration,loss,ce_a,ce_b,ce_c,ce_d,ce_e,l1_a,l1_b,l1_c,l1_d,l1_e,"
                               "learning_rate,top1_a,top1_b,top1_c,top1_d,top1_e"));
    QCOMPARE(lines[1].count(','), lines[0].count(','));
    QCOMPARE(lines[1].split(',')[9].toFloat(), run.steps[0]->curve.column(crossEntropyColumn(4))[0]);
  }

  /// Also right after a long history came in.
  void aFigureThatIsWrittenIsComplete() {
    CurvesFixture fixture(false);
    QTemporaryDir folder;
    fixture.panel.setRuns({currentRun(0, 2, 60000)}, 2);
    fixture.panel.savePng(folder.filePath("early.png"));
    fixture.settle();
    fixture.panel.savePng(folder.filePath("late.png"));
    QCOMPARE(QImage(folder.filePath("early.png")), QImage(folder.filePath("late.png")));
  }

  void aFileThatCannotBeWrittenIsAnError() {
    CurvesFixture fixture;
    for (const auto save : {&plots::FigurePanel::savePng, &plots::FigurePanel::savePdf, &plots::FigurePanel::saveSvg,
                            &plots::FigurePanel::saveCsv})
      ZIPPER_EXPECT_ERROR((fixture.panel.*save)("/nowhere/at/all"), "/nowhere/at/all");
  }

  void coloursFollowThePalette() {
    CurvesFixture fixture;
    const QImage light = fixture.picture();
    fixture.panel.setPalette(darkPalette());
    const QImage dark = fixture.picture();
    QVERIFY(light.pixelColor(3, 300).lightness() > 200);
    QCOMPARE(dark.pixelColor(3, 300), QColor("#1a1d20"));
    fixture.panel.setPalette(QPalette());
    QCOMPARE(fixture.picture(), light);
  }

  void isUpToDateWhenItIsShownLater() {
    CurvesFixture shown;
    CurvesFixture hidden(false);
    hidden.panel.hide();
    hidden.panel.setRuns({currentRun(0, 3, 40)}, 2);
    hidden.panel.show();
    hidden.settle();
    QCOMPARE(hidden.picture(), shown.picture());
  }

  void canBeDeletedWhileAStepRuns() {
    auto panel = std::make_unique<CurvesPanel>();
    panel->setRuns({currentRun(0, 2, 50000)}, 2);
    panel->show();
    panel->startStep(StepTarget::layer(3));
    panel->append(someRecords(10));
    panel.reset();
    QTest::qWait(20);
  }
};

ZIPPER_TEST_WITH(QApplication, TestCurvesPanel)
#include "test_curves_panel.moc"
