// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/safetensors.h"
#include "core/exports/export_check.h"
#include "core/exports/random_inputs.h"
#include "core/models/model_file.h"
#include "core/models/onnx_file.h"
#include "held_notes.h"
#include "onnx_guesses.h"
#include "support/expect_error.h"
#include "support/lively_networks.h"
#include "support/python_reference.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

MobileNetSpec smallV2(double width = 0.35, int inputSize = 64, int classes = 7) {
  MobileNetSpec spec = test::smallSpec(width, inputSize, classes);
  spec.architecture = Architecture::MobileNetV2;
  return spec;
}

/// What make_onnx_v2.py is told to write, as a spec; without what is nowhere in a graph.
struct ExpectedGraph {
  const char* name;
  MobileNetSpec spec;
  bool isFolded = true;
};

std::vector<ExpectedGraph> expectedGraphs() {
  const auto of = [](const auto& change) {
    MobileNetSpec spec = smallV2();
    spec.bnEpsilon = 1e-5;
    change(spec);
    return spec;
  };
  const MobileNetSpec plain = of([](MobileNetSpec&) {});
  std::vector<ExpectedGraph> graphs;
  for (const char* name :
       {"torchvision-9-folded", "torchvision-11-folded", "torchvision-13-folded", "torchvision-17-folded"})
    graphs.push_back({name, plain});
  for (const char* name :
       {"torchvision-9-separate", "torchvision-11-separate", "torchvision-13-separate", "torchvision-17-separate"})
    graphs.push_back({name, plain, false});
  graphs.push_back({"torchvision-wide-folded", of([](MobileNetSpec& spec) { spec.width = 1; })});
  graphs.push_back(
      {"torchvision-wide-separate", of([](MobileNetSpec& spec) { spec.width = 1, spec.inputSize = 96; }), false});
  graphs.push_back({"cifar", of([](MobileNetSpec& spec) {
                      spec.inputSize = 32, spec.stemStride = 1, spec.strides = {1, 1, 2, 2, 1, 2, 1};
                    })});
  graphs.push_back({"expand-first",
                    of([](MobileNetSpec& spec) { spec.expandFirst = true, spec.activation = Activation::ReLU; }),
                    false});
  graphs.push_back({"hidden", of([](MobileNetSpec& spec) { spec.hidden = {{12, Activation::ReLU}}; })});
  graphs.push_back({"deep-head", of([](MobileNetSpec& spec) {
                      spec.bnEpsilon = 1e-3, spec.hidden = {{12, Activation::ReLU6}, {9, Activation::None}};
                    }),
                    false});
  graphs.push_back({"grey", of([](MobileNetSpec& spec) {
                      spec.width = 0.5, spec.inputSize = 96, spec.inputChannels = 1;
                      spec.normalization.mean = spec.normalization.std = {0.5};
                    }),
                    false});
  graphs.push_back(
      {"nhwc-everywhere", of([](MobileNetSpec& spec) { spec.bnEpsilon = 1e-3, spec.padding = Padding::Same; }), false});
  graphs.push_back({"nhwc-input", of([](MobileNetSpec& spec) {
                      spec.padding = Padding::Same, spec.hidden = {{12, Activation::ReLU}};
                    })});
  graphs.push_back({"own-strides-same", of([](MobileNetSpec& spec) {
                      spec.padding = Padding::Same, spec.strides = {2, 2, 2, 2, 1, 1, 1};
                    })});
  return graphs;
}

}  // namespace

/// MobileNet V2 and heads of several layers in ONNX graphs of torch.onnx.export, and our own exports of them.
class TestOnnxV2 : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  test::CraftedFiles files_;

  std::filesystem::path fixture(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }

  /// The largest difference from PyTorch's logits, relative to the largest of them; 1 where they don't depend on the
  /// image, as anything would agree with such.
  double errorOfFixture(const std::string& name) const {
    const NamedTensors python = readSafetensors(fixture(name + ".safetensors")).tensors;
    const torch::Tensor logits = find(python, "logits");
    if (!(test::spreadOf(logits) > 0.01)) return 1;
    torch::NoGradGuard noGrad;
    MobileNet network = loadModel(fixture(name + ".onnx")).network;
    return test::relativeError(network->forward(find(python, "images")).logits, logits);
  }

 private Q_SLOTS:
  void initTestCase() {
    const std::string problem = test::makeFixtures("make_onnx_v2.py", folder_.path());
    QVERIFY2(problem.empty(), problem.c_str());
  }

  void readsWhatPyTorchExported() {
    for (const ExpectedGraph& expected : expectedGraphs()) {
      const std::string name = expected.name;
      const TensorFile file = readOnnx(fixture(name + ".onnx"));
      QVERIFY2(file.refusal.empty(), (name + ": " + file.refusal).c_str());
      MobileNetSpec spec = expected.spec;
      if (expected.isFolded) spec.bnEpsilon = MobileNetSpec().bnEpsilon;
      test::guessAsForPyTorch(spec);
      QCOMPARE(file.metadata.at("zipper.spec"), specToJson(spec));
      QCOMPARE(!find(file.tensors, "layers.2.project.bn.weight").defined(), expected.isFolded);
      const double error = errorOfFixture(name);
      QVERIFY2(error <= 1e-4, (name + ": " + std::to_string(error)).c_str());
    }
  }

  /// A width that no network is published in: the first rows all have 8 channels, so that the first block adds its
  /// input as well.
  void readsChannelsOfNoWidth() {
    const MobileNetSpec spec = specFromJson(readOnnx(fixture("torchvision-narrow.onnx")).metadata.at("zipper.spec"));
    const std::vector<int> channels{8, 8, 8, 8, 8, 16, 16, 32, 1280};
    QCOMPARE(spec.channels, channels);
    const NetworkPlan plan = planOf(spec);
    QVERIFY(plan.units[std::size_t(plan.tap(1))].addend >= 0);
    QVERIFY2(errorOfFixture("torchvision-narrow") <= 1e-4,
             std::to_string(errorOfFixture("torchvision-narrow")).c_str());
  }

  void setsSoftmaxAside() {
    for (const char* name : {"hidden.onnx", "nhwc-input.onnx"})
      QVERIFY(test::holds(readOnnx(fixture(name)).notes, "the Softmax at its end is left out"));
  }

  void refusesWithTheReason_data() {
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* reason) { QTest::addRow("%s", name) << reason; };
    row("wrong-none", "an addition of the input of layer 3 to its output was expected, as both have 8 channels");
    row("wrong-earlier", "adds something else than the input of layer 6 to its output");
    row("wrong-project", "no activation was expected after layers.1.project, found relu6");
    row("wrong-activation", "Relu or Clip was expected after stem, found HardSwish");
  }

  void refusesWithTheReason() {
    QFETCH(QString, reason);
    const std::string name = QTest::currentDataTag();
    const QString message = QString::fromStdString(test::errorOf([&] { loadModel(fixture(name + ".onnx")); }));
    QVERIFY2(message.contains("the graph was not recognized as MobileNet V2: ") && message.contains(reason),
             qPrintable(message));
  }

  void readsOwnExports_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("same");
    QTest::addColumn<int>("size");
    for (const char* kind : {"plain", "backbone", "hidden", "strides", "expand first", "channels", "V1 hidden"})
      for (const bool same : {false, true})
        for (const int size : {32, 45}) QTest::addRow("%s %d %d", kind, same, size) << kind << same << size;
  }

  void readsOwnExports() {
    QFETCH(QString, kind);
    QFETCH(bool, same);
    QFETCH(int, size);
    MobileNetSpec spec = smallV2(0.35, size, 5);
    spec.padding = same ? Padding::Same : Padding::Pad1;
    spec.bnEpsilon = 1e-5;
    spec.normalization = {{0.1, 0.2, 0.3}, {1, 2, 3}, ChannelOrder::BGR};
    if (kind == "backbone") spec.classes = 0;
    if (kind == "hidden") spec.hidden = {{6, Activation::ReLU}, {4, Activation::ReLU6}, {3, Activation::None}};
    if (kind == "strides") spec.strides = {1, 1, 2, 1, 2, 2, 1};
    if (kind == "expand first") spec.expandFirst = true, spec.activation = Activation::ReLU;
    if (kind == "channels") spec.channels = {8, 4, 6, 8, 16, 24, 40, 80, 320}, spec.width = 0.25;
    if (kind == "V1 hidden") {
      spec = test::smallSpec(0.25, size, 5);
      spec.hidden = {{6, Activation::ReLU}};
    }
    MobileNet network = test::livelyNetwork(spec, 3);
    const auto path = files_.path("own.onnx");
    exportTask(exportFormat("onnx"), path, network, {}, randomInputs(spec, 2));
    const TensorFile file = readOnnx(path);
    QVERIFY2(file.refusal.empty(), file.refusal.c_str());
    QCOMPARE(file.metadata.at("zipper.spec"), specToJson(spec));
    torch::NoGradGuard noGrad;
    const auto images = test::randomImages(spec, 3);
    const torch::Tensor expected = network->forward(images).logits;
    QVERIFY(test::spreadOf(expected) > 0.002);
    const double error = test::relativeError(loadModel(path).network->forward(images).logits, expected);
    QVERIFY2(error < 3e-5, std::to_string(error).c_str());
  }

  /// The graph is the truth about what it tells.
  void metadataThatContradictTheGraph() {
    MobileNetSpec spec = smallV2(0.35, 32, 3);
    spec.hidden = {{4, Activation::ReLU}};
    MobileNet network = test::livelyNetwork(spec, 3);
    const auto path = files_.path("good.onnx");
    exportTask(exportFormat("onnx"), path, network, {}, randomInputs(spec, 2));
    const std::string good = test::CraftedFiles::bytesOf(path);
    const auto with = [&](const MobileNetSpec& said) {
      std::string bytes = good;
      const std::string is = specToJson(spec);
      std::string says = specToJson(said);
      const auto at = bytes.find(is);
      if (at == std::string::npos || says.size() > is.size()) return std::filesystem::path();
      says.insert(says.size() - 1, is.size() - says.size(), ' ');  // JSON may hold blanks
      return files_.write("said.onnx", bytes.replace(at, is.size(), says));
    };
    MobileNetSpec other = spec;
    other.hidden[0].activation = Activation::ReLU6;
    other.activation = Activation::ReLU;
    QCOMPARE(readOnnx(with(other)).metadata.at("zipper.spec"), specToJson(spec));
    other = spec;
    other.architecture = Architecture::MobileNetV1;
    ZIPPER_EXPECT_ERROR(readOnnx(with(other)), "its metadata say MobileNet V1, but its graph is a MobileNet V2");
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestOnnxV2)
#include "test_onnx_v2.moc"
