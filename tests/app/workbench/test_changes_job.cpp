// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <QtTest>
#include <algorithm>
#include <optional>

#include "app/workbench/jobs/changes_job.h"
#include "core/analysis/answer_pass.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A session with a merged layer.
Session mergedSession() {
  Session session = tinySession(tinyRecipe({2}, 1));
  runSteps(session, remainingSteps(session), tinyData());
  return session;
}

/// What a comparison tells.
struct Told {
  ChangesNews news;
  int teacherParts = 0, mergedParts = 0;
  std::vector<ShownChangesPtr> compared;
  QString failure;
  AnswerStore store;

  Told() {
    news.teacherAnswered = [this](int part, const AnswerPart& answers) {
      ++teacherParts;
      store.keepTeacher(0, part, answers);
    };
    news.mergedAnswered = [this](int part, const AnswerPart& answers) {
      ++mergedParts;
      store.keepMerged(0, 0, part, answers);
    };
    news.compared = [this](const ShownChangesPtr& changes) { compared.push_back(changes); };
    news.failed = [this](const QString& message) { failure = message; };
  }
};

JobEnd endOf(JobRunner& jobs, const ChangesRequest& request, const ChangesNews& news) {
  std::optional<JobEnd> ended;
  QObject::connect(&jobs, &JobRunner::ended, &jobs, [&](JobEnd end, const QString&) { ended = end; });
  jobs.start("Test", [&](JobContext& context) { compareAnswers(context, request, news); });
  const bool inTime = QTest::qWaitFor([&] { return ended.has_value(); }, 60000);
  jobs.disconnect();
  return inTime ? *ended : JobEnd::Failed;
}

ChangesRequest requestFor(const Session& session, const DatasetPtr& images) {
  ChangesRequest request;
  request.session = session;
  request.images = images;
  return request;
}

}  // namespace

/// Comparing what teacher and merged network answer, on the worker's thread.
class TestChangesJob : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void partsCoverTheImages() {
    QCOMPARE(answerParts(0), 1);
    QCOMPARE(answerParts(2000), 1);
    QCOMPARE(answerParts(2001), 3);
    std::vector<std::int64_t> all;
    for (int part = 0; part < 3; ++part) {
      const auto images = imagesOfPart(2002, part, 3);
      QVERIFY(std::is_sorted(images.begin(), images.end()) && images.size() <= 668);
      all.insert(all.end(), images.begin(), images.end());
    }
    std::sort(all.begin(), all.end());
    QCOMPARE(all.size(), std::size_t(2002));
    QVERIFY(std::adjacent_find(all.begin(), all.end()) == all.end() && all.back() == 2001);
  }

  void teachersAreKeptAndTheLastSteps() {
    AnswerStore store;
    const auto part = std::make_shared<const NetworkAnswers>();
    store.keepTeacher(1, 2, part);
    QCOMPARE(store.teacher(1).size(), std::size_t(3));
    QVERIFY(store.teacher(1)[0] == nullptr && store.teacher(1)[2] == part);
    QVERIFY(store.teacher(0).empty());
    for (int step = 0; step <= int(AnswerStore::keptSteps); ++step) {
      store.keepMerged(step, 0, 0, part);
      store.keepMerged(0, 0, 0, part);  // looked at again and again
    }
    QCOMPARE(store.merged(0, 0).size(), std::size_t(1));
    QVERIFY(store.merged(1, 0).empty());  // of the others the oldest one went
    QVERIFY(!store.merged(2, 0).empty());
    QVERIFY(store.changes(2, 0) == nullptr);
    auto changes = std::make_shared<ShownChanges>();
    changes->answers.step = 2;
    store.keepChanges(changes);
    QCOMPARE(store.changes(2, 0).get(), static_cast<const ShownChanges*>(changes.get()));
    store.clear();
    QVERIFY(store.teacher(1).empty() && store.changes(2, 0) == nullptr);
  }

  /// The parts of a large set give what one pass gives.
  void partsGiveTheSameAsTheWhole() {
    const Session session = mergedSession();
    const auto images = std::make_shared<TinyDataset>(2500, 4, 7);
    JobRunner jobs;
    Told told;
    QCOMPARE(endOf(jobs, requestFor(session, images), told.news), JobEnd::Finished);
    QCOMPARE(told.teacherParts, 3);
    QCOMPARE(told.mergedParts, 3);
    QCOMPARE(told.compared.size(), std::size_t(3));
    QVERIFY(!told.compared.front()->isWhole() && told.compared.back()->isWhole());
    QCOMPARE(told.compared.front()->compared(), qint64(834));
    const TaskAnswers whole = taskAnswers(session, 0, 0, images);
    const TaskAnswers& joined = told.compared.back()->answers;
    QCOMPARE(joined.images.size(), whole.images.size());
    int differences = 0;  // other batches are summed in another order
    for (std::size_t i = 0; i < whole.images.size(); ++i) {
      QCOMPARE(joined.images[i].image, whole.images[i].image);
      QCOMPARE(joined.images[i].label, whole.images[i].label);
      differences += joined.images[i].teacher != whole.images[i].teacher ? 1 : 0;
      differences += joined.images[i].merged != whole.images[i].merged ? 1 : 0;
      QVERIFY(std::abs(joined.images[i].mergedSecond.probability - whole.images[i].mergedSecond.probability) < 1e-3f);
    }
    QVERIFY2(differences <= 4, qPrintable(QString::number(differences)));
    QVERIFY(std::abs(joined.mergedScore.top1 - whole.mergedScore.top1) < 0.002);
    QVERIFY(std::abs(joined.teacherScore.loss - whole.teacherScore.loss) < 1e-3);
    QCOMPARE(joined.classNames, whole.classNames);
  }

  void whatIsKnownIsNotAskedAgain() {
    const Session session = mergedSession();
    const auto images = std::make_shared<TinyDataset>(2500, 4, 7);
    JobRunner jobs;
    Told first;
    ChangesRequest request = requestFor(session, images);
    QCOMPARE(endOf(jobs, request, first.news), JobEnd::Finished);
    request.teacher = first.store.teacher(0);
    request.merged = first.store.merged(0, 0);
    request.merged.pop_back();
    Told second;
    QCOMPARE(endOf(jobs, request, second.news), JobEnd::Finished);
    QCOMPARE(second.teacherParts, 0);
    QCOMPARE(second.mergedParts, 1);
    QCOMPARE(second.compared.size(), std::size_t(1));
    QVERIFY(second.compared.front()->isWhole());
    QCOMPARE(second.compared.front()->changes.lost, first.compared.back()->changes.lost);
  }

  void endsQuietlyWhenNobodyLooks() {
    const Session session = mergedSession();
    ChangesRequest request = requestFor(session, tinyData()[0].test);
    StopSource unwanted;
    request.unwanted = unwanted.token();
    unwanted.requestStop();
    JobRunner jobs;
    Told told;
    QCOMPARE(endOf(jobs, request, told.news), JobEnd::Finished);
    QVERIFY(told.compared.empty() && told.failure.isEmpty());
  }

  void tellsWhyItFailed() {
    const Session session = mergedSession();
    ChangesRequest request = requestFor(session, std::make_shared<UnlabelledDataset>(8, 4, 1));
    JobRunner jobs;
    Told told;
    QCOMPARE(endOf(jobs, request, told.news), JobEnd::Finished);
    QVERIFY2(told.failure.contains("no label"), qPrintable(told.failure));
    QVERIFY(told.compared.empty());
  }

  void picturesAreSmall() {
    const TinyDataset images(4, 2, 1);
    const std::vector<Thumbnail> large = thumbnailsOf(images, {3, 1}, 96), small = thumbnailsOf(images, {0}, 14);
    QCOMPARE(large.size(), std::size_t(2));
    QCOMPARE(large[0].image, qint64(3));
    QCOMPARE(large[0].picture.size(), QSize(28, 28));  // enlarged when it is shown
    QCOMPARE(qGray(large[1].picture.pixel(14, 5)), int(images.image(1).at<uchar>(5, 14)));
    QCOMPARE(small[0].picture.size(), QSize(14, 14));
  }

  void looksForAClass() {
    const Session session = mergedSession();
    const auto images = tinyData()[0].test;
    const CamLook look = lookForClass(session, 0, 0, 1, *images, 2);
    QCOMPARE(look.maps->output, 1);
    QCOMPARE(look.fitted.size(), QSize(32, 32));
    const GradCam direct = gradCam(session, 0, 0, 1, images->image(2));
    QVERIFY(look.maps->merged.values == direct.merged.values);
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestChangesJob)
#include "test_changes_job.moc"
