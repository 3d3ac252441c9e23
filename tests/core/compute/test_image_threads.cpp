// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/compute/image_threads.h"
#include "core/session/network_values.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "core/training/calibration.h"
#include "core/training/fused_step.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Loss and gradients of a step with this number of threads, if waking them is taken to cost so much.
NamedTensors stepped(int threads, double cost) {
  setComputeThreads(threads);
  assumeThreadCost(cost);
  MobileNet student = randomNetwork(smallSpec(0.5), 3), teacher = randomNetwork(smallSpec(0.5), 4);
  student->train(true);
  torch::manual_seed(5);
  Batch batch;
  batch.images = randomImages(student->spec(), 24);
  batch.labels = torch::arange(24) % 10;
  const FoldedNetwork folded(teacher);
  FusedStep step(student, folded, std::make_shared<FusedWorkspace>());
  NamedTensors result{{"loss", torch::tensor(step.forward(batch, {}).total)}};
  step.backward();
  for (const auto& item : student->named_parameters())
    if (item.value().grad().defined()) result.emplace_back(item.key(), item.value().grad().clone());
  assumeThreadCost(-1);
  return result;
}

bool sameBits(const NamedTensors& one, const NamedTensors& other) {
  if (one.size() != other.size()) return false;
  for (std::size_t i = 0; i < one.size(); ++i)
    if (!torch::equal(one[i].second, other[i].second)) return false;
  return true;
}

}  // namespace

class TestImageThreads : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup() { assumeThreadCost(-1); }

  /// Whatever waking a thread costs at that moment, a recipe's run has to end with the same weights.
  void costsDontChangeBits() {
    for (const int threads : {1, 2, 3}) {
      const NamedTensors free = stepped(threads, 0), dear = stepped(threads, 1), measured = stepped(threads, -1);
      QVERIFY(free.size() > 20);
      QVERIFY(sameBits(free, dear));
      QVERIFY(sameBits(free, measured));
    }
  }

  void dividesByTheThreadsAlone() {
    setComputeThreads(3);
    for (const double cost : {0.0, 1.0}) {
      assumeThreadCost(cost);
      QCOMPARE(divisionFor(64, 5'000'000).parts, std::size_t(3));
      QCOMPARE(divisionFor(2, 5'000'000).parts, std::size_t(2));
      QCOMPARE(divisionFor(64, 1000).parts, std::size_t(1));
      QCOMPARE(divisionFor(64, 5'000'000).onThreads, cost == 0.0);
    }
  }

  /// What was fixed before: 20 million multiply-adds, a quarter of a millisecond, on any machine.
  void theMeasuredCostIsWithinReason() {
    setComputeThreads(2);
    QVERIFY(!divisionFor(64, 100'000).onThreads);
    QVERIFY(divisionFor(64, 25'000'000).onThreads);
  }

  void runsEachPartOnceAndRethrowsTheFirst() {
    setComputeThreads(3);
    for (const bool onThreads : {false, true}) {
      std::vector<int> calls(7, 0);
      runParts({7, onThreads}, [&](std::size_t part) { ++calls[part]; });
      QCOMPARE(calls, std::vector<int>(7, 1));
      std::string message;
      try {
        runParts({3, onThreads}, [](std::size_t part) {
          if (part > 0) throw std::runtime_error("part " + std::to_string(part));
        });
      } catch (const std::runtime_error& error) {
        message = error.what();
      }
      QCOMPARE(message, std::string("part 1"));
    }
  }
};

ZIPPER_TEST(TestImageThreads)
#include "test_image_threads.moc"
