// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>

#include "core/exports/graph_run.h"
#include "core/exports/quantization.h"
#include "core/exports/quantized_run.h"
#include "exported_v3.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Two tasks of MobileNet V1 with layers 1, 2 and 13 in common and batch normalization of their own.
MergedNetwork pairOfV1() {
  MergedNetwork network({livelyNetwork(smallSpec(0.25, 32, 5), 1), livelyNetwork(smallSpec(0.25, 32, 4), 2)},
                        BnPolicy::PerTask);
  for (const int layer : {1, 2, 13}) network.merge(layer);
  network.train(false);
  return network;
}

const GraphNode& nodeNamed(const InferenceGraph& graph, const std::string& name) {
  for (const GraphNode& node : graph.nodes)
    if (node.name == name) return node;
  fail("there is no node ", name);
}

const QuantizedNode& quantizedNodeNamed(const QuantizedGraph& graph, const std::string& name) {
  return graph.nodes[std::size_t(&nodeNamed(graph.graph, name) - graph.graph.nodes.data())];
}

/// How many weights of nodes there are, each shared one once.
std::size_t weightsOf(const InferenceGraph& graph) {
  std::set<int> weights;
  for (const GraphNode& node : graph.nodes)
    if (node.weight >= 0) weights.insert(node.weight);
  return weights.size();
}

double agreement(const torch::Tensor& one, const torch::Tensor& other) {
  return (one.argmax(1) == other.argmax(1)).to(torch::kDouble).mean().item<double>();
}

}  // namespace

/// Whole networks in integers.
class TestQuantization : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tasksShareIntegers();
  void negativeFactorsHaveWeightsOfTheirOwn();
  void rangesOfCertainValues();
  void labelsStay_data();
  void labelsStay();
  void softmaxIsProbabilities();
  void imagesMustFit();
};

void TestQuantization::tasksShareIntegers() {
  MergedNetwork network = pairOfV1();
  const InferenceGraph graph = inferenceGraph(network);
  const QuantizedGraph quantized = quantize(graph, batchesFor(network, 8));
  QCOMPARE(quantized.constants.size(), weightsOf(graph));
  const QuantizedNode &a = quantizedNodeNamed(quantized, "a.layers.2.pointwise"),
                      &b = quantizedNodeNamed(quantized, "b.layers.2.pointwise");
  QCOMPARE(a.weight, b.weight);
  QCOMPARE(quantized.constants[std::size_t(a.weight)].name, std::string("shared.layers.2.pointwise.weight"));
  const auto factors = [&](const char* node) {
    return graph.constants[std::size_t(nodeNamed(graph, node).factor)].values;
  };
  const torch::Tensor ratio = torch::tensor(a.weightScales) / torch::tensor(b.weightScales);
  const torch::Tensor expected = factors("a.layers.2.pointwise") / factors("b.layers.2.pointwise");
  QVERIFY(relativeError(ratio, expected) < 1e-5);
  QVERIFY(bytesOfConstants(quantized) < bytesOfConstants(graph) * 3 / 10);
}

void TestQuantization::negativeFactorsHaveWeightsOfTheirOwn() {
  MergedNetwork network = pairOfV1();
  InferenceGraph graph = inferenceGraph(network);
  const std::vector<torch::Tensor> images = batchesFor(network, 16);
  const int factor = nodeNamed(graph, "b.layers.2.pointwise").factor;
  graph.constants[std::size_t(factor)].values[3].mul_(-1);
  const QuantizedGraph quantized = quantize(graph, images);
  QCOMPARE(quantized.constants.size(), weightsOf(graph) + 1);
  const QuantizedNode &a = quantizedNodeNamed(quantized, "a.layers.2.pointwise"),
                      &b = quantizedNodeNamed(quantized, "b.layers.2.pointwise");
  QVERIFY(a.weight != b.weight);
  QVERIFY(torch::tensor(b.weightScales).min().item<float>() > 0);
  const torch::Tensor shared = quantized.constants[std::size_t(a.weight)].values;
  const torch::Tensor own = quantized.constants[std::size_t(b.weight)].values;
  QVERIFY(torch::equal(own[3], -shared[3]));
  QVERIFY(torch::equal(own.narrow(0, 4, own.size(0) - 4), shared.narrow(0, 4, own.size(0) - 4)));
  const torch::Tensor exact = graph.constants[std::size_t(nodeNamed(graph, "b.layers.2.pointwise").weight)].values *
                              graph.constants[std::size_t(factor)].values.view({-1, 1, 1, 1});
  const torch::Tensor meant = own.to(torch::kFloat) * torch::tensor(b.weightScales).view({-1, 1, 1, 1});
  QVERIFY(relativeError(meant, exact) < 0.5 / 127 + 1e-6);
}

void TestQuantization::rangesOfCertainValues() {
  MergedNetwork network = pairOfV3(Architecture::MobileNetV3Small, BnPolicy::PerTask, Padding::Same, 0);
  GraphNames names;
  names.softmax = true;
  const InferenceGraph graph = inferenceGraph(network, names);
  const std::vector<torch::Tensor> images = batchesFor(network, 4);
  const QuantizedGraph quantized = quantize(graph, images);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const GraphNode& node = graph.nodes[i];
    const ValueRange& range = quantized.ranges[std::size_t(node.output)];
    if (node.op == GraphOp::Softmax) QCOMPARE(range, (ValueRange{1.0f / 256, -128}));
    if (node.activation == Activation::HardSigmoid) QCOMPARE(range, (ValueRange{hardSigmoidScale, -128}));
    if (node.activation == Activation::ReLU) QCOMPARE(range.zeroPoint, -128);
    QCOMPARE(quantized.nodes[i].beforeActivation.has_value(), node.activation == Activation::HardSwish);
    QCOMPARE(quantized.nodes[i].weight >= 0, node.weight >= 0);
  }
  // Pixels of mean 0.5 and deviation 0.5 are between -1 and 1; these images reach farther.
  const ValueRange& input = quantized.ranges[std::size_t(graph.tasks[0].input)];
  const float reach = (images[0].max() - images[0].min()).item<float>();
  QVERIFY(std::abs(input.scale * 255 - reach) < 1e-4f);
  const QuantizedGraph dark = quantize(graph, {images[0] * 0, images[1] * 0});
  QVERIFY(std::abs(dark.ranges[std::size_t(graph.tasks[0].input)].scale * 255 - 2) < 1e-5f);
  // One deviation for all channels.
  InferenceGraph uneven = graph;
  uneven.tasks[0].spec.normalization = {{0.2, 0.3, 0.4}, {0.5}, ChannelOrder::RGB};
  const QuantizedGraph darker = quantize(uneven, {images[0] * 0, images[1] * 0});
  QVERIFY(std::abs(darker.ranges[std::size_t(graph.tasks[0].input)].scale * 255 - 2.4f) < 1e-5f);
}

void TestQuantization::labelsStay_data() {
  QTest::addColumn<int>("network");
  QTest::addColumn<double>("atLeast");
  QTest::newRow("V1, trained") << 0 << 0.95;
  QTest::newRow("V2, random") << 1 << 0.85;
  QTest::newRow("V3, random") << 2 << 0.85;
  QTest::newRow("V3 with a trunk, random") << 3 << 0.85;
}

void TestQuantization::labelsStay() {
  QFETCH(int, network);
  QFETCH(double, atLeast);
  const ExportedNetworks samples;
  MobileNetSpec v2 = smallSpec(0.35, 32, 4);
  v2.architecture = Architecture::MobileNetV2;
  const auto pair = [&] {
    if (network == 0)
      return MergedNetwork({loadModel(samples.file("fashion.safetensors")).network,
                            loadModel(samples.file("digits.safetensors")).network},
                           BnPolicy::PerTask);
    if (network == 1) {
      MergedNetwork both({livelyNetwork(v2, 1), livelyNetwork(v2, 2)}, BnPolicy::PerTask);
      both.merge(2);
      both.train(false);
      return both;
    }
    return pairOfV3(Architecture::MobileNetV3Small, BnPolicy::PerTask, Padding::Pad1, network == 3 ? 3 : 0);
  };
  MergedNetwork merged = pair();
  const std::vector<torch::Tensor> images = network == 0 ? samples.images(merged, 100) : batchesFor(merged, 40);
  std::vector<torch::Tensor> some;
  for (const torch::Tensor& batch : images) some.push_back(batch.narrow(0, 0, 20));
  const InferenceGraph graph = inferenceGraph(merged);
  const auto exact = runGraph(graph, images), found = runQuantized(quantize(graph, some), images);
  QCOMPARE(found.size(), exact.size());
  for (std::size_t t = 0; t < found.size(); ++t) {
    const double same = agreement(found[t], exact[t]);
    QVERIFY2(same >= atLeast, qPrintable(QString("task %1: %2").arg(t).arg(same)));
  }
}

void TestQuantization::softmaxIsProbabilities() {
  MobileNetSpec spec = smallSpec(0.25, 32, 5);
  MobileNet network = livelyNetwork(spec, 3);
  GraphNames names;
  names.softmax = true;
  const InferenceGraph graph = inferenceGraph(network, names);
  torch::manual_seed(1);
  const torch::Tensor images = randomImages(spec, 12);
  const torch::Tensor found = runQuantized(quantize(graph, {images}), {images})[0];
  const torch::Tensor steps = found * 256;
  QVERIFY(torch::equal(steps, torch::round(steps)));
  QVERIFY((found.sum(1) - 1).abs().max().item<double>() <= 5.0 / 256);
}

void TestQuantization::imagesMustFit() {
  MobileNetSpec spec = smallSpec(0.25, 32, 5);
  MobileNet network = livelyNetwork(spec, 3);
  const InferenceGraph graph = inferenceGraph(network);
  ZIPPER_EXPECT_ERROR(quantize(graph, {}), "images of 0 tasks were found to measure ranges with, 1 were expected");
  ZIPPER_EXPECT_ERROR(quantize(graph, {torch::zeros({0, 3, 32, 32})}), "with at least one image were expected");
  ZIPPER_EXPECT_ERROR(quantize(graph, {torch::zeros({1, 3, 31, 32})}), "[N,3,32,32]");
  torch::Tensor broken = torch::zeros({1, 3, 32, 32});
  broken[0][0][0][0] = std::numeric_limits<float>::quiet_NaN();
  ZIPPER_EXPECT_ERROR(quantize(graph, {broken}), "image: its numbers are not finite");
  Work work;
  StopSource stop;
  stop.requestStop();
  work.stop = stop.token();
  QVERIFY_THROWS_EXCEPTION(Cancelled, quantize(graph, {torch::zeros({1, 3, 32, 32})}, work));
}

ZIPPER_TEST_WITH(QCoreApplication, TestQuantization)
#include "test_quantization.moc"
