// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"
#include "widgets/accuracy/accuracy_panel.h"
#include "widgets/log/log_panel.h"

using namespace zipper;
using namespace zipper::test;

/// A single step answers after a sample of large test sets; the rest is scored when nothing else runs.
class TestQuickAnswers : public QObject {
  Q_OBJECT

  std::unique_ptr<WindowFixture> fixture_;
  const Session& session() { return fixture_->document().session(); }

 private Q_SLOTS:
  /// Its test sets have 200 images.
  void init() {
    fixture_ = std::make_unique<WindowFixture>();
    fixture_->run().setFirstScored({20, 100});
    fixture_->openSample();
    QVERIFY(fixture_->document().isOpen());
  }

  void theSampleIsThereFirstAndThenAll() {
    QTRY_VERIFY_WITH_TIMEOUT(!session().teacherScores.empty(), 60000);
    QVERIFY(areOfSample(session().teacherSample) && !areOfSample(session().teacherScores));
    QVERIFY(fixture_->runToEnd(fixture_->actions().step));
    auto step = session().steps.at(0);
    QVERIFY(step->calibrated.empty());
    QCOMPARE(step->sampleCalibrated.at(1).images, std::int64_t(20));
    QCOMPARE(step->sampleCalibrated.at(1).drawnFrom, std::int64_t(200));
    const auto* note = fixture_->part<AccuracyPanel>()->findChild<QLabel*>("sampleNote");
    QVERIFY2(note->text().contains("20 of the 200"), qPrintable(note->text()));
    QVERIFY2(logText().contains("of 20 out of 200 test images"), qPrintable(logText()));
    QTRY_VERIFY_WITH_TIMEOUT(!session().steps.at(0)->calibrated.empty(), 60000);
    step = session().steps[0];
    QCOMPARE(step->calibrated.at(1).images, std::int64_t(200));
    QCOMPARE(step->initialized.at(1).images, std::int64_t(200));
    QVERIFY(!areOfSample(step->calibrated) && step->sampleCalibrated.empty());
    QVERIFY2(note->text().isEmpty(), qPrintable(note->text()));
    QVERIFY2(logText().contains("all test images: top-1"), qPrintable(logText()));
  }

  /// Nobody asked for the scores: they are no unsaved work, and go along when the session is saved next.
  void scoresInTheBackgroundChangeNothing() {
    QVERIFY(fixture_->runToEnd(fixture_->actions().step));
    QVERIFY(fixture_->document().isModified() && session().steps.at(0)->calibrated.empty());
    fixture_->files().save(fixture_->path("kept.zipper"));
    QVERIFY(QTest::qWaitFor([this] { return !fixture_->document().isModified(); }, 60000));
    QTRY_VERIFY_WITH_TIMEOUT(scoresLeft(session(), fixture_->document().data(), {20, 100}).isEmpty(), 120000);
    QVERIFY(!session().steps.at(0)->calibrated.empty());
    QVERIFY(!fixture_->document().isModified());
  }

  /// Scoring in the background is nothing that a step waits for.
  void aStepIsPressedWhileTheRestIsScored() {
    for (int layer = 1; layer <= 3; ++layer) QVERIFY(fixture_->runToEnd(fixture_->actions().step));
    QCOMPARE(session().mergedLayers(), (std::vector<int>{1, 2, 3}));
    for (const auto& step : session().steps)
      QVERIFY(step->calibrated.size() == 2 || step->sampleCalibrated.size() == 2);
    QTRY_VERIFY_WITH_TIMEOUT(scoresLeft(session(), fixture_->document().data(), {20, 100}).isEmpty(), 120000);
    for (const auto& step : session().steps) QCOMPARE(step->calibrated.at(0).images, std::int64_t(200));
    QCOMPARE(session().teacherScores.at(0).images, std::int64_t(200));
  }

  /// As `zipper` does: nobody waits for the first of three answers.
  void severalStepsAreScoredWhole() {
    QVERIFY(fixture_->runToEnd(fixture_->actions().runAll));
    QCOMPARE(session().steps.size(), std::size_t(3));
    for (const auto& step : session().steps) {
      QCOMPARE(step->calibrated.at(0).images, std::int64_t(200));
      QVERIFY(step->sampleCalibrated.empty() && !step->initializedValues);
    }
  }

  /// A report waits for what is missing.
  void aReportHasAllScores() {
    QVERIFY(fixture_->runToEnd(fixture_->actions().step));
    fixture_->files().exportReport(fixture_->path("report"));
    QVERIFY(fixture_->run().state() == RunState::Busy && fixture_->waitUntil(RunState::Idle));
    QCOMPARE(session().steps.at(0)->calibrated.at(0).images, std::int64_t(200));
    QFile json(fixture_->path("report/report.json"));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QJsonObject report = QJsonDocument::fromJson(json.readAll()).object();
    QVERIFY(!report.take("changes").isUndefined());  // which counts the images of each class
    const QByteArray text = QJsonDocument(report).toJson(QJsonDocument::Compact);
    QVERIFY(text.contains("\"images\":200") && !text.contains("\"images\":20,"));
  }

 private:
  QString logText() { return fixture_->part<LogPanel>()->plainText(); }
};

ZIPPER_TEST_WITH(QApplication, TestQuickAnswers)
#include "test_quick_answers.moc"
