// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/compute/folded_pass.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/python_reference.h"
#include "support/random_plans.h"
#include "support/specs_v3.h"
#include "support/test_program.h"
#include "support/tiny_v2.h"

using namespace zipper;
using namespace zipper::test;

/// Frozen networks with 5x5 kernels, hard swish and squeeze-and-excite: what each unit reads and hands on.
class TestFoldedV3 : public QObject {
  Q_OBJECT

  std::uint64_t seed_ = 0;

  /// With the network in float64: hard sigmoids of large values are so steep that PyTorch's own float32 may be 3e-4
  /// off.
  static void compare(MobileNet& network, const torch::Tensor& x) {
    torch::NoGradGuard noGrad;
    QVERIFY(canBeFused(network->plan()));
    FoldedPass pass(network);
    MobileNet exact = cloneNetwork(network);
    exact->to(torch::kDouble);
    const torch::Tensor images = x.to(torch::kDouble);
    const std::vector<torch::Tensor> maps = mapsOfUnits(exact, images);
    for (int i = 0; i < network->plan().convolutions(); ++i) {
      const UnitPlan& unit = network->plan().units[std::size_t(i)];
      const torch::Tensor read = unit.input < 0 ? images : maps[std::size_t(unit.input)];
      const torch::Tensor inputs = unit.kind == UnitKind::Squeeze ? read.mean({2, 3}, true) : read;
      const torch::Tensor found = pass.outputs(i, x), singleInputs = inputs.to(torch::kFloat);
      QCOMPARE(found.sizes(), maps[std::size_t(i)].sizes());
      QVERIFY2(relativeError(found, maps[std::size_t(i)]) < 1e-4, unit.name.c_str());
      QVERIFY2(relativeError(pass.inputs(i, x), inputs) < 1e-4, unit.name.c_str());
      if (unit.kind == UnitKind::Stem || unit.kind == UnitKind::Depthwise) continue;
      QVERIFY2(relativeError(pass.beforeActivation(i, singleInputs), ofOneUnit(exact, i, read)) < 1e-4,
               unit.name.c_str());
    }
    QVERIFY(relativeError(pass.features(x), exact->features(images)) < 1e-4);
    QVERIFY(relativeError(pass.logits(x), exact->forward(images).logits) < 1e-4);
  }

 private Q_SLOTS:
  void initTestCase() {
    seed_ = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qEnvironmentVariable("ZIPPER_TEST_SEED").toULongLong()
                                                          : QRandomGenerator::global()->generate();
    qInfo("seed %llu", static_cast<unsigned long long>(seed_));
  }
  void cleanup() { setComputeThreads(1); }

  void equalsEachUnit_data() {
    QTest::addColumn<int>("architecture");
    QTest::addColumn<bool>("minimalistic");
    QTest::addColumn<bool>("same");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("threads");
    const int large = int(Architecture::MobileNetV3Large), small = int(Architecture::MobileNetV3Small);
    QTest::newRow("small, padding 1") << small << false << false << 64 << 5 << 1;
    QTest::newRow("small, TF SAME, odd sizes, two threads") << small << false << true << 45 << 7 << 2;
    QTest::newRow("small, several groups of images") << small << false << false << 64 << 70 << 1;
    QTest::newRow("large, TF SAME") << large << false << true << 64 << 3 << 1;
    QTest::newRow("large, padding 1, one image, two threads") << large << false << false << 33 << 1 << 2;
    QTest::newRow("large, minimalistic, TF SAME") << large << true << true << 40 << 4 << 1;
  }
  void equalsEachUnit() {
    QFETCH(int, architecture);
    QFETCH(bool, minimalistic);
    QFETCH(bool, same);
    QFETCH(int, size);
    QFETCH(int, images);
    QFETCH(int, threads);
    setComputeThreads(threads);
    MobileNetSpec spec = specV3(Architecture(architecture), 0.25, minimalistic);
    spec.padding = same ? Padding::Same : Padding::Pad1;
    spec.inputSize = size;
    spec.classes = 4;
    MobileNet network = settledNetwork(spec, seed_);
    compare(network, randomImages(spec, images));
  }

  void equalsEachUnitOfPlans() {
    Random random(seed_);
    for (int round = 0; round < 6; ++round) {
      setComputeThreads(1 + round % 3);
      MobileNetSpec spec = smallSpec(0.25, 32 + int(random.below(9)), 4);
      spec.padding = round % 2 == 0 ? Padding::Pad1 : Padding::Same;
      MobileNet network = settledNetwork(spec, randomPlan(spec, {round > 2, true, true}, random), random.next());
      compare(network, randomImages(spec, 1 + int(random.below(9))));
    }
  }

  /// The outputs of all layers at once, which a student is compared with.
  void equalsAllTaps() {
    torch::NoGradGuard noGrad;
    for (const int threads : {1, 3}) {
      setComputeThreads(threads);
      MobileNetSpec spec = specV3(Architecture::MobileNetV3Small, 0.25);
      spec.inputSize = 64;
      MobileNet network = settledNetwork(spec, seed_ + std::uint64_t(threads));
      const FoldedNetwork folded(network);
      FusedTeacher teacher(folded);
      const torch::Tensor x = randomImages(spec, 11);
      const std::vector<torch::Tensor> wanted = folded.forward(x, true).taps;
      std::vector<torch::Tensor> found;
      std::vector<float*> places;
      for (const torch::Tensor& tap : wanted) {
        found.push_back(torch::empty(tap.sizes(), tap.options(), torch::MemoryFormat::ChannelsLast));
        places.push_back(found.back().data_ptr<float>());
      }
      teacher.forward(x.data_ptr<float>(), 11, places);
      for (std::size_t i = 0; i < wanted.size(); ++i)
        QVERIFY2(relativeError(found[i], wanted[i]) < 1e-4, qPrintable(QString("layer %1").arg(i + 1)));
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestFoldedV3)
#include "test_folded_v3.moc"
