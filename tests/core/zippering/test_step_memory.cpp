// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/step_memory.h"

#include <torch/version.h>

#include <QtTest>
#include <algorithm>
#include <atomic>

#include "core/compute/folded_pass.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"
#include "support/tiny_v2.h"
#include "support/tiny_v3.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Counts how often an image is looked at.
class CountedDataset : public TinyDataset {
 public:
  using TinyDataset::TinyDataset;
  cv::Mat image(std::int64_t index) const override {
    ++looks;
    return TinyDataset::image(index);
  }
  mutable std::atomic<int> looks{0};
};

struct CountedTasks {
  std::shared_ptr<CountedDataset> a = std::make_shared<CountedDataset>(64, 4, 1),
                                  b = std::make_shared<CountedDataset>(48, 3, 3);
  std::vector<TaskData> data{{a, nullptr}, {b, nullptr}};
  int looks() const { return a->looks + b->looks; }
};

std::vector<MobileNet> networksOf(Architecture architecture, const std::vector<TaskData>& data) {
  if (architecture == Architecture::MobileNetV1) return livelyTeachers(data);
  if (architecture == Architecture::MobileNetV2) return livelyNetworksV2({tinySpecV2(4), tinySpecV2(3)}, data);
  return {livelyNetworkV3(data[0].train, tinySpecV3(4), 1), livelyNetworkV3(data[1].train, tinySpecV3(3), 2)};
}

Session startedSession(Architecture architecture, const std::vector<TaskData>& data, const std::vector<int>& layers,
                       bool sameImages) {
  std::vector<Teacher> teachers;
  for (MobileNet& network : networksOf(architecture, data)) teachers.push_back(makeTeacher(network, {}));
  Recipe recipe = tinyRecipe(layers, 0);
  recipe.defaults.sameImages = sameImages;
  for (StepPlan& step : recipe.steps) step.settings.sameImages = sameImages;
  return startSession(recipe, teachers, data);
}

/// The largest difference of two networks, relative to the largest value of its tensor.
double differenceOf(const Session& one, const Session& other) {
  double largest = 0;
  const NamedTensors& others = other.steps.back()->values->state;
  for (const auto& [key, tensor] : one.steps.back()->values->state) {
    const auto wanted = tensor.to(torch::kFloat64), found = find(others, key).to(torch::kFloat64);
    const double scale = std::max(1e-6, wanted.abs().max().item<double>());
    largest = std::max(largest, (wanted - found).abs().max().item<double>() / scale);
  }
  return largest;
}

/// Bit for bit where a row of a product doesn't depend on how many there are: with oneDNN 2 and AVX-512. With AVX2 some
/// rows are added up in another order, and so they are by oneDNN 3, which comes with LibTorch 2.
void compare(const Session& with, const Session& without) {
  const double difference = differenceOf(with, without);
  const bool isExact = TORCH_VERSION_MAJOR == 1 && __builtin_cpu_supports("avx512f") != 0;
  QVERIFY2(difference <= (isExact ? 0 : 1e-3), qPrintable(QString::number(difference)));
}

/// The steps of the plan; each with what `memoryOf()` gives.
template <typename MemoryOf>
void runAll(Session& session, const std::vector<TaskData>& data, const MemoryOf& memoryOf) {
  for (const StepPlan& plan : remainingSteps(session)) {
    RunOptions options;
    options.evaluate = false;
    options.memory = memoryOf();
    appendStep(session, runStep(session, plan, data, options));
  }
}

}  // namespace

/// What steps know of each other changes nothing of what they compute.
class TestStepMemory : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theSameWithAndWithout_data() {
    QTest::addColumn<int>("architecture");
    QTest::addColumn<bool>("sameImages");
    QTest::addColumn<std::vector<int>>("layers");
    QTest::newRow("V1") << int(Architecture::MobileNetV1) << true << std::vector<int>{1, 2, 3, 4, 5, 6, 13};
    QTest::newRow("V1, backwards") << int(Architecture::MobileNetV1) << true << std::vector<int>{9, 5, 6, 2};
    QTest::newRow("V1, other images") << int(Architecture::MobileNetV1) << false << std::vector<int>{1, 2, 3};
    QTest::newRow("V2") << int(Architecture::MobileNetV2) << true << std::vector<int>{1, 2, 3, 4, 5, 18};
    QTest::newRow("V3") << int(Architecture::MobileNetV3Small) << true << std::vector<int>{1, 2, 3, 4, 5};
  }
  void theSameWithAndWithout() {
    QFETCH(int, architecture);
    QFETCH(bool, sameImages);
    QFETCH(std::vector<int>, layers);
    CountedTasks tasks;
    Session with = startedSession(Architecture(architecture), tasks.data, layers, sameImages), without = with;
    const auto memory = std::make_shared<StepMemory>(2);
    const int before = tasks.looks();
    runAll(with, tasks.data, [&] { return memory; });
    const int looksWith = tasks.looks() - before;
    runAll(without, tasks.data, [] { return std::make_shared<StepMemory>(2, 0); });
    const int looksWithout = tasks.looks() - before - looksWith;
    compare(with, without);
    QVERIFY2(looksWith < looksWithout, qPrintable(QString("%1, %2").arg(looksWith).arg(looksWithout)));
    if (sameImages && layers.front() == 1)
      QVERIFY2(3 * looksWith < looksWithout, qPrintable(QString::number(looksWith)));
  }

  /// A step that trains changes all that is known of the merged network, and nothing of the teachers.
  void trainingBetweenIsNoticed() {
    CountedTasks tasks;
    Session with = startedSession(Architecture::MobileNetV1, tasks.data, {1, 2, 3, 4}, true);
    with.recipe.steps[1].settings.calibration.iterations = 2;
    Session without = with;
    const auto memory = std::make_shared<StepMemory>(2);
    runAll(with, tasks.data, [&] { return memory; });
    runAll(without, tasks.data, [] { return std::make_shared<StepMemory>(2, 0); });
    QVERIFY(!with.steps[1]->curve.values().empty());
    compare(with, without);
  }

  /// Two tasks go at once then, each as one thread would.
  void threadsChangeNoBit() {
    for (const bool sameImages : {true, false}) {
      CountedTasks tasks;
      Session one = startedSession(Architecture::MobileNetV1, tasks.data, {1, 2, 3, 4}, sameImages), two = one;
      setComputeThreads(1);
      runAll(one, tasks.data, [] { return makeStepMemory(2); });
      setComputeThreads(2);
      runAll(two, tasks.data, [] { return makeStepMemory(2); });
      setComputeThreads(1);
      QCOMPARE(differenceOf(one, two), 0.0);
    }
  }

  void goesOnFromTheDeepestThatIsTheSame() {
    CountedTasks tasks;
    MobileNet network = livelyTeachers(tasks.data).front();
    TapStore store;
    const ImageDraw draw{tasks.a, 40, 7};
    FoldedPass pass(network);
    const auto third = store.require(pass, 3, draw, {});
    QCOMPARE(third->positions.size(), std::size_t(40));
    const int looks = tasks.a->looks;
    QCOMPARE(store.require(pass, 3, draw, {}).get(), third.get());
    const auto fifth = store.require(pass, 5, draw, {});
    QCOMPARE(int(tasks.a->looks), looks);
    TapStore fresh;
    QVERIFY(fifth->maps.equal(fresh.require(pass, 5, draw, {})->maps));
    const int looksThen = tasks.a->looks;
    {
      torch::NoGradGuard noGrad;
      network->unit(network->plan().tap(2))->conv->weight.mul_(1.5);
    }
    FoldedPass changed(network);
    const auto anew = store.require(changed, 5, draw, {});
    QVERIFY(tasks.a->looks > looksThen);
    QVERIFY(!anew->maps.equal(fifth->maps));
    QVERIFY(anew->maps.equal(TapStore().require(changed, 5, draw, {})->maps));
    const ImageDraw other{tasks.a, 40, 8};
    QVERIFY(!store.require(changed, 5, other, {})->maps.equal(anew->maps));
    QVERIFY(TapStore(1000).require(pass, 1, draw, {}) == nullptr);
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestStepMemory)
#include "test_step_memory.moc"
