// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>

#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "core/training/calibration.h"
#include "core/zippering/comparison.h"
#include "core/zippering/naive_baseline.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Six images of class 0, two of class 1.
class Unbalanced : public TinyDataset {
 public:
  explicit Unbalanced(std::uint64_t seed) : TinyDataset(8, 2, seed) {}
  int label(std::int64_t index) const override { return index % 4 == 3 ? 1 : 0; }
};

CalibrationSettings plainSgd(int iterations, UpdateOrder update) {
  CalibrationSettings settings;
  settings.iterations = iterations;
  settings.batchSize = 8;
  settings.optimizer = OptimizerKind::Sgd;
  settings.schedule = ScheduleKind::Constant;
  settings.learningRate = 0.5;
  settings.update = update;
  return settings;
}

void clearHeads(NaiveNetwork& network) {
  torch::NoGradGuard noGrad;
  for (int t = 0; t < network.taskCount(); ++t)
    for (torch::Tensor parameter : network.task(t)->head->parameters()) parameter.zero_();
}

std::vector<float> train(NaiveNetwork& network, const CalibrationSettings& settings, std::uint64_t seed = 1) {
  return trainNaive(network, tinyData(), {settings, seed});
}

}  // namespace

class TestNaiveBaseline : public QObject {
  Q_OBJECT

  const std::vector<MobileNetSpec> specs_{smallSpec(0.125, 32, 4), smallSpec(0.125, 32, 3)};

 private Q_SLOTS:
  void initTestCase() { setComputeThreads(1); }

  void sharesEverythingButTheHeads() {
    NaiveNetwork network(specs_, 1);
    const std::int64_t head = std::int64_t(unitsOf(specs_[1]).back().inputChannels) * 3 + 3;
    QCOMPARE(network.parameterCount(), totalCost(specs_[0]).parameters + head);
    QVERIFY(network.task(0)->stem()->conv.ptr() == network.task(1)->stem()->conv.ptr());
    QVERIFY(network.task(0)->depthwise(5)->bn.ptr() == network.task(1)->depthwise(5)->bn.ptr());
    QVERIFY(network.task(0)->head.ptr() != network.task(1)->head.ptr());
  }

  void whatCanNotBeOneStaysPerTask() {
    auto specs = specs_;
    specs[1].stemStride = 3 - specs[0].stemStride;
    NaiveNetwork strides(specs, 1);
    QVERIFY(strides.task(0)->stem()->conv.ptr() != strides.task(1)->stem()->conv.ptr());
    QVERIFY(strides.task(0)->depthwise(1)->conv.ptr() == strides.task(1)->depthwise(1)->conv.ptr());
    train(strides, plainSgd(1, UpdateOrder::Joint));
    specs[1].width = 0.25;
    ZIPPER_EXPECT_ERROR(NaiveNetwork(specs, 1), "width");
  }

  /// Heads of zeros say 1/2 for each of two classes: the loss is ln 2 per task. All eight images are one batch, three
  /// quarters of class 0: the gradient of the head's bias is p - share = 1/2 - 3/4 and 1/2 - 1/4, and a step of 0.5
  /// leaves 0.125 and -0.125. A head of zeros passes no gradient on: the trunk stays.
  void oneIterationByHand_data() {
    QTest::addColumn<int>("update");
    QTest::newRow("joint") << int(UpdateOrder::Joint);
    QTest::newRow("alternate") << int(UpdateOrder::Alternate);
  }
  void oneIterationByHand() {
    QFETCH(int, update);
    NaiveNetwork network({smallSpec(0.125, 32, 2), smallSpec(0.125, 32, 2)}, 5);
    clearHeads(network);
    const torch::Tensor stem = network.task(0)->stem()->conv->weight.detach().clone();
    const std::vector<TaskData> data{{std::make_shared<Unbalanced>(1), nullptr},
                                     {std::make_shared<Unbalanced>(2), nullptr}};
    const auto losses = trainNaive(network, data, {plainSgd(1, UpdateOrder(update)), 1});
    QCOMPARE(losses.size(), std::size_t(1));
    QVERIFY(std::abs(double(losses[0]) - 2 * std::log(2.0)) < 1e-6);
    for (int t = 0; t < 2; ++t) {
      const torch::Tensor bias = network.task(t)->head->bias;
      QVERIFY(std::abs(bias[0].item<float>() - 0.125f) < 1e-6f);
      QVERIFY(std::abs(bias[1].item<float>() + 0.125f) < 1e-6f);
    }
    QVERIFY(torch::equal(network.task(0)->stem()->conv->weight, stem));
  }

  /// In one batch the mixture is normalized, so that the logits differ from those of the tasks by themselves.
  void aJointBatchIsNormalizedAsOne() {
    NaiveNetwork network(specs_, 3);
    const auto a = randomImages(specs_[0], 4), b = 3 * randomImages(specs_[1], 4) + 1;
    torch::NoGradGuard noGrad;
    network.train(false);
    auto logits = network.logits({a, b});
    QVERIFY(torch::allclose(logits[1], network.task(1)->forward(b).logits, 1e-4, 1e-6));
    QCOMPARE(logits[0].size(1), std::int64_t(4));
    QCOMPARE(logits[1].size(1), std::int64_t(3));
    network.train(true);
    logits = network.logits({a, b});
    QVERIFY(!torch::allclose(logits[1], network.task(1)->forward(b).logits, 1e-3, 1e-5));
  }

  void theSameSeedGivesTheSameBits() {
    NaiveNetwork one(specs_, 1), two(specs_, 1), other(specs_, 1);
    const auto settings = plainSgd(3, UpdateOrder::Joint);
    QCOMPARE(train(one, settings), train(two, settings));
    QVERIFY(torch::equal(one.task(1)->head->weight, two.task(1)->head->weight));
    QVERIFY(train(other, settings, 2) != train(two, settings));
  }

  void canBeCancelledAndSaysThatItDiverged() {
    NaiveNetwork network(specs_, 1);
    StopSource stop;
    int last = 0;
    Observer observer;
    observer.batch = [&](const BatchProgress& progress) {
      last = progress.iteration;
      stop.requestStop();
    };
    const auto settings = plainSgd(100, UpdateOrder::Joint);
    QVERIFY_THROWS_EXCEPTION(Cancelled,
                             trainNaive(network, tinyData(), NaivePlan{settings, 1}, {{}, observer}, {stop.token()}));
    QCOMPARE(last, 1);
    CalibrationSettings wild = settings;
    wild.learningRate = 1e38;
    ZIPPER_EXPECT_ERROR(train(network, wild), "naive baseline, iteration ");
  }

  /// As one of the strategies: the same budget, scored at the same moments.
  void isAStrategyOfAComparison() {
    Recipe recipe = tinyRecipe({1, 2}, 2);
    planSteps(recipe, {1, 2}, 3);
    const Session start = tinySession(recipe);
    int steps = 0;
    ComparisonObserver observer;
    observer.stepFinished = [&](const ComparisonRun&, const StepResult&) { ++steps; };
    const Comparison comparison = compareStrategies(
        start, tinyData(),
        {strategyFromString("mean", recipe.defaults.start), strategyFromString("naive", recipe.defaults.start)}, {1, 2},
        observer);
    QCOMPARE(steps, 4 * 3);
    const ComparisonRun &mean = comparison.runs[0], &naive = comparison.runs[2];
    QCOMPARE(naive.strategy, std::string("naive"));
    QCOMPARE(naive.losses.size(), mean.losses.size());
    QCOMPARE(naive.points.size(), std::size_t(4));
    std::vector<std::int64_t> iterations;
    for (const ComparisonPoint& point : naive.points) iterations.push_back(point.iterations);
    QCOMPARE(iterations, (std::vector<std::int64_t>{0, 2, 4, 7}));
    QVERIFY(!naive.points[0].calibrated && naive.points[3].calibrated);
    QVERIFY(naive.points[3].target.isFineTuning());
    QCOMPARE(naive.points[3].scores[1].images, std::int64_t(24));
    QVERIFY(naive.parameters < mean.parameters);
    QVERIFY(comparison.runs[3].losses != naive.losses);
  }
};

ZIPPER_TEST(TestNaiveBaseline)
#include "test_naive_baseline.moc"
