// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/safetensors.h"
#include "core/exports/export_check.h"
#include "core/exports/random_inputs.h"
#include "core/models/guesses.h"
#include "core/models/model_file.h"
#include "core/models/onnx_file.h"
#include "core/network/mobilenet_v3.h"
#include "held_notes.h"
#include "onnx_guesses.h"
#include "support/expect_error.h"
#include "support/lively_networks.h"
#include "support/python_reference.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

const Architecture largeOfV3 = Architecture::MobileNetV3Large, smallOfV3 = Architecture::MobileNetV3Small;

MobileNetSpec plainV3(Architecture architecture = smallOfV3, int inputSize = 64, int classes = 7) {
  MobileNetSpec spec = test::smallSpec(0.35, inputSize, classes);
  spec.architecture = architecture;
  spec.activation = Activation::ReLU;
  spec.hidden = {{20, Activation::HardSwish}};
  return spec;
}

/// What make_onnx_v3.py is told to write, as a spec; without what is nowhere in a graph.
struct WrittenGraph {
  const char* name;
  MobileNetSpec spec;
  bool isFolded = false;
  bool isOfPyTorch = false;  ///< its exporter wrote it, without normalization
};

template <typename Change>
WrittenGraph ofOthers(const char* name, const Change& change, Architecture architecture = smallOfV3) {
  WrittenGraph graph{name, plainV3(architecture)};
  change(graph.spec);
  return graph;
}

template <typename Change>
WrittenGraph ofPyTorch(const char* name, const Change& change, bool isFolded, Architecture architecture = smallOfV3) {
  WrittenGraph graph = ofOthers(name, change, architecture);
  graph.isFolded = isFolded;
  graph.isOfPyTorch = true;
  return graph;
}

/// torchvision's own networks: the hidden layer is that of the width.
std::vector<WrittenGraph> graphsOfTorchvision() {
  std::vector<WrittenGraph> graphs;
  const auto add = [&](const char* name, Architecture architecture, bool isFolded, double width = 0.35) {
    const auto change = [&](MobileNetSpec& spec) {
      spec.width = width;
      spec.hidden[0].channels = hiddenOfV3(architecture, width);
    };
    graphs.push_back(ofPyTorch(name, change, isFolded, architecture));
  };
  add("torchvision-small-9-folded", smallOfV3, true);
  add("torchvision-small-12-separate", smallOfV3, false);
  add("torchvision-large-13-separate", largeOfV3, false);
  add("torchvision-small-14-separate", smallOfV3, false);
  add("torchvision-large-17-folded", largeOfV3, true);
  add("torchvision-wide-large", largeOfV3, true, 1);
  return graphs;
}

/// At width 0.35, a fourth of what is expanded, not rounded.
const std::vector<int> channelsOfPaddle{8,  8,  2,  8,  24, 0,  8,  32,  0,  8,  32,  8,  16, 88,  22, 16, 88, 22,
                                        16, 40, 10, 16, 48, 12, 16, 104, 26, 32, 200, 50, 32, 200, 50, 32, 192};

std::vector<int> withoutSqueeze(std::vector<int> channels) {
  for (std::size_t i = 2; i + 1 < channels.size(); i += 3) channels[i] = 0;
  return channels;
}

std::vector<WrittenGraph> expectedOfV3() {
  std::vector<WrittenGraph> graphs = graphsOfTorchvision();
  const auto none = [](MobileNetSpec&) {};
  graphs.push_back(ofPyTorch(
      "linear", [](MobileNetSpec& spec) { spec.hidden.clear(); }, false));
  graphs.push_back(ofPyTorch("expand", none, true));
  graphs.push_back(ofPyTorch(
      "nhwc-everywhere", [](MobileNetSpec& spec) { spec.padding = Padding::Same; }, false));
  for (const char* name : {"hard-swish", "product-first", "quotient-first", "scaled", "clip", "min-max"})
    graphs.push_back(ofOthers(name, none));
  graphs.push_back(ofOthers("rounded", none, largeOfV3));
  graphs.push_back(ofOthers("steep-gate", [](MobileNetSpec& spec) {
    spec.expandFirst = true, spec.bnEpsilon = 1e-5, spec.channels = channelsOfPaddle;
  }));
  const auto minimalistic = [](Activation activation) {
    return [activation](MobileNetSpec& spec) {
      spec.minimalistic = true, spec.activation = activation, spec.hidden[0].activation = activation;
    };
  };
  graphs.push_back(ofOthers("minimalistic-small", minimalistic(Activation::ReLU)));
  graphs.push_back(ofOthers("minimalistic-large", minimalistic(Activation::ReLU6), largeOfV3));
  graphs.push_back(ofOthers(
      "no-squeeze", [](MobileNetSpec& spec) { spec.channels = withoutSqueeze(channelsOfV3(smallOfV3, 0.35, false)); }));
  graphs.push_back(ofOthers("cifar", [](MobileNetSpec& spec) {
    spec.inputSize = 32, spec.stemStride = 1, spec.strides = {1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1};
    spec.inputChannels = 1, spec.normalization.mean = spec.normalization.std = {0.5};
  }));
  return graphs;
}

}  // namespace

/// MobileNet V3 in ONNX graphs of torch.onnx.export and of others, and our own exports of it.
class TestOnnxV3 : public QObject {
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
    const std::string problem = test::makeFixtures("make_onnx_v3.py", folder_.path());
    QVERIFY2(problem.empty(), problem.c_str());
  }

  void readsWhatOthersExported() {
    for (const WrittenGraph& expected : expectedOfV3()) {
      const std::string name = expected.name;
      const TensorFile file = readOnnx(fixture(name + ".onnx"));
      QVERIFY2(file.refusal.empty(), (name + ": " + file.refusal).c_str());
      MobileNetSpec spec = expected.spec;
      if (expected.isFolded) spec.bnEpsilon = MobileNetSpec().bnEpsilon;
      if (expected.isOfPyTorch) test::guessAsForPyTorch(spec);
      QCOMPARE(file.metadata.at("zipper.spec"), specToJson(spec));
      QCOMPARE(!find(file.tensors, "layers.2.project.bn.weight").defined(), expected.isFolded);
      // 0.16667 is not quite a sixth, and there are 21 hard swishes one behind the other.
      const double error = errorOfFixture(name), bound = name == "rounded" ? 1e-3 : 1e-4;
      QVERIFY2(error <= bound, (name + ": " + std::to_string(error)).c_str());
    }
  }

  /// As tf2onnx has them: images of bytes, which the graph rescales, and half of the pads as nodes of their own.
  void readsWhatKerasSaved_data() {
    QTest::addColumn<bool>("large");
    QTest::addColumn<bool>("minimalistic");
    QTest::addRow("keras-small") << false << false;
    QTest::addRow("keras-large") << true << false;
    QTest::addRow("keras-minimalistic") << false << true;
  }

  void readsWhatKerasSaved() {
    QFETCH(bool, large);
    QFETCH(bool, minimalistic);
    const std::string name = QTest::currentDataTag();
    const LoadedModel model = loadModel(fixture(name + ".onnx"));
    const MobileNetSpec& spec = MobileNet(model.network)->spec();
    QVERIFY(spec.architecture == (large ? largeOfV3 : smallOfV3) && spec.minimalistic == minimalistic);
    QVERIFY(spec.padding == Padding::Same && spec.channels.empty() && spec.bnEpsilon == 1e-3);
    QVERIFY(spec.hidden.size() == 1 &&
            spec.hidden[0].activation == (minimalistic ? Activation::ReLU : Activation::HardSwish));
    QVERIFY(std::abs(spec.normalization.mean.at(0) - 0.5) < 1e-6 &&
            std::abs(spec.normalization.std.at(0) - 0.5) < 1e-6);
    QVERIFY(test::holds(model.source.notes, "for pixels from 0 to 255"));
    QVERIFY(test::holds(model.source.notes, "the Softmax at its end is left out"));
    QVERIFY2(errorOfFixture(name) <= 1e-4, std::to_string(errorOfFixture(name)).c_str());
  }

  /// The factor that makes the hard sigmoid the usual one is in the second layer of squeeze-and-excite; where there is
  /// none, whatever the hard sigmoid is written as, the layer is that of the file.
  void anotherSlopeIsPutIntoTheLayer() {
    for (const auto& [name, factor] :
         {std::pair{"steep-gate", 1.2}, {"product-first", 1.0}, {"hard-swish", 1.0}, {"quotient-first", 1.0}}) {
      const NamedTensors python = readSafetensors(fixture(std::string(name) + ".safetensors")).tensors;
      const NamedTensors tensors = readOnnx(fixture(std::string(name) + ".onnx")).tensors;
      for (const char* leaf : {"conv.weight", "bias"}) {
        const torch::Tensor found = find(tensors, concat("layers.1.excite.", leaf));
        const torch::Tensor wanted = find(python, concat("excite.", leaf));
        QVERIFY2(factor == 1 ? torch::equal(found, wanted) : torch::allclose(found, wanted * factor, 1e-6, 0), name);
      }
    }
    const NamedTensors usual = readOnnx(fixture("product-first.onnx")).tensors;
    QVERIFY(find(usual, "layers.11.squeeze.conv.weight").sizes() == torch::IntArrayRef({48, 200, 1, 1}));
    QVERIFY(find(usual, "layers.11.squeeze.bias").sizes() == torch::IntArrayRef({48}));
    QVERIFY(!find(usual, "layers.2.squeeze.bias").defined());
  }

  void guessesTheNormalizationOfPyTorch() {
    const std::string wanted =
        "not in an ONNX graph, guessed: normalization mean 0.485,0.456,0.406, std "
        "0.229,0.224,0.225, rgb (by the convention of PyTorch)";
    const std::vector<std::string> notes = loadModel(fixture("expand.onnx")).source.notes;
    QVERIFY(std::count(notes.begin(), notes.end(), wanted) == 1);
    QVERIFY(test::holds({guessSummary(notes)}, "normalization mean 0.485,0.456,0.406, std 0.229,0.224,0.225, rgb"));
    for (const char* other : {"product-first.onnx", "nhwc-everywhere.onnx"})
      QVERIFY(test::holds(loadModel(fixture(other)).source.notes, "guessed: normalization mean 0.5, std 0.5, rgb"));
  }

  void refusesWithTheReason_data() {
    QTest::addColumn<QString>("likely");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* likely, const char* reason) {
      QTest::addRow("%s", name) << likely << reason;
    };
    const char* const v3 = "MobileNet V3 Small";
    row("wrong-kernel", v3, "a kernel of 5x5 was expected for layers.4.depthwise");
    row("wrong-relu", v3, "a hard swish was expected after layers.4.expand, found Relu");
    row("wrong-order", v3, "Relu or Clip was expected after layers.1.depthwise, found GlobalAveragePool");
    row("wrong-squeeze", v3, "Relu was expected after layers.1.squeeze, found Clip");
    row("wrong-gate", v3, "a hard sigmoid was expected after layers.1.excite, found Sigmoid");
    row("wrong-slope", v3, "multiplies by a hard sigmoid of slope 0.2 and offset 0.5; the hard swish has 1/6 and 0.5");
    row("wrong-swish", v3, "a hard swish was expected after stem, found Sigmoid");
    row("efficientnet", "MobileNet V3 Large", "a hard swish was expected after stem, found Sigmoid");
    row("resnet", "MobileNet V1, V2 or V3", "none of its convolutions is depthwise");
  }

  void refusesWithTheReason() {
    QFETCH(QString, likely);
    QFETCH(QString, reason);
    const std::string name = QTest::currentDataTag();
    const QString message = QString::fromStdString(test::errorOf([&] { loadModel(fixture(name + ".onnx")); }));
    QVERIFY2(message.contains("the graph was not recognized as " + likely + ": ") && message.contains(reason),
             qPrintable(message));
  }

  void readsOwnExports_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("same");
    QTest::addColumn<int>("size");
    for (const char* kind : {"small", "large", "backbone", "minimalistic", "strides", "expand first", "channels"})
      for (const bool same : {false, true})
        for (const int size : {32, 45}) QTest::addRow("%s %d %d", kind, same, size) << kind << same << size;
  }

  void readsOwnExports() {
    QFETCH(QString, kind);
    QFETCH(bool, same);
    QFETCH(int, size);
    MobileNetSpec spec = plainV3(kind == "large" ? largeOfV3 : smallOfV3, size, 5);
    spec.padding = same ? Padding::Same : Padding::Pad1;
    spec.bnEpsilon = 1e-5;
    spec.normalization = {{0.1, 0.2, 0.3}, {1, 2, 3}, ChannelOrder::BGR};
    spec.hidden = {{6, Activation::HardSwish}, {4, Activation::ReLU}};
    if (kind == "backbone") spec.classes = 0, spec.hidden.clear();
    if (kind == "minimalistic") spec.minimalistic = true, spec.activation = Activation::ReLU6;
    if (kind == "strides") spec.strides = {1, 2, 1, 2, 1, 1, 2, 1, 1, 1, 2};
    if (kind == "expand first") spec.expandFirst = true;
    if (kind == "channels") spec.expandFirst = true, spec.channels = channelsOfPaddle;
    MobileNet network = test::livelyNetwork(spec, 3);
    const auto path = files_.path("own.onnx");
    exportTask(exportFormat("onnx"), path, network, {}, randomInputs(spec, 2));
    const TensorFile file = readOnnx(path);
    QVERIFY2(file.refusal.empty(), file.refusal.c_str());
    QCOMPARE(file.metadata.at("zipper.spec"), specToJson(spec));
    torch::NoGradGuard noGrad;
    // In double: what writing and reading cost, not what the order of sums does.
    const auto images = test::randomImages(spec, 3).to(torch::kFloat64);
    MobileNet read = loadModel(path).network;
    network->to(torch::kFloat64);
    read->to(torch::kFloat64);
    const torch::Tensor expected = network->forward(images).logits;
    QVERIFY(test::spreadOf(expected) > 0.002);
    const double error = test::relativeError(read->forward(images).logits, expected);
    QVERIFY2(error < 3e-5, std::to_string(error).c_str());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestOnnxV3)
#include "test_onnx_v3.moc"
