// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/compute/folded_pass.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/python_reference.h"
#include "support/random_networks.h"
#include "support/test_program.h"

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
      const auto wanted = network->trunk(x, layer), found = pass.outputs(layer, x);
      QCOMPARE(found.sizes(), wanted.sizes());
      QVERIFY2(relativeError(found, wanted) < 1e-5, qPrintable(QString("layer %1").arg(layer)));
      if (layer == 0) continue;
      const auto inputs = network->depthwise(layer)->forward(network->trunk(x, layer - 1));
      QVERIFY(relativeError(pass.pointwiseInputs(layer, x), inputs) < 1e-5);
      ConvUnit& unit = network->pointwise(layer);
      QVERIFY(relativeError(pass.beforeActivation(layer, inputs), unit->bn->forward(unit->convolve(inputs))) < 1e-5);
    }
    QVERIFY(relativeError(pass.features(x), network->features(x)) < 1e-5);
    QVERIFY(relativeError(pass.logits(x), network->forward(x).logits) < 1e-5);
    QVERIFY(torch::equal(pass.outputs(5, x), pass.outputs(5, x)));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestFoldedPass)
#include "test_folded_pass.moc"
