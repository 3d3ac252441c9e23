// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <opencv2/dnn.hpp>

#include "core/containers/input_file.h"
#include "core/containers/onnx_graph.h"
#include "core/exports/random_inputs.h"
#include "core/network/task_names.h"
#include "exported_v3.h"
#include "onnx_runtime.h"
#include "python_runs.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr Architecture exportedSmall = Architecture::MobileNetV3Small, exportedLarge = Architecture::MobileNetV3Large;

/// What a graph is to be made of.
struct NodeCounts {
  int convolutions = 0, products = 0, additions = 0, swishes = 0, rectifiers = 0, pools = 0, normalizations = 0;

  friend bool operator==(const NodeCounts& a, const NodeCounts& b) {
    const auto all = [](const NodeCounts& c) {
      return std::vector<int>{c.convolutions, c.products, c.additions,     c.swishes,
                              c.rectifiers,   c.pools,    c.normalizations};
    };
    return all(a) == all(b);
  }
};

/// Of two tasks: what is in the trunk once, all else twice; by the plan alone. The heads of pairOfV3() have two hard
/// swishes.
NodeCounts countsByPlan(MergedNetwork& network) {
  const NetworkPlan& plan = network.task(0)->plan();
  NodeCounts counts;
  counts.swishes = counts.pools = 2;
  for (int i = 0; i < plan.convolutions(); ++i) {
    const UnitPlan& unit = plan.units[std::size_t(i)];
    const bool isOnce = network.trunk() > 0 && unit.layer <= network.trunk();
    const int times = isOnce ? 1 : 2;
    counts.convolutions += times;
    if (unit.gated >= 0) counts.products += times;
    if (unit.addend >= 0) counts.additions += times;
    if (unit.activation == Activation::HardSwish) counts.swishes += times;
    if (unit.activation == Activation::ReLU) counts.rectifiers += times;
    if (unit.kind == UnitKind::Squeeze) counts.pools += times;
    const bool isMerged = network.isMerged(unit.layer) && unit.kind != UnitKind::Depthwise && !isOnce;
    if (isMerged && unit.normalizes() && network.policy() == BnPolicy::PerTask) counts.normalizations += times;
  }
  return counts;
}

/// Of a graph, where each hard sigmoid belongs to a hard swish or a product, which its beta tells.
NodeCounts countsOf(const OnnxGraph& graph) {
  std::map<std::string, const OnnxNode*> sigmoids;
  std::map<std::string, int> nodes;
  for (const OnnxNode& node : graph.nodes) {
    ++nodes[node.op];
    if (node.op == "HardSigmoid") sigmoids[node.outputs[0]] = &node;
  }
  NodeCounts counts{
      nodes["Conv"], 0, nodes["Add"], 0, nodes["Relu"], nodes["GlobalAveragePool"], nodes["BatchNormalization"]};
  for (const OnnxNode& node : graph.nodes) {
    if (node.op != "Mul") continue;
    const OnnxNode& sigmoid = *sigmoids.at(node.inputs[1]);
    const bool isSwish = node.inputs[0] == sigmoid.inputs[0];
    if (isSwish != (sigmoid.attributes.count("beta") > 0) || sigmoid.attributes.at("alpha").real != 1.0f / 6.0f)
      return {};
    ++(isSwish ? counts.swishes : counts.products);
  }
  return nodes["HardSigmoid"] == nodes["Mul"] ? counts : NodeCounts{};
}

/// The only output of a graph of one task in OpenCV, of the file as it is, image by image.
torch::Tensor outputsInOpenCv(const std::string& path, const torch::Tensor& images) {
  cv::dnn::Net net = cv::dnn::readNetFromONNX(path);
  net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
  std::vector<torch::Tensor> outputs;
  for (std::int64_t i = 0; i < images.size(0); ++i) {
    const torch::Tensor image = images.narrow(0, i, 1).contiguous();
    const std::vector<int> shape(image.sizes().begin(), image.sizes().end());
    net.setInput(cv::Mat(shape, CV_32F, image.data_ptr<float>()).clone());
    const cv::Mat output = net.forward();
    outputs.push_back(torch::from_blob(output.data, {1, output.size[1]}, torch::kFloat).clone());
  }
  return torch::cat(outputs);
}

}  // namespace

/// Exports of MobileNet V3 against the engine: in the readers of this project, in OpenCV, in Python's torch, and in
/// ONNX Runtime.
class TestExportsV3 : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::string path(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }

 private Q_SLOTS:
  void everyFormatIsTheEnginesFunction_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("large");
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("same");
    QTest::addColumn<int>("trunk");
    struct Case {
      bool large, shared, same;
      int trunk;
      bool alsoScripts;  ///< TorchScript optimizes for seconds, and pythonRunsThem() has more of it
    };
    for (const ExportFormat& format : formatsOfAnyNetwork())
      for (const Case& c : {Case{false, false, false, 0, false},
                            {false, true, true, 0, false},
                            {false, false, true, 1, false},
                            {false, true, false, 3, true},
                            {true, false, true, 0, true},
                            {true, false, false, 4, false}}) {
        if (isScript(format) && !c.alsoScripts) continue;
        QTest::addRow("%s, %s, BN %s, padding %s, trunk %d", format.name.c_str(), c.large ? "large" : "small",
                      c.shared ? "shared" : "per task", c.same ? "same" : "pad-1", c.trunk)
            << QString::fromStdString(format.name) << c.large << c.shared << c.same << c.trunk;
      }
  }

  void everyFormatIsTheEnginesFunction() {
    QFETCH(QString, format);
    QFETCH(bool, large);
    QFETCH(bool, shared);
    QFETCH(bool, same);
    QFETCH(int, trunk);
    const ExportFormat& chosen = exportFormat(format.toStdString());
    MergedNetwork network =
        pairOfV3(large ? exportedLarge : exportedSmall, shared ? BnPolicy::Shared : BnPolicy::PerTask,
                 same ? Padding::Same : Padding::Pad1, trunk);
    const auto images = batchesFor(network, 5);
    const auto expected = ExportedNetworks::logits(network, images);
    // Outputs that don't depend on the image would agree whatever was written.
    for (const torch::Tensor& logits : expected) QVERIFY(spreadOf(logits) > 0.002);
    if (trunk > 0 && chosen.name == "torchscript-frozen") {
      ZIPPER_EXPECT_ERROR(exportMerged(chosen, path("all"), network, recipeOfV3, images), "use torchscript or onnx");
    } else {
      QVERIFY(exportMerged(chosen, path("all"), network, recipeOfV3, images).largestDifference <= 1e-4);
      const auto found = chosen.run(path("all"), images);
      QCOMPARE(found.size(), std::size_t(2));
      for (std::size_t t = 0; t < 2; ++t) QCOMPARE(difference(found[t], expected[t]), std::string());
    }
    for (int t = 0; t < 2; ++t) {
      writeUnchecked(chosen, path("one"), network.task(t), recipeOfV3);
      const auto one = chosen.run(path("one"), {images[std::size_t(t)]});
      QCOMPARE(difference(one.at(0), expected[std::size_t(t)]), std::string());
    }
  }

  /// Odd sizes, one channel, no head, and minimalistic networks with either activation.
  void otherNetworks() {
    for (const int size : {33, 61}) {
      for (const Padding padding : {Padding::Same, Padding::Pad1}) {
        for (const bool minimalistic : {false, true}) {
          MobileNetSpec spec = specV3(exportedSmall, 0.35, minimalistic);
          spec.inputSize = size;
          spec.inputChannels = 1;
          spec.normalization = {{0.5}, {0.5}, ChannelOrder::RGB};
          spec.padding = padding;
          spec.classes = padding == Padding::Same ? 0 : 4;
          if (spec.classes == 0) spec.hidden.clear();
          if (size == 33 && minimalistic) spec.activation = Activation::ReLU6;
          MobileNet network = livelyNetwork(spec, 5);
          for (const ExportFormat& format : formatsOfAnyNetwork())
            QCOMPARE(exportTask(format, path("other"), network, recipeOfV3, randomInputs(spec, 3)).images, 3);
        }
      }
    }
  }

  /// A trunk's nodes are there once, and the graphs say what they are.
  void graphsFollowThePlan() {
    for (const Architecture architecture : {exportedSmall, exportedLarge}) {
      for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
        for (const int trunk : {0, 1, 3}) {
          MergedNetwork network = pairOfV3(architecture, policy, Padding::Pad1, trunk);
          writeUnchecked(exportFormat("onnx"), path("graph"), network, recipeOfV3);
          const OnnxGraph graph =
              parseOnnx(InputFile(path("graph"), "an ONNX model"), std::filesystem::path(path("graph")).parent_path());
          QVERIFY(countsOf(graph) == countsByPlan(network));
          QCOMPARE(graph.inputs.size(), std::size_t(trunk > 0 ? 1 : 2));
          if (architecture != exportedSmall) continue;
          const bool isShared = policy == BnPolicy::Shared;
          for (const char* unit : {"layers.5.squeeze", "layers.5.excite"}) {
            QCOMPARE(graph.tensors.count(concat("shared.", unit, ".conv.weight")), std::size_t(1));
            QCOMPARE(graph.tensors.count(concat("shared.", unit, ".bias")), std::size_t(isShared ? 1 : 0));
            QCOMPARE(graph.tensors.count(concat("b.", unit, ".bias")), std::size_t(isShared ? 0 : 1));
            QCOMPARE(graph.tensors.count(concat("b.", unit, ".conv.weight")), std::size_t(0));
          }
        }
      }
    }
  }

  /// The file as it is: the check of the export runs another one, which OpenCV 4.6 computes for several images.
  void openCvRunsTheFileItself() {
    torch::NoGradGuard noGrad;
    for (const Architecture architecture : {exportedSmall, exportedLarge}) {
      MobileNetSpec spec = narrowV3(architecture, 4);
      MobileNet network = livelyNetwork(spec, 7);
      const torch::Tensor images = randomInputs(spec, 4);
      writeUnchecked(exportFormat("onnx"), path("file.onnx"), network, recipeOfV3);
      QCOMPARE(difference(outputsInOpenCv(path("file.onnx"), images), network->forward(images).logits), std::string());
    }
  }

  /// What is written for one task can be opened again as a model, and so can each task of a file that holds them all.
  void exportsAreModelsAgain() {
    torch::NoGradGuard noGrad;
    for (const Architecture architecture : {exportedSmall, exportedLarge}) {
      for (const int trunk : {0, 3}) {
        MergedNetwork network = pairOfV3(architecture, BnPolicy::PerTask, Padding::Same, trunk);
        const auto images = batchesFor(network, 5);
        const auto expected = ExportedNetworks::logits(network, images);
        for (const char* format : {"safetensors", "onnx", "pytorch", "torchscript"}) {
          writeUnchecked(exportFormat(format), path("all"), network, recipeOfV3);
          for (int t = 0; t < 2; ++t) {
            writeUnchecked(exportFormat(format), path("again"), network.task(t), recipeOfV3);
            SpecOverrides part;
            part.part = taskName(t);
            for (LoadedModel again : {loadModel(path("again")), loadModel(path("all"), part)}) {
              QCOMPARE(specToJson(again.network->spec()), specToJson(network.task(t)->spec()));
              QCOMPARE(difference(again.network->forward(images[std::size_t(t)]).logits, expected[std::size_t(t)]),
                       std::string());
            }
          }
        }
      }
    }
  }

  void pythonRunsThem() {
    PythonRuns python;
    const auto add = [&](const char* format, const std::string& name, MergedNetwork& network) {
      const auto images = batchesFor(network, 5);
      const auto logits = ExportedNetworks::logits(network, images);
      writeUnchecked(exportFormat(format), python.file(name), network, recipeOfV3);
      python.add(format, name, {{"a", images[0]}, {"b", images[1]}}, logits);
      writeUnchecked(exportFormat(format), python.file(name + "-b"), network.task(1), recipeOfV3);
      python.add(format, name + "-b", {{"b", images[1]}}, {logits[1]});
    };
    for (const char* format : {"safetensors", "pytorch", "torchscript", "torchscript-frozen"}) {
      for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
        MergedNetwork network = pairOfV3(exportedSmall, policy, Padding::Same, 0);
        add(format, concat(format, "-", toString(policy)), network);
      }
      MergedNetwork network = pairOfV3(exportedLarge, BnPolicy::PerTask, Padding::Pad1, 0);
      add(format, concat(format, "-large"), network);
    }
    MergedNetwork trunk = pairOfV3(exportedSmall, BnPolicy::PerTask, Padding::Same, 3);
    add("pytorch", "trunk", trunk);
    const std::string problem = python.differenceOfAll(QFINDTESTDATA("run_exports.py"));
    QVERIFY2(problem.empty(), problem.c_str());
  }

  void onnxRuntimeRunsThem() {
    OnnxRuntime runtime;
    if (!runtime.isInstalled()) QSKIP("npm can't install onnxruntime-node here");
    for (const Architecture architecture : {exportedSmall, exportedLarge}) {
      for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
        for (const int trunk : {0, 3}) {
          MergedNetwork network = pairOfV3(architecture, policy, trunk == 0 ? Padding::Same : Padding::Pad1, trunk);
          std::vector<torch::Tensor> images = batchesFor(network, 5);
          if (trunk > 0) images[1] = images[0];  // there is one input
          const auto logits = ExportedNetworks::logits(network, images);
          const std::string name = concat(toString(architecture), "-", toString(policy), "-", trunk, ".onnx");
          writeUnchecked(exportFormat("onnx"), runtime.file(name), network, recipeOfV3);
          const NamedTensors one{{"image", images[0]}}, two{{"image_a", images[0]}, {"image_b", images[1]}};
          runtime.add(name, trunk > 0 ? one : two, {{"logits_a", logits[0]}, {"logits_b", logits[1]}});
          const std::string alone = "b-" + name;
          writeUnchecked(exportFormat("onnx"), runtime.file(alone), network.task(1), recipeOfV3);
          runtime.add(alone, {{"image", images[1]}}, {{"logits", logits[1]}});
        }
      }
    }
    QCOMPARE(runtime.outputs(), std::size_t(24));
    QCOMPARE(runtime.differenceOfAll(QFINDTESTDATA("run_exports.js")), std::string());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestExportsV3)
#include "test_exports_v3.moc"
