// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/expected_tensors.h"
#include "core/models/naming_schemes.h"
#include "held_notes.h"
#include "support/expect_error.h"
#include "support/random_networks.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;
using test::holds;

namespace {

MobileNetSpec smallSpecOfV2(int classes = 5) {
  MobileNetSpec spec = test::smallSpec(0.35, 32, classes);
  spec.architecture = Architecture::MobileNetV2;
  return spec;
}

}  // namespace

/// MobileNets V2 that Python's torchvision made and saved, or with the names of other publishers, against what PyTorch
/// computes of them.
class TestSchemesV2 : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  test::CraftedFiles files_;

  std::filesystem::path fixture(const QString& name) const { return folder_.filePath(name).toStdString(); }

  double errorOf_(const QString& file, const SpecOverrides& overrides = {}) {
    const QString name = file.section('.', 0, 0);
    return test::errorOfModel(fixture(file), readSafetensors(fixture(name + ".expected")).tensors, overrides);
  }

  LoadedModel loadTensors(const NamedTensors& tensors, const SpecOverrides& overrides = {}) {
    writeSafetensors(files_.path("x.safetensors"), tensors, {});
    return loadModel(files_.path("x.safetensors"), overrides);
  }

 private Q_SLOTS:
  void initTestCase() {
    const std::string problem = test::makeFixtures("make_v2_fixtures.py", folder_.path());
    QVERIFY2(problem.empty(), problem.c_str());
  }

  void computesWhatPyTorchComputes_data() {
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<double>("width");
    QTest::addColumn<QString>("channels");  ///< where no width gives them
    QTest::addColumn<bool>("expandFirst");
    const auto row = [](const char* file, const char* scheme, double width, const char* channels = "",
                        bool expandFirst = false) {
      QTest::newRow(file) << scheme << width << channels << expandFirst;
    };
    for (const auto& [label, width] : {std::pair{"torchvision-35.pt", 0.35},
                                       {"torchvision-50.pt", 0.5},
                                       {"torchvision-75.pt", 0.75},
                                       {"torchvision-100.pt", 1.0},
                                       {"torchvision-140.pt", 1.4}})
      row(label, "torchvision", width);
    row("cifar10_mobilenetv2_x0_5.pt", "chenyaofo", 0.5);
    row("timm.safetensors", "timm-v2", 0.35);
    row("mmpretrain.safetensors", "mmpretrain", 0.35);
    row("hugging-face.safetensors", "hugging-face-v2", 0.35);
    row("paddle.safetensors", "paddle", 0.25, "8,4,6,8,16,24,40,80,1280", true);
    row("kuangliu.safetensors", "kuangliu-v2", 0.5, "", true);
    row("tonylins.safetensors", "tonylins", 0.25, "8,4,6,8,16,24,40,80,1280");
    row("tonylins-first.safetensors", "tonylins-first", 0.25, "8,4,6,8,16,24,40,80,1280", true);
    row("slim.safetensors", "tf-slim-v2", 0.35, "16,8,8,16,24,32,56,112,448");
  }

  void computesWhatPyTorchComputes() {
    QFETCH(QString, scheme);
    QFETCH(QString, channels);
    const QString file = QTest::currentDataTag();
    const LoadedModel model = loadModel(fixture(file));
    const MobileNetSpec spec = model.network->spec();
    QCOMPARE(QString::fromStdString(model.source.scheme), scheme);
    QVERIFY(spec.architecture == Architecture::MobileNetV2);
    QTEST(spec.width, "width");
    QTEST(spec.expandFirst, "expandFirst");
    QStringList found;
    for (const int number : spec.channels) found << QString::number(number);
    QCOMPARE(found.join(','), channels);
    QCOMPARE(holds(model.source.notes, "no width multiplier gives its channels"), !channels.isEmpty());
    QVERIFY(spec.hidden.empty());
    const double error = errorOf_(file);
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
    // The comparison would notice the other padding.
    SpecOverrides other;
    other.padding = spec.padding == Padding::Same ? Padding::Pad1 : Padding::Same;
    QVERIFY(errorOf_(file, other) > 0.01);
  }

  void takesTheConventionsOfThePublisher() {
    const LoadedModel torchvision = loadModel(fixture("torchvision-35.pt"));
    QCOMPARE(torchvision.network->spec().bnEpsilon, 1e-5);
    QCOMPARE(torchvision.network->spec().normalization.mean[0], 0.485);
    QVERIFY(
        holds(torchvision.source.notes, "activation guessed: relu6 (by the convention of torchvision mobilenet_v2)"));
    const LoadedModel cifar = loadModel(fixture("kuangliu.safetensors"));
    const MobileNetSpec spec = cifar.network->spec();
    QVERIFY(spec.stemStride == 1 && spec.inputSize == 32 && spec.activation == Activation::ReLU);
    QCOMPARE(spec.strides, (std::vector<int>{1, 1, 2, 2, 1, 2, 1}));
    QVERIFY(holds(cifar.source.notes, "strides of the rows guessed: 1,1,2,2,1,2,1 (by the convention of kuangliu"));
    // Nothing but the name of the file tells it from torchvision's.
    const LoadedModel small = loadModel(fixture("cifar10_mobilenetv2_x0_5.pt"));
    QVERIFY(small.network->spec().stemStride == 1 && small.network->spec().activation == Activation::ReLU6);
    QVERIFY(holds(small.source.notes, "stem stride guessed: 1 (by the convention of chenyaofo pytorch-cifar-models)"));
    QVERIFY(namingScheme("chenyaofo") != nullptr);
    QCOMPARE(loadModel(fixture("hugging-face.safetensors")).network->spec().bnEpsilon, 1e-3);
  }

  void readsHeadsOfSeveralLayers_data() {
    QTest::addColumn<QList<int>>("hidden");
    QTest::addColumn<int>("classes");
    QTest::addColumn<QString>("note");
    QTest::newRow("hidden.pt") << QList<int>{32} << 5 << "head guessed: 'classifier.1' and 'classifier.4'";
    QTest::newRow("norm-hidden.pt") << QList<int>{24, 24} << 4
                                    << "batch normalization of the head was put into the weights of 1 linear layer";
    QTest::newRow("wrapped.pt") << QList<int>{16} << 3 << "head guessed: 'fc.0' and 'fc.2', the only tensors left";
  }

  void readsHeadsOfSeveralLayers() {
    QFETCH(QList<int>, hidden);
    QFETCH(QString, note);
    const QString file = QTest::currentDataTag();
    const LoadedModel model = loadModel(fixture(file));
    const MobileNetSpec spec = model.network->spec();
    QTEST(spec.classes, "classes");
    QCOMPARE(spec.hidden.size(), std::size_t(hidden.size()));
    for (qsizetype i = 0; i < hidden.size(); ++i)
      QVERIFY((spec.hidden[std::size_t(i)] == HiddenLayer{hidden[i], Activation::ReLU}));
    QVERIFY2(holds(model.source.notes, note.toStdString()), qPrintable(note));
    QVERIFY(holds(model.source.notes, "head activation guessed: relu (what most networks have)"));
    const double error = errorOf_(file);
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
  }

  /// What this program writes, without what it writes beside the tensors.
  void readsOwnNamesOfBothArchitectures() {
    MobileNetSpec spec = smallSpecOfV2();
    spec.hidden = {{12, Activation::ReLU}, {7, Activation::ReLU}};
    for (const bool expandFirst : {false, true}) {
      spec.expandFirst = expandFirst;
      MobileNet network = test::randomNetwork(spec, 3);
      LoadedModel bare = loadTensors(network->state());
      QCOMPARE(bare.source.scheme, std::string("zipper-v2"));
      const MobileNetSpec found = bare.network->spec();
      QVERIFY(found.hidden == spec.hidden && found.expandFirst == expandFirst && found.width == spec.width);
      QVERIFY(holds(bare.source.notes, "head activation guessed"));
      for (const auto& [key, tensor] : network->state())
        QVERIFY(torch::equal(find(bare.network->state(), key), tensor));
      saveModel(files_.path("own"), network);
      LoadedModel whole = loadModel(files_.path("own"));
      QCOMPARE(specToJson(whole.network->spec()), specToJson(spec));
      QVERIFY(whole.source.notes.empty());
    }
    MobileNetSpec v1 = test::smallSpec(0.25, 32, 5);
    v1.hidden = {{12, Activation::None}};
    MobileNet network = test::randomNetwork(v1, 4);
    QCOMPARE(loadTensors(network->state()).source.scheme, std::string("zipper"));
    QCOMPARE(loadTensors(network->state()).network->spec().hidden.size(), std::size_t(1));
    saveModel(files_.path("own"), network);
    QVERIFY(loadModel(files_.path("own")).network->spec().hidden == v1.hidden);
  }

  void namesWhatDoesNotFit() {
    const NamedTensors good = deepCopy(test::randomNetwork(smallSpecOfV2(), 3)->state());
    const auto with = [&](const std::string& key, const torch::Tensor& tensor) {
      NamedTensors tensors = good;
      for (auto& entry : tensors)
        if (entry.first == key) entry.second = tensor;
      return tensors;
    };
    ZIPPER_EXPECT_ERROR(loadTensors(with("layers.5.expand.conv.weight", torch::zeros({95, 16, 1, 1}))),
                        "key 'layers.5.expand.conv.weight' has shape [95,16,1,1], expected [96,16,1,1]");
    ZIPPER_EXPECT_ERROR(loadTensors(with("layers.18.pointwise.conv.weight", torch::zeros({1280, 112}))),
                        "has shape [1280,112], expected [channels,channels of layer 17,1,1]");
    ZIPPER_EXPECT_ERROR(loadTensors(with("head.weight", torch::zeros({5, 1000}))),
                        "key 'head.weight' has shape [5,1000], expected [5,1280]");
    NamedTensors lacking;
    for (const auto& entry : good)
      if (entry.first.rfind("layers.6.", 0) != 0) lacking.push_back(entry);
    ZIPPER_EXPECT_ERROR(loadTensors(lacking), "(MobileNet V2 has 17 blocks, 16 were found)");
    // A stranger layer in the head.
    NamedTensors odd = good;
    odd.emplace_back("hidden.1.weight", torch::zeros({12, 1280}));
    odd.emplace_back("hidden.1.bias", torch::zeros({12}));
    ZIPPER_EXPECT_ERROR(loadTensors(odd), "key 'head.weight' has shape [5,1280], expected [5,12]");
  }

  void refusesOtherDepths() {
    NamedTensors tensors = readSafetensors(fixture("timm.safetensors")).tensors;
    const NamedTensors usual = tensors;
    for (const auto& [name, tensor] : usual)
      if (name.rfind("blocks.2.2.", 0) == 0) tensors.emplace_back("blocks.2.3." + name.substr(11), tensor);
    ZIPPER_EXPECT_ERROR(loadTensors(tensors),
                        "it is deeper than a MobileNet V2: 18 blocks were found instead of 17, as in mobilenetv2_110d");
  }

  void readsNamesOfNobodyKnown_data() {
    QTest::addColumn<bool>("expandFirst");
    QTest::addColumn<bool>("sorted");
    for (const bool expandFirst : {false, true})
      for (const bool sorted : {false, true}) QTest::addRow("%d %d", expandFirst, sorted) << expandFirst << sorted;
  }

  void readsNamesOfNobodyKnown() {
    QFETCH(bool, expandFirst);
    QFETCH(bool, sorted);
    MobileNetSpec spec = smallSpecOfV2();
    spec.expandFirst = expandFirst;
    spec.hidden = {{12, Activation::ReLU}};
    MobileNet network = test::randomNetwork(spec, 5);
    NamedTensors tensors;
    for (const auto& [key, tensor] : network->state()) {
      std::string name = key;
      for (const auto& [from, to] : {std::pair{"layers.", "net.b"},
                                     {"stem.", "net.a."},
                                     {"expand", "1"},
                                     {"depthwise", "2"},
                                     {"project", "3"},
                                     {"pointwise", "4"},
                                     {"hidden.1", "net.y"},
                                     {"head", "net.z"}})
        if (const auto at = name.find(from); at != std::string::npos) name.replace(at, std::strlen(from), to);
      tensors.emplace_back(name, tensor.detach().clone());
    }
    if (sorted)
      std::sort(tensors.begin(), tensors.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    LoadedModel model = loadTensors(tensors);
    QCOMPARE(model.source.scheme, std::string("shapes"));
    QVERIFY(model.network->spec().architecture == Architecture::MobileNetV2);
    QVERIFY(model.network->spec().activation == Activation::ReLU6);
    for (const auto& [key, tensor] : network->state())
      QVERIFY2(torch::equal(find(model.network->state(), key), tensor), key.c_str());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestSchemesV2)
#include "test_schemes_v2.moc"
