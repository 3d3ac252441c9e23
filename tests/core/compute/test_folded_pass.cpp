// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/compute/folded_pass.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/python_reference.h"
#include "support/test_program.h"
#include "support/tiny_v2.h"

using namespace zipper;
using namespace zipper::test;

class TestFoldedPass : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup() { setComputeThreads(1); }

  void equalsTheNetwork_data() {
    QTest::addColumn<bool>("same");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("threads");
    QTest::newRow("padding 1, stride 1") << false << 32 << 1 << 3 << 1;
    QTest::newRow("TF SAME, stride 2") << true << 64 << 2 << 5 << 1;
    QTest::newRow("TF SAME, odd maps, two threads") << true << 72 << 2 << 7 << 2;
    QTest::newRow("more than go at once") << false << 32 << 1 << 270 << 1;
    QTest::newRow("one image, two threads") << false << 64 << 2 << 1 << 2;
  }
  void equalsTheNetwork() {
    QFETCH(bool, same);
    QFETCH(int, size);
    QFETCH(int, stride);
    QFETCH(int, images);
    QFETCH(int, threads);
    setComputeThreads(threads);
    torch::NoGradGuard noGrad;
    MobileNetSpec spec = smallSpec(0.25, size, 4);
    spec.padding = same ? Padding::Same : Padding::Pad1;
    spec.stemStride = stride;
    MobileNet network = randomNetwork(spec, 3);
    network->eval();
    FoldedPass pass(network);
    torch::manual_seed(1);
    const auto x = torch::randn({images, spec.inputChannels, size, size});
    for (int layer = 0; layer <= network->layers(); ++layer) {
      const int tap = network->plan().tap(layer);
      const auto wanted = network->trunk(x, layer), found = pass.outputs(tap, x);
      QCOMPARE(found.sizes(), wanted.sizes());
      QVERIFY2(relativeError(found, wanted) < 1e-5, qPrintable(QString("layer %1").arg(layer)));
      if (layer == 0) continue;
      const auto inputs = network->depthwise(layer)->forward(network->trunk(x, layer - 1));
      QVERIFY(relativeError(pass.inputs(tap, x), inputs) < 1e-5);
      ConvUnit& unit = network->pointwise(layer);
      QVERIFY(relativeError(pass.beforeActivation(tap, inputs), unit->bn->forward(unit->convolve(inputs))) < 1e-5);
    }
    QVERIFY(relativeError(pass.features(x), network->features(x)) < 1e-5);
    QVERIFY(relativeError(pass.logits(x), network->forward(x).logits) < 1e-5);
    const int fifth = network->plan().tap(5);
    QVERIFY(torch::equal(pass.outputs(fifth, x), pass.outputs(fifth, x)));
  }

  void equalsEachUnitOfBlocks_data() {
    QTest::addColumn<bool>("same");
    QTest::addColumn<bool>("expandFirst");
    QTest::addColumn<int>("threads");
    QTest::newRow("padding 1") << false << false << 1;
    QTest::newRow("TF SAME, expand in the first block") << true << true << 1;
    QTest::newRow("TF SAME, two threads") << true << false << 2;
  }
  /// What each unit of a V2 reads and hands on, the sums of additions included; and each layer of its head.
  void equalsEachUnitOfBlocks() {
    QFETCH(bool, same);
    QFETCH(bool, expandFirst);
    QFETCH(int, threads);
    setComputeThreads(threads);
    torch::NoGradGuard noGrad;
    MobileNetSpec spec = tinySpecV2(4, same ? 2 : 1);
    spec.padding = same ? Padding::Same : Padding::Pad1;
    spec.inputSize = same ? 45 : 32;
    spec.expandFirst = expandFirst;
    spec.hidden = {{9, Activation::ReLU}, {6, Activation::ReLU6}};
    MobileNet network = randomNetwork(spec, 3);
    FoldedPass pass(network);
    torch::manual_seed(1);
    const auto x = torch::randn({5, 3, spec.inputSize, spec.inputSize});
    const std::vector<torch::Tensor> maps = mapsOfUnits(network, x);
    QCOMPARE(pass.outputs(-1, x).data_ptr(), x.data_ptr());
    for (int i = 0; i < network->plan().convolutions(); ++i) {
      const UnitPlan& unit = network->plan().units[std::size_t(i)];
      const auto& inputs = unit.input < 0 ? x : maps[std::size_t(unit.input)];
      QVERIFY2(relativeError(pass.outputs(i, x), maps[std::size_t(i)]) < 1e-4, unit.name.c_str());
      QVERIFY2(relativeError(pass.inputs(i, x), inputs) < 1e-4, unit.name.c_str());
      if (unit.kind != UnitKind::Pointwise) continue;
      QVERIFY2(relativeError(pass.beforeActivation(i, inputs), beforeActivationOf(network, i, x)) < 1e-4,
               unit.name.c_str());
    }
    QVERIFY(relativeError(pass.logits(x), maps.back()) < 1e-4);
    auto value = network->features(x);
    QVERIFY(relativeError(pass.features(x), value) < 1e-4);
    for (int layer = 0; layer < 3; ++layer) {
      QVERIFY(relativeError(pass.headInputs(layer, network->features(x)), value) < 1e-4);
      const auto outputs = network->headLayers()[std::size_t(layer)]->forward(value);
      QVERIFY(relativeError(pass.headOutputs(layer, value), outputs) < 1e-4);
      value = layer == 0 ? outputs.clamp_min(0) : outputs.clamp(0, 6);
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestFoldedPass)
#include "test_folded_pass.moc"
