// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/exports/stored_zip.h"
#include "core/exports/tflite_writer.h"
#include "core/models/export_metadata.h"
#include "core/models/model_file.h"
#include "core/models/naming_schemes.h"
#include "held_notes.h"
#include "keras_tflite.h"
#include "support/expect_error.h"
#include "support/lively_networks.h"
#include "support/python_reference.h"
#include "support/test_program.h"
#include "tflite_metadata_schema_generated.h"

using namespace zipper;
using test::holds;

namespace {

MergedNetwork mergedTasks(int count, BnPolicy policy, int trunk, Padding padding) {
  std::vector<MobileNet> tasks;
  for (int t = 0; t < count; ++t) {
    MobileNetSpec spec = test::smallSpec(0.125, 32, 3 + t);
    spec.padding = padding;
    if (trunk == 0) spec.inputSize += 9 * t;
    spec.normalization.mean = {trunk == 0 ? 0.1 * t + 0.2 : 0.2, 0.3, 0.4};
    spec.classNames.assign(std::size_t(spec.classes), concat("class of ", t));
    tasks.push_back(test::livelyNetwork(spec, std::uint64_t(t) + 1));
  }
  MergedNetwork network(tasks, policy);
  for (const int layer : {1, 2, 7}) network.merge(layer);
  network.shareTrunk(trunk);
  network.train(false);
  return network;
}

/// What the metadata of a model say about its image and its output.
std::string modelMetadata(float mean, float std, const std::string& labels) {
  flatbuffers::FlatBufferBuilder out;
  const std::vector<float> means{mean}, stds{std};
  const auto options = tflite::CreateNormalizationOptionsDirect(out, &means, &stds);
  const std::vector<flatbuffers::Offset<tflite::ProcessUnit>> units{
      tflite::CreateProcessUnit(out, tflite::ProcessUnitOptions::NormalizationOptions, options.Union())};
  const std::vector<flatbuffers::Offset<tflite::AssociatedFile>> files{
      tflite::CreateAssociatedFileDirect(out, labels.c_str(), nullptr, tflite::AssociatedFileType::TENSOR_AXIS_LABELS)};
  const std::vector<flatbuffers::Offset<tflite::TensorMetadata>> inputs{
      tflite::CreateTensorMetadataDirect(out, "image", nullptr, nullptr, 0, &units)};
  const std::vector<flatbuffers::Offset<tflite::TensorMetadata>> outputs{
      tflite::CreateTensorMetadataDirect(out, "scores", nullptr, nullptr, 0, nullptr, 0, &files)};
  const std::vector<flatbuffers::Offset<tflite::SubGraphMetadata>> graphs{
      tflite::CreateSubGraphMetadataDirect(out, nullptr, nullptr, &inputs, &outputs)};
  tflite::FinishModelMetadataBuffer(out, tflite::CreateModelMetadataDirect(out, "model", nullptr, nullptr, &graphs));
  return {reinterpret_cast<const char*>(out.GetBufferPointer()), out.GetSize()};
}

}  // namespace

/// What a graph of TensorFlow Lite doesn't say, its metadata and files beside it may.
class TestTfliteMetadata : public QObject {
  Q_OBJECT

 private:
  test::CraftedFiles files_;

 private Q_SLOTS:
  void readsHowImagesArePrepared_data() {
    QTest::addColumn<float>("mean");
    QTest::addColumn<float>("std");
    QTest::addColumn<double>("foundMean");
    QTest::addColumn<double>("foundStd");
    QTest::newRow("bytes") << 127.5F << 127.5F << 0.5 << 0.5;
    QTest::newRow("as they are") << 0.F << 1.F << 0.0 << 1.0 / 255;
    QTest::newRow("to one") << 0.F << 255.F << 0.0 << 1.0;
    QTest::newRow("pixels to one") << 0.5F << 0.25F << 0.5 << 0.25;
    QTest::newRow("nonsense") << 1.F << 0.F << 0.5 << 0.5;
  }
  void readsHowImagesArePrepared() {
    QFETCH(float, mean);
    QFETCH(float, std);
    QFETCH(double, foundMean);
    QFETCH(double, foundStd);
    test::CraftedTflite crafted = test::craftedV1();
    crafted.entries = {{"TFLITE_METADATA", modelMetadata(mean, std, "scores.txt")}};
    const std::string bytes = crafted.bytes();
    crafted.behind = storedZip({{"other.txt", "x\ny\nz\n"}, {"scores.txt", "a\nb\nc\n"}}, std::uint32_t(bytes.size()));
    const LoadedModel model = loadModel(files_.write("told.tflite", crafted.bytes()));
    const Normalization& found = model.network->spec().normalization;
    QVERIFY(std::abs(found.mean.front() - foundMean) < 1e-6 && std::abs(found.std.front() - foundStd) < 1e-6);
    QCOMPARE(holds(model.source.notes, "read from its metadata: normalization mean"), std > 0);
    QCOMPARE(model.network->spec().classNames, (std::vector<std::string>{"a", "b", "c"}));
    QVERIFY(holds(model.source.notes, "class names read from 'scores.txt' in the file"));
  }

  /// Which floating-point numbers a program puts in front of a network is in its metadata, if anywhere.
  void opensItsOwnExportsOfOneTask_data() {
    QTest::addColumn<int>("precision");
    QTest::newRow("float32") << int(ExportPrecision::Float32);
    QTest::newRow("float16") << int(ExportPrecision::Float16);
    QTest::newRow("int8") << int(ExportPrecision::Int8);
  }
  void opensItsOwnExportsOfOneTask() {
    QFETCH(int, precision);
    torch::NoGradGuard noGrad;
    MobileNetSpec spec = test::smallSpec(0.35, 64, 7);
    spec.architecture = Architecture::MobileNetV3Small;
    spec.activation = Activation::ReLU;
    spec.padding = Padding::Same;
    spec.hidden = {{20, Activation::HardSwish}};
    spec.normalization = {{0.1, 0.2, 0.3}, {0.4, 0.5, 0.6}, ChannelOrder::BGR};
    spec.classNames = {"a", "b", "c", "d", "e", "f", "g"};
    MobileNet network = test::settledNetwork(spec, 4);
    GraphNames names;
    names.softmax = true;
    const InferenceGraph graph = inferenceGraph(network, names);
    const ExportMetadata metadata = withNetworkMetadata({{"zipper.recipe", "{}"}}, network);
    const auto path = files_.path("own.tflite");
    const torch::Tensor images = test::randomImages(spec, 4);
    if (precision == int(ExportPrecision::Int8))
      writeQuantizedTflite(path, quantize(graph, {images}), metadata);
    else
      writeTflite(path, graph, metadata, ExportPrecision(precision));
    LoadedModel model = loadModel(path);
    QCOMPARE(model.source.metadata.at("zipper.recipe"), std::string("{}"));
    QCOMPARE(model.network->spec().classNames, spec.classNames);
    QCOMPARE(model.network->spec().normalization.mean, spec.normalization.mean);
    QVERIFY(model.network->spec().normalization.order == ChannelOrder::BGR);
    const double error = test::relativeError(model.network->forward(images).logits, network->forward(images).logits);
    const double most = precision == int(ExportPrecision::Float32) ? 1e-4
                        : precision == int(ExportPrecision::Int8)  ? 0.3
                                                                   : 0.02;
    QVERIFY2(error < most, std::to_string(error).c_str());
  }

  void opensATaskOfItsOwnExports_data() {
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("policy");
    QTest::addColumn<int>("trunk");
    QTest::addColumn<int>("padding");
    const int same = int(Padding::Same), around = int(Padding::Pad1);
    QTest::newRow("two") << 2 << int(BnPolicy::PerTask) << 0 << same;
    QTest::newRow("like PyTorch") << 2 << int(BnPolicy::PerTask) << 0 << around;
    QTest::newRow("shared normalization") << 2 << int(BnPolicy::Shared) << 0 << same;
    QTest::newRow("three with a trunk") << 3 << int(BnPolicy::PerTask) << 2 << same;
  }
  void opensATaskOfItsOwnExports() {
    QFETCH(int, tasks);
    QFETCH(int, policy);
    QFETCH(int, trunk);
    QFETCH(int, padding);
    torch::NoGradGuard noGrad;
    MergedNetwork merged = mergedTasks(tasks, BnPolicy(policy), trunk, Padding(padding));
    GraphNames names;
    for (int t = 0; t < tasks; ++t) names.outputs.push_back(concat("what", tasks - t));  // named by people
    const auto path = files_.path("merged.tflite");
    writeTflite(path, inferenceGraph(merged, names), withNetworkMetadata({}, merged));
    for (int t = 0; t < tasks; ++t) {
      SpecOverrides overrides;
      overrides.part = std::string(1, char('a' + t));
      LoadedModel model = loadModel(path, overrides);
      MobileNet task = merged.task(t);
      const MobileNetSpec spec = model.network->spec();
      QCOMPARE(spec.classNames, task->spec().classNames);
      QCOMPARE(spec.normalization.mean, task->spec().normalization.mean);
      QVERIFY(spec.padding == task->spec().padding);
      const torch::Tensor images = test::randomImages(spec, 3);
      const double error = test::relativeError(model.network->forward(images).logits, task->forward(images).logits);
      QVERIFY2(error < 1e-4, std::to_string(error).c_str());
      QVERIFY(holds(model.source.notes, "of a merged network with the tasks a, b"));
    }
    QVERIFY(holds(loadModel(path).source.notes, "task a of a merged network with the tasks"));
    SpecOverrides other;
    other.part = "z";
    ZIPPER_EXPECT_ERROR(loadModel(path, other), "there is no part 'z'");
  }

  /// The FlatBuffer of a file that was cut off at its end is whole; its archive isn't.
  void saysThatNamesAreMissing() {
    const char* const note =
        "its metadata name the file 'scores.txt' of class names, but the archive at its end is cut";
    test::CraftedTflite crafted = test::craftedV1();
    const auto isNoted = [&](const std::string& behind) {
      crafted.behind = behind;
      const LoadedModel model = loadModel(files_.write("cut.tflite", crafted.bytes()));
      return holds(model.source.notes, note) && model.network->spec().classNames.empty();
    };
    QVERIFY(!isNoted("") && !isNoted("PK"));  // no metadata name one
    crafted.entries = {{"TFLITE_METADATA", modelMetadata(0, 255, "scores.txt")}};
    crafted.behind.clear();
    const auto place = std::uint32_t(crafted.bytes().size());
    const std::string archive = storedZip({{"scores.txt", "a\nb\nc\n"}}, place);
    QVERIFY(!isNoted(archive));
    for (const std::size_t cut : {std::size_t(1), std::size_t(22), std::size_t(60), archive.size()})
      QVERIFY2(isNoted(archive.substr(0, archive.size() - cut)), std::to_string(cut).c_str());
    std::string damaged = archive;
    damaged[damaged.find("a\nb")] = 'x';
    QVERIFY(isNoted(damaged));
    QVERIFY(isNoted(storedZip({{"other.bin", "x"}}, place)));
    files_.write("cut_labels.txt", "a\nb\nc\n");
    const LoadedModel model = loadModel(files_.path("cut.tflite"));
    std::filesystem::remove(files_.path("cut_labels.txt"));
    QVERIFY(!holds(model.source.notes, note) && model.network->spec().classNames.size() == 3);
  }

  void saysWhichListsOfNamesAreNone() {
    test::CraftedTflite crafted = test::craftedV1();
    crafted.entries = {{"TFLITE_METADATA", modelMetadata(0, 255, "scores.txt")}};
    const auto place = std::uint32_t(crafted.bytes().size());
    const auto isNoted = [&](const std::string& name, const std::string& text, const std::string& note) {
      crafted.behind = storedZip({{name, text}}, place);
      const LoadedModel model = loadModel(files_.write("lists.tflite", crafted.bytes()));
      return holds(model.source.notes, note) && model.network->spec().classNames.empty();
    };
    QVERIFY(isNoted("scores.txt", "", "'scores.txt' in the file has 0 names, but the network has 3 classes"));
    QVERIFY(isNoted("labels.txt", "", "'labels.txt' in the file has 0 names, but the network has 3 classes"));
    QVERIFY(isNoted("scores.txt", "a\na\na\n",
                    "'scores.txt' in the file has only 1 different name for 3 classes; they were left out"));
    QVERIFY(isNoted("scores.txt", std::string(1'100'000, 'a'), "'scores.txt' in the file has more than 1048576 bytes"));
    QVERIFY(!isNoted("scores.txt", std::string(1'100'000, 'a'), "cut off, damaged or without it"));
    QVERIFY(!isNoted("scores.txt", "a\na\nb\n", "different"));  // as "crane" in ImageNet
  }

  /// Names of tensors in a graph are no names of ours.
  void saysThatTheGraphTold() {
    const LoadedModel foreign = loadModel(files_.write("foreign.tflite", test::craftedV1().bytes()));
    QCOMPARE(foreign.source.scheme, std::string("graph"));
    QVERIFY(namingScheme("graph") != nullptr);
    MobileNet network = test::livelyNetwork(test::smallSpec(0.125, 32, 3), 1);
    writeTflite(files_.path("own.tflite"), inferenceGraph(network), withNetworkMetadata({}, network));
    QCOMPARE(loadModel(files_.path("own.tflite")).source.scheme, std::string("zipper"));
  }

  void findsNamesOfClasses() {
    const auto path = files_.write("birds.tflite", test::craftedV1().bytes());
    const auto namesBeside = [&](const std::string& file, const std::string& text) {
      files_.write(file, text);
      const LoadedModel model = loadModel(path);
      std::filesystem::remove(files_.path(file));
      const auto& names = model.network->spec().classNames;
      if (!names.empty() && !holds(model.source.notes, "class names read from '" + file + "' beside the file"))
        return std::vector<std::string>{"without a note"};
      return names;
    };
    const std::vector<std::string> expected{"finch", "owl", "3 tits"};
    QVERIFY(loadModel(path).network->spec().classNames.empty());
    QCOMPARE(namesBeside("labels.txt", "finch\nowl\n3 tits\n"), expected);
    QCOMPARE(namesBeside("birds_labels.txt", "0  finch\r\n1  owl\r\n2  3 tits"), expected);
    QCOMPARE(namesBeside("birds.txt", "\n0 finch\n1 owl\n2 3 tits\n\n"), expected);
    QCOMPARE(namesBeside("any_labels.txt", "finch\nowl\n3 tits\n"), expected);
    QCOMPARE(namesBeside("labels.txt", "0\n1\n2\n"), (std::vector<std::string>{"0", "1", "2"}));
    QVERIFY(namesBeside("labels.txt", "finch\nowl\n").empty());
    files_.write("labels.txt", "finch\nowl\n");
    QVERIFY(holds(loadModel(path).source.notes,
                  "'labels.txt' beside the file has 2 names, but the network has 3 classes; they were left out"));
    std::filesystem::remove(files_.path("labels.txt"));
    files_.write("one_labels.txt", "a\nb\nc\n");
    files_.write("two_labels.txt", "d\ne\nf\n");
    QVERIFY(loadModel(path).network->spec().classNames.empty());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTfliteMetadata)
#include "test_tflite_metadata.moc"
