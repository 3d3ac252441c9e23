// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "app/workbench/jobs/run_job.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

class TestRunJob : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tellsTeachersAndSteps() {
    Session session = tinySession(tinyRecipe({2, 5}, 1));
    RunRequest request{session, tinyData(), remainingSteps(session), ""};
    JobRunner jobs;
    int scored = 0;
    std::vector<int> layers;
    RunNews news;
    news.teachersScored = [&](const Scores& scores) { scored += int(scores.size()); };
    news.stepFinished = [&](const std::shared_ptr<const StepResult>& step) {
      layers.push_back(step->plan.target.layerNumber());
    };
    QCOMPARE(endOf(jobs, request, news), JobEnd::Finished);
    QCOMPARE(scored, 2);
    QCOMPARE(layers, (std::vector<int>{2, 5}));
  }

  /// As on the command line: not after an hour, at the ninth step.
  void saysBeforeTheFirstStepWhatALaterOneCantDo() {
    Recipe recipe = tinyRecipe({1, 2});
    recipe.steps[0].settings.trunk = 1;
    recipe.steps[1].settings.calibration.precision = Precision::BFloat16;
    Session session = tinySession(recipe);
    RunRequest request{session, tinyData(), remainingSteps(session), ""};
    JobRunner jobs;
    int told = 0;
    RunNews news;
    news.teachersScored = [&](const Scores&) { ++told; };
    news.stepFinished = [&](const std::shared_ptr<const StepResult>&) { ++told; };
    QCOMPARE(endOf(jobs, request, news), JobEnd::Failed);
    QCOMPARE(told, 0);
  }

 private:
  static JobEnd endOf(JobRunner& jobs, const RunRequest& request, const RunNews& news) {
    std::optional<JobEnd> ended;
    QObject::connect(&jobs, &JobRunner::ended, &jobs, [&](JobEnd end, const QString&) { ended = end; });
    jobs.start("Test", [&](JobContext& context) { carryOut(context, request, news); });
    return QTest::qWaitFor([&] { return ended.has_value(); }, 60000) ? *ended : JobEnd::Cancelled;
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestRunJob)
#include "test_run_job.moc"
