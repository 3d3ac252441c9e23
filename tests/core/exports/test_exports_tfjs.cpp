// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/containers/tfjs_model.h"
#include "core/exports/graph_run.h"
#include "core/exports/rounded_weights.h"
#include "core/exports/tfjs_run.h"
#include "core/exports/tfjs_writer.h"
#include "core/network/task_names.h"
#include "core/support/json_reader.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "tfjs_networks.h"
#include "tfjs_runtime.h"

using namespace zipper;
using namespace zipper::test;

/// Layers models against the engine: in the own reader, in TensorFlow.js, and opened again.
class TestExportsTfjs : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  std::vector<WrittenTfjs> models_;

  std::string path(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }

  template <typename Network>
  void write(const std::string& name, Network& network, std::vector<MobileNet> tasks, const GraphNames& names,
             ExportPrecision precision, const std::string& file) {
    torch::NoGradGuard noGrad;
    std::filesystem::create_directories(path(name));
    WrittenTfjs model{name, path(name) + "/" + file, inferenceGraph(network, names), std::move(tasks), {}, {}};
    model.softmax = names.softmax;
    model.isHalf = precision == ExportPrecision::Float16;
    torch::manual_seed(std::int64_t(models_.size()) + 1);
    for (MobileNet& task : model.tasks) {
      const bool isShown = !model.images.empty() && model.graph.tasks[0].input == model.graph.tasks[1].input;
      model.images.push_back(isShown ? model.images.front() : randomImages(task->spec(), 4));
      const torch::Tensor logits = task->forward(model.images.back()).logits;
      // Outputs that don't depend on the image would agree whatever was written.
      QVERIFY2(spreadOf(logits) > 0.001, name.c_str());
      model.expected.push_back(names.softmax ? logits.softmax(1) : logits);
    }
    if (model.isHalf) {
      const auto rounded = runGraph(roundedToHalf(model.graph), model.images);
      for (std::size_t t = 0; t < rounded.size(); ++t)
        QVERIFY(relativeError(rounded[t], model.expected[t]) < (names.softmax ? 0.05 : 0.02));
      model.expected = rounded;
    }
    writeTfjs(model.path, model.graph, withNetworkMetadata(recipeOfTfjs, network), precision);
    models_.push_back(std::move(model));
  }

  void writeMerged(const std::string& name, MergedNetwork network, const GraphNames& names = {},
                   ExportPrecision precision = ExportPrecision::Float32, const std::string& file = "model.json") {
    std::vector<MobileNet> tasks;
    for (int t = 0; t < network.taskCount(); ++t) tasks.push_back(network.task(t));
    write(name, network, std::move(tasks), names, precision, file);
  }

  void writeTask(const std::string& name, const MobileNetSpec& spec, const GraphNames& names = {},
                 ExportPrecision precision = ExportPrecision::Float32) {
    MobileNet network = livelyNetwork(spec, 1);
    write(name, network, {network}, names, precision, "model.json");
  }

  const WrittenTfjs& model(const std::string& name) const {
    return *std::find_if(models_.begin(), models_.end(), [&](const WrittenTfjs& one) { return one.name == name; });
  }

  static std::string differenceOf(const WrittenTfjs& model, const std::vector<torch::Tensor>& found) {
    if (found.size() != model.expected.size()) return "another number of outputs";
    for (std::size_t t = 0; t < found.size(); ++t) {
      const std::string different = difference(found[t].view_as(model.expected[t]), model.expected[t]);
      if (!different.empty()) return concat(model.name, ", task ", t, ": ", different);
    }
    return {};
  }

 private Q_SLOTS:
  void initTestCase() {
    const GraphNames probabilities{{}, {}, true};
    writeMerged("V1", tfjsPairOfV1(Padding::Pad1));
    writeMerged("V1-same", tfjsPairOfV1(Padding::Same), probabilities, ExportPrecision::Float32, "pair of two.json");
    writeMerged("V1-half", tfjsPairOfV1(Padding::Same), {}, ExportPrecision::Float16);
    writeMerged("V1-trunk", tfjsTrunkOfV1(2, BnPolicy::PerTask));
    writeMerged("V1-three", tfjsTrunkOfV1(3, BnPolicy::Shared), probabilities);
    writeMerged("V1-layers", mergedAt({1, 2, 4}, {tinySpecV1(3), tinySpecV1(4), tinySpecV1(5)}, BnPolicy::PerTask));
    writeMerged("V2", tfjsPairOfV2(Padding::Pad1, 0));
    writeMerged("V2-trunk", tfjsPairOfV2(Padding::Same, 3), {}, ExportPrecision::Float16);
    writeMerged("V3", tfjsPairOfV3(BnPolicy::PerTask, Padding::Same, 0), probabilities);
    writeMerged("V3-shared", tfjsPairOfV3(BnPolicy::Shared, Padding::Pad1, 0));
    writeMerged("V3-trunk", tfjsPairOfV3(BnPolicy::PerTask, Padding::Same, 3));
    // Names that layers have.
    writeMerged("names", tfjsPairOfV3(BnPolicy::PerTask, Padding::Pad1, 0),
                {{"a.stem", "shared.layers.2.expand"}, {"b.head", "a.head"}, false});
    writeTask("task", oddSpec(2), {{"stem"}, {"head"}, true});
    writeTask("task-half", narrowV3(Architecture::MobileNetV3Large, 4), {}, ExportPrecision::Float16);
    writeTask("features", oddSpec(0));
  }

  void ownReaderComputesTheSame() {
    for (const WrittenTfjs& one : models_) QCOMPARE(differenceOf(one, runTfjs(one.path, one.images)), std::string());
    ZIPPER_EXPECT_ERROR(runTfjs(model("V1").path, {model("V1").images.front()}), "has 2 inputs, but there are 1");
  }

  void opensAgain() {
    torch::NoGradGuard noGrad;
    for (const WrittenTfjs& one : models_)
      for (std::size_t t = 0; t < one.tasks.size(); ++t) {
        SpecOverrides part;
        if (one.tasks.size() > 1) part.part = taskName(int(t));
        LoadedModel again = loadModel(one.path, part);
        const torch::Tensor logits = again.network->forward(one.images[t]).logits;
        QCOMPARE(difference(one.softmax ? logits.softmax(1) : logits, one.expected[t]), std::string());
        MobileNet task = one.tasks[t];
        QCOMPARE(specToJson(again.network->spec()), specToJson(task->spec()));
        QCOMPARE(again.source.format, std::string("TensorFlow.js"));
        QCOMPARE(again.source.metadata.at("zipper.recipe"), recipeOfTfjs.at("zipper.recipe"));
      }
    SpecOverrides part;
    part.part = "c";
    ZIPPER_EXPECT_ERROR(loadModel(model("V1").path, part), "the tasks a, b; there is no part 'c'");
  }

  /// What tasks share is the same when each is opened alone.
  void keepsSharedWeights() {
    SpecOverrides first, second;
    first.part = "a";
    second.part = "b";
    const NamedTensors a = loadModel(model("V3").path, first).network->state();
    const NamedTensors b = loadModel(model("V3").path, second).network->state();
    for (const char* key : {"layers.5.expand.conv.weight", "layers.5.squeeze.conv.weight",
                            "layers.5.excite.conv.weight", "layers.5.project.conv.weight"})
      QVERIFY2(torch::equal(find(a, key), find(b, key)), key);
    QVERIFY(!torch::equal(find(a, "layers.5.squeeze.bias"), find(b, "layers.5.squeeze.bias")));
    QVERIFY(!torch::equal(find(a, "layers.4.expand.conv.weight"), find(b, "layers.4.expand.conv.weight")));
  }

  /// The backend of JavaScript, with layers of TensorFlow.js alone. All models in one process, and one that was made
  /// by others.
  void tensorFlowJsRunsThem() {
    TfjsRuntime runtime;
    if (!runtime.isInstalled()) QSKIP("TensorFlow.js can't be installed with npm");
    for (const WrittenTfjs& one : models_) runtime.add(one.name, one.path, one.imagesOfInputs());
    const QString food = ZIPPER_TESTS "/../../shared/data/teachable_machine/food_tfjs/model.json";
    torch::manual_seed(1);
    const torch::Tensor images = torch::rand({3, 3, 224, 224}) * 2 - 1;
    const bool hasFood = QFile::exists(food);
    if (hasFood) runtime.add("food", food.toStdString(), {images});
    QCOMPARE(runtime.run(ZIPPER_TESTS "/core/exports/run_tfjs.js"), std::string());
    for (const WrittenTfjs& one : models_) {
      const auto result = runtime.resultOf(one.name);
      QCOMPARE(differenceOf(one, result.tensors), std::string());
      QCOMPARE(result.inputs.size(), int(one.imagesOfInputs().size()));
      for (std::size_t t = 0; t < one.graph.tasks.size(); ++t) {
        const auto nameOf = [&](int value) {
          return QString::fromStdString(one.graph.values[std::size_t(value)].name);
        };
        const GraphTask& task = one.graph.tasks[t];
        QCOMPARE(result.outputs[int(t)].toString(), nameOf(task.output));
        QVERIFY(result.inputs.contains(nameOf(task.input)));
      }
    }
    if (!hasFood) QSKIP("../shared/data/teachable_machine is not there");
    torch::NoGradGuard noGrad;
    LoadedModel loaded = loadModel(food.toStdString());
    const torch::Tensor expected = loaded.network->forward(images).logits.softmax(1);
    const auto found = runtime.resultOf("food").tensors;
    QCOMPARE(difference(found.at(0).view_as(expected), expected), std::string());
  }

  /// But for the mean and variance of each normalization of a task, the files hold what the graph holds.
  void storesSharedWeightsOnce() {
    for (const WrittenTfjs& one : models_) {
      const TensorFile file = readTfjs(one.path);
      std::int64_t values = 0;
      std::uintmax_t bytes = 0;
      for (const auto& [name, tensor] : file.tensors)
        if (name.find("/moving_") == std::string::npos)
          values += tensor.numel();
        else
          bytes += std::uintmax_t(tensor.numel()) * (one.isHalf ? 2 : 4);
      QCOMPARE(values * 4, bytesOfConstants(one.graph));
      std::uintmax_t found = 0;
      for (const auto& other : file.otherFiles) found += std::filesystem::file_size(other);
      QCOMPARE(found, bytes + std::uintmax_t(values) * (one.isHalf ? 2 : 4));
      const std::string json = readTextFile(one.path);
      QCOMPARE(json.find(R"("quantization":{"dtype":"float16")") != std::string::npos, one.isHalf);
      QCOMPARE(json.rfind(R"({"format":"layers-model")", 0), std::size_t(0));
    }
  }

  void namesItsFiles() {
    const InferenceGraph& graph = model("V1").graph;
    const auto namesOf = [&](const std::string& fileName) {
      std::vector<std::string> names;
      for (const auto& [name, contents] : tfjsFiles(graph, {}, ExportPrecision::Float32, fileName).others)
        names.push_back(name);
      return names;
    };
    QCOMPARE(namesOf("model.json"), (std::vector<std::string>{"group1-shard1of1.bin", "metadata.json"}));
    QCOMPARE(namesOf("größe 2.json"),
             (std::vector<std::string>{"größe 2.group1-shard1of1.bin", "größe 2.metadata.json"}));
    QCOMPARE(namesOf("a#b?c"), (std::vector<std::string>{"a_b_c.group1-shard1of1.bin", "a_b_c.metadata.json"}));
    QCOMPARE(namesOf("\xff.json").front(), std::string("_.group1-shard1of1.bin"));
    ZIPPER_EXPECT_ERROR(tfjsFiles(graph, {}, ExportPrecision::Int8, "model.json"), "can't be written as int8");
  }

  void describesTasks() {
    const auto described = [&](const std::string& name, const std::string& file) {
      return parseShallow(readTextFile(path(name + "/" + file)), 8, file);
    };
    const Json one = described("task", "metadata.json");
    QCOMPARE(dumpJson(one),
             std::string(R"({"modelName":"model","labels":["<one>","two"],"imageSize":45,"grayscale":true,)"
                         R"("normalization":{"mean":[0.5],"std":[0.25],"order":"rgb"}})"));
    const Json all = described("V1-same", "pair of two.metadata.json");
    QCOMPARE(all["modelName"].get<std::string>(), std::string("pair of two"));
    QCOMPARE(all["tasks"].size(), std::size_t(2));
    QVERIFY(!all["tasks"][0].contains("labels"));
    const Json& second = all["tasks"][1];
    QCOMPARE(second["task"].get<std::string>(), std::string("b"));
    QCOMPARE(second["input"].get<std::string>(), std::string("image_b"));
    QCOMPARE(second["output"].get<std::string>(), std::string("probabilities_b"));
    QCOMPARE(second["labels"].size(), std::size_t(3));
    QCOMPARE(second["imageSize"].get<int>(), 41);
  }

  /// What is exported is read by its names, but its layers have to be in their places all the same.
  void refusesWhatIsWiredOtherwise() {
    torch::NoGradGuard noGrad;
    MobileNet network = livelyNetwork(smallSpec(0.125, 32, 3), 1);
    const std::string file = path("wired.json");
    writeTfjs(file, inferenceGraph(network), withNetworkMetadata({}, network), ExportPrecision::Float32);
    std::ifstream in(file);
    const std::string json((std::istreambuf_iterator<char>(in)), {});
    const auto rewire = [&](const std::string& instead) {
      std::string rewired = json;
      const auto place = rewired.find("\"inbound_nodes\":[[[\"layers.3.depthwise.relu");
      const auto begin = rewired.find("layers.3", place), end = rewired.find('"', begin);
      rewired.replace(begin, end - begin, instead);
      std::ofstream(file) << rewired;
    };
    rewire("layers.4.depthwise");
    ZIPPER_EXPECT_ERROR(loadModel(file), "which is computed from it");
    rewire("nowhere");
    ZIPPER_EXPECT_ERROR(loadModel(file), "reads 'nowhere', which is no layer of it");
    rewire("layers.2.depthwise");
    ZIPPER_EXPECT_ERROR(loadModel(file),
                        "layer 'layers.3.pointwise' of its configuration is computed from 'layers.2.depthwise'; in a "
                        "MobileNet V1 it is computed from 'layers.3.depthwise'");
  }

  /// No file is larger than 4 MiB; a weight may begin in one and end in the next.
  void cutsWeightsIntoFiles() {
    torch::NoGradGuard noGrad;
    MobileNet network = livelyNetwork(smallSpec(0.75, 32, 10), 1);
    const std::string file = path("large.json");
    writeTfjs(file, inferenceGraph(network), withNetworkMetadata({}, network), ExportPrecision::Float32);
    const TensorFile written = readTfjs(file);
    QVERIFY(written.otherFiles.size() > 1);
    for (const auto& other : written.otherFiles) QVERIFY(std::filesystem::file_size(other) <= std::size_t(4) << 20);
    const torch::Tensor images = randomImages(network->spec(), 2);
    QCOMPARE(difference(runTfjs(file, {images}).at(0), network->forward(images).logits), std::string());
    std::filesystem::resize_file(written.otherFiles.back(), 100);
    ZIPPER_EXPECT_ERROR(loadModel(file), "they are truncated, or of another model");
  }

  /// Numbers that float16 doesn't reach stay float32.
  void keepsLargeNumbers() {
    InferenceGraph graph = model("task").graph;
    torch::Tensor& bias = graph.constants.back().values;
    bias = torch::full_like(bias, 1e5);
    const std::string file = path("numbers.json");
    writeTfjs(file, graph, {}, ExportPrecision::Float16);
    const TensorFile written = readTfjs(file);
    QVERIFY(torch::equal(find(written.tensors, "head_/bias"), bias));
    QCOMPARE(written.notes.size(), std::size_t(1));
  }

  /// A model of ours that was changed since: what a network has no place for is refused.
  void refusesOtherStatistics() {
    const WrittenTfjs& pair = model("V3");
    const TensorFile written = readTfjs(pair.path);
    QCOMPARE(written.otherFiles.size(), std::size_t(1));
    const std::filesystem::path shard = written.otherFiles.front();
    std::size_t at = 0;
    for (const auto& [name, tensor] : written.tensors) {
      if (name == "b.layers.5.squeeze/moving_mean") break;
      at += std::size_t(tensor.numel()) * 4;
    }
    std::filesystem::create_directories(path("changed"));
    std::filesystem::copy(pair.path, path("changed/model.json"));
    std::string bytes = readTextFile(shard);
    const float other = 0.5f;
    bytes.replace(at, sizeof other, reinterpret_cast<const char*>(&other), sizeof other);
    writeFileAtomically(path("changed") + "/" + shard.filename().string(), bytes);
    ZIPPER_EXPECT_ERROR(loadModel(path("changed/model.json")), "weight 'b.layers.5.squeeze/moving_mean' isn't 0");
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestExportsTfjs)
#include "test_exports_tfjs.moc"
