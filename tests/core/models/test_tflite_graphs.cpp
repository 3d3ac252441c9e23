// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/exports/graph_run.h"
#include "core/models/model_file.h"
#include "held_notes.h"
#include "keras_tflite.h"
#include "support/expect_error.h"
#include "support/lively_networks.h"
#include "support/python_reference.h"
#include "support/test_program.h"

using namespace zipper;
using test::CraftedTflite;
using test::holds;
using test::KerasTfliteStyle;
using test::TfliteWeightsKind;

namespace {

MobileNetSpec plainTfliteSpec(Architecture architecture, Padding padding = Padding::Same) {
  MobileNetSpec spec = test::smallSpec(architecture == Architecture::MobileNetV1 ? 0.25 : 0.35, 64, 7);
  spec.architecture = architecture;
  spec.padding = padding;
  if (!isV3(architecture)) return spec;
  spec.activation = Activation::ReLU;
  spec.hidden = {{20, Activation::HardSwish}};
  return spec;
}

MobileNet tfliteNetwork(const MobileNetSpec& spec, std::uint64_t seed) {
  return isV3(spec.architecture) ? test::settledNetwork(spec, seed) : test::livelyNetwork(spec, seed);
}

struct TfliteCase {
  const char* name;
  MobileNetSpec spec;
  KerasTfliteStyle style;
};

std::vector<TfliteCase> tfliteCases() {
  const Architecture v1 = Architecture::MobileNetV1, v2 = Architecture::MobileNetV2,
                     v3 = Architecture::MobileNetV3Small;
  std::vector<TfliteCase> cases;
  const auto add = [&](const char* name, const MobileNetSpec& spec, auto change) {
    TfliteCase one{name, spec, {}};
    change(one.style);
    cases.push_back(one);
  };
  add("v1 keras", plainTfliteSpec(v1), [](auto& s) { s.padNodes = true; });
  add("v1 slim", plainTfliteSpec(v1), [](auto& s) { s.linearConvolutions = s.poolNodes = true; });
  add("v1 torch", plainTfliteSpec(v1, Padding::Pad1), [](auto& s) { s.softmax = false; });
  add("v1 half", plainTfliteSpec(v1), [](auto& s) { s.weights = TfliteWeightsKind::Float16; });
  add("v1 uint8", plainTfliteSpec(v1), [](auto& s) { s.weights = TfliteWeightsKind::UInt8; });
  add("v1 int8", plainTfliteSpec(v1), [](auto& s) { s.weights = TfliteWeightsKind::Int8PerChannel; });
  add("v2 keras", plainTfliteSpec(v2), [](auto& s) { s.padNodes = s.poolNodes = true; });
  add("v2 torch", plainTfliteSpec(v2, Padding::Pad1), [](auto&) {});
  add("v2 int8", plainTfliteSpec(v2), [](auto& s) {
    s.weights = TfliteWeightsKind::Int8PerChannel;
    s.integerInput = true;
  });
  add("v3 keras", plainTfliteSpec(v3), [](auto& s) { s.padNodes = s.rescales = s.linearConvolutions = true; });
  add("v3 nodes", plainTfliteSpec(v3), [](auto& s) { s.hardSwishNodes = s.linearConvolutions = true; });
  add("v3 half", plainTfliteSpec(v3), [](auto& s) { s.weights = TfliteWeightsKind::Float16; });
  add("v3 int8", plainTfliteSpec(v3), [](auto& s) {
    s.weights = TfliteWeightsKind::Int8PerChannel;
    s.linearConvolutions = true;
  });
  MobileNetSpec odd = plainTfliteSpec(v2, Padding::Pad1);  // some sizes are odd, where all pad in one way
  odd.inputSize = 44;
  odd.stemStride = 1;
  add("v2 odd", odd, [](auto&) {});
  MobileNetSpec grey = plainTfliteSpec(v1);
  grey.inputChannels = 1;
  grey.normalization = {{0.5}, {0.5}, ChannelOrder::RGB};
  add("v1 grey", grey, [](auto&) {});
  return cases;
}

}  // namespace

/// What TensorFlow's converter writes is opened, what others write isn't.
class TestTfliteGraphs : public QObject {
  Q_OBJECT

 private:
  test::CraftedFiles files_;

  std::filesystem::path write(const CraftedTflite& model, const std::string& name = "model.tflite") {
    return files_.write(name, model.bytes());
  }

 private Q_SLOTS:
  void opensWhatConvertersWrite_data() {
    QTest::addColumn<int>("place");
    const auto cases = tfliteCases();
    for (std::size_t i = 0; i < cases.size(); ++i) QTest::newRow(cases[i].name) << int(i);
  }
  void opensWhatConvertersWrite() {
    QFETCH(int, place);
    torch::NoGradGuard noGrad;
    const TfliteCase one = tfliteCases().at(std::size_t(place));
    MobileNet original = tfliteNetwork(one.spec, 3);
    InferenceGraph graph = inferenceGraph(original);
    const auto path = write(test::KerasTflite(graph, one.style).write());
    LoadedModel model = loadModel(path);
    const MobileNetSpec spec = model.network->spec();
    QVERIFY(spec.architecture == one.spec.architecture && spec.padding == one.spec.padding);
    QVERIFY(spec.activation == one.spec.activation && spec.hidden == one.spec.hidden);
    QCOMPARE(spec.stemStride, one.spec.stemStride);
    QCOMPARE(spec.inputSize, one.spec.inputSize);
    QCOMPARE(spec.classes, one.spec.classes);
    QCOMPARE(model.source.format, std::string("TensorFlow Lite"));
    torch::manual_seed(5);
    const torch::Tensor images = test::randomImages(one.spec, 3);
    const torch::Tensor expected = runGraph(graph, {images}).front();
    QVERIFY(test::spreadOf(expected) > 0.001);
    const double error = test::relativeError(model.network->forward(images).logits, expected);
    QVERIFY2(error < 1e-4, std::to_string(error).c_str());
    checkNotes(one, model);
  }

  void checkNotes(const TfliteCase& one, const LoadedModel& model) {
    const auto& notes = model.source.notes;
    const bool integers =
        one.style.weights == TfliteWeightsKind::UInt8 || one.style.weights == TfliteWeightsKind::Int8PerChannel;
    QCOMPARE(holds(notes, "its weights are integers of 8 bits"), integers);
    QCOMPARE(holds(notes, "its weights are float16"), one.style.weights == TfliteWeightsKind::Float16);
    QCOMPARE(holds(notes, "the Softmax at its end is left out"), one.style.softmax);
    const bool told = one.style.rescales || one.style.integerInput;
    QCOMPARE(holds(notes, "not in the file, guessed: normalization"), !told);
    const Normalization& found = model.network->spec().normalization;
    if (one.style.rescales) QVERIFY(std::abs(found.mean.at(0) - 0.5) < 1e-6 && std::abs(found.std.at(0) - 0.5) < 1e-6);
    if (!one.style.integerInput) return;
    QVERIFY(holds(notes, "read from the quantization of its input: normalization"));
    QVERIFY(std::abs(found.mean.at(0) - 127.0 / 255) < 1e-6 && std::abs(found.std.at(0) - 0.5) < 1e-6);
  }

  void refusesOtherNetworks_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* kind, const char* message) { QTest::newRow(kind) << kind << message; };
    row("another operator",
        "MobileNet V1: a Conv was expected for layers.5.depthwise, found GELU 'layers.5.depthwise'");
    row("custom operator", "found custom operator Sampling 'layers.5.depthwise'");
    row("activation", "found RELU_N1_TO_1 'layers.1.depthwise'");
    row("pooling", "found MAX_POOL_2D 'layers.5.depthwise'");
    row("no input", "GELU 'layers.5.depthwise' has no input");
    row("small window", "found AVERAGE_POOL_2D 'pool'");
    row("int4", "CONV_2D 'stem' has weights of type INT4, which isn't read");
    row("no scale", "tensor 'stem' holds 8-bit integers without a scale");
    row("few inputs", "CONV_2D 'stem' has no input 1");
    row("no outputs", "it has 0 outputs");
    row("flattened", "makes every pixel of the feature map an input of the head");
    row("transformer", "MobileNet V1, V2 or V3: it has no convolutions; it begins with FULLY_CONNECTED");
  }
  void refusesOtherNetworks() {
    QFETCH(QString, kind);
    QFETCH(QString, message);
    KerasTfliteStyle style;
    style.poolNodes = kind == "small window" || kind == "flattened";
    CraftedTflite model = kind == "transformer" ? twoLinearLayers() : test::craftedV1(style);
    change(model, kind);
    const std::string found = test::errorOf([&] { loadModel(write(model)); });
    QVERIFY2(found.find(message.toStdString()) != std::string::npos, found.c_str());
    QVERIFY(found.find('\n') == std::string::npos);
  }

  /// Shared constants don't multiply in memory.
  void refusesBombs() {
    CraftedTflite model;
    auto maps = model.computed("image", {1, 8, 8, 256});
    model.inputs = {maps};
    const std::string zeros(std::size_t(256) * 256, '\0');
    for (int i = 0; i < 200; ++i) {
      test::CraftedTensor weights;
      weights.name = "weights";
      weights.shape = {256, 1, 1, 256};
      weights.type = tflite::TensorType::INT8;
      weights.data = zeros;
      weights.scales = {0.1F};
      const auto weight = model.add(weights), next = model.computed("maps", {1, 8, 8, 256});
      model.append(tflite::BuiltinOperator::CONV_2D, {maps, weight}, next);
      maps = next;
    }
    model.outputs = {maps};
    QVERIFY(model.bytes().size() < 300'000);
    ZIPPER_EXPECT_ERROR(loadModel(write(model)), "its weights are used so often that they would take over 8 times");
  }

 private:
  /// Operator 0 is the stem, 1 layers.1.depthwise, 9 layers.5.depthwise.
  static void change(CraftedTflite& model, const QString& kind) {
    if (kind == "transformer") return;
    using Code = tflite::BuiltinOperator;
    auto& depthwise = model.operators.at(9);
    const auto stem = std::size_t(model.operators.at(0).inputs.at(1));
    if (kind == "another operator" || kind == "no input") depthwise.code = Code::GELU;
    if (kind == "no input") depthwise.inputs.erase(depthwise.inputs.begin());
    if (kind == "pooling") depthwise.code = Code::MAX_POOL_2D;
    if (kind == "custom operator") depthwise.code = Code::CUSTOM;
    if (kind == "custom operator") depthwise.custom = "Sampling";
    if (kind == "activation") model.operators.at(1).activation = tflite::ActivationFunctionType::RELU_N1_TO_1;
    if (kind == "int4") model.tensors.at(stem).type = tflite::TensorType::INT4;
    if (kind == "no scale") {
      model.tensors.at(stem).type = tflite::TensorType::INT8;
      model.tensors.at(stem).data.resize(model.tensors.at(stem).data.size() / 4);
    }
    if (kind == "few inputs") model.operators.at(0).inputs.resize(1);
    if (kind == "no outputs") model.outputs.clear();
    for (std::size_t i = 0; i < model.operators.size() && (kind == "small window" || kind == "flattened"); ++i) {
      auto& pool = model.operators[i];
      if (pool.code != Code::AVERAGE_POOL_2D) continue;
      auto& result = model.tensors.at(std::size_t(pool.outputs[0]));
      if (kind == "flattened") pool.code = Code::RESHAPE;
      result.shape = kind == "flattened" ? std::vector<std::int32_t>{1, 4 * result.shape[3]}
                                         : std::vector<std::int32_t>{1, 2, 2, result.shape[3]};
    }
  }

  static CraftedTflite twoLinearLayers() {
    CraftedTflite model;
    const auto words = model.computed("words", {1, 8}), hidden = model.computed("hidden", {1, 4});
    const auto scores = model.computed("scores", {1, 2});
    const auto first = model.constant("first", {4, 8}, std::vector<float>(32, 1));
    const auto second = model.constant("second", {2, 4}, std::vector<float>(8, 1));
    model.append(tflite::BuiltinOperator::FULLY_CONNECTED, {words, first, -1}, hidden);
    model.append(tflite::BuiltinOperator::FULLY_CONNECTED, {hidden, second, -1}, scores);
    model.inputs = {words};
    model.outputs = {scores};
    return model;
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTfliteGraphs)
#include "test_tflite_graphs.moc"
