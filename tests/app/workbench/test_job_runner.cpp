// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSignalSpy>
#include <QtTest>
#include <atomic>
#include <thread>

#include "app/workbench/jobs/job_runner.h"
#include "support/test_program.h"

using namespace zipper;

/// The adapter between the window and the worker's thread.
class TestJobRunner : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void deliversInOrderInTheWindowsThread();
  void everyFailureBecomesAMessage();
  void cancelEndsAJobWithinOneBatch();
  void aPausedJobStandsStillAndStillAnswersQueries();
  void cancelEndsAPausedJob();
  void aSupersededJobIsNotHeardOf();
  void theNewestQueryOfAKeyWins();
  void closingWaitsForTheJob();
};

namespace {

/// A job of so many batches of one millisecond each.
JobRunner::Work batches(int count, std::atomic<int>* done = nullptr) {
  return [count, done](JobContext& context) {
    const Observer observer = context.observer();
    for (int i = 1; i <= count; ++i) {
      context.stop().throwIfStopped();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      BatchProgress progress;
      progress.iteration = i;
      observer.batch(progress);
      if (done) *done = i;
    }
  };
}

struct Ends {
  explicit Ends(JobRunner& jobs) {
    QObject::connect(&jobs, &JobRunner::ended, &jobs, [this](JobEnd end, const QString& message) {
      list.push_back(end);
      last = message;
    });
  }
  std::vector<JobEnd> list;
  QString last;
};

}  // namespace

void TestJobRunner::deliversInOrderInTheWindowsThread() {
  JobRunner jobs;
  Ends ends(jobs);
  QStringList told;
  connect(&jobs, &JobRunner::batchesDone, this, [&](const std::vector<BatchProgress>& batches) {
    QVERIFY(QThread::currentThread() == thread());
    for (const BatchProgress& batch : batches) told << QString::number(batch.iteration);
  });
  connect(&jobs, &JobRunner::warned, this, [&](const QString& text) { told << text; });
  jobs.start("three", [&](JobContext& context) {
    batches(2)(context);
    context.warn("careful");
    context.deliver([&] { told << "delivered"; });
    batches(1)(context);
  });
  QVERIFY(jobs.isRunning());
  QTRY_COMPARE(ends.list.size(), 1u);
  QVERIFY(ends.list[0] == JobEnd::Finished);
  QCOMPARE(told, QStringList({"1", "2", "careful", "delivered", "1"}));
  QVERIFY(!jobs.isRunning());
}

void TestJobRunner::everyFailureBecomesAMessage() {
  JobRunner jobs;
  Ends ends(jobs);
  const std::vector<std::pair<JobRunner::Work, QString>> failures{
      {[](JobContext&) { fail("layer 3: no"); }, "layer 3: no"},
      {[](JobContext&) { throw std::out_of_range("far away"); }, "far away"},
      {[](JobContext&) { throw 7; }, ""}};
  for (const auto& [work, message] : failures) {
    ends.list.clear();
    jobs.start("fails", work);
    QTRY_COMPARE(ends.list.size(), 1u);
    QVERIFY(ends.list[0] == JobEnd::Failed);
    QVERIFY(!ends.last.isEmpty());
    QVERIFY2(ends.last.contains(message), qPrintable(ends.last));
  }
}

void TestJobRunner::cancelEndsAJobWithinOneBatch() {
  JobRunner jobs;
  Ends ends(jobs);
  std::atomic<int> done{0};
  jobs.start("long", batches(100000, &done));
  QTRY_VERIFY(done > 3);
  jobs.cancel();
  const int atCancel = done;
  QTRY_COMPARE(ends.list.size(), 1u);
  QVERIFY(ends.list[0] == JobEnd::Cancelled);
  QVERIFY(done - atCancel <= 2);
}

void TestJobRunner::aPausedJobStandsStillAndStillAnswersQueries() {
  JobRunner jobs;
  Ends ends(jobs);
  std::atomic<int> done{0};
  jobs.start("long", batches(100000, &done));
  QTRY_VERIFY(done > 3);
  jobs.setPaused(true);
  int answers = 0;
  jobs.query(
      "look", [&]() -> std::function<void()> { return [&] { ++answers; }; }, [](const QString&) {});
  QTRY_COMPARE(answers, 1);
  const int held = done;
  QTest::qWait(30);
  QVERIFY(done - held <= 1);
  jobs.setPaused(false);
  QTRY_VERIFY(done > held + 3);
  jobs.cancel();
  QTRY_COMPARE(ends.list.size(), 1u);
}

void TestJobRunner::cancelEndsAPausedJob() {
  JobRunner jobs;
  Ends ends(jobs);
  jobs.start("long", batches(100000));
  jobs.setPaused(true);
  QTest::qWait(20);
  jobs.cancel();
  QTRY_COMPARE(ends.list.size(), 1u);
  QVERIFY(ends.list[0] == JobEnd::Cancelled);
}

void TestJobRunner::aSupersededJobIsNotHeardOf() {
  JobRunner jobs;
  Ends ends(jobs);
  QStringList told;
  jobs.start("old", [&](JobContext& context) {
    context.deliver([&] { told << "old"; });
    batches(100000)(context);
  });
  jobs.start("new", [&](JobContext& context) { context.deliver([&] { told << "new"; }); });
  QTRY_COMPARE(ends.list.size(), 1u);
  QVERIFY(ends.list[0] == JobEnd::Finished);
  QCOMPARE(told, QStringList{"new"});
}

void TestJobRunner::theNewestQueryOfAKeyWins() {
  JobRunner jobs;
  Ends ends(jobs);
  std::atomic<bool> runs{false}, go{false};
  jobs.start("blocks", [&](JobContext&) {
    runs = true;
    while (!go) std::this_thread::yield();
  });
  QTRY_VERIFY(runs);  // so that no query is answered before the next one is asked
  QStringList answers, failures;
  for (const char* name : {"first", "second", "third"})
    jobs.query(
        "look", [&, name]() -> std::function<void()> { return [&, name] { answers << name; }; },
        [&](const QString& message) { failures << message; });
  jobs.query(
      "other", [&]() -> std::function<void()> { fail("no such layer"); },
      [&](const QString& message) { failures << message; });
  go = true;
  QTRY_COMPARE(failures, QStringList{"no such layer"});
  QCOMPARE(answers, QStringList{"third"});
}

void TestJobRunner::closingWaitsForTheJob() {
  std::atomic<int> done{0};
  std::atomic<bool> left{false};
  {
    JobRunner jobs;
    jobs.start("long", [&](JobContext& context) {
      try {
        batches(100000, &done)(context);
      } catch (...) {
        left = true;
        throw;
      }
    });
    QTRY_VERIFY(done > 0);
  }
  QVERIFY(left);
}

ZIPPER_TEST_WITH(QCoreApplication, TestJobRunner)
#include "test_job_runner.moc"
