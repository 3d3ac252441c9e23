// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/openmp_runtime.h"

#include <QDir>
#include <QtTest>
#include <atomic>

#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

/// A runtime that isn't LibTorch's.
int otherMost = 3;
int getOtherMost() { return otherMost; }
void setOtherMost(int threads) { otherMost = threads; }
int number() { return 1; }
void startNothing(void (*)(void*), void*, unsigned, unsigned) {}

void* inOtherRuntime(const char* name) {
  const std::string wanted = name;
  if (wanted == "GOMP_parallel") return reinterpret_cast<void*>(&startNothing);
  if (wanted == "omp_get_max_threads") return reinterpret_cast<void*>(&getOtherMost);
  if (wanted == "omp_set_num_threads") return reinterpret_cast<void*>(&setOtherMost);
  return reinterpret_cast<void*>(&number);
}

int threadsOfProcess() { return QDir("/proc/self/task").entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(); }

}  // namespace

class TestOpenMpRuntime : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void findsLibTorchsRuntime() {
    setComputeThreads(3);
    const OpenMpRuntime& runtime = OpenMpRuntime::loaded();
    QVERIFY(runtime.hasTeams());
    std::atomic<int> calls{0}, numbers{0};
    runtime.run(3, [&](int thread, int threads) {
      ++calls;
      numbers += thread + 10 * threads;
    });
    QCOMPARE(calls.load(), 3);
    QCOMPARE(numbers.load(), 0 + 1 + 2 + 3 * 30);
    QCOMPARE(at::get_num_threads(), 3);
  }

  /// The threads of a team are those that LibTorch has started already.
  void bringsNoSecondPool() {
    setComputeThreads(4);
    const torch::Tensor large = torch::ones({64, 1 << 16});
    QVERIFY((large * 2 + 1).sum().item<double>() > 0);
    const int before = threadsOfProcess();
    QVERIFY(before >= 4);
    OpenMpRuntime::loaded().run(4, [](int, int) {});
    QCOMPARE(threadsOfProcess(), before);
  }

  void aloneLetsNothingElseStartThreads() {
    setComputeThreads(3);
    {
      const OpenMpRuntime::Alone alone;
      QCOMPARE(at::get_num_threads(), 1);
    }
    QCOMPARE(at::get_num_threads(), 3);
  }

  /// A LibTorch with other threads, or with a runtime that isn't the first of the process: one thread, not two pools.
  void withoutItThereIsOneThread_data() {
    QTest::addColumn<bool>("other");
    QTest::newRow("no runtime") << false;
    QTest::newRow("not LibTorch's") << true;
  }
  void withoutItThereIsOneThread() {
    QFETCH(bool, other);
    setComputeThreads(3);
    otherMost = 3;
    const OpenMpRuntime runtime(other ? OpenMpRuntime::Lookup(inOtherRuntime)
                                      : [](const char*) -> void* { return nullptr; });
    QVERIFY(!runtime.hasTeams());
    QCOMPARE(otherMost, 3);
    int calls = 0;
    runtime.run(3, [&](int thread, int threads) {
      QCOMPARE(thread, 0);
      QCOMPARE(threads, 1);
      ++calls;
    });
    QCOMPARE(calls, 1);
    {
      const OpenMpRuntime::Alone alone(runtime);
      QCOMPARE(otherMost, other ? 1 : 3);
    }
    QCOMPARE(otherMost, 3);
  }
};

ZIPPER_TEST(TestOpenMpRuntime)
#include "test_openmp_runtime.moc"
