// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/containers/input_file.h"
#include "core/containers/onnx_graph.h"
#include "core/exports/graph_run.h"
#include "core/exports/onnx_quantized_run.h"
#include "core/exports/onnx_quantized_writer.h"
#include "core/exports/quantized_run.h"
#include "core/models/onnx_dequantized.h"
#include "exported_v3.h"
#include "integer_steps.h"
#include "onnx_runtime.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A pair of networks, images for them, and what their graph is in integers.
struct QuantizedPair {
  MergedNetwork network;
  std::vector<torch::Tensor> images;
  QuantizedGraph graph;
};

MergedNetwork integerPairOfV2() {
  MobileNetSpec a = smallSpec(0.35, 32, 4);
  a.architecture = Architecture::MobileNetV2;
  MobileNetSpec b = a;
  b.classes = 3;
  b.hidden = {{6, Activation::ReLU}};
  MergedNetwork network({livelyNetwork(a, 1), livelyNetwork(b, 2)}, BnPolicy::PerTask);
  for (const int layer : {1, 2, 5, 18}) network.merge(layer);
  network.train(false);
  return network;
}

/// With the weights of the sample, which have few classes in doubt. Tasks with a trunk must be of one kind.
MergedNetwork pairOfSamples(const ExportedNetworks& samples, int trunk) {
  if (trunk == 0) return samples.merged(BnPolicy::PerTask, Padding::Same);
  MergedNetwork network(
      {loadModel(samples.file("fashion.safetensors")).network, loadModel(samples.file("digits.safetensors")).network},
      BnPolicy::PerTask);
  for (const int layer : {1, 2, 13}) network.merge(layer);
  network.shareTrunk(trunk);
  network.train(false);
  return network;
}

const std::vector<std::string>& pairNames() {
  static const std::vector<std::string> names{"v1", "v1-trunk", "v2", "v3", "v3-trunk"};
  return names;
}

/// Whether some integer before a hard swish, of 256, comes so close to the middle between two integers behind it that
/// float32 decides: runtimes then differ in each image that has it. What the random networks are, to the last bit,
/// depends on the processor, and so does whether they have one.
bool roundsInTheMiddle(const QuantizedGraph& graph) {
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (!graph.nodes[i].beforeActivation) continue;
    const ValueRange before = *graph.nodes[i].beforeActivation,
                     behind = graph.ranges[std::size_t(graph.graph.nodes[i].output)];
    for (int q = -128; q <= 127; ++q) {
      const double x = double(before.scale) * (q - before.zeroPoint);
      const double y = x * std::clamp(x + 3, 0.0, 6.0) / 6 / double(behind.scale);
      if (std::abs(y - std::floor(y) - 0.5) < 1e-6 * (1 + std::abs(y))) return true;
    }
  }
  return false;
}

QuantizedPair quantizedPair(const std::string& name) {
  const ExportedNetworks samples;
  const bool hasTrunk = name.find("trunk") != std::string::npos;
  const bool isV1 = name[1] == '1';
  MergedNetwork network = isV1           ? pairOfSamples(samples, hasTrunk ? 2 : 0)
                          : name == "v2" ? integerPairOfV2()
                                         : pairOfV3(Architecture::MobileNetV3Small, BnPolicy::PerTask,
                                                    hasTrunk ? Padding::Pad1 : Padding::Same, hasTrunk ? 3 : 0);
  for (std::uint64_t seed = 1;; ++seed) {
    std::vector<torch::Tensor> images = isV1 ? samples.images(network, 24) : batchesFor(network, 12, seed);
    for (torch::Tensor& batch : images) batch = batch.contiguous();
    if (hasTrunk) images[1] = images[0];  // there is one input
    QuantizedGraph graph = quantize(inferenceGraph(network), images);
    if (!roundsInTheMiddle(graph)) return {network, images, graph};
    qInfo("seed %d: a hard swish rounds in the middle", int(seed));
  }
}

ValueRange rangeOfOutput(const QuantizedGraph& graph, std::size_t task) {
  return graph.ranges[std::size_t(graph.graph.tasks[task].output)];
}

/// Of all tasks, against what the graph is computed to.
IntegerSteps stepsOf(const QuantizedGraph& graph, const std::vector<torch::Tensor>& images,
                     const std::vector<torch::Tensor>& found) {
  const auto expected = runQuantized(graph, inFloat64(images)), exact = runGraph(graph.graph, images);
  IntegerSteps steps;
  for (std::size_t t = 0; t < expected.size(); ++t)
    steps.add(found.at(t), expected[t], exact[t], rangeOfOutput(graph, t));
  return steps;
}

/// By how many steps another class than the one that is found is ahead, at most.
double doubtOfClasses(const torch::Tensor& found, const torch::Tensor& expected, const ValueRange& range) {
  const torch::Tensor chosen = expected.gather(1, found.argmax(1, true)).squeeze(1);
  return ((std::get<0>(expected.max(1)) - chosen) / range.scale).max().item<double>();
}

}  // namespace

/// ONNX files in integers: against what the quantized graph is computed to, in the reader of this project, read as
/// networks, and in ONNX Runtime.
class TestOnnxInt8 : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::string path(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }

  static void addPairs() {
    QTest::addColumn<QString>("name");
    for (const std::string& name : pairNames()) QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }

 private Q_SLOTS:
  void filesComputeWhatTheGraphDoes_data() { addPairs(); }

  void filesComputeWhatTheGraphDoes() {
    QFETCH(QString, name);
    QuantizedPair pair = quantizedPair(name.toStdString());
    const std::string file = path("a.onnx");
    writeQuantizedOnnx(file, pair.graph, withNetworkMetadata({{"zipper.recipe", "{}"}}, pair.network));
    const auto found = runQuantizedOnnx(file, inFloat64(pair.images));
    QCOMPARE(stepsOf(pair.graph, pair.images, found).differenceFromSame(), std::string());
    const OnnxGraph graph = parseOnnx(InputFile(file, "an ONNX model"), folder_.path().toStdString());
    QCOMPARE(graph.metadata.at("zipper.recipe"), std::string("{}"));
    QCOMPARE(graph.metadata.count("a.mean"), std::size_t(1));
    QVERIFY(graph.metadata.count(exportSpecsKey) > 0);
    std::int64_t bytes = 0;
    for (const auto& [key, tensor] : graph.tensors)
      if (tensor.quantized.defined() && key.find(".weight/uint8") != std::string::npos)
        bytes += tensor.quantized.numel();
    // A factor of int8 makes sums that ONNX Runtime cuts off on processors without VNNI: it isn't exact then.
    for (const auto& [key, tensor] : graph.tensors)
      QVERIFY2(!tensor.quantized.defined() || tensor.quantized.scalar_type() != torch::kChar, key.c_str());
    std::int64_t expected = 0;
    for (const QuantizedConstant& constant : pair.graph.constants) expected += constant.values.numel();
    QCOMPARE(bytes, expected);  // shared ones once
  }

  /// Each task of the file, and a file of one task, is read as the network that the integers stand for.
  void programsOwnReaderOpensThem_data() { addPairs(); }

  void programsOwnReaderOpensThem() {
    QFETCH(QString, name);
    QuantizedPair pair = quantizedPair(name.toStdString());
    const std::string file = path("b.onnx");
    writeQuantizedOnnx(file, pair.graph, withNetworkMetadata({}, pair.network));
    const auto expected = runGraph(dequantized(pair.graph), pair.images);
    torch::NoGradGuard noGrad;
    for (int t = 0; t < 2; ++t) {
      SpecOverrides overrides;
      overrides.part = t == 0 ? "a" : "b";
      LoadedModel model = loadModel(file, overrides);
      const std::string different =
          difference(model.network->forward(pair.images[std::size_t(t)]).logits, expected[std::size_t(t)]);
      QVERIFY2(different.empty(), different.c_str());
    }
    MobileNet& network = pair.network.task(1);
    const QuantizedGraph alone = quantize(inferenceGraph(network), {pair.images[1]});
    const std::string single = path("c.onnx");
    writeQuantizedOnnx(single, alone, withNetworkMetadata({}, network));
    LoadedModel model = loadModel(single);
    const std::string different =
        difference(model.network->forward(pair.images[1]).logits, runGraph(dequantized(alone), {pair.images[1]})[0]);
    QVERIFY2(different.empty(), different.c_str());
    const auto isNote = [](const std::string& note) { return note.rfind("quantized: ", 0) == 0; };
    QVERIFY(std::any_of(model.source.notes.begin(), model.source.notes.end(), isNote));
  }

  void namesAndSoftmaxAreThoseOfTheGraph() {
    MobileNetSpec spec = narrowV3(Architecture::MobileNetV3Small, 4);
    MobileNet network = livelyNetwork(spec, 4);
    GraphNames names{{"camera"}, {"answer"}, true};
    torch::manual_seed(1);
    const torch::Tensor images = randomImages(spec, 6);
    const QuantizedGraph graph = quantize(inferenceGraph(network, names), {images});
    const std::string file = path("d.onnx");
    writeQuantizedOnnx(file, graph, withNetworkMetadata({}, network));
    const OnnxGraph read = parseOnnx(InputFile(file, "an ONNX model"), folder_.path().toStdString());
    QCOMPARE(read.inputs.at(0).name, std::string("camera"));
    QCOMPARE(read.outputs.at(0).name, std::string("answer"));
    const auto found = runQuantizedOnnx(file, inFloat64({images}));
    QCOMPARE(stepsOf(graph, {images}, found).differenceFromSame(), std::string());
    QCOMPARE(loadModel(file).network->spec().classes, 4);
  }

  /// Weights that are rounded in the graph itself, and nodes that aren't understood.
  void otherFormsOfQuantization() {
    OnnxGraph graph;
    const auto add = [&](const std::string& name, const torch::Tensor& values) {
      OnnxTensor tensor;
      tensor.shape = values.sizes().vec();
      (values.is_floating_point() ? tensor.values : tensor.quantized) = values;
      graph.tensors[name] = tensor;
      graph.initializers.push_back(name);
    };
    const auto node = [&](const char* op, std::vector<std::string> inputs, const char* output) {
      OnnxNode added;
      added.op = op;
      added.inputs = std::move(inputs);
      added.outputs = {output};
      graph.nodes.push_back(added);
    };
    add("w", torch::tensor({0.26f, -0.9f, 200.0f}));
    add("s", torch::tensor(0.5f));
    add("z", torch::tensor(3, torch::kByte));
    add("two", torch::tensor({1.0f, 2.0f}));
    add("i", torch::tensor({-128, 0, 127}, torch::kChar));  // of a signed type, as exports had it before
    add("iz", torch::tensor(-1, torch::kChar));
    node("QuantizeLinear", {"w", "s", "z"}, "wq");
    node("DequantizeLinear", {"wq", "s", "z"}, "wd");
    node("DequantizeLinear", {"i", "s", "iz"}, "id");
    node("QuantizeLinear", {"x", "s", "z"}, "xq");
    node("DequantizeLinear", {"xq", "s", "z"}, "xd");
    node("DequantizeLinear", {"y", "s", "z"}, "yd");      // of integers that nothing here rounded
    node("DequantizeLinear", {"wq", "two", "z"}, "bad");  // two scales for three numbers
    QCOMPARE(dequantize(graph), 2);
    QVERIFY(torch::equal(graph.tensors.at("wd").values, torch::tensor({0.5f, -1.0f, 126.0f})));
    QVERIFY(torch::equal(graph.tensors.at("id").values, torch::tensor({-63.5f, 0.5f, 64.0f})));
    std::vector<std::string> ops;
    for (const OnnxNode& left : graph.nodes) ops.push_back(left.op);
    QCOMPARE(ops, (std::vector<std::string>{"Identity", "Identity", "DequantizeLinear", "DequantizeLinear"}));
    QCOMPARE(graph.tensors.count("w"), std::size_t(0));
    QCOMPARE(graph.tensors.count("z"), std::size_t(1));  // still read
  }

  void onnxRuntimeComputesThem() {
    OnnxRuntime runtime;
    if (!runtime.isInstalled()) QSKIP("npm can't install onnxruntime-node here");
    std::map<std::string, QuantizedPair> pairs;
    for (const std::string& name : pairNames()) {
      const QuantizedPair& pair = pairs.emplace(name, quantizedPair(name)).first->second;
      const bool hasTrunk = name.find("trunk") != std::string::npos;
      const auto expected = runQuantized(pair.graph, pair.images);  // for its shapes
      MergedNetwork network = pair.network;
      writeQuantizedOnnx(runtime.file(name + ".onnx"), pair.graph, withNetworkMetadata({}, network));
      const NamedTensors one{{"image", pair.images[0]}}, two{{"image_a", pair.images[0]}, {"image_b", pair.images[1]}};
      runtime.add(name + ".onnx", hasTrunk ? one : two, {{"logits_a", expected[0]}, {"logits_b", expected[1]}});
    }
    const std::string failure = runtime.run(ZIPPER_TESTS "/core/exports/run_exports.js");
    QVERIFY2(failure.empty(), failure.c_str());
    for (const auto& [name, pair] : pairs) {
      const std::vector<torch::Tensor> found{runtime.found(name + ".onnx.logits_a"),
                                             runtime.found(name + ".onnx.logits_b")};
      const std::string different = stepsOf(pair.graph, pair.images, found).differenceOfRuntime();
      QVERIFY2(different.empty(), (name + ": " + different).c_str());
      if (name.rfind("v1", 0) != 0) continue;  // the others are random
      const auto expected = runQuantized(pair.graph, inFloat64(pair.images));
      for (std::size_t t = 0; t < 2; ++t)
        QVERIFY(doubtOfClasses(found[t], expected[t], rangeOfOutput(pair.graph, t)) <= 2.01);
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestOnnxInt8)
#include "test_onnx_int8.moc"
