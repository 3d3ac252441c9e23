// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/input_file.h"
#include "core/containers/onnx_graph.h"
#include "core/exports/random_inputs.h"
#include "core/network/task_names.h"
#include "core/session/session_network.h"
#include "core/support/files.h"
#include "core/zippering/session_export.h"
#include "exported_networks.h"
#include "onnx_runtime.h"
#include "python_runs.h"
#include "support/expect_error.h"
#include "support/random_plans.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;

namespace {

const ExportMetadata recipe{{"zipper.recipe", "{\"a\": 1}"}};
constexpr int imageCount = 32;

/// A format that does not keep the network: what it writes is another one.
ExportFormat forgetfulFormat() {
  ExportFormat format = exportFormat("safetensors");
  format.writeTask = [](const std::filesystem::path& path, MobileNet& network, const ExportMetadata& metadata) {
    MobileNet other = cloneNetwork(network);
    torch::NoGradGuard noGrad;
    other->head->bias[0].add_(0.01);
    saveModel(path, other, metadata);
  };
  return format;
}

}  // namespace

/// Exported files against the engine: in the readers of this project, in OpenCV and in Python.
class TestExports : public QObject {
  Q_OBJECT

 private:
  test::ExportedNetworks networks_;
  QTemporaryDir folder_;

  std::string path(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }

 private Q_SLOTS:
  void everyFormatIsTheEnginesFunction_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("same");
    for (const ExportFormat& format : test::formatsOfAnyNetwork())
      for (const bool shared : {false, true})
        for (const bool same : {false, true})
          QTest::addRow("%s, BN %s, padding %s", format.name.c_str(), shared ? "shared" : "per task",
                        same ? "same" : "pad-1")
              << QString::fromStdString(format.name) << shared << same;
  }

  void everyFormatIsTheEnginesFunction() {
    QFETCH(QString, format);
    QFETCH(bool, shared);
    QFETCH(bool, same);
    const ExportFormat& chosen = exportFormat(format.toStdString());
    MergedNetwork network =
        networks_.merged(shared ? BnPolicy::Shared : BnPolicy::PerTask, same ? Padding::Same : Padding::Pad1);
    const auto images = networks_.images(network, imageCount);
    const auto expected = test::ExportedNetworks::logits(network, images);

    const ExportCheck all = exportMerged(chosen, path("all"), network, recipe, images);
    QCOMPARE(all.images, imageCount);
    QVERIFY(all.largestDifference <= 1e-4);
    const auto found = chosen.run(path("all"), images);
    QCOMPARE(found.size(), std::size_t(2));
    for (std::size_t t = 0; t < 2; ++t) QCOMPARE(test::difference(found[t], expected[t]), std::string());

    for (int t = 0; t < 2; ++t) {
      test::writeUnchecked(chosen, path("one"), network.task(t), recipe);
      const auto one = chosen.run(path("one"), {images[std::size_t(t)]});
      QCOMPARE(test::difference(one.at(0), expected[std::size_t(t)]), std::string());
    }
  }

  void sharedTensorsAreStoredOnce_data() {
    QTest::addColumn<QString>("format");
    for (const char* format : {"safetensors", "onnx", "pytorch", "torchscript"}) QTest::addRow("%s", format) << format;
  }

  void sharedTensorsAreStoredOnce() {
    QFETCH(QString, format);
    MergedNetwork network = networks_.merged(BnPolicy::PerTask, Padding::Pad1);
    test::writeUnchecked(exportFormat(format.toStdString()), path("all"), network, recipe);
    std::uintmax_t separate = 0, sharedBytes = 0;
    for (int t = 0; t < 2; ++t) {
      test::writeUnchecked(exportFormat(format.toStdString()), path("one"), network.task(t), recipe);
      separate += std::filesystem::file_size(path("one"));
    }
    for (const int layer : {1, 2, 13}) sharedBytes += network.task(0)->pointwise(layer)->conv->weight.nbytes();
    // What both have twice besides are names, texts and code.
    const auto difference = std::int64_t(separate) - std::int64_t(std::filesystem::file_size(path("all")));
    QVERIFY2(difference > std::int64_t(sharedBytes * 8 / 10), qPrintable(QString::number(difference)));
  }

  /// Two tasks with a trunk up to layer 2.
  static MergedNetwork trunkNetwork(BnPolicy policy, double epsilonOfB = 0.1) {
    MobileNet a = test::randomNetwork(test::smallSpec(0.125, 32, 4), 1);
    MobileNetSpec spec = test::smallSpec(0.125, 32, 3);
    spec.bnEpsilon = epsilonOfB;
    MobileNet b = test::randomNetwork(spec, 2);
    MergedNetwork network({a, b}, policy);
    for (const int layer : {1, 2, 7}) network.merge(layer);
    network.shareTrunk(2);
    network.train(false);
    return network;
  }

  /// State dicts hold the trunk once; graphs compute it once, from one input.
  void trunksAreWrittenOnce() {
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      MergedNetwork network = trunkNetwork(policy);
      torch::manual_seed(1);
      const std::vector<torch::Tensor> images{test::randomImages(test::smallSpec(), 5),
                                              test::randomImages(test::smallSpec(), 5)};
      const auto expected = test::ExportedNetworks::logits(network, images);
      for (const char* format : {"safetensors", "pytorch", "torchscript", "onnx"}) {
        QVERIFY(exportMerged(exportFormat(format), path("trunk"), network, recipe, images).largestDifference <= 1e-4);
        const auto found = exportFormat(format).run(path("trunk"), images);
        for (std::size_t t = 0; t < 2; ++t) QCOMPARE(test::difference(found[t], expected[t]), std::string());
      }
      const OnnxGraph graph =
          parseOnnx(InputFile(path("trunk"), "an ONNX model"), std::filesystem::path(path("trunk")).parent_path());
      const auto convolutions =
          std::count_if(graph.nodes.begin(), graph.nodes.end(), [](const OnnxNode& node) { return node.op == "Conv"; });
      QCOMPARE(int(convolutions), 1 + 2 * 2 + 2 * 2 * (network.layers() - 2));
      QCOMPARE(graph.inputs.size(), std::size_t(1));
      QCOMPARE(graph.inputs[0].name, std::string("image"));
      QCOMPARE(graph.outputs.size(), std::size_t(2));
      ZIPPER_EXPECT_ERROR(exportMerged(exportFormat("torchscript-frozen"), path("f"), network, recipe, images),
                          "use torchscript or onnx");
    }
  }

  /// With and without a trunk: one file with three inputs, or one input, and three outputs.
  void threeTasksAreOneFile() {
    for (const int trunk : {0, 2}) {
      std::vector<MobileNet> tasks;
      for (const int classes : {4, 3, 6}) tasks.push_back(test::randomNetwork(test::smallSpec(0.125, 32, classes), 1));
      MergedNetwork network(tasks, BnPolicy::PerTask);
      for (const int layer : {1, 2, 7}) network.merge(layer);
      network.shareTrunk(trunk);
      network.train(false);
      torch::manual_seed(1);
      std::vector<torch::Tensor> images;
      for (int t = 0; t < 3; ++t) images.push_back(test::randomImages(test::smallSpec(), 5));
      const auto expected = test::ExportedNetworks::logits(network, images);
      for (const ExportFormat& format : test::formatsOfAnyNetwork()) {
        if (trunk > 0 && format.name == "torchscript-frozen") continue;
        QVERIFY(exportMerged(format, path("three"), network, recipe, images).largestDifference <= 1e-4);
        const auto found = format.run(path("three"), images);
        QCOMPARE(found.size(), std::size_t(3));
        for (std::size_t t = 0; t < 3; ++t) QCOMPARE(test::difference(found[t], expected[t]), std::string());
      }
      test::writeUnchecked(exportFormat("onnx"), path("three"), network, recipe);
      const OnnxGraph graph =
          parseOnnx(InputFile(path("three"), "an ONNX model"), std::filesystem::path(path("three")).parent_path());
      QCOMPARE(graph.inputs.size(), std::size_t(trunk > 0 ? 1 : 3));
      QCOMPARE(graph.outputs.size(), std::size_t(3));
      QCOMPARE(graph.outputs[2].name, std::string("logits_c"));
    }
  }

  /// Graphs follow the plan: additions, 5x5 kernels, units without an activation, squeeze-and-excite.
  void anyPlanBecomesAGraph() {
    Random random(5);
    for (const test::PlanKinds& kinds :
         {test::PlanKinds{}, {true, false}, {false, true}, {true, true}, {false, true, true}, {true, true, true}}) {
      for (const Padding padding : {Padding::Pad1, Padding::Same}) {
        MobileNetSpec spec = test::smallSpec(0.25, padding == Padding::Same ? 33 : 32, 5);
        spec.padding = padding;
        MobileNet network = test::randomNetwork(spec, test::randomPlan(spec, kinds, random), 3);
        for (const char* format : {"onnx", "torchscript", "torchscript-frozen"})
          QCOMPARE(exportTask(exportFormat(format), path("plan"), network, recipe, randomInputs(spec, 3)).images, 3);
      }
    }
  }

  /// The epsilon of the trunk is that of task A, also where task B is exported by itself.
  void trunksOfAnotherEpsilon() {
    MobileNet one = test::randomNetwork(test::smallSpec(0.125, 32, 4), 1);
    MobileNetSpec spec = test::smallSpec(0.125, 32, 3);
    spec.bnEpsilon = 0.1;
    MobileNet other = test::randomNetwork(spec, 2);
    Recipe recipe = test::tinyRecipe({1, 2});
    for (StepPlan& step : recipe.steps) step.settings.trunk = 2;
    ModelSource source;
    Session session = startSession(recipe, {makeTeacher(one, source), makeTeacher(other, source)}, test::tinyData());
    runSteps(session, remainingSteps(session), test::tinyData(), {false}, {}, {}, {});
    for (const char* format : {"safetensors", "onnx", "torchscript", "torchscript-frozen"})
      for (const char* task : {"a", "b"})
        QVERIFY(exportSession(session, {format, task, {}}, path("one"), test::tinyData()).largestDifference <= 1e-4);
    QVERIFY(exportSession(session, {"onnx", "all", {}}, path("all"), test::tinyData()).largestDifference <= 1e-4);
  }

  /// What is written for one task can be opened again as a model, and so be merged or trained.
  void exportsAreModelsAgain() {
    MergedNetwork network = networks_.merged(BnPolicy::PerTask, Padding::Same);
    const auto images = networks_.images(network, 8);
    const auto expected = test::ExportedNetworks::logits(network, images);
    torch::NoGradGuard noGrad;
    for (const char* format : {"safetensors", "onnx", "pytorch", "torchscript"}) {
      for (int t = 0; t < 2; ++t) {
        test::writeUnchecked(exportFormat(format), path("again"), network.task(t), recipe);
        LoadedModel again = loadModel(path("again"));
        QCOMPARE(test::difference(again.network->forward(images[std::size_t(t)]).logits, expected[std::size_t(t)]),
                 std::string());
        QCOMPARE(specToJson(again.network->spec()), specToJson(network.task(t)->spec()));
        QCOMPARE(again.source.metadata.at("zipper.recipe"), recipe.at("zipper.recipe"));
      }
    }
    exportTask(exportFormat("torchscript-frozen"), path("again"), network.task(0), recipe, images[0]);
    ZIPPER_EXPECT_ERROR(loadModel(path("again")), "frozen");
  }

  /// So can each task of a file that holds them all, where names tell them apart.
  void tasksOfMergedFilesAreModelsAgain() {
    torch::NoGradGuard noGrad;
    const double same = test::smallSpec().bnEpsilon;
    for (MergedNetwork network :
         {networks_.merged(BnPolicy::PerTask, Padding::Same), networks_.merged(BnPolicy::Shared, Padding::Same),
          trunkNetwork(BnPolicy::PerTask, same), trunkNetwork(BnPolicy::Shared, same)}) {
      torch::manual_seed(1);
      const std::vector<torch::Tensor> images{test::randomImages(network.task(0)->spec(), 5),
                                              test::randomImages(network.task(1)->spec(), 5)};
      const auto expected = test::ExportedNetworks::logits(network, images);
      SpecOverrides part;
      for (const char* format : {"safetensors", "pytorch", "torchscript", "onnx"}) {
        test::writeUnchecked(exportFormat(format), path("all"), network, recipe);
        for (int t = 0; t < 2; ++t) {
          part.part = taskName(t);
          LoadedModel again = loadModel(path("all"), part);
          QCOMPARE(test::difference(again.network->forward(images[std::size_t(t)]).logits, expected[std::size_t(t)]),
                   std::string());
          QCOMPARE(specToJson(again.network->spec()), specToJson(network.task(t)->spec()));
        }
        const LoadedModel first = loadModel(path("all"));
        QCOMPARE(specToJson(first.network->spec()), specToJson(network.task(0)->spec()));
        QCOMPARE(first.source.notes.front(),
                 std::string("task a of a merged network with the tasks a, b: the first, as no part was chosen"));
        part.part = "c";
        ZIPPER_EXPECT_ERROR(loadModel(path("all"), part), "the tasks a, b; there is no part 'c'");
      }
    }
    MergedNetwork other = trunkNetwork(BnPolicy::Shared);
    exportFormat("safetensors").writeMerged(path("all"), other, recipe);
    SpecOverrides part;
    part.part = "b";
    ZIPPER_EXPECT_ERROR(loadModel(path("all"), part), "whose epsilon isn't its own");
  }

  void oddSizesAndOneChannel_data() {
    QTest::addColumn<QString>("format");
    for (const ExportFormat& format : test::formatsOfAnyNetwork())
      QTest::addRow("%s", format.name.c_str()) << QString::fromStdString(format.name);
  }

  void oddSizesAndOneChannel() {
    QFETCH(QString, format);
    for (const int size : {33, 61}) {
      for (const Padding padding : {Padding::Same, Padding::Pad1}) {
        MobileNetSpec spec = test::smallSpec(0.5, size, 7);
        spec.inputChannels = 1;
        spec.normalization = {{0.5}, {0.5}, ChannelOrder::RGB};
        spec.padding = padding;
        spec.bnEpsilon = 1e-5;
        MobileNet network = test::randomNetwork(spec, 5);
        const auto check =
            exportTask(exportFormat(format.toStdString()), path("odd"), network, recipe, randomInputs(spec, 3));
        QCOMPARE(check.images, 3);
      }
    }
  }

  void backboneWithoutHead() {
    MobileNetSpec spec = test::smallSpec(0.25, 32, 0);
    MobileNet network = test::randomNetwork(spec, 6);
    for (const ExportFormat& format : test::formatsOfAnyNetwork())
      QVERIFY(exportTask(format, path("backbone"), network, recipe, randomInputs(spec, 2)).images == 2);
  }

  void pythonRunsThem() {
    test::PythonRuns python;
    for (const char* format : {"safetensors", "pytorch", "torchscript", "torchscript-frozen"}) {
      for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
        MergedNetwork network = networks_.merged(policy, Padding::Same);
        const auto images = networks_.images(network, 32);
        const auto logits = test::ExportedNetworks::logits(network, images);
        const std::string all = concat(format, "-", toString(policy)), one = all + "-b";
        test::writeUnchecked(exportFormat(format), python.file(all), network, recipe);
        python.add(format, all, {{"a", images[0]}, {"b", images[1]}}, logits);
        test::writeUnchecked(exportFormat(format), python.file(one), network.task(1), recipe);
        python.add(format, one, {{"b", images[1]}}, {logits[1]});
      }
    }
    for (const char* format : {"safetensors", "pytorch"}) {
      MergedNetwork network = networks_.merged(BnPolicy::Shared, Padding::Same);
      network.shareTrunk(2);
      const auto images = networks_.images(network, 32);
      const std::string name = std::string(format) + "-trunk";
      test::writeUnchecked(exportFormat(format), python.file(name), network, recipe);
      python.add(format, name, {{"a", images[0]}, {"b", images[1]}}, test::ExportedNetworks::logits(network, images));
    }
    QCOMPARE(python.differenceOfAll(QFINDTESTDATA("run_exports.py")), std::string());
  }

  void onnxRuntimeRunsThem() {
    test::OnnxRuntime runtime;
    if (!runtime.isInstalled()) QSKIP("npm can't install onnxruntime-node here");
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      for (const Padding padding : {Padding::Pad1, Padding::Same}) {
        MergedNetwork network = networks_.merged(policy, padding);
        const auto images = networks_.images(network, imageCount);
        const auto logits = test::ExportedNetworks::logits(network, images);
        const std::string name = toString(policy) + "-" + toString(padding);
        test::writeUnchecked(exportFormat("onnx"), runtime.file(name + ".onnx"), network, recipe);
        runtime.add(name + ".onnx", {{"image_a", images[0]}, {"image_b", images[1]}},
                    {{"logits_a", logits[0]}, {"logits_b", logits[1]}});
        for (int t = 0; t < 2; ++t) {
          const std::string one = name + "-" + taskName(t) + ".onnx";
          test::writeUnchecked(exportFormat("onnx"), runtime.file(one), network.task(t), recipe);
          runtime.add(one, {{"image", images[std::size_t(t)]}}, {{"logits", logits[std::size_t(t)]}});
        }
      }
    }
    QCOMPARE(runtime.outputs(), std::size_t(16));
    QCOMPARE(runtime.differenceOfAll(QFINDTESTDATA("run_exports.js")), std::string());
  }

  void whatDiffersLeavesNothingBehind() {
    QTemporaryDir empty;
    const std::string target = empty.filePath("x.safetensors").toStdString();
    const MobileNetSpec spec = test::smallSpec();
    MobileNet network = test::randomNetwork(spec, 7);
    ZIPPER_EXPECT_ERROR(exportTask(forgetfulFormat(), target, network, recipe, randomInputs(spec, 4)), "differ");
    QVERIFY(QDir(empty.path()).isEmpty());

    writeFileAtomically(target, "precious");
    ZIPPER_EXPECT_ERROR(exportTask(forgetfulFormat(), target, network, recipe, randomInputs(spec, 4)), target);
    QCOMPARE(readTextFile(target), std::string("precious"));
    QCOMPARE(QDir(empty.path()).entryList(QDir::Files).size(), 1);

    torch::NoGradGuard noGrad;
    network->head->bias[0] = std::nanf("");
    ZIPPER_EXPECT_ERROR(exportTask(exportFormat("onnx"), target, network, recipe, randomInputs(spec, 4)), "not finite");
    ZIPPER_EXPECT_ERROR(
        exportTask(exportFormat("onnx"), empty.path().toStdString(), network, recipe, randomInputs(spec, 4)),
        "not finite");
  }

  void cantBeWritten() {
    const MobileNetSpec spec = test::smallSpec();
    MobileNet network = test::randomNetwork(spec, 8);
    for (const ExportFormat& format : test::formatsOfAnyNetwork()) {
      ZIPPER_EXPECT_ERROR(exportTask(format, "/dev/full", network, recipe, randomInputs(spec, 1)), "/dev/full");
      ZIPPER_EXPECT_ERROR(exportTask(format, path("none/x"), network, recipe, randomInputs(spec, 1)), "No such file");
      ZIPPER_EXPECT_ERROR(exportTask(format, folder_.path().toStdString(), network, recipe, randomInputs(spec, 1)),
                          "is a folder");
    }
  }

  /// With shared batch normalization, task b runs with the epsilon of task a, whatever its own spec says.
  void sharedBatchNormOfAnotherEpsilon() {
    MobileNetSpec a = test::smallSpec(0.125, 32, 4), b = test::smallSpec(0.125, 32, 3);
    a.bnEpsilon = 0.1;
    b.bnEpsilon = 1e-5;
    MobileNet one = test::randomNetwork(a, 1), other = test::randomNetwork(b, 2);
    Recipe recipe = test::tinyRecipe({1, 2});
    recipe.bnPolicy = BnPolicy::Shared;
    ModelSource source;
    source.path = "tiny";
    Session session = startSession(recipe, {makeTeacher(one, source), makeTeacher(other, source)}, test::tinyData());
    runSteps(session, remainingSteps(session), test::tinyData(), {false}, {}, {}, {});
    for (const ExportFormat& format : test::formatsOfAnyNetwork()) {
      for (const char* task : {"all", "a", "b"}) {
        const ExportCheck check = exportSession(session, {format.name, task, {}}, path("shared"), test::tinyData());
        QCOMPARE(check.images, exportCheckImages);
        QVERIFY(check.largestDifference <= 1e-4);
      }
    }
    QCOMPARE(exportSession(session, {"onnx", "all", {}}, path("shared")).images, exportCheckImages);  // random inputs
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestExports)
#include "test_exports.moc"
