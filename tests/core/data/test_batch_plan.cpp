// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/batch_plan.h"

#include <QtTest>
#include <set>

#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

LoaderOptions options(int batchSize, bool shuffle, bool dropLast) {
  LoaderOptions result;
  result.batchSize = batchSize;
  result.shuffle = shuffle;
  result.dropLast = dropLast;
  result.seed = 5;
  return result;
}

std::vector<std::int64_t> epochOrder(BatchPlan& plan, std::int64_t epoch) {
  std::vector<std::int64_t> order;
  for (std::int64_t i = 0; i < plan.batchesPerEpoch(); ++i) {
    const auto batch = plan.batch(epoch * plan.batchesPerEpoch() + i);
    order.insert(order.end(), batch.indices.begin(), batch.indices.end());
  }
  return order;
}

}  // namespace

class TestBatchPlan : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsTheOrderWithoutShuffling() {
    BatchPlan plan(10, options(4, false, false));
    QCOMPARE(plan.batchesPerEpoch(), std::int64_t(3));
    QCOMPARE(plan.batch(2).indices, (std::vector<std::int64_t>{8, 9}));
    const auto later = plan.batch(4);
    QCOMPARE(later.epoch, std::int64_t(1));
    QCOMPARE(later.firstPosition, std::int64_t(4));
    QCOMPARE(later.indices, (std::vector<std::int64_t>{4, 5, 6, 7}));
  }

  void shufflesEachEpochAnew() {
    BatchPlan plan(100, options(8, true, false));
    const auto first = epochOrder(plan, 0), second = epochOrder(plan, 1);
    QCOMPARE(std::set<std::int64_t>(first.begin(), first.end()).size(), std::size_t(100));
    QCOMPARE(std::set<std::int64_t>(second.begin(), second.end()).size(), std::size_t(100));
    QVERIFY(first != second);
    QVERIFY(!std::is_sorted(first.begin(), first.end()));
    BatchPlan again(100, options(8, true, false));
    QCOMPARE(epochOrder(again, 1), second);
    QCOMPARE(epochOrder(again, 0), first);
  }

  void leavesOutTheLastBatchUnlessItIsTheOnlyOne() {
    QCOMPARE(BatchPlan(10, options(4, false, true)).batchesPerEpoch(), std::int64_t(2));
    QCOMPARE(BatchPlan(8, options(4, false, true)).batchesPerEpoch(), std::int64_t(2));
    BatchPlan small(3, options(4, false, true));
    QCOMPARE(small.batchesPerEpoch(), std::int64_t(1));
    QCOMPARE(small.batch(7).indices.size(), std::size_t(3));
  }

  void sharesMakeUpTheWholeBatch() {
    BatchPlan whole(100, options(8, true, false));
    for (const int shares : {2, 3, 8, 11})
      for (const std::int64_t number : {0, 12, 20}) {
        std::vector<std::int64_t> together;
        for (int i = 0; i < shares; ++i) {
          LoaderOptions part = options(8, true, false);
          part.share = {i, shares};
          const auto batch = BatchPlan(100, part).batch(number);
          QCOMPARE(batch.firstPosition, whole.batch(number).firstPosition + std::int64_t(together.size()));
          together.insert(together.end(), batch.indices.begin(), batch.indices.end());
        }
        QCOMPARE(together, whole.batch(number).indices);
      }
  }

  void refusesImpossibleSizes() {
    ZIPPER_EXPECT_ERROR(BatchPlan(0, options(4, false, false)), "the data set is empty");
    ZIPPER_EXPECT_ERROR(BatchPlan(4, options(0, false, false)), "a batch size of at least 1 was expected, 0 was found");
  }
};

ZIPPER_TEST(TestBatchPlan)
#include "test_batch_plan.moc"
