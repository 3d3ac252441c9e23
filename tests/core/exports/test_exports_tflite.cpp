// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/exports/class_labels.h"
#include "core/exports/quantized_run.h"
#include "support/expect_error.h"
#include "support/npm_packages.h"
#include "support/test_program.h"
#include "tfjs_networks.h"
#include "tflite_metadata_schema_generated.h"
#include "tflite_runtimes.h"
#include "tflite_schema_generated.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr auto tfliteFloat = ExportPrecision::Float32, tfliteHalf = ExportPrecision::Float16,
               tfliteInt8 = ExportPrecision::Int8;

/// Tasks of V1 with strides of 2 on even sizes. The second one has factors that are negative.
MergedNetwork tasksOfV1(int count, BnPolicy policy, Padding padding, int trunk) {
  std::vector<MobileNetSpec> specs;
  for (int t = 0; t < count; ++t) {
    MobileNetSpec spec = smallSpec(0.25, 32, 3 + t);
    spec.padding = padding;
    if (t == 1 && policy == BnPolicy::PerTask && trunk == 0) spec.activation = Activation::ReLU;
    specs.push_back(spec);
  }
  MergedNetwork network = mergedAt({1, 2, 3, 13}, specs, policy, trunk);
  torch::NoGradGuard noGrad;
  if (policy == BnPolicy::PerTask)
    for (ConvUnit& unit : network.task(1)->units())
      if (unit->options().normalizes) unit->bn->weight.narrow(0, 0, 1).mul_(-1);
  return network;
}

MergedNetwork pairOfV2(Padding padding, int trunk) {
  MobileNetSpec spec = smallSpec(0.25, 32, 4);
  spec.architecture = Architecture::MobileNetV2;
  spec.padding = padding;
  MobileNetSpec other = spec;
  other.classes = 5;
  other.hidden = {{6, Activation::ReLU}};
  return mergedAt({1, 2, 3, 4, 18}, {spec, other}, BnPolicy::PerTask, trunk);
}

MergedNetwork smallPairOfV3(Padding padding, int trunk) {
  return pairOfV3(Architecture::MobileNetV3Small, BnPolicy::PerTask, padding, trunk);
}

void addFloatModels(TfliteModels& models) {
  models.add("v1", tasksOfV1(2, BnPolicy::PerTask, Padding::Pad1, 0), tfliteFloat);
  models.add("v1-half", tasksOfV1(2, BnPolicy::PerTask, Padding::Pad1, 0), tfliteHalf);
  models.add("v1-trunk", tasksOfV1(2, BnPolicy::Shared, Padding::Same, 3), tfliteFloat, true);
  models.add("v1-three", tasksOfV1(3, BnPolicy::PerTask, Padding::Same, 0), tfliteFloat);
  models.add("v2", pairOfV2(Padding::Same, 0), tfliteFloat);
  models.add("v2-trunk", pairOfV2(Padding::Pad1, 2), tfliteFloat);
  models.add("v3", smallPairOfV3(Padding::Pad1, 0), tfliteFloat, true);
  models.add("v3-trunk", smallPairOfV3(Padding::Same, 3), tfliteFloat);
  models.add("v3-half", smallPairOfV3(Padding::Same, 0), tfliteHalf);
  models.add("one", livelyNetwork(narrowV3(Architecture::MobileNetV3Small, 4), 5), tfliteFloat);
  MobileNetSpec headless = smallSpec(0.25, 33, 0);
  headless.inputChannels = 1;
  headless.normalization = {{0.5}, {0.25}, ChannelOrder::RGB};
  models.add("features", livelyNetwork(headless, 6), tfliteFloat);
}

void addInt8Models(TfliteModels& models) {
  models.add("v1-int8", tasksOfV1(2, BnPolicy::PerTask, Padding::Same, 0), tfliteInt8);
  models.add("v1-three-int8", tasksOfV1(3, BnPolicy::PerTask, Padding::Same, 2), tfliteInt8, true);
  models.add("v2-int8", pairOfV2(Padding::Same, 0), tfliteInt8);
  models.add("v3-int8", smallPairOfV3(Padding::Same, 0), tfliteInt8);
  models.add("v3-trunk-int8", smallPairOfV3(Padding::Same, 3), tfliteInt8, true);
  models.add("v1-pad-int8", tasksOfV1(2, BnPolicy::PerTask, Padding::Pad1, 0), tfliteInt8);
  models.leaveOutInArmNn();
}

/// A network whose texts and conventions are in the file, with a background class.
MergedNetwork labelledPair() {
  MobileNetSpec a = smallSpec(0.25, 32, 3), b = smallSpec(0.25, 32, 2);
  a.classOffset = 1;
  a.classNames = {"", "tench\n", "ü"};
  b.normalization = {{0.25, 0.5, 0.75}, {0.5, 0.25, 0.125}, ChannelOrder::BGR};
  b.classNames = {"cat", ""};
  return mergedAt({1}, {a, b}, BnPolicy::PerTask);
}

const char* const pythonZip =
    "import sys, zipfile\n"
    "archive = zipfile.ZipFile(sys.argv[1])\n"
    "assert archive.testzip() is None\n"
    "for info in archive.infolist():\n"
    "    sys.stdout.buffer.write(info.filename.encode() + b':' + archive.read(info))\n";

}  // namespace

/// TensorFlow Lite files against the engine, in this project's own reading of them, in Arm NN and in LiteRT.
class TestExportsTflite : public QObject {
  Q_OBJECT

 private:
  TfliteModels models_;

  void addNames() const {
    QTest::addColumn<QString>("name");
    for (const WrittenTflite& model : models_.all())
      QTest::newRow(model.name.c_str()) << QString::fromStdString(model.name);
  }

 private Q_SLOTS:
  void initTestCase() {
    addFloatModels(models_);
    addInt8Models(models_);
  }

  void theFileIsTheEnginesFunction_data() { addNames(); }

  void theFileIsTheEnginesFunction() {
    QFETCH(QString, name);
    const WrittenTflite& model = models_.named(name.toStdString());
    // Outputs that don't depend on the image would agree whatever was written.
    for (const torch::Tensor& output : model.expected) QVERIFY(spreadOf(output) > 0.002);
    if (model.quantized) {
      const std::vector<torch::Tensor> engine = runQuantized(*model.quantized, inFloat64(model.images));
      QCOMPARE(engine.size(), model.expected.size());
      QCOMPARE(stepsOf(model, engine).differenceFromSame(), std::string());
      return;
    }
    const std::vector<torch::Tensor> found = runTflite(model.path, model.images);
    QCOMPARE(found.size(), model.expected.size());
    for (std::size_t t = 0; t < found.size(); ++t) QCOMPARE(difference(found[t], model.expected[t]), std::string());
  }

  void programsOwnReaderOpensThem_data() { addNames(); }

  /// Of integers as the network that they stand for; the 3 of a hard sigmoid is in a bias, rounded to its steps, which
  /// was seen to change the outputs by 1.3e-4.
  void programsOwnReaderOpensThem() {
    QFETCH(QString, name);
    const WrittenTflite& model = models_.named(name.toStdString());
    torch::NoGradGuard noGrad;
    const auto expected = model.quantized ? runGraph(dequantized(*model.quantized), model.images) : model.expected;
    for (std::size_t t = 0; t < expected.size(); ++t) {
      SpecOverrides overrides;
      if (expected.size() > 1) overrides.part = model.graph.tasks[t].letter;
      const torch::Tensor found = loadModel(model.path, overrides).network->forward(model.images[t]).logits;
      const bool isSoftmax = model.graph.nodes.back().op == GraphOp::Softmax;
      const double error = relativeError(isSoftmax ? torch::softmax(found, 1) : found, expected[t]);
      QVERIFY2(error < (model.quantized ? 5e-4 : 1e-4), qPrintable(QString::number(error)));
    }
  }

  void armNnRunsThem() {
    TfliteRuntime runtime(models_, "armnn", true);
    const auto ended = runtime.run({QFINDTESTDATA("tflite_in_armnn.py"), models_.folder()});
    if (ended == TfliteRuntime::Ended::NotThere) QSKIP("Arm NN isn't installed (Debian 12: python3-pyarmnn)");
    QVERIFY2(ended == TfliteRuntime::Ended::Fine, runtime.said().c_str());
    QCOMPARE(runtime.differenceOfAll(), std::string());
    QCOMPARE(runtime.outputs(), 28);
  }

  void liteRtRunsThem() {
    const QString modules = npmPackage("@litertjs/core@2.5.3");
    if (modules.isEmpty()) QSKIP("npm can't install @litertjs/core here");
    TfliteRuntime runtime(models_, "litert", false);
    const auto ended = runtime.run({QFINDTESTDATA("litert_page.py"), modules, models_.folder(), "60"});
    if (ended == TfliteRuntime::Ended::NotThere) QSKIP(("LiteRT was not run: " + runtime.said()).c_str());
    QVERIFY2(ended == TfliteRuntime::Ended::Fine, runtime.said().c_str());
    QCOMPARE(runtime.differenceOfAll(), std::string());
    QCOMPARE(runtime.outputs(), 34);
  }

  /// Constants that all files need besides are few: axes, zeros, 3 and 1/6.
  void sharedWeightsAreStoredOnce() {
    MergedNetwork network = tasksOfV1(2, BnPolicy::PerTask, Padding::Same, 0);
    std::uintmax_t apart = 0;
    std::int64_t apartBytes = 0;
    for (int t = 0; t < 2; ++t) {
      const std::string one = models_.file("single");
      writeTflite(one, inferenceGraph(network.task(t)), {});
      apart += std::filesystem::file_size(one);
      apartBytes += constantBytesOf(parsedTflite(one));
    }
    const InferenceGraph graph = inferenceGraph(network);
    const std::string both = models_.file("both");
    writeTflite(both, graph, {});
    const std::int64_t bytes = constantBytesOf(parsedTflite(both)), expected = bytesOfConstants(graph);
    QVERIFY(bytes >= expected && bytes < expected + 4096);
    QVERIFY(bytes < apartBytes && std::filesystem::file_size(both) < apart);
    writeTflite(both, graph, {}, tfliteHalf);
    QVERIFY(constantBytesOf(parsedTflite(both)) < expected / 2 + 4096);
  }

  /// A shared weight is stored again for a task with a negative factor alone.
  void sharedIntegersAreStoredOnce() {
    const WrittenTflite& model = models_.named("v1-int8");
    std::int64_t bytes = 0;
    for (const QuantizedConstant& constant : model.quantized->constants) bytes += constant.values.numel();
    std::map<std::size_t, std::int64_t> weights;
    for (const TfliteTensor& tensor : parsedTflite(model.path).tensors)
      if (tensor.values.defined() && tensor.type == torch::kChar) weights[tensor.buffer] = tensor.values.numel();
    std::int64_t found = 0;
    for (const auto& [buffer, count] : weights) found += count;
    QVERIFY(found <= bytes && bytes - found <= 16);  // tiny ones may be equal by chance
  }

  void textsAreInTheFile() {
    MergedNetwork network = labelledPair();
    const InferenceGraph graph = inferenceGraph(network);
    const std::string path = models_.file("labelled.tflite");
    const ExportMetadata metadata{{"zipper.recipe", R"({"a": "ü"})"}, {"zipper.specs", "{}"}};
    writeTflite(path, graph, metadata);
    const TfliteGraph model = parsedTflite(path);
    for (const auto& [key, text] : metadata) QCOMPARE(model.metadata.at(key), text);
    QCOMPARE(model.inputs.size(), std::size_t(2));
    QCOMPARE(model.inputs[1].name, std::string("image_b"));
    QCOMPARE(model.outputs[0].name, std::string("logits_a"));
    QVERIFY((model.inputs[0].mean == std::vector<float>(3, 127.5f)));
    QVERIFY((model.inputs[1].mean == std::vector<float>{63.75f, 127.5f, 191.25f}));
    QVERIFY((model.inputs[1].std == std::vector<float>{127.5f, 63.75f, 31.875f}));
    QCOMPARE(model.outputs[0].labels, std::vector<std::string>{"labels_a.txt"});
    QCOMPARE(model.files.at("labels_a.txt"), std::string("background\ntench?\nü\n"));
    QCOMPARE(model.files.at("labels_b.txt"), std::string("cat\nclass 1\n"));
    const auto labels = labelFiles(graph);
    QVERIFY((model.files == std::map<std::string, std::string>(labels.begin(), labels.end())));
    MobileNet unnamed = livelyNetwork(smallSpec(0.25, 32, 3), 1);
    QVERIFY(labelFiles(inferenceGraph(unnamed)).empty());
  }

  /// The archive behind the model, as Python reads it.
  void pythonFindsTheLabels() {
    MergedNetwork network = labelledPair();
    writeTflite(models_.file("zip.tflite"), inferenceGraph(network), {});
    QProcess python;
    python.start("/usr/bin/python3", {"-c", pythonZip, QString::fromStdString(models_.file("zip.tflite"))});
    QVERIFY(python.waitForFinished(20000));
    QCOMPARE(python.readAllStandardError(), QByteArray());
    QCOMPARE(python.readAllStandardOutput(),
             QByteArray("labels_a.txt:background\ntench?\nü\nlabels_b.txt:cat\nclass 1\n"));
  }

  /// What FlatBuffers' own verifier and the two schemas say.
  void theBytesAreOfTheFormat() {
    for (const WrittenTflite& model : models_.all()) {
      const std::string bytes = readTextFile(model.path);
      const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
      flatbuffers::Verifier verifier(data, bytes.size(), 64, 1'000'000);
      QVERIFY(tflite::VerifyModelBuffer(verifier));
      const tflite::Model& root = *tflite::GetModel(data);
      QCOMPARE(root.version(), 3u);
      for (const tflite::Buffer* buffer : *root.buffers())
        if (buffer->data() != nullptr) QCOMPARE((buffer->data()->data() - data) % 16, 0);
      for (const tflite::Metadata* entry : *root.metadata()) {
        const auto& contents = *root.buffers()->Get(entry->buffer())->data();
        if (entry->name()->str() == "min_runtime_version") QCOMPARE(int(contents.size()), 16);
        if (entry->name()->str() != "TFLITE_METADATA") continue;
        flatbuffers::Verifier inner(contents.data(), contents.size());
        QVERIFY(tflite::VerifyModelMetadataBuffer(inner));
      }
    }
  }

  /// As old as can be: of V1 the pool is the newest.
  void oldRuntimesAreEnough() {
    for (const auto& [name, expected] :
         {std::pair{"v1", "1.6.0"}, {"v1-half", "1.15.0"}, {"v1-int8", "1.14.0"}, {"v3", "1.15.0"}}) {
      const std::string version = parsedTflite(models_.named(name).path).metadata.at("min_runtime_version");
      QCOMPARE(version.substr(0, version.find('\0')), std::string(expected));
    }
  }

  void theNamesAreThoseAskedFor() {
    MobileNet network = livelyNetwork(smallSpec(0.25, 32, 3), 1);
    const InferenceGraph graph = inferenceGraph(network, {{"photo"}, {"dog.or-cat"}, true});
    writeTflite(models_.file("names"), graph, {});
    const TfliteGraph model = parsedTflite(models_.file("names"));
    QCOMPARE(model.inputs.at(0).name, std::string("photo"));
    QCOMPARE(model.outputs.at(0).name, std::string("dog.or-cat"));
    QCOMPARE(model.tensors[std::size_t(model.outputs[0].tensor)].name, std::string("dog.or-cat"));
    QVERIFY(model.files.empty());
    ZIPPER_EXPECT_ERROR(writeTflite(models_.file("names"), graph, {}, tfliteInt8), "a quantized graph");
  }

  /// Weights that float16 can't hold stay as they are.
  void largeWeightsStayFloat32() {
    MobileNet network = livelyNetwork(smallSpec(0.25, 32, 3), 1);
    torch::NoGradGuard noGrad;
    network->head->bias.fill_(1e6);
    writeTflite(models_.file("large"), inferenceGraph(network), {}, tfliteHalf);
    const torch::Tensor found = runTflite(models_.file("large"), {randomImages(network->spec(), 2)}).at(0);
    QVERIFY(found.isfinite().all().item<bool>() && found.min().item<float>() > 9e5f);
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestExportsTflite)
#include "test_exports_tflite.moc"
