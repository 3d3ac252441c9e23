// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/task_work.h"

#include <QtTest>
#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

using Told = std::vector<std::pair<int, int>>;

Work collecting(Told& told, std::vector<std::string>& warnings) {
  Work work;
  work.progress = [&told](int done, int total) { told.emplace_back(done, total); };
  work.warning = [&warnings](const std::string& text) { warnings.push_back(text); };
  return work;
}

bool rises(const Told& told) {
  for (std::size_t i = 1; i < told.size(); ++i) {
    const double before = double(told[i - 1].first) / told[i - 1].second, now = double(told[i].first) / told[i].second;
    if (now < before - 1e-9) return false;
  }
  return true;
}

}  // namespace

class TestTaskWork : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup() { setComputeThreads(0); }

  void allTasksAreDone_data() {
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2, 4}) QTest::addRow("%d threads", threads) << threads;
  }
  /// Everything is told on the thread that asked, up to the end, warnings in the order of the tasks.
  void allTasksAreDone() {
    QFETCH(int, threads);
    setComputeThreads(threads);
    Told told;
    std::vector<std::string> warnings;
    const auto caller = std::this_thread::get_id();
    std::atomic<int> elsewhere{0};
    Work work = collecting(told, warnings);
    work.progress = [&, tell = work.progress](int done, int total) {
      if (std::this_thread::get_id() != caller) ++elsewhere;
      tell(done, total);
    };
    std::vector<int> sums(3);
    forTasks(3, work, {}, [&](int task, const Work& own) {
      for (int i = 1; i <= 10; ++i) {
        sums[std::size_t(task)] += i * (task + 1);
        own.tell(i, 10);
      }
      own.warn("task " + std::to_string(task));
    });
    QCOMPARE(sums, (std::vector<int>{55, 110, 165}));
    QCOMPARE(warnings, (std::vector<std::string>{"task 0", "task 1", "task 2"}));
    QCOMPARE(int(elsewhere), 0);
    QVERIFY(rises(told));
    QCOMPARE(told.back().first, told.back().second);
  }

  void theFirstErrorCounts() {
    for (const int threads : {1, 2}) {
      setComputeThreads(threads);
      std::string error;
      try {
        forTasks(2, {}, {}, [](int task, const Work&) { fail("task ", task); });
      } catch (const Error& found) {
        error = found.what();
      }
      QCOMPARE(error, std::string("task 0"));
    }
  }

  /// Each pass goes from 0 to its own end, once, however the tasks went.
  void passesFollowEachOther() {
    Told told;
    std::vector<std::string> warnings;
    const Work passes = asPasses(collecting(told, warnings), 2);
    for (const int done : {1, 3, 4, 6, 8}) passes.tell(done, 8);
    QCOMPARE(told, (Told{{1, 4}, {3, 4}, {4, 4}, {2, 4}, {4, 4}}));
    told.clear();
    const Work skipping = asPasses(collecting(told, warnings), 3);
    for (const int done : {2, 11, 12}) skipping.tell(done, 12);
    QCOMPARE(told, (Told{{2, 4}, {4, 4}, {4, 4}, {3, 4}, {4, 4}}));
    told.clear();
    const Work uneven = asPasses(collecting(told, warnings), 2);  // of four batches and of one, one after the other
    for (const int done : {2, 4}) uneven.tell(done, 8);
    uneven.tell(2, 2);
    QCOMPARE(told, (Told{{2, 4}, {4, 4}, {1, 1}}));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTaskWork)
#include "test_task_work.moc"
