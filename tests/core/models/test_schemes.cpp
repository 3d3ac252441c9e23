// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/expected_tensors.h"
#include "core/support/files.h"
#include "held_notes.h"
#include "support/expect_error.h"
#include "support/random_networks.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;
using test::errorOf;
using test::holds;

namespace {

/// "stem" -> `stem`, "layers.4.depthwise" -> `depthwise` with the number, ...; written out per publisher, not by the
/// table.
std::string kerasLayer(const std::string& unit) {
  if (unit == "stem") return "conv1";
  const std::string number = unit.substr(7, unit.find('.', 7) - 7);
  return (unit.find("depthwise") != std::string::npos ? "conv_dw_" : "conv_pw_") + number;
}

std::string slimLayer(const std::string& unit, const std::string& task) {
  if (unit == "stem") return "Conv2d_0" + task;
  const std::string number = unit.substr(7, unit.find('.', 7) - 7);
  const bool depthwise = unit.find("depthwise") != std::string::npos;
  return "Conv2d_" + number + (depthwise ? "_depthwise" : "_pointwise") + task;
}

const std::map<std::string, std::string> bnNames{
    {"weight", "gamma"}, {"bias", "beta"}, {"running_mean", "moving_mean"}, {"running_var", "moving_variance"}};

/// A network as TensorFlow has it: HWIO, depthwise HWCM, head (1,1,C,N). `bare`: the head as a dense layer [C,N].
NamedTensors tensorFlowState(MobileNet& network, bool slim, const std::string& prefix, const std::string& task,
                             bool dense = false) {
  NamedTensors result;
  for (const auto& [key, tensor] : network->state()) {
    const std::size_t dot = key.rfind('.', key.rfind('.') - 1);
    const std::string unit = key.substr(0, dot), leaf = key.substr(key.rfind('.') + 1);
    std::string name;
    torch::Tensor value = tensor.detach().clone();
    if (key.rfind("head.", 0) == 0) {
      const std::string head = slim ? "Logits" + task + "/Conv2d_1c_1x1/" : "conv_preds/";
      name = head + (leaf == "weight" ? (slim ? "weights" : "kernel") : (slim ? "biases" : "bias"));
      if (leaf == "weight") value = dense ? value.t() : value.t().reshape({1, 1, value.size(1), value.size(0)});
    } else if (key.find(".bn.") != std::string::npos) {
      name = (slim ? slimLayer(unit, task) + "/BatchNorm/" : kerasLayer(unit) + "_bn/") + bnNames.at(leaf);
    } else {
      const bool depthwise = unit.find("depthwise") != std::string::npos;
      value = depthwise ? value.permute({2, 3, 0, 1}) : value.permute({2, 3, 1, 0});
      name = slim ? slimLayer(unit, task) + (depthwise ? "/depthwise_weights" : "/weights")
                  : kerasLayer(unit) + (depthwise ? "/depthwise_kernel" : "/kernel");
    }
    result.emplace_back(prefix + name, value.contiguous());
  }
  return result;
}

}  // namespace

/// Files that Python's PyTorch wrote, out of modules with the names of their publishers, against what these modules
/// compute; and all ways of saving them.
class TestSchemes : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  test::CraftedFiles files_;

  std::filesystem::path fixture(const QString& name) const { return folder_.filePath(name).toStdString(); }

  double errorOf_(const QString& model, const QString& expected, const SpecOverrides& overrides = {}) {
    return test::errorOfModel(fixture(model), readSafetensors(fixture(expected + ".expected")).tensors, overrides);
  }

  void expectLogits(const QString& model, const QString& expected, const SpecOverrides& overrides = {}) {
    const double error = errorOf_(model, expected, overrides);
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
  }

  LoadedModel loadTensors(const NamedTensors& tensors, const SpecOverrides& overrides = {}) {
    writeSafetensors(files_.path("x.safetensors"), tensors, {});
    return loadModel(files_.path("x.safetensors"), overrides);
  }

  static void expectState(MobileNet& found, MobileNet& expected) {
    for (const auto& [key, tensor] : expected->state())
      QVERIFY2(torch::equal(find(found->state(), key), tensor), key.c_str());
  }

 private Q_SLOTS:
  void initTestCase() {
    const std::string problem = test::makeFixtures("make_scheme_fixtures.py", folder_.path());
    QVERIFY2(problem.empty(), problem.c_str());
  }

  void computesWhatPyTorchComputes_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("classes");
    QTest::addColumn<int>("classOffset");
    for (const auto& [label, width] : {std::pair{"25", 0.25}, std::pair{"50", 0.5}}) {
      for (const char* padding : {"pad1", "same"}) {
        QTest::addRow("timm %s %s", label, padding)
            << QString("timm-%1-%2.pt").arg(label, padding) << "timm" << width << 12 << 0;
        QTest::addRow("hugging-face %s %s", label, padding)
            << QString("hugging-face-%1-%2.safetensors").arg(label, padding) << "hugging-face" << width << 1001 << 1;
      }
      QTest::addRow("backbone %s", label)
          << QString("backbone-%1-same.pt").arg(label) << "hugging-face-backbone" << width << 0 << 0;
      QTest::addRow("kuangliu %s", label)
          << QString("kuangliu-%1-pad1.pt").arg(label) << "kuangliu" << width << 10 << 0;
      QTest::addRow("marvis %s", label) << QString("marvis-%1-pad1.pt").arg(label) << "marvis" << width << 15 << 0;
    }
  }

  void computesWhatPyTorchComputes() {
    QFETCH(QString, file);
    QFETCH(QString, scheme);
    const QString name = file.section('.', 0, 0);
    const Padding padding = file.contains("same") ? Padding::Same : Padding::Pad1;
    SpecOverrides overrides;
    const LoadedModel usual = loadModel(fixture(file));
    // Only where the file is not what its publisher's files are.
    if (usual.network->spec().padding != padding) overrides.padding = padding;
    expectLogits(file, name, overrides);
    const MobileNetSpec spec = usual.network->spec();
    QCOMPARE(usual.source.scheme, scheme.toStdString());
    QTEST(spec.width, "width");
    QTEST(spec.classes, "classes");
    QTEST(spec.classOffset, "classOffset");
    QVERIFY(holds(usual.source.notes, "guessed: " + toString(spec.padding)));
    QVERIFY(holds(usual.source.notes, spec.classes > 0 ? "classes" : "no head: a backbone"));
    QCOMPARE(holds(usual.source.notes, "class offset guessed: 1"), spec.classOffset == 1);
    // The comparison would notice the other padding.
    overrides.padding = padding == Padding::Same ? Padding::Pad1 : Padding::Same;
    QVERIFY(errorOf_(file, name, overrides) > 0.01);
  }

  void readsAllWaysOfSaving_data() {
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("note");
    QTest::newRow("checkpoint") << "checkpoint"
                                << "PyTorch"
                                << "outside of 'state_dict.module.'";
    QTest::newRow("parameters") << "parameters"
                                << "PyTorch"
                                << "27 keys num_batches_tracked were ignored";
    QTest::newRow("protocol4") << "parameters"
                               << "PyTorch"
                               << "";
    QTest::newRow("float16") << "float16"
                             << "PyTorch"
                             << "137 tensors converted from Half to float32";
    QTest::newRow("bfloat16") << "bfloat16"
                              << "PyTorch"
                              << "137 tensors converted from BFloat16 to float32";
    QTest::newRow("float64") << "float64"
                             << "PyTorch"
                             << "137 tensors converted from Double to float32";
    QTest::newRow("strides") << "strides"
                             << "PyTorch"
                             << "";
    QTest::newRow("folded") << "folded"
                            << "PyTorch"
                            << "batch normalization is folded into 27 convolutions";
    QTest::newRow("script") << "parameters"
                            << "TorchScript"
                            << "";
    QTest::newRow("traced") << "parameters"
                            << "TorchScript"
                            << "";
    QTest::newRow("legacy") << "parameters"
                            << "PyTorch"
                            << "";
    for (const char* file : {"module", "module-parallel", "module-legacy", "module-nested", "module-attributes"})
      QTest::newRow(file) << "parameters"
                          << "PyTorch"
                          << "instead of a state dict: its tensors were read, its code was not run";
    QTest::newRow("subclass") << "parameters"
                              << "PyTorch"
                              << "";
    QTest::newRow("namespace") << "parameters"
                               << "PyTorch"
                               << "nothing in a file is run: 'args' (argparse.Namespace)";
    // NumPy 2 (Debian 13) calls its scalar numpy._core.multiarray.scalar.
    QTest::newRow("extras") << "extras"
                            << "PyTorch"
                            << "'extras.args' (argparse.Namespace), 'extras.accuracy' (numpy.";
    QTest::newRow("extras-legacy") << "extras"
                                   << "PyTorch"
                                   << "'extras.args' (argparse.Namespace)";
    QTest::newRow("timm-100h") << "timm-100h"
                               << "PyTorch"
                               << "and with them the head";
  }

  void readsAllWaysOfSaving() {
    QFETCH(QString, expected);
    QFETCH(QString, format);
    QFETCH(QString, note);
    const QString file = QString(QTest::currentDataTag()) + ".pt";
    const LoadedModel model = loadModel(fixture(file));
    QCOMPARE(model.source.format, format.toStdString());
    QCOMPARE(model.source.scheme, std::string("timm"));
    QCOMPARE(model.source.sha256, sha256OfFile(fixture(file)));
    QVERIFY(note.isEmpty() || holds(model.source.notes, note.toStdString()));
    expectLogits(file, expected);
  }

  void keepsTextsAsMetadata() {
    QCOMPARE(loadModel(fixture("checkpoint.pt")).source.metadata.at("arch"), std::string("mobilenetv1"));
    QCOMPARE(loadModel(fixture("kuangliu-25-pad1.pt")).source.metadata.at("acc"), std::string("91.25"));
    QCOMPARE(loadModel(fixture("script.pt")).source.metadata.at("author"), std::string("me"));
    QCOMPARE(loadModel(fixture("namespace.pt")).source.metadata.at("args.lr"), std::string("0.1"));
    QCOMPARE(loadModel(fixture("module-nested.pt")).source.metadata.at("epoch"), std::string("3"));
  }

  void takesAveragesOnlyOnRequest() {
    SpecOverrides overrides;
    overrides.useEma = true;
    expectLogits("checkpoint.pt", "checkpoint-ema", overrides);
    expectLogits("module-nested.pt", "checkpoint-ema", overrides);
    QVERIFY(errorOf_("checkpoint.pt", "checkpoint-ema") > 0.01);
    QVERIFY(holds(loadModel(fixture("checkpoint.pt"), overrides).source.notes, "moving averages (EMA)"));
    ZIPPER_EXPECT_ERROR(loadModel(fixture("parameters.pt"), overrides), "holds no moving averages");
  }

  void takesTheChosenOneOfSeveral() {
    ZIPPER_EXPECT_ERROR(loadModel(fixture("several.pt")), "holds several networks: 'teacher.', 'student.'");
    SpecOverrides overrides;
    overrides.part = "student";
    expectLogits("several.pt", "checkpoint-ema", overrides);
    overrides.part = "teacher";
    expectLogits("several.pt", "parameters", overrides);
  }

  void saysWhatToDo_data() {
    QTest::addColumn<QString>("message");
    QTest::newRow("frozen") << "frozen modules keep their weights without names";
    QTest::newRow("efficientnet")
        << "this is an EfficientNet (torchvision); only MobileNet V1, V2 and V3 can be merged";
  }

  void saysWhatToDo() {
    QFETCH(QString, message);
    const auto path = fixture(QString(QTest::currentDataTag()) + ".pt");
    ZIPPER_EXPECT_ERROR(loadModel(path), message.toStdString());
    QCOMPARE(errorOf([&] { loadModel(path); }).rfind(path.string() + ": ", 0), std::size_t(0));
  }

  void convertsTheLayoutsOfTensorFlow_data() {
    QTest::addColumn<bool>("slim");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("task");
    QTest::newRow("keras") << false << ""
                           << "";
    QTest::newRow("keras in a model") << false << "mobilenet_1.00_224/"
                                      << "";
    QTest::newRow("slim") << true << "MobilenetV1/"
                          << "";
    QTest::newRow("slim, another scope") << true << "MobilenetV1_cubs_cropped/"
                                         << "";
    QTest::newRow("slim, a task") << true << "MobilenetV1_M/"
                                  << "_flowers_102";
  }

  void convertsTheLayoutsOfTensorFlow() {
    QFETCH(bool, slim);
    QFETCH(QString, prefix);
    QFETCH(QString, task);
    for (const bool dense : {false, true}) {
      MobileNet network = test::randomNetwork(test::smallSpec(0.125, 32, 5), 3);
      LoadedModel model = loadTensors(tensorFlowState(network, slim, prefix.toStdString(), task.toStdString(), dense));
      QCOMPARE(model.source.scheme, std::string(slim ? "tf-slim" : "keras"));
      QVERIFY(model.network->spec().padding == Padding::Same);
      QCOMPARE(model.network->spec().bnEpsilon, 1e-3);
      expectState(model.network, network);
    }
  }

  void takesOneTaskOfAMergedCheckpoint() {
    MobileNet a = test::randomNetwork(test::smallSpec(0.125, 32, 5), 3), b = test::randomNetwork(a->spec(), 4);
    for (const int layer : {1, 2}) b->pointwise(layer)->share(*a->pointwise(layer));
    NamedTensors file = tensorFlowState(a, true, "M/", "_a");
    for (auto& entry : tensorFlowState(b, true, "M/", "_b")) file.push_back(entry);
    for (const char* layer : {"Conv2d_1_pointwise", "Conv2d_2_pointwise"})
      for (auto entry = file.begin(); entry != file.end();) {
        std::string& name = entry->first;
        const auto at = name.find(std::string(layer) + "_a/");
        if (at != std::string::npos) name.erase(at + std::strlen(layer), 2);
        entry = name.find(std::string(layer) + "_b/") != std::string::npos ? file.erase(entry) : entry + 1;
      }
    SpecOverrides overrides;
    overrides.part = "b";
    MobileNet found = loadTensors(file, overrides).network;
    expectState(found, b);
    ZIPPER_EXPECT_ERROR(loadTensors(file), "holds several networks: 'M/_a', 'M/_b'");
  }

  void movesBiasesIntoBatchNormalization() {
    MobileNet network = test::randomNetwork(test::smallSpec(0.125, 32, 5), 3);
    NamedTensors tensors = deepCopy(network->state());
    for (auto& [key, tensor] : tensors)
      if (key == "layers.3.pointwise.bn.running_mean") tensor = tensor + 0.5;
    tensors.emplace_back("layers.3.pointwise.conv.bias", torch::full({16}, 0.5));
    LoadedModel model = loadTensors(tensors);
    QVERIFY(holds(model.source.notes, "1 bias of a convolution was moved into batch normalization"));
    QVERIFY(torch::allclose(model.network->pointwise(3)->bn->running_mean, network->pointwise(3)->bn->running_mean));
    tensors.back().second = torch::full({15}, 0.5);
    ZIPPER_EXPECT_ERROR(loadTensors(tensors), "key 'layers.3.pointwise.conv.bias' has shape [15], expected [16]");
  }

  void replacesWhatTheUserKnowsBetter() {
    SpecOverrides wishes;
    wishes.inputSize = 96;
    wishes.stemStride = 1;
    wishes.activation = Activation::ReLU;
    wishes.padding = Padding::Same;
    wishes.bnEpsilon = 1e-4;
    wishes.classOffset = 2;
    wishes.mean = {0.1, 0.2, 0.3};
    wishes.std = {0.25};
    wishes.channelOrder = ChannelOrder::BGR;
    const LoadedModel model = loadModel(fixture("timm-25-pad1.pt"), wishes);
    MobileNetSpec spec = model.network->spec();
    QCOMPARE(spec.inputSize, 96);
    QCOMPARE(spec.stemStride, 1);
    QVERIFY(spec.activation == Activation::ReLU && spec.padding == Padding::Same);
    QCOMPARE(spec.bnEpsilon, 1e-4);
    QCOMPARE(spec.classOffset, 2);
    QCOMPARE(spec.normalization.mean, (std::vector<double>{0.1, 0.2, 0.3}));
    QCOMPARE(spec.normalization.std, std::vector<double>{0.25});
    QVERIFY(spec.normalization.order == ChannelOrder::BGR);
    QVERIFY(holds(model.source.notes, "stem stride chosen: 1"));
    QVERIFY(holds(model.source.notes, "normalization mean chosen: 0.1,0.2,0.3"));
    QVERIFY(!holds(model.source.notes, "stem stride guessed"));
    wishes.inputSize = 9;
    ZIPPER_EXPECT_ERROR(loadModel(fixture("timm-25-pad1.pt"), wishes), "input size: 9 found, 32 to 4096 expected");
  }

  void replacesWhatTheFileSays() {
    MobileNet network(test::smallSpec(0.125, 32, 5), 3);
    saveModel(files_.path("own"), network);
    SpecOverrides wishes;
    wishes.inputSize = 64;
    const LoadedModel model = loadModel(files_.path("own"), wishes);
    QCOMPARE(model.network->spec().inputSize, 64);
    QCOMPARE(model.source.notes, std::vector<std::string>{"input size chosen: 64"});
  }

  void guessesTheInputSizeFromTheName() {
    for (const auto& [name, size] : {std::pair{"mobilenet_v1_0.25_160.pt", 160},
                                     {"net-192-final.pt", 192},
                                     {"run1280_5.pt", 224},
                                     {"mobilenet.pt", 224}}) {
      std::filesystem::copy_file(fixture("parameters.pt"), files_.path(name));
      const LoadedModel model = loadModel(files_.path(name));
      QCOMPARE(model.network->spec().inputSize, size);
      QCOMPARE(holds(model.source.notes, "(from the file's name)"), size != 224);
    }
  }

  void opensQuickly() {
    MobileNetSpec spec;
    MobileNet network(spec, 1);
    saveModel(files_.path("big.safetensors"), network);
    loadModel(files_.path("big.safetensors"));
    QElapsedTimer timer;
    timer.start();
    loadModel(files_.path("big.safetensors"));
    qInfo("width 1.0, %lld bytes: %lld ms",
          static_cast<long long>(QFileInfo(QString::fromStdString(files_.path("big.safetensors").string())).size()),
          static_cast<long long>(timer.elapsed()));
    // Ten times what it takes on an idle machine.
    QVERIFY(timer.elapsed() < 3000);
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestSchemes)
#include "test_schemes.moc"
