// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <set>

#include "core/session/session_file.h"
#include "core/session/session_validation.h"
#include "core/support/compute_threads.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// The tiny test sets have 32 and 24 images.
constexpr FirstScored bothLarge{8, 16}, firstLarge{8, 24};

std::set<std::string> namesOf(const Dataset& images) {
  std::set<std::string> names;
  for (std::int64_t i = 0; i < images.size(); ++i) names.insert(images.describeImage(i));
  return names;
}

void compare(const Scores& one, const Scores& other) {
  QCOMPARE(one.size(), other.size());
  for (std::size_t t = 0; t < one.size(); ++t) {
    QCOMPARE(one[t].images, other[t].images);
    QCOMPARE(one[t].drawnFrom, other[t].drawnFrom);
    QVERIFY(one[t].top1 == other[t].top1 && one[t].top5 == other[t].top5 && one[t].loss == other[t].loss);
  }
}

/// The first step of the plan, scored on these data.
Session oneStep(const Session& start, const std::vector<TaskData>& data) {
  Session session = start;
  appendStep(session, runStep(session, session.recipe.steps.front(), data));
  return session;
}

void useSampleOfStep(Session& session, const std::function<void(StepResult&)>& edit) {
  auto step = std::make_shared<StepResult>(*session.steps.front());
  edit(*step);
  session.steps.front() = step;
}

}  // namespace

/// Scores of a part of large test sets, until there is time for the rest.
class TestScoringSamples : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  const std::vector<TaskData> data_ = tinyData(), samples_ = withScoringSamples(tinyData(), bothLarge);

 private Q_SLOTS:
  void initTestCase() { setComputeThreads(1); }

  void aSampleIsTheSameWheneverItIsDrawn() {
    const DatasetPtr one = scoringSample(data_[0].test, bothLarge), again = scoringSample(data_[0].test, bothLarge);
    QCOMPARE(one->size(), std::int64_t(8));
    QCOMPARE(drawnFrom(*one), std::int64_t(32));
    QCOMPARE(namesOf(*one).size(), std::size_t(8));
    QCOMPARE(namesOf(*one), namesOf(*again));
    QVERIFY(namesOf(*one) != namesOf(*subset(data_[0].test, {0, 1, 2, 3, 4, 5, 6, 7})));
    for (std::int64_t i = 0; i < one->size(); ++i) {
      const std::int64_t at = QString::fromStdString(one->describeImage(i)).section(' ', -1).toLongLong();
      QCOMPARE(one->label(i), data_[0].test->label(at));
      QVERIFY(cv::norm(one->image(i), data_[0].test->image(at), cv::NORM_INF) == 0);
    }
  }

  void smallTestSetsAreWhole() {
    QVERIFY(scoringSample(data_[0].test, {8, 32}) == data_[0].test);
    QVERIFY(scoringSample(data_[0].test, {40, 16}) == data_[0].test);
    QVERIFY(scoringSample(data_[0].test) == data_[0].test);
    QVERIFY(scoringSample(nullptr) == nullptr);
    QCOMPARE(drawnFrom(*data_[0].test), std::int64_t(0));
  }

  /// Whoever looks for scores of whole test sets doesn't find them.
  void aStepKeepsThemApart() {
    const Session session = oneStep(tinySession(tinyRecipe({2, 5})), samples_);
    const StepResult& step = *session.steps.front();
    QVERIFY(step.initialized.empty() && step.calibrated.empty());
    QVERIFY(step.initializedValues && !equalValues(*step.initializedValues, *step.values));
    for (const Scores* scores : {&step.sampleInitialized, &step.sampleCalibrated}) {
      QCOMPARE(scores->size(), std::size_t(2));
      QCOMPARE((*scores)[0].images, std::int64_t(8));
      QCOMPARE((*scores)[0].drawnFrom, std::int64_t(32));
      QCOMPARE((*scores)[1].drawnFrom, std::int64_t(24));
    }
    compare(knownCalibrated(step), step.sampleCalibrated);
    compare(evaluateStep(session, 0, samples_), step.sampleCalibrated);
  }

  /// What is scored has no influence on what is computed, and in the end all is known as if nobody had been in a hurry.
  void theWholeScoresAreThoseOfARunThatTookItsTime() {
    for (const FirstScored& first : {bothLarge, firstLarge}) {
      const Session start = tinySession(tinyRecipe({2, 5}));
      const Session quick = oneStep(start, withScoringSamples(data_, first)), slow = oneStep(start, data_);
      QVERIFY(equalValues(*quick.steps[0]->values, *slow.steps[0]->values));
      const StepResult whole = scoredWhole(quick, 0, data_);
      compare(whole.initialized, slow.steps[0]->initialized);
      compare(whole.calibrated, slow.steps[0]->calibrated);
      QVERIFY(whole.sampleInitialized.empty() && whole.sampleCalibrated.empty() && !whole.initializedValues);
      QVERIFY(whole.values == quick.steps[0]->values);
    }
  }

  void withoutCalibrationThereIsOneScore() {
    const Session session = oneStep(tinySession(tinyRecipe({2}, 0)), samples_);
    QVERIFY(!session.steps[0]->initializedValues);
    const StepResult whole = scoredWhole(session, 0, data_);
    QCOMPARE(whole.calibrated.size(), std::size_t(2));
    compare(whole.initialized, whole.calibrated);
  }

  void stepsAreComparedWithTheTeachersOnTheSameImages() {
    Session session = oneStep(tinySession(tinyRecipe({2})), samples_);
    const Scores scores = session.steps[0]->sampleCalibrated;
    session.teacherScores = evaluateTeachers(session, data_);
    QVERIFY(teachersBeside(session, scores).empty());
    session.teacherSample = evaluateTeachers(session, samples_);
    compare(teachersBeside(session, scores), session.teacherSample);
    compare(teachersBeside(session, scoredWhole(session, 0, data_).calibrated), session.teacherScores);
    compare(knownTeachers(session), session.teacherScores);
  }

  /// A file says of how many images a score is. What the network was before its calibration isn't kept.
  void sessionsKeepThem() {
    const std::string path = folder_.filePath("s.zipper").toStdString();
    Session session = oneStep(tinySession(tinyRecipe({2, 5})), samples_);
    session.teacherSample = evaluateTeachers(session, samples_);
    saveSession(path, session);
    const Session read = loadSession(path);
    compare(read.teacherSample, session.teacherSample);
    compare(read.steps[0]->sampleInitialized, session.steps[0]->sampleInitialized);
    compare(read.steps[0]->sampleCalibrated, session.steps[0]->sampleCalibrated);
    QVERIFY(read.teacherScores.empty() && read.steps[0]->calibrated.empty());
    const StepResult whole = scoredWhole(read, 0, data_), expected = scoredWhole(session, 0, data_);
    compare(whole.calibrated, expected.calibrated);
    QVERIFY(whole.initialized.empty() && !whole.sampleInitialized.empty());
    compare(whole.sampleInitialized, session.steps[0]->sampleInitialized);
  }

  void whatIsMixedUpIsRefused() {
    const Session session = oneStep(tinySession(tinyRecipe({2})), samples_);
    validate(session);
    Session edited = session;
    useSampleOfStep(edited, [](StepResult& step) { step.calibrated = step.sampleCalibrated; });
    ZIPPER_EXPECT_ERROR(validate(edited), "step 0: after calibration: scores of a sample found");
    edited = session;
    useSampleOfStep(edited, [](StepResult& step) {
      for (Score& score : step.sampleInitialized) score.drawnFrom = 0;
    });
    ZIPPER_EXPECT_ERROR(validate(edited), "step 0: before calibration: scores of whole test sets found");
    edited = session;
    useSampleOfStep(edited, [](StepResult& step) { step.sampleCalibrated[0].drawnFrom = 5; });
    ZIPPER_EXPECT_ERROR(validate(edited), "a sample of 8 images out of 5 found");
    edited = session;
    edited.teacherScores = session.steps[0]->sampleCalibrated;
    ZIPPER_EXPECT_ERROR(validate(edited), "the teachers: scores of a sample found");
  }
};

ZIPPER_TEST(TestScoringSamples)
#include "test_scoring_samples.moc"
