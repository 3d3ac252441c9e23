// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>

#include "core/exports/activation_ranges.h"
#include "core/exports/bias_correction.h"
#include "core/exports/graph_run.h"
#include "core/exports/quantized_run.h"
#include "core/exports/quantized_weights.h"
#include "core/exports/rounded_weights.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// One node that reads images [N,2,32,32], of a task, with the weights [3,2,1,1] and this bias.
InferenceGraph oneConvolution(const torch::Tensor& weight, const torch::Tensor& bias) {
  InferenceGraph graph;
  graph.values = {{"image", 2, 32}, {"maps", int(weight.size(0)), 32}};
  graph.constants = {{"weight", weight}, {"bias", bias}};
  GraphNode node;
  node.name = "conv";
  node.inputs = {0};
  node.output = 1;
  node.weight = 0;
  node.bias = 1;
  graph.nodes = {node};
  GraphTask task;
  task.spec.inputSize = 32;
  task.spec.inputChannels = 2;
  task.input = 0;
  task.output = 1;
  graph.tasks = {task};
  return graph;
}

/// The same with ranges and quantized weights, but no bias yet.
QuantizedGraph withRanges(const InferenceGraph& graph, const std::vector<ValueRange>& ranges) {
  QuantizedGraph quantized;
  quantized.graph = graph;
  quantized.ranges = ranges;
  quantized.nodes.resize(graph.nodes.size());
  quantizeWeights(quantized);
  return quantized;
}

/// Of a 1x1 convolution, with integers alone but for the multiplier: the steps of the output.
std::vector<int> stepsInIntegers(const QuantizedGraph& graph, const torch::Tensor& image, bool isRelu) {
  const ValueRange input = graph.ranges[0], output = graph.ranges[1];
  const torch::Tensor& weight = graph.constants[0].values;
  std::vector<int> steps;
  for (int out = 0; out < weight.size(0); ++out)
    for (int pixel = 0; pixel < 32 * 32; ++pixel) {
      std::int64_t sum = graph.nodes[0].bias[out].item<int>();
      for (int in = 0; in < weight.size(1); ++in) {
        const float x = image.data_ptr<float>()[in * 32 * 32 + pixel];
        const auto q = std::int64_t(std::clamp(std::nearbyint(x / input.scale) + input.zeroPoint, -128.0f, 127.0f));
        sum += (q - input.zeroPoint) * weight[out][in][0][0].item<int>();
      }
      const double multiplier =
          double(input.scale) * double(graph.nodes[0].weightScales[std::size_t(out)]) / double(output.scale);
      const double step = std::nearbyint(double(sum) * multiplier) + output.zeroPoint;
      steps.push_back(int(std::clamp(step, isRelu ? double(output.zeroPoint) : -128.0, 127.0)));
    }
  return steps;
}

}  // namespace

/// Ranges, rounding, weights and biases of graphs of one node, against what they are by hand.
class TestQuantizedNumbers : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rangesHoldZero();
  void outliersAreCutOff();
  void valuesAreRounded();
  void rowsHaveTheirOwnScales();
  void linearLayersHaveOneScale();
  void biasesFit();
  void sumsAreThoseOfIntegers();
  void biasesAreCorrected();
  void halvesAreRounded();
};

void TestQuantizedNumbers::rangesHoldZero() {
  QCOMPARE(rangeBetween(0, 25.5), (ValueRange{0.1f, -128}));
  QCOMPARE(rangeBetween(5, 25.5), (ValueRange{0.1f, -128}));
  QCOMPARE(rangeBetween(-25.5, -1), (ValueRange{0.1f, 127}));
  QCOMPARE(rangeBetween(-2.8, 22.7), (ValueRange{0.1f, -100}));
  QCOMPARE(rangeBetween(0, 0), (ValueRange{1, -128}));
  QCOMPARE(rangeBetween(0, 1e-30).scale, 1e-12f);
}

void TestQuantizedNumbers::outliersAreCutOff() {
  ValueCounts even{0, 1, std::vector<double>(2048, 1.0)};
  QCOMPARE(rangeOfLeastError(even), rangeBetween(0, 1));
  // A million numbers below 1, one at 10: cutting that off costs less than rounding all others to 0.04.
  ValueCounts lonely{0, 10, std::vector<double>(2048, 0.0)};
  for (std::size_t i = 0; i < 204; ++i) lonely.counts[i] = 5000;
  lonely.counts.back() = 1;
  const ValueRange cut = rangeOfLeastError(lonely);
  QVERIFY2(cut.scale < 8.0f / 255 && cut.scale > 2.9f / 255, qPrintable(QString::number(cut.scale)));
  QCOMPARE(cut.zeroPoint, -128);
  ValueCounts mirrored{-10, 0, {lonely.counts.rbegin(), lonely.counts.rend()}};
  const ValueRange below = rangeOfLeastError(mirrored);
  QVERIFY(std::abs(below.scale - cut.scale) < 1e-6f);
  QCOMPARE(below.zeroPoint, 127);
}

void TestQuantizedNumbers::valuesAreRounded() {
  const torch::Tensor x = torch::tensor({0.25f, 0.75f, -0.3f, 0.0f, 1000.0f, -1000.0f});
  const torch::Tensor expected = torch::tensor({0.0f, 1.0f, -0.5f, 0.0f, 58.5f, -69.0f});
  QVERIFY(torch::equal(roundedTo({0.5f, 10}, x), expected));
}

void TestQuantizedNumbers::rowsHaveTheirOwnScales() {
  const torch::Tensor weight = torch::tensor({1.27f, -0.636f, -2.54f, 1.0f, 0.0f, 0.0f}).view({3, 2, 1, 1});
  const QuantizedGraph graph = withRanges(oneConvolution(weight, torch::zeros({3})), {{0.5f, 0}, {0.1f, 0}});
  QCOMPARE(graph.constants.size(), std::size_t(1));
  const torch::Tensor expected = torch::tensor({127, -64, -127, 50, 0, 0}, torch::kChar).view({3, 2, 1, 1});
  QVERIFY(torch::equal(graph.constants[0].values, expected));
  const std::vector<float>& scales = graph.nodes[0].weightScales;
  QVERIFY(std::abs(scales[0] - 0.01f) < 1e-7f && std::abs(scales[1] - 0.02f) < 1e-7f);
  QVERIFY(scales[2] > 0 && std::isnormal(scales[2] * 0.5f));
}

void TestQuantizedNumbers::linearLayersHaveOneScale() {
  InferenceGraph graph = oneConvolution(torch::tensor({1.27f, -0.636f, -0.5f, 0.1f}).view({2, 2}), torch::zeros({2}));
  graph.nodes[0].op = GraphOp::Linear;
  const QuantizedGraph quantized = withRanges(graph, {{0.5f, 0}, {0.1f, 0}});
  QCOMPARE(quantized.nodes[0].weightScales[0], quantized.nodes[0].weightScales[1]);
  QVERIFY(torch::equal(quantized.constants[0].values, torch::tensor({127, -64, -50, 10}, torch::kChar).view({2, 2})));
}

void TestQuantizedNumbers::biasesFit() {
  const torch::Tensor weight = torch::tensor({1.27f, 0.1f, 0.0f, 0.0f, 1e-12f, 0.0f}).view({3, 2, 1, 1});
  const torch::Tensor bias = torch::tensor({-3.001f, 0.7f, 5.0f});
  QuantizedGraph graph = withRanges(oneConvolution(weight, bias), {{0.5f, 0}, {0.1f, 0}});
  const torch::Tensor found = quantizedBias(graph, 0, exactBias(graph.graph, graph.graph.nodes[0]));
  QCOMPARE(found.scalar_type(), torch::kInt);
  QCOMPARE(found[0].item<int>(), -600);  // of 0.005: -600.2
  QVERIFY((found.abs() <= (1 << 29)).all().item<bool>());
  const torch::Tensor error = (found.to(torch::kDouble) * biasScales(graph, 0) - bias).abs();
  QVERIFY(error[0].item<double>() <= 0.0025 && error[1].item<double>() < 1e-6 && error[2].item<double>() < 1e-6);
}

void TestQuantizedNumbers::sumsAreThoseOfIntegers() {
  torch::manual_seed(1);
  for (const bool isRelu : {false, true}) {
    InferenceGraph graph = oneConvolution(torch::randn({3, 2, 1, 1}), torch::randn({3}));
    if (isRelu) graph.nodes[0].activation = Activation::ReLU;
    const torch::Tensor image = torch::randn({1, 2, 32, 32});
    const QuantizedGraph quantized = quantize(graph, {image});
    const std::vector<int> steps = stepsInIntegers(quantized, image, isRelu);
    const torch::Tensor found = runQuantized(quantized, {image})[0].flatten();
    int others = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const double step =
          found[std::int64_t(i)].item<double>() / double(quantized.ranges[1].scale) + quantized.ranges[1].zeroPoint;
      QVERIFY(std::abs(step - steps[i]) < 1.001);
      others += std::abs(step - steps[i]) > 0.01;
    }
    QVERIFY2(others <= 3, qPrintable(QString::number(others)));  // halves, where float32 is on the other side
  }
}

void TestQuantizedNumbers::biasesAreCorrected() {
  torch::manual_seed(2);
  const InferenceGraph graph = oneConvolution(torch::randn({3, 2, 1, 1}), torch::randn({3}));
  const torch::Tensor images = torch::rand({4, 2, 32, 32}) * 0.9 + 0.05;
  QuantizedGraph quantized = withRanges(graph, {{0.03f, 0}, {0.1f, 0}});
  quantized.nodes[0].bias = quantizedBias(quantized, 0, exactBias(graph, graph.nodes[0]));
  const auto error = [&] {
    const InferenceGraph meant = dequantized(quantized);
    const torch::Tensor sums = outputOf(meant, meant.nodes[0], {roundedTo(quantized.ranges[0], images)});
    return (sums - outputOf(graph, graph.nodes[0], {images})).mean({0, 2, 3}).to(torch::kDouble).abs();
  };
  correctBiases(quantized, {images});
  QVERIFY((error() <= 0.5 * biasScales(quantized, 0) + 1e-5).all().item<bool>());
}

void TestQuantizedNumbers::halvesAreRounded() {
  const InferenceGraph graph = oneConvolution(torch::full({1, 2, 1, 1}, 0.1f), torch::full({1}, 65504.0f));
  const InferenceGraph rounded = roundedToHalf(graph);
  QVERIFY(std::abs(rounded.constants[0].values[0][0][0][0].item<double>() - 0.0999755859375) < 1e-12);
  QCOMPARE(rounded.constants[1].values[0].item<float>(), 65504.0f);
  QVERIFY(graph.constants[0].values[0][0][0][0].item<float>() == 0.1f);
  ZIPPER_EXPECT_ERROR(roundedToHalf(oneConvolution(torch::ones({1, 2, 1, 1}), torch::full({1}, -1e5f))),
                      "constant bias reaches 100000, float16 65504");
}

ZIPPER_TEST_WITH(QCoreApplication, TestQuantizedNumbers)
#include "test_quantized_numbers.moc"
