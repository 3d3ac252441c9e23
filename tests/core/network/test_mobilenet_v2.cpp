// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/network/folded_network.h"
#include "core/support/libtorch.h"
#include "support/python_reference.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

MobileNetSpec peerSpec(double width) {
  MobileNetSpec spec;
  spec.architecture = Architecture::MobileNetV2;
  spec.width = width;
  return spec;
}

/// The network in this type, for the Python peers to read.
void sendAs(NamedTensors& input, const std::string& prefix, MobileNet& network, torch::ScalarType type) {
  network->to(type);
  for (const auto& [key, tensor] : network->state()) input.emplace_back(prefix + key, tensor);
}

}  // namespace

/// Against torchvision's module, and against one that was written from the paper.
class TestMobileNetV2 : public QObject {
  Q_OBJECT

  static void compareOutputs(MobileNet& network, const std::string& peer) {
    torch::NoGradGuard noGrad;
    NamedTensors input{{"images", randomImages(network->spec(), 3)}};
    sendAs(input, "net.", network, torch::kFloat32);
    const NamedTensors wanted = runReference("forward", input, {{"spec", specToJson(network->spec())}, {"peer", peer}},
                                             "reference_mobilenet_v2.py");
    const ForwardResult plain = network->forward(input[0].second, true);
    const ForwardResult folded = FoldedNetwork(network).forward(input[0].second, true);
    for (const ForwardResult& result : {plain, folded}) {
      QVERIFY(relativeError(result.logits, find(wanted, "logits")) < 1e-4);
      QCOMPARE(result.taps.size(), std::size_t(18));
      for (std::size_t i = 0; i < 18; ++i)
        QVERIFY2(relativeError(result.taps[i], find(wanted, concat("tap.", i + 1))) < 1e-4,
                 qPrintable(QString::number(i)));
    }
  }

  static void comparePass(MobileNet& student, MobileNet& teacher, const std::string& peer) {
    const auto images = randomImages(student->spec(), 5).to(torch::kFloat64);
    const auto labels = torch::randint(student->spec().classes, {5}, torch::kInt64);
    NamedTensors input{{"images.a", images}, {"labels.a", labels}};
    sendAs(input, "student.a.", student, torch::kFloat64);
    sendAs(input, "teacher.a.", teacher, torch::kFloat64);
    const NamedTensors wanted = runReference("calibrate", input,
                                             {{"spec", specToJson(student->spec())},
                                              {"peer", peer},
                                              {"tasks", "a"},
                                              {"bn_momentum", "0.1"},
                                              {"l1_weight", "0.7"},
                                              {"distillation_weight", "0"}},
                                             "reference_mobilenet_v2.py");
    student->train(true);
    const ForwardResult got = student->forward(images, true), hint = teacher->forward(images, true);
    std::vector<torch::Tensor> distances;
    for (std::size_t i = 0; i < 18; ++i) distances.push_back((got.taps[i] - hint.taps[i].detach()).abs().mean());
    const auto crossEntropy = torch::cross_entropy_loss(got.logits, labels), l1 = torch::stack(distances);
    (crossEntropy + 0.7 * l1.sum()).backward();
    QVERIFY(relativeError(got.logits, find(wanted, "logits.a")) < 1e-8);
    QVERIFY(relativeError(crossEntropy.reshape(1), find(wanted, "ce.a")) < 1e-8);
    QVERIFY(relativeError(l1, find(wanted, "l1.a")) < 1e-8);
    for (const auto& [key, tensor] : student->state()) {
      const auto reference = find(wanted, (tensor.requires_grad() ? "grad.a." : "stat.a.") + key);
      QVERIFY2(reference.defined(), key.c_str());
      const double error = relativeError(tensor.requires_grad() ? tensor.grad() : tensor, reference);
      QVERIFY2(error < 1e-8, (key + ": " + std::to_string(error)).c_str());
    }
  }

 private Q_SLOTS:
  void equalsItsPeers_data() {
    QTest::addColumn<QString>("peer");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("same");
    QTest::addColumn<int>(
        "variant");  // 1: CIFAR's strides; 2: Paddle's channels and first block; 3: ReLU, hidden layers
    QTest::newRow("torchvision, 0.35") << "torchvision" << 0.35 << 64 << false << 0;
    QTest::newRow("torchvision, 1.0") << "torchvision" << 1.0 << 64 << false << 0;
    QTest::newRow("torchvision, 1.4, odd size") << "torchvision" << 1.4 << 75 << false << 0;
    QTest::newRow("torchvision, 0.5, CIFAR") << "torchvision" << 0.5 << 32 << false << 1;
    QTest::newRow("TF SAME, 0.35") << "paper" << 0.35 << 96 << true << 0;
    QTest::newRow("TF SAME, 1.0, odd size") << "paper" << 1.0 << 75 << true << 0;
    QTest::newRow("Paddle, 0.25") << "paper" << 0.25 << 64 << false << 2;
    QTest::newRow("TF SAME, ReLU, hidden layers") << "paper" << 0.35 << 64 << true << 3;
  }
  /// Outputs in evaluation mode, folded or not; then loss terms, each gradient and each statistic of one pass in
  /// training mode, in float64, where no rounding moves a value across a kink.
  void equalsItsPeers() {
    QFETCH(QString, peer);
    QFETCH(double, width);
    QFETCH(int, size);
    QFETCH(bool, same);
    QFETCH(int, variant);
    MobileNetSpec spec = peerSpec(width);
    spec.inputSize = size;
    spec.classes = 7;
    spec.padding = same ? Padding::Same : Padding::Pad1;
    spec.bnEpsilon = same ? 1e-3 : 1e-5;
    if (variant == 1) spec.stemStride = 1, spec.strides = {1, 1, 2, 2, 1, 2, 1};
    if (variant == 2) spec.channels = {8, 4, 6, 8, 16, 24, 40, 80, 1280}, spec.expandFirst = true;
    if (variant == 3)
      spec.activation = Activation::ReLU, spec.hidden = {{100, Activation::ReLU}, {9, Activation::ReLU6}};
    MobileNet student = randomNetwork(spec, 7), teacher = randomNetwork(spec, 8);
    compareOutputs(student, peer.toStdString());
    comparePass(student, teacher, peer.toStdString());
  }
};

ZIPPER_TEST(TestMobileNetV2)
#include "test_mobilenet_v2.moc"
