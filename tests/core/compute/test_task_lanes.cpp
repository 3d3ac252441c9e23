// SPDX-License-Identifier: GPL-3.0-or-later

#include <ATen/Parallel.h>

#include <mutex>
#include <set>
#include <thread>

#include "core/compute/task_lanes.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"

using namespace zipper;

class TestTaskLanes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void dividesThreads_data() {
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("threads");
    QTest::addColumn<bool>("together");
    QTest::addColumn<int>("lanes");
    QTest::addColumn<QVector<int>>("threadsOfTasks");
    QTest::newRow("two on two") << 2 << 2 << true << 2 << QVector<int>{1, 1};
    QTest::newRow("two on five") << 2 << 5 << true << 2 << QVector<int>{3, 2};
    QTest::newRow("three on two") << 3 << 2 << true << 2 << QVector<int>{1, 1, 2};
    QTest::newRow("five on four") << 5 << 4 << true << 4 << QVector<int>{1, 1, 1, 1, 4};
    QTest::newRow("two on one") << 2 << 1 << true << 1 << QVector<int>{1, 1};
    QTest::newRow("two apart") << 2 << 4 << false << 1 << QVector<int>{4, 4};
  }
  /// Each task has the threads that its number says, those of one lane come after each other, and afterwards all is as
  /// it was.
  void dividesThreads() {
    QFETCH(int, tasks);
    QFETCH(int, threads);
    QFETCH(bool, together);
    QFETCH(int, lanes);
    QFETCH(QVector<int>, threadsOfTasks);
    setComputeThreads(threads);
    TaskLanes team(tasks, together);
    QCOMPARE(team.count(), lanes);
    for (int round = 0; round < 3; ++round) {
      std::mutex mutex;
      QVector<int> found(tasks);
      std::vector<std::vector<int>> perLane(static_cast<std::size_t>(lanes));
      std::set<std::thread::id> ids;
      team.run([&](int task) {
        const std::lock_guard lock(mutex);
        found[task] = at::get_num_threads();
        perLane[std::size_t(team.laneOf(task))].push_back(task);
        ids.insert(std::this_thread::get_id());
      });
      QCOMPARE(found, threadsOfTasks);
      QCOMPARE(int(ids.size()), lanes);
      for (const auto& lane : perLane) QVERIFY(std::is_sorted(lane.begin(), lane.end()));
      QCOMPARE(at::get_num_threads(), threads);
    }
  }

  /// What LibTorch has been told on this thread counts for the lanes, too.
  void keepsSettings() {
    setComputeThreads(2);
    TaskLanes team(2, true);
    for (const bool enabled : {false, true}) {
      const at::AutoGradMode mode(enabled);
      std::vector<char> found(2);
      team.run([&](int task) { found[std::size_t(task)] = at::GradMode::is_enabled(); });
      QCOMPARE(found, std::vector<char>(2, char(enabled)));
    }
  }

  void rethrowsTheFirst() {
    setComputeThreads(3);
    TaskLanes team(3, true);
    for (int round = 0; round < 2; ++round) {
      std::string message;
      try {
        team.run([](int task) {
          if (task > 0) throw std::runtime_error("task " + std::to_string(task));
        });
      } catch (const std::runtime_error& error) {
        message = error.what();
      }
      QCOMPARE(message, std::string("task 1"));
    }
  }
};

ZIPPER_TEST(TestTaskLanes)
#include "test_task_lanes.moc"
