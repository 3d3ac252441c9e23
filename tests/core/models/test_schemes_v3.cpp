// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/expected_tensors.h"
#include "core/models/naming_schemes.h"
#include "core/network/mobilenet_v3.h"
#include "held_notes.h"
#include "support/expect_error.h"
#include "support/random_networks.h"
#include "support/run_python.h"
#include "support/specs_v3.h"
#include "support/test_program.h"

using namespace zipper;
using test::holds;

namespace {

constexpr Architecture large = Architecture::MobileNetV3Large, small = Architecture::MobileNetV3Small;

std::vector<int> channelsOfSpec(const MobileNetSpec& spec) {
  return spec.channels.empty() ? channelsOfV3(spec.architecture, spec.width, spec.minimalistic) : spec.channels;
}

std::vector<int> numbersOf(const torch::Tensor& tensor) {
  std::vector<int> numbers;
  for (std::int64_t i = 0; i < tensor.numel(); ++i) numbers.push_back(int(tensor[i].item<std::int64_t>()));
  return numbers;
}

NamedTensors without(const NamedTensors& tensors, const std::string& part) {
  NamedTensors kept;
  for (const auto& entry : tensors)
    if (entry.first.find(part) == std::string::npos) kept.push_back(entry);
  return kept;
}

NamedTensors with(NamedTensors tensors, const std::string& key, const torch::Tensor& tensor) {
  for (auto& entry : tensors)
    if (entry.first == key) entry.second = tensor;
  return tensors;
}

}  // namespace

/// MobileNets V3 that Python's torchvision made and saved, or with the names of other publishers, against what PyTorch
/// computes of them.
class TestSchemesV3 : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  test::CraftedFiles files_;

  std::filesystem::path fixture(const QString& name) const { return folder_.filePath(name).toStdString(); }

  NamedTensors expectedOf(const QString& file) const {
    return readSafetensors(fixture(file.section('.', 0, 0) + ".expected")).tensors;
  }

  double errorOf_(const QString& file, const SpecOverrides& overrides = {}) {
    return test::errorOfModel(fixture(file), expectedOf(file), overrides);
  }

  LoadedModel loadTensors(const NamedTensors& tensors, const SpecOverrides& overrides = {}) {
    writeSafetensors(files_.path("x.safetensors"), tensors, {});
    return loadModel(files_.path("x.safetensors"), overrides);
  }

 private Q_SLOTS:
  void initTestCase() {
    const std::string problem = test::makeFixtures("make_v3_fixtures.py", folder_.path());
    QVERIFY2(problem.empty(), problem.c_str());
  }

  void computesWhatPyTorchComputes_data() {
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("classes");
    const auto row = [](const QString& file, const char* scheme, bool isLarge, double width, int classes = 6) {
      QTest::newRow(qPrintable(file)) << scheme << isLarge << width << classes;
    };
    for (const bool isLarge : {true, false})
      for (const int percent : {35, 50, 75, 100})
        row(QString("torchvision-%1-%2.pt").arg(isLarge ? "large" : "small").arg(percent), "torchvision-v3", isLarge,
            percent / 100.0, 7);
    row("fine-tuned.pt", "torchvision-v3", false, 1, 5);
    row("half.pt", "torchvision-v3", false, 1);
    row("timm-large-100.safetensors", "timm-v3", true, 1);
    row("timm-large-75.safetensors", "timm-v3", true, 0.75);
    row("timm-small-50.safetensors", "timm-v3", false, 0.5);
    row("tf_mobilenetv3_large_075-x.safetensors", "timm-tf-v3", true, 0.75);
    row("timm-large-minimal.safetensors", "timm-tf-v3", true, 1);
    row("timm-small-minimal.safetensors", "timm-tf-v3", false, 1);
    row("paddle-large.safetensors", "paddle-v3", true, 0.35);
    row("paddle-small.safetensors", "paddle-v3", false, 1);
    row("d-li14.safetensors", "d-li14", false, 1);
    row("slim-large.safetensors", "tf-slim-v3", true, 1, 1001);
    row("slim-small.safetensors", "tf-slim-v3", false, 0.75, 7);
    row("slim-minimal.safetensors", "tf-slim-v3", false, 1, 7);
  }

  void computesWhatPyTorchComputes() {
    QFETCH(QString, scheme);
    QFETCH(bool, isLarge);
    const QString file = QTest::currentDataTag();
    const LoadedModel model = loadModel(fixture(file));
    const MobileNetSpec spec = model.network->spec();
    QCOMPARE(QString::fromStdString(model.source.scheme), scheme);
    QVERIFY(spec.architecture == (isLarge ? large : small));
    QTEST(spec.width, "width");
    QTEST(spec.classes, "classes");
    QVERIFY(spec.activation == Activation::ReLU && spec.strides.empty());
    QCOMPARE(spec.classOffset, spec.classes == 1001 ? 1 : 0);
    QCOMPARE(spec.minimalistic, file.contains("minimal"));
    QCOMPARE(spec.expandFirst, file.startsWith("paddle"));
    QCOMPARE(spec.hidden.size(), std::size_t(1));
    QVERIFY(spec.hidden[0].activation == (spec.minimalistic ? Activation::ReLU : Activation::HardSwish));
    QVERIFY(!holds(model.source.notes, "head activation guessed"));
    if (const torch::Tensor channels = find(expectedOf(file), "channels"); channels.defined())
      QCOMPARE(channelsOfSpec(spec), numbersOf(channels));
    else
      QVERIFY(spec.channels.empty());
    QCOMPARE(holds(model.source.notes, "all are those of the shapes: "), !spec.channels.empty());
    const double error = errorOf_(file);
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
    // The comparison would notice the other padding.
    SpecOverrides other;
    other.padding = spec.padding == Padding::Same ? Padding::Pad1 : Padding::Same;
    QVERIFY(errorOf_(file, other) > 0.01);
  }

  void takesTheConventionsOfThePublisher() {
    const auto notesOf = [&](const char* file) { return loadModel(fixture(file)).source.notes; };
    const MobileNetSpec torchvision = loadModel(fixture("torchvision-small-35.pt")).network->spec();
    QVERIFY(torchvision.bnEpsilon == 1e-3 && torchvision.padding == Padding::Pad1);
    QCOMPARE(torchvision.normalization.mean[0], 0.485);
    QVERIFY(holds(notesOf("torchvision-small-35.pt"),
                  "activation guessed: relu (by the convention of torchvision mobilenet_v3)"));
    const MobileNetSpec timm = loadModel(fixture("timm-small-50.safetensors")).network->spec();
    QVERIFY(timm.bnEpsilon == 1e-5 && timm.padding == Padding::Pad1 && timm.normalization.std[0] == 0.229);
    QVERIFY(holds(notesOf("timm-small-50.safetensors"), "padding guessed: pad-1 (by the convention of timm"));
    const MobileNetSpec tensorFlow = loadModel(fixture("timm-small-minimal.safetensors")).network->spec();
    QVERIFY(tensorFlow.bnEpsilon == 1e-3 && tensorFlow.normalization.mean[0] == 0.5);
    QVERIFY(holds(notesOf("timm-small-minimal.safetensors"), "padding guessed: same (by the convention of timm"));
    QVERIFY(holds(notesOf("paddle-small.safetensors"),
                  "slope of the hard sigmoid guessed: 0.2 (by the convention of PaddleClas MobileNetV3; the second"));
    QVERIFY(holds(notesOf("paddle-small.safetensors"), "factor of the head guessed: 0.8 (by the convention of Paddle"));
    QVERIFY(holds(notesOf("paddle-small.safetensors"), "hidden layer 1 of the head has no bias"));
    QVERIFY(holds(notesOf("d-li14.safetensors"), "strides of the blocks guessed: 2,2,1,2,1,1,1,1,2,1,1 (by the conv"));
    QVERIFY(!holds(notesOf("timm-small-50.safetensors"), "strides"));
    QVERIFY(namingScheme("timm-tf-v3") != nullptr);
  }

  void readsHeadsThatPeopleMade_data() {
    QTest::addColumn<int>("hidden");
    QTest::addColumn<QString>("activation");
    QTest::addColumn<QString>("note");
    QTest::newRow("narrow-head.pt") << 48 << "hard-swish"
                                    << "head activation guessed: hard-swish (what MobileNets V3 have)";
    QTest::newRow("linear-head.pt") << 0 << ""
                                    << "head guessed: 'classifier.1.weight' and 'classifier.1.bias'";
    QTest::newRow("first-linear-head.pt") << 0 << ""
                                          << "head guessed: 'classifier.0.weight', the only linear layer";
    QTest::newRow("relu-head.pt") << 24 << "relu"
                                  << "head activation guessed: relu (what most networks have)";
  }

  void readsHeadsThatPeopleMade() {
    QFETCH(int, hidden);
    QFETCH(QString, activation);
    QFETCH(QString, note);
    const QString file = QTest::currentDataTag();
    const LoadedModel model = loadModel(fixture(file));
    const MobileNetSpec spec = model.network->spec();
    QCOMPARE(spec.hidden.size(), std::size_t(hidden > 0 ? 1 : 0));
    if (hidden > 0)
      QVERIFY(spec.hidden[0].channels == hidden && toString(spec.hidden[0].activation) == activation.toStdString());
    QVERIFY2(holds(model.source.notes, note.toStdString()), qPrintable(note));
    const double error = errorOf_(file);
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
  }

  void readsBackbones() {
    const NamedTensors timm = readSafetensors(fixture("timm-small-50.safetensors")).tensors;
    const LoadedModel headless = loadTensors(without(timm, "classifier."));
    QCOMPARE(headless.network->spec().classes, 0);
    QVERIFY(
        holds(headless.source.notes, "left out: the hidden layer of a head without its last layer, 'conv_head.weig"));
    QVERIFY(holds(headless.source.notes, "no head: a backbone"));
    const LoadedModel bare = loadTensors(without(without(timm, "classifier."), "conv_head."));
    QCOMPARE(bare.network->spec().classes, 0);
    QVERIFY(!holds(bare.source.notes, "hidden"));
    // PaddleClas's gates have another slope also without a head; the factor of its head is gone with it.
    const NamedTensors paddle = readSafetensors(fixture("paddle-small.safetensors")).tensors;
    LoadedModel backbone = loadTensors(without(without(paddle, "fc."), "last_conv."));
    const auto gate = find(backbone.network->state(), "layers.1.excite.bias");
    QVERIFY(torch::allclose(gate, 1.2 * find(paddle, "blocks.0.mid_se.conv2.bias")));
    QVERIFY(!holds(backbone.source.notes, "factor of the head"));
  }

  void takesAveragesOnlyOnRequest() {
    SpecOverrides overrides;
    overrides.useEma = true;
    QVERIFY(errorOf_("averages.pt", overrides) <= 1e-4);
    QVERIFY(errorOf_("averages.pt") > 0.01);
  }

  void readsOwnNames_data() {
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<bool>("minimalistic");
    QTest::addColumn<bool>("expandFirst");
    for (const bool isLarge : {true, false})
      for (const bool minimalistic : {false, true})
        for (const bool expandFirst : {false, true})
          QTest::addRow("%d %d %d", isLarge, minimalistic, expandFirst) << isLarge << minimalistic << expandFirst;
  }

  /// What this program writes, without what it writes beside the tensors.
  void readsOwnNames() {
    QFETCH(bool, isLarge);
    QFETCH(bool, minimalistic);
    QFETCH(bool, expandFirst);
    MobileNetSpec spec = test::specV3(isLarge ? large : small, 0.5, minimalistic);
    spec.expandFirst = expandFirst;
    spec.inputSize = 32;
    spec.classes = 5;
    MobileNet network = test::randomNetwork(spec, 3);
    LoadedModel bare = loadTensors(network->state());
    QCOMPARE(bare.source.scheme, std::string("zipper-v3"));
    const MobileNetSpec found = bare.network->spec();
    QVERIFY(found.architecture == spec.architecture && found.minimalistic == minimalistic);
    QVERIFY(found.hidden == spec.hidden && found.expandFirst == expandFirst && found.width == 0.5);
    QVERIFY(found.channels.empty() && found.activation == Activation::ReLU);
    for (const auto& [key, tensor] : network->state())
      QVERIFY2(torch::equal(find(bare.network->state(), key), tensor), key.c_str());
    saveModel(files_.path("own"), network);
    LoadedModel whole = loadModel(files_.path("own"));
    QCOMPARE(specToJson(whole.network->spec()), specToJson(spec));
    QVERIFY(whole.source.notes.empty());
    const LoadedModel backbone = loadTensors(without(without(network->state(), "head."), "hidden."));
    QVERIFY(backbone.network->spec().classes == 0 && backbone.network->spec().architecture == spec.architecture);
  }

  void readsChannelsOfNoWidth() {
    MobileNetSpec spec = test::specV3(small, 0.5);
    spec.hidden.clear();
    spec.classes = 5;
    spec.channels = {10, 10, 6, 9,  20, 0, 12, 24, 0,  12, 28, 8,  14, 30, 8,  14, 30, 8,
                     14, 26, 8, 16, 28, 8, 16, 36, 10, 20, 40, 10, 20, 40, 10, 20, 48};
    MobileNet network = test::randomNetwork(spec, 3);
    const LoadedModel model = loadTensors(network->state());
    QCOMPARE(model.network->spec().channels, spec.channels);
    QVERIFY(
        holds(model.source.notes, "no width multiplier gives its channels, which are those of the shapes: 10,10,6"));
    // Squeeze-and-excite in other blocks than the paper has it.
    spec.channels[2] = 0;
    spec.channels[5] = 7;
    MobileNet other = test::randomNetwork(spec, 3);
    QCOMPARE(loadTensors(other->state()).network->spec().channels, spec.channels);
    ZIPPER_EXPECT_ERROR(loadTensors(without(other->state(), "layers.2.excite")),
                        "2 keys are missing: 'layers.2.excite.conv.weight', 'layers.2.excite.bias'");
    // Nobody else has that.
    const NamedTensors timm = readSafetensors(fixture("timm-small-50.safetensors")).tensors;
    ZIPPER_EXPECT_ERROR(loadTensors(without(timm, "blocks.2.1.se.")),
                        "4 keys are missing: 'blocks.2.1.se.conv_reduce.weight', 'blocks.2.1.se.conv_reduce.bias'");
  }

  void namesWhatDoesNotFit() {
    MobileNetSpec spec = test::specV3(small, 0.5);
    spec.classes = 5;
    const NamedTensors good = deepCopy(test::randomNetwork(spec, 3)->state());
    ZIPPER_EXPECT_ERROR(
        loadTensors(without(good, "layers.5.squeeze.bias")),
        "key 'layers.5.squeeze.bias' is missing; the names are those of Zipper Workbench, MobileNet V3");
    ZIPPER_EXPECT_ERROR(loadTensors(without(good, "layers.5.excite.conv")), "'layers.5.excite.conv.weight' is missing");
    ZIPPER_EXPECT_ERROR(loadTensors(without(good, "layers.6.")), "(MobileNet V3 Small has 11 blocks, 10 were found)");
    ZIPPER_EXPECT_ERROR(loadTensors(with(good, "layers.5.squeeze.conv.weight", torch::zeros({32, 119, 1, 1}))),
                        "key 'layers.5.squeeze.conv.weight' has shape [32,119,1,1], expected [32,120,1,1]");
    ZIPPER_EXPECT_ERROR(loadTensors(with(good, "layers.5.excite.conv.weight", torch::zeros({120, 24, 1, 1}))),
                        "key 'layers.5.excite.conv.weight' has shape [120,24,1,1], expected [120,32,1,1]");
    ZIPPER_EXPECT_ERROR(loadTensors(with(good, "layers.5.squeeze.bias", torch::zeros({8}))),
                        "key 'layers.5.squeeze.bias' has shape [8], expected [32]");
    ZIPPER_EXPECT_ERROR(loadTensors(with(good, "layers.5.excite.bias", torch::full({120}, NAN))),
                        "key 'layers.5.excite.bias': 120 of 120 values are NaN or infinite");
    ZIPPER_EXPECT_ERROR(loadTensors(with(good, "layers.5.depthwise.conv.weight", torch::zeros({120, 1, 3, 3}))),
                        "key 'layers.5.depthwise.conv.weight' has shape [120,1,3,3], expected [120,1,5,5]");
    ZIPPER_EXPECT_ERROR(loadTensors(with(good, "layers.5.squeeze.conv.weight", torch::zeros({32}))),
                        "has shape [32], expected [squeezed channels,hidden channels,1,1]");
    ZIPPER_EXPECT_ERROR(loadTensors(with(good, "layers.1.depthwise.conv.weight", torch::zeros({16, 1, 3, 3}))),
                        "key 'layers.1.depthwise.conv.weight' has shape [16,1,3,3], expected [8,1,3,3]");
    ZIPPER_EXPECT_ERROR(loadTensors(with(good, "layers.12.pointwise.conv.weight", torch::zeros({288, 48}))),
                        "has shape [288,48], expected [channels,channels of layer 11,1,1]");
    ZIPPER_EXPECT_ERROR(loadTensors(with(good, "head.weight", torch::zeros({5, 288}))),
                        "key 'head.weight' has shape [5,288], expected [5,512]");
  }

  void refusesWhatIsComputedOtherwise() {
    const NamedTensors timm = readSafetensors(fixture("timm-large-75.safetensors")).tensors;
    ZIPPER_EXPECT_ERROR(loadTensors(without(timm, "conv_head.bias")),
                        "this is mobilenetv3_rw of timm, as 'conv_head.bias' is missing: without the addition in its");
    NamedTensors deeper = timm;
    for (const auto& [name, tensor] : timm)
      if (name.rfind("blocks.2.2.", 0) == 0) deeper.emplace_back("blocks.2.3." + name.substr(11), tensor);
    ZIPPER_EXPECT_ERROR(loadTensors(deeper),
                        "it is deeper than a MobileNet V3 Large: 16 blocks were found instead of "
                        "15, as in mobilenetv3_large_150d of timm; such a network");
    NamedTensors published, first;
    for (const auto& [name, tensor] : readSafetensors(fixture("d-li14.safetensors")).tensors) {
      std::string other = name, head = name;
      if (const auto at = name.find(".conv.6.fc."); at != std::string::npos) other.replace(at + 6, 1, "5");
      if (name.rfind("classifier.3.", 0) == 0) head.replace(11, 1, "2");
      published.emplace_back(other, tensor);
      first.emplace_back(head, tensor);
    }
    ZIPPER_EXPECT_ERROR(loadTensors(published),
                        "squeeze-and-excite before the activation (features.4.conv.5.fc) makes");
    ZIPPER_EXPECT_ERROR(loadTensors(first), "first version: hard swish behind the pooling and other strides make it");
  }

  void readsNamesOfNobodyKnown_data() {
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<bool>("minimalistic");
    QTest::addColumn<bool>("sorted");
    for (const bool isLarge : {true, false})
      for (const bool minimalistic : {false, true})
        for (const bool sorted : {false, true})
          QTest::addRow("%d %d %d", isLarge, minimalistic, sorted) << isLarge << minimalistic << sorted;
  }

  void readsNamesOfNobodyKnown() {
    QFETCH(bool, isLarge);
    QFETCH(bool, minimalistic);
    QFETCH(bool, sorted);
    MobileNetSpec spec = test::specV3(isLarge ? large : small, 0.5, minimalistic);
    spec.classes = 5;
    MobileNet network = test::randomNetwork(spec, 5);
    NamedTensors tensors;
    for (const auto& [key, tensor] : network->state()) {
      std::string name = key;
      for (const auto& [from, to] : {std::pair{"layers.", "net.b"},
                                     {"stem.", "net.a."},
                                     {"expand", "1"},
                                     {"depthwise", "2"},
                                     {"squeeze.bias", "3.conv.bias"},
                                     {"squeeze", "3"},
                                     {"excite.bias", "4.conv.bias"},
                                     {"excite", "4"},
                                     {"project", "5"},
                                     {"pointwise", "6"},
                                     {"hidden.1", "net.y"},
                                     {"head", "net.z"}})
        if (const auto at = name.find(from); at != std::string::npos) name.replace(at, std::strlen(from), to);
      tensors.emplace_back(name, tensor.detach().clone());
    }
    if (sorted)
      std::sort(tensors.begin(), tensors.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    LoadedModel model = loadTensors(tensors);
    QCOMPARE(model.source.scheme, std::string("shapes"));
    const MobileNetSpec found = model.network->spec();
    QVERIFY(found.architecture == spec.architecture && found.minimalistic == minimalistic);
    QVERIFY(found.activation == Activation::ReLU && found.hidden == spec.hidden);
    QVERIFY(holds(model.source.notes, "layers guessed: by the shapes") && holds(model.source.notes, "head activation"));
    for (const auto& [key, tensor] : network->state())
      QVERIFY2(torch::equal(find(model.network->state(), key), tensor), key.c_str());
    if (minimalistic || sorted) return;
    // A kernel of another size is no such network; nor is squeeze-and-excite without biases one.
    NamedTensors wrong = tensors;
    for (auto& [name, tensor] : wrong)
      if (name == "net.b5.2.conv.weight") tensor = torch::zeros({tensor.size(0), 1, 3, 3});
    ZIPPER_EXPECT_ERROR(loadTensors(wrong),
                        "'net.b5.2.conv' would be the depthwise convolution of layer 5, but has a "
                        "kernel of 3x3, 5x5 was expected");
    ZIPPER_EXPECT_ERROR(loadTensors(without(tensors, "net.b5.4.conv.bias")),
                        "there is squeeze-and-excite, and 'net.b5.4.conv' has no bias");
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestSchemesV3)
#include "test_schemes_v3.moc"
