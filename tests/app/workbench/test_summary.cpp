// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <ctime>

#include "app/workbench/session_summary.h"
#include "app/workbench/window_fixture.h"
#include "support/plain_session.h"
#include "support/test_program.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/history/history_panel.h"
#include "widgets/summary/fold_line.h"
#include "widgets/summary/summary_card.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A window with room for the card, whose panel of what changed is behind another.
struct SummaryFixture : WindowFixture {
  SummaryFixture() {
    openSample();
    window().resize(1440, 900);
    curvesDock().raise();
    if (!card().isUnfolded()) part<FoldLine>()->click();
  }
  SummaryCard& card() { return *part<SummaryCard>(); }
  const Summary& summary() { return card().shownSummary(); }
  QDockWidget& curvesDock() { return *window().findChild<QDockWidget*>("curvesDock"); }
  QDockWidget& changesDock() { return *window().findChild<QDockWidget*>("changesDock"); }
  bool isShown(std::optional<StepTarget> step) {
    return QTest::qWaitFor([&] { return !summary().tasks.empty() && summary().step == step; }, 5000);
  }
  bool areAllCompared() {
    return QTest::qWaitFor(
        [this] {
          const auto& tasks = summary().tasks;
          return !tasks.empty() && std::all_of(tasks.begin(), tasks.end(),
                                               [](const TaskSummary& task) { return task.changed.has_value(); });
        },
        60000);
  }
};

bool comparedIn(const QSignalSpy& started) {
  return std::any_of(started.begin(), started.end(),
                     [](const QList<QVariant>& job) { return job[0].toString() == "Comparing answers"; });
}

double noSeconds(const std::vector<StepPlan>&) { return -1; }

}  // namespace

/// The summary card in the real window.
class TestSummary : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tellsWhatTheMergeWillDoAndDid() {
    SummaryFixture fixture;
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.summary().tasks.empty() && fixture.summary().tasks[0].teacher.images > 0, 20000);
    QCOMPARE(int(fixture.summary().moment), int(SummaryMoment::NothingMerged));
    QCOMPARE(fixture.summary().plannedLayers, 3);
    QVERIFY(fixture.summary().next.planSeconds > 0);  // the teachers were scored: a rate is known
    QVERIFY(fixture.summary().next.planSeconds >= fixture.summary().next.seconds);
    const MergeCost planned = fixture.summary().planned;

    QVERIFY(fixture.runToEnd(fixture.actions().runAll));
    QVERIFY(fixture.isShown(StepTarget::layer(3)));
    QCOMPARE(int(fixture.summary().moment), int(SummaryMoment::PlanDone));
    QCOMPARE(fixture.summary().cost.mergedParameters, planned.mergedParameters);
    QCOMPARE(fixture.summary().steps, 3);
    const Session& session = fixture.document().session();
    double seconds = 0;
    for (const auto& step : session.steps) seconds += step->seconds;
    QCOMPARE(fixture.summary().mergeSeconds, seconds);
    QCOMPARE(fixture.summary().tasks[1].merged.share, session.steps[2]->calibrated[1].top1);
    QCOMPARE(fixture.summary().tasks[1].teacher.share, session.teacherScores[1].top1);
    QVERIFY(fixture.summary().next.tuningSeconds > 0);
    QVERIFY(fixture.card().findChild<QPushButton*>("summaryExport")->isEnabled());
  }

  void countsImagesOnceForCardAndPanel() {
    SummaryFixture fixture;
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    QVERIFY(fixture.areAllCompared());
    const ImagesChanged counted = *fixture.summary().tasks[0].changed;
    QCOMPARE(counted.compared, qint64(fixture.document().data()[0].test->size()));
    // What was lost and won is the difference of the scores.
    for (const TaskSummary& task : fixture.summary().tasks)
      QCOMPARE(task.changed->won - task.changed->lost, qint64(task.merged.hits - task.teacher.hits));
    QVERIFY(fixture.part<ChangesPanel>()->visibleRegion().isEmpty());
    QSignalSpy started(fixture.part<JobRunner>(), &JobRunner::started);
    Q_EMIT fixture.card().changesWanted(1);
    QTRY_VERIFY(!fixture.part<ChangesPanel>()->visibleRegion().isEmpty());
    QCOMPARE(fixture.part<ChangesPanel>()->task(), 1);
    QTRY_VERIFY(fixture.part<ChangesPanel>()->changes() != nullptr);
    QCOMPARE(qint64(fixture.part<ChangesPanel>()->changes()->changes.lost), fixture.summary().tasks[1].changed->lost);
    QTest::qWait(200);
    QVERIFY(!comparedIn(started));
  }

  void followsTheHistory() {
    SummaryFixture fixture;
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    QVERIFY(fixture.areAllCompared());
    const ImagesChanged first = *fixture.summary().tasks[1].changed;
    const auto parameters = fixture.summary().cost.mergedParameters;
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    QVERIFY(fixture.isShown(StepTarget::layer(2)));
    QVERIFY(fixture.areAllCompared());
    QVERIFY(fixture.summary().cost.mergedParameters < parameters);
    QSignalSpy started(fixture.part<JobRunner>(), &JobRunner::started);
    Q_EMIT fixture.part<HistoryPanel>()->stepActivated(0);
    QVERIFY(fixture.isShown(StepTarget::layer(1)));
    QCOMPARE(fixture.summary().cost.mergedParameters, parameters);
    QVERIFY(fixture.summary().tasks[1].changed == first);
    QVERIFY(fixture.summary().next.step == StepTarget::layer(2));
    Q_EMIT fixture.part<HistoryPanel>()->stepActivated(-1);
    QVERIFY(fixture.isShown(std::nullopt));
    QTest::qWait(100);
    QVERIFY(!comparedIn(started));
  }

  void foldedItHasNothingComputed() {
    SummaryFixture fixture;
    fixture.part<FoldLine>()->click();
    QVERIFY(!fixture.card().isUnfolded());
    QSignalSpy started(fixture.part<JobRunner>(), &JobRunner::started);
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    QTest::qWait(300);
    QVERIFY(!comparedIn(started));
    QVERIFY(fixture.part<FoldLine>()->rest().contains("Next: layer 2"));
    fixture.open();  // the choice holds for the next start
    fixture.openSample();
    fixture.window().resize(1440, 900);
    QTest::qWait(50);
    QVERIFY(!fixture.card().isUnfolded());
    fixture.part<FoldLine>()->click();
    QVERIFY(fixture.card().isUnfolded());
    fixture.open();
    fixture.openSample();
    QVERIFY(fixture.card().isUnfolded());
  }

  void saysWhatIsInWork() {
    SummaryFixture fixture;
    fixture.useQuickRecipe("1-3", 100000);
    fixture.actions().step->trigger();
    QVERIFY(fixture.run().state() == RunState::Running);
    const auto next = [&] { return fixture.card().findChild<QLabel*>("summaryNext")->text(); };
    QTRY_VERIFY_WITH_TIMEOUT(next().startsWith("In work: layer 1"), 5000);
    fixture.actions().pause->trigger();
    QTRY_VERIFY(next().startsWith("Paused: layer 1"));
    fixture.actions().cancel->trigger();
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QTRY_VERIFY(next().startsWith("Next: layer 1"));
  }

  void sumsUpWhatASessionHas() {
    Session session = plainSession(3);
    Summary summary = summaryOf(session, {"A", "B", "C"}, true, noSeconds);
    QCOMPARE(summary.cost.mergedParameters, summary.cost.separateParameters);
    std::int64_t apart = 0;
    for (const TaskSummary& task : summary.tasks) apart += task.parameters;
    QCOMPARE(apart, summary.cost.separateParameters);
    QCOMPARE(summary.tasks[2].teacher.hits, std::int64_t(700));
    QCOMPARE(summary.next.planSeconds, -1.0);
    const MergeCost all = mergeCost(session.specs(), Sharing(plannedLayers(session.recipe), session.recipe.bnPolicy));
    QCOMPARE(summary.planned.mergedParameters, all.mergedParameters);

    session.recipe.steps.clear();
    summary = summaryOf(session, {"A", "B", "C"}, false, noSeconds);
    QCOMPARE(summary.plannedLayers, 0);
    QVERIFY(!summary.next.step && !summary.hasData);
    session.teacherScores.clear();
    QCOMPARE(summaryOf(session, {}, false, noSeconds).tasks[0].teacher.images, std::int64_t(0));
    QVERIFY(summaryOf({}, {}, false, noSeconds).tasks.empty());
    session.teacherScores = {{1000, 1.5, 0.95, 0.3}, {1000, std::nan(""), 0.95, 0.3}, {1000, -0.1, 0.95, 0.3}};
    for (const TaskSummary& task : summaryOf(session, {}, false, noSeconds).tasks)
      QCOMPARE(task.teacher.images, std::int64_t(0));
  }

  void stepsOfSamplesStandBesideTeachersOfSamples() {
    Session session = plainSession(2);
    session.teacherScores = {{10000, 0.9, 0.95, 0.3}, {1000, 0.8, 0.95, 0.3}};
    session.teacherSample = {{1000, 0.91, 0.95, 0.3, 10000}, {1000, 0.8, 0.95, 0.3}};
    StepResult step;
    step.plan.target = StepTarget::layer(1);
    step.mergedLayers = {1};
    step.sampleCalibrated = {{1000, 0.89, 0.95, 0.3, 10000}, {1000, 0.79, 0.95, 0.3}};
    appendStep(session, step);
    const Summary summary = summaryOf(session, {"A", "B"}, true, noSeconds);
    QCOMPARE(summary.tasks[0].drawnFrom, qint64(10000));
    QCOMPARE(summary.tasks[0].teacher.hits, std::int64_t(910));  // of the same images
    QCOMPARE(summary.tasks[0].merged.hits, std::int64_t(890));
    QCOMPARE(summary.tasks[1].drawnFrom, qint64(0));
  }

  void manyTasksKeepTheWindowFree() {
    Session session = plainSession(26, false);
    session.teacherScores.assign(26, {1000, 0.9, 0.95, 0.3});
    QStringList titles;
    for (int task = 0; task < 26; ++task) titles << QString(QChar('A' + task));
    const std::clock_t start = std::clock();  // of the processor: other programs don't count
    const Summary summary = summaryOf(session, titles, true, noSeconds);
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 0.05, qPrintable(QString::number(seconds)));
    QCOMPARE(summary.tasks.size(), std::size_t(26));
  }
};

ZIPPER_TEST_WITH(QApplication, TestSummary)
#include "test_summary.moc"
