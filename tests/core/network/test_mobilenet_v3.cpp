// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/network/folded_network.h"
#include "core/support/libtorch.h"
#include "support/lively_networks.h"
#include "support/python_reference.h"
#include "support/random_networks.h"
#include "support/specs_v3.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// Against torchvision's module, and against one that was written from the paper.
class TestMobileNetV3 : public QObject {
  Q_OBJECT

  /// The network in this type, for the Python peers to read, and for the comparison.
  static void send(NamedTensors& input, const std::string& prefix, MobileNet& network, torch::ScalarType type) {
    network->to(type);
    for (const auto& [key, tensor] : network->state()) input.emplace_back(prefix + key, tensor.detach().clone());
  }

  static void compareOutputs(const NamedTensors& wanted, const std::vector<ForwardResult>& results) {
    for (const ForwardResult& result : results) {
      QVERIFY(spreadOf(result.logits) > 0.01);
      QVERIFY(relativeError(result.logits, find(wanted, "logits")) < 1e-4);
      for (std::size_t i = 0; i < result.taps.size(); ++i)
        QVERIFY2(relativeError(result.taps[i], find(wanted, concat("tap.", i + 1))) < 1e-4,
                 qPrintable(QString::number(i)));
    }
  }

  static void comparePass(const NamedTensors& wanted, MobileNet& student, MobileNet& teacher,
                          const torch::Tensor& images, const torch::Tensor& labels) {
    student->train(true);
    const ForwardResult got = student->forward(images, true), hint = teacher->forward(images, true);
    std::vector<torch::Tensor> distances;
    for (std::size_t i = 0; i < got.taps.size(); ++i)
      distances.push_back((got.taps[i] - hint.taps[i].detach()).abs().mean());
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

  /// Python is asked once for both.
  static void compare(MobileNet& student, MobileNet& teacher, const std::string& peer) {
    const MobileNetSpec& spec = student->spec();
    const auto images = randomImages(spec, 5), labels = torch::randint(spec.classes, {5}, torch::kInt64);
    NamedTensors input{{"images", images}, {"images.a", images.to(torch::kFloat64)}, {"labels.a", labels}};
    send(input, "net.", student, torch::kFloat32);
    std::vector<ForwardResult> results;
    {
      torch::NoGradGuard noGrad;
      results = {student->forward(images, true), FoldedNetwork(student).forward(images, true)};
    }
    send(input, "student.a.", student, torch::kFloat64);
    send(input, "teacher.a.", teacher, torch::kFloat64);
    const NamedTensors wanted = runReference("forward+calibrate", input,
                                             {{"spec", specToJson(spec)},
                                              {"peer", peer},
                                              {"tasks", "a"},
                                              {"bn_momentum", "0.1"},  // torchvision's own is 0.01
                                              {"l1_weight", "0.7"},
                                              {"distillation_weight", "0"}},
                                             "reference_mobilenet_v3.py");
    for (const ForwardResult& result : results) QCOMPARE(result.taps.size(), std::size_t(student->layers()));
    compareOutputs(wanted, results);
    comparePass(wanted, student, teacher, find(input, "images.a"), labels);
  }

  /// The published channels but for those of the first block, which expands: where the paper has 16 there are 24.
  static void expandFirst(MobileNetSpec& spec) {
    spec.expandFirst = true;
    spec.channels = channelsOfV3(spec.architecture, spec.width, false);
    spec.channels[1] = 24;
    for (std::size_t i = 2; i < spec.channels.size(); i += 3)
      if (spec.channels[i] > 0) spec.channels[i] = spec.channels[i - 1] / 4;  // not rounded
  }

 private Q_SLOTS:
  void equalsItsPeers_data() {
    QTest::addColumn<QString>("peer");
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<bool>("minimalistic");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("same");
    QTest::addColumn<int>("variant");  // 1: other strides; 2: Paddle's first block and squeezed channels; 3: two hidden
    const auto row = [](const char* name, const char* peer, bool isLarge, bool minimalistic, double width, int size,
                        bool same, int variant) {
      QTest::newRow(name) << peer << isLarge << minimalistic << width << size << same << variant;
    };
    row("torchvision, large 1.0", "torchvision", true, false, 1.0, 64, false, 0);
    row("torchvision, large 0.35, odd size", "torchvision", true, false, 0.35, 75, false, 0);
    row("torchvision, large 0.5, minimalistic", "torchvision", true, true, 0.5, 64, false, 0);
    row("torchvision, small 1.0, odd size", "torchvision", false, false, 1.0, 75, false, 0);
    row("torchvision, small 0.75, other strides", "torchvision", false, false, 0.75, 32, false, 1);
    row("TF SAME, large 0.75", "paper", true, false, 0.75, 64, true, 0);
    row("TF SAME, small 0.35, odd size", "paper", false, false, 0.35, 33, true, 3);
    row("TF SAME, small 0.75, minimalistic", "paper", false, true, 0.75, 64, true, 0);
    row("Paddle, small 0.5", "paper", false, false, 0.5, 64, false, 2);
  }
  /// Outputs in evaluation mode, folded or not; then loss terms, each gradient and each statistic of one pass in
  /// training mode, in float64, where no rounding moves a value across a kink.
  void equalsItsPeers() {
    QFETCH(QString, peer);
    QFETCH(bool, isLarge);
    QFETCH(bool, minimalistic);
    QFETCH(double, width);
    QFETCH(int, size);
    QFETCH(bool, same);
    QFETCH(int, variant);
    MobileNetSpec spec =
        specV3(isLarge ? Architecture::MobileNetV3Large : Architecture::MobileNetV3Small, width, minimalistic);
    spec.inputSize = size;
    spec.classes = 7;
    spec.padding = same ? Padding::Same : Padding::Pad1;
    spec.bnEpsilon = variant == 2 ? 1e-5 : 1e-3;
    if (variant == 1) spec.stemStride = 1, spec.strides = {1, 2, 1, 2, 1, 1, 1, 1, 2, 1, 1};
    if (variant == 2) expandFirst(spec);
    if (variant == 3) spec.hidden = {{40, Activation::HardSwish}, {9, Activation::ReLU6}};
    MobileNet student = randomNetwork(spec, 7), teacher = randomNetwork(spec, 8);
    compare(student, teacher, peer.toStdString());
  }

  /// The folded network, cut behind any layer, is the network in evaluation mode, and so are the units' outputs.
  void foldsWithoutADifference_data() {
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<bool>("minimalistic");
    QTest::newRow("large") << true << false;
    QTest::newRow("small") << false << false;
    QTest::newRow("large, minimalistic") << true << true;
  }
  void foldsWithoutADifference() {
    QFETCH(bool, isLarge);
    QFETCH(bool, minimalistic);
    torch::NoGradGuard noGrad;
    MobileNetSpec spec =
        specV3(isLarge ? Architecture::MobileNetV3Large : Architecture::MobileNetV3Small, 0.35, minimalistic);
    spec.inputSize = 64;
    spec.classes = 5;
    MobileNet network = randomNetwork(spec, 11);
    const FoldedNetwork folded(network);
    const auto x = randomImages(spec, 2);
    const ForwardResult whole = network->forward(x, true);
    std::vector<torch::Tensor> maps;
    walkUnits(
        network->plan(), 0, int(network->units().size()), x,
        [&](int unit, const torch::Tensor& read) { return network->unit(unit)->forward(read); },
        [&](int, const torch::Tensor& handedOn) { maps.push_back(handedOn); });
    for (int unit = 0; unit < int(maps.size()); ++unit)
      QVERIFY2(relativeError(folded.outputs(unit, x), maps[std::size_t(unit)]) < 1e-4,
               network->plan().units[std::size_t(unit)].name.c_str());
    for (int layer = 0; layer <= network->layers(); ++layer) {
      const auto tap = network->trunk(x, layer);
      if (layer > 0) QVERIFY(torch::equal(tap, whole.taps[std::size_t(layer) - 1]));
      QVERIFY(torch::equal(network->branch(tap, layer).logits, whole.logits));
      QVERIFY(relativeError(folded.branch(folded.trunk(x, layer), layer), whole.logits) < 1e-4);
    }
  }
};

ZIPPER_TEST(TestMobileNetV3)
#include "test_mobilenet_v3.moc"
