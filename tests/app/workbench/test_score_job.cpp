// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <atomic>
#include <functional>
#include <optional>

#include "app/workbench/jobs/run_job.h"
#include "app/workbench/jobs/score_job.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr FirstScored bothLarge{8, 16};

struct Told {
  std::vector<Scores> teachers;
  std::vector<std::pair<std::shared_ptr<const StepResult>, std::shared_ptr<const StepResult>>> steps;
};

ScoreNews newsFor(Told& told) {
  ScoreNews news;
  news.teachersScored = [&told](const Scores& scores) { told.teachers.push_back(scores); };
  news.stepScored = [&told](const auto& before, const auto& now) { told.steps.push_back({before, now}); };
  return news;
}

/// The first test set of tinyData(), which tells when so many images were looked at.
class WatchedDataset : public TinyDataset {
 public:
  WatchedDataset(int wanted, std::function<void()> seen)
      : TinyDataset(32, 4, 2), wanted_(wanted), seen_(std::move(seen)) {}
  cv::Mat image(std::int64_t index) const override {
    if (++looks_ == wanted_) seen_();
    return TinyDataset::image(index);
  }

 private:
  int wanted_;
  std::function<void()> seen_;
  mutable std::atomic<int> looks_{0};
};

/// Two steps, each scored on samples.
Session quickSession() {
  Session session = tinySession(tinyRecipe({2, 5}));
  runSteps(session, remainingSteps(session), withScoringSamples(tinyData(), bothLarge));
  return session;
}

}  // namespace

/// What is scored while nothing else runs.
class TestScoreJob : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingIsLeftOfWhatIsWhole() {
    Session session = tinySession(tinyRecipe({2}));
    session.teacherScores = evaluateTeachers(session, tinyData());
    QVERIFY(scoresLeft(session, tinyData(), bothLarge).isEmpty());
    runSteps(session, remainingSteps(session), tinyData());
    QVERIFY(scoresLeft(session, tinyData(), bothLarge).isEmpty());
    session.teacherScores.clear();
    const ScoresLeft left = scoresLeft(session, tinyData(), {});
    QVERIFY(left.teachers && !left.teacherSample && left.steps.empty());
  }

  void theCurrentStepComesFirst() {
    Session session = quickSession();
    ScoresLeft left = scoresLeft(session, tinyData(), bothLarge);
    QVERIFY(left.teacherSample && left.teachers);
    QCOMPARE(left.steps, (std::vector<int>{1, 0}));
    session.current = 0;
    QCOMPARE(scoresLeft(session, tinyData(), bothLarge).steps, (std::vector<int>{0, 1}));
    // Calibrated and initialized, of each.
    const auto work = workOf(left, session, tinyData(), bothLarge);
    QCOMPARE(work.size(), std::size_t(4));
    QCOMPARE(work[0].size(), std::size_t(2));
    QCOMPARE(work[3].size(), std::size_t(4));
  }

  /// The images were replaced since: the rest of others would belong to nothing.
  void samplesOfOtherImagesStay() {
    const Session session = quickSession();
    std::vector<TaskData> other = tinyData();
    other[1].test = std::make_shared<TinyDataset>(30, 3, 9);
    QVERIFY(scoresLeft(session, other, bothLarge).steps.empty());
  }

  void scoresAllThatIsLeft() {
    const Session session = quickSession();
    Told told;
    JobRunner jobs;
    Session scored;
    const ScoreRequest request{session, tinyData(), bothLarge};
    const ScoreNews news = newsFor(told);
    QCOMPARE(endOf(jobs, [&](JobContext& context) { scored = scoreTheRest(context, request, news); }),
             JobEnd::Finished);
    QCOMPARE(told.teachers.size(), std::size_t(2));
    QVERIFY(areOfSample(told.teachers[0]) && !areOfSample(told.teachers[1]));
    QCOMPARE(told.steps.size(), std::size_t(2));
    QVERIFY(told.steps[0].first == session.steps[1] && told.steps[1].first == session.steps[0]);
    QVERIFY(told.steps[0].second == scored.steps[1]);
    for (const auto& [before, now] : told.steps)
      QVERIFY(now->calibrated.size() == 2 && now->initialized.size() == 2 && now->values == before->values);
    QVERIFY(scoresLeft(scored, tinyData(), bothLarge).isEmpty());
  }

  /// Within a batch; what was told stays told.
  void isGivenUpAtOnce() {
    const Session session = quickSession();
    std::vector<TaskData> data = tinyData();
    JobRunner jobs;
    // The sample, the teachers, the later step twice: then the other step is being scored.
    const int before = 8 + 32 + 2 * 32;
    data[0].test = std::make_shared<WatchedDataset>(before + 5, [&] {
      QMetaObject::invokeMethod(
          &jobs, [&] { jobs.cancel(); }, Qt::BlockingQueuedConnection);
    });
    Told told;
    const ScoreRequest request{session, data, bothLarge};
    const ScoreNews news = newsFor(told);
    QCOMPARE(endOf(jobs, [&](JobContext& context) { scoreTheRest(context, request, news); }), JobEnd::Cancelled);
    QCOMPARE(told.teachers.size(), std::size_t(2));
    QCOMPARE(told.steps.size(), std::size_t(1));
    QVERIFY(told.steps[0].first == session.steps[1]);
  }

  /// A run scores the teachers on the images that its step is scored on, and takes no more time for them.
  void aQuickStepNeedsTheSampleOfTheTeachers() {
    Session session = tinySession(tinyRecipe({2}));
    const std::vector<TaskData> samples = withScoringSamples(tinyData(), bothLarge);
    QVERIFY(!areTeachersScored(session, samples) && !areTeachersScored(session, tinyData()));
    std::vector<Scores> teachers;
    std::vector<std::shared_ptr<const StepResult>> steps;
    RunNews news;
    news.teachersScored = [&](const Scores& scores) { teachers.push_back(scores); };
    news.stepFinished = [&](const std::shared_ptr<const StepResult>& step) { steps.push_back(step); };
    for (int round = 0; round < 2; ++round) {
      const RunRequest request{session, samples, {session.recipe.steps.front()}, ""};
      JobRunner jobs;
      QCOMPARE(endOf(jobs, [&](JobContext& context) { carryOut(context, request, news); }), JobEnd::Finished);
      QCOMPARE(teachers.size(), std::size_t(1));  // the second time they are known
      setTeacherScores(session, teachers[0]);
    }
    QVERIFY(areOfSample(teachers[0]) && session.teacherScores.empty());
    QVERIFY(areTeachersScored(session, samples) && !areTeachersScored(session, tinyData()));
    QVERIFY(areOfSample(steps.at(1)->sampleCalibrated) && steps[1]->calibrated.empty());
  }

 private:
  static JobEnd endOf(JobRunner& jobs, const JobRunner::Work& work) {
    std::optional<JobEnd> ended;
    connect(&jobs, &JobRunner::ended, &jobs, [&](JobEnd end, const QString&) { ended = end; });
    jobs.start("Test", work);
    return QTest::qWaitFor([&] { return ended.has_value(); }, 60000) ? *ended : JobEnd::Failed;
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestScoreJob)
#include "test_score_job.moc"
