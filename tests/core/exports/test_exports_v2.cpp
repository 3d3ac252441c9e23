// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/input_file.h"
#include "core/containers/onnx_graph.h"
#include "core/exports/random_inputs.h"
#include "core/network/task_names.h"
#include "exported_networks.h"
#include "onnx_runtime.h"
#include "python_runs.h"
#include "support/expect_error.h"
#include "support/lively_networks.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

const ExportMetadata recipeOfV2{{"zipper.recipe", "{\"a\": 1}"}};

MobileNetSpec narrowV2(int classes, const std::vector<HiddenLayer>& hidden = {}) {
  MobileNetSpec spec = test::smallSpec(0.35, 64, classes);
  spec.architecture = Architecture::MobileNetV2;
  spec.bnEpsilon = 1e-5;
  spec.hidden = hidden;
  return spec;
}

/// Two tasks whose heads have hidden layers. A trunk of 2 ends before an addition of what it puts out, one of 3 behind
/// an addition.
MergedNetwork pairOfV2(BnPolicy policy, Padding padding, int trunk) {
  std::vector<MobileNet> tasks;
  std::vector<MobileNetSpec> specs{narrowV2(4, {{6, Activation::ReLU}}),
                                   narrowV2(3, {{5, Activation::ReLU6}, {4, Activation::None}})};
  for (MobileNetSpec& spec : specs) {
    spec.padding = padding;
    tasks.push_back(test::livelyNetwork(spec, tasks.size() + 1));
  }
  MergedNetwork network(tasks, policy);
  for (const int layer : {1, 2, 3, 18}) network.merge(layer);
  network.shareTrunk(trunk);
  network.train(false);
  return network;
}

std::vector<torch::Tensor> imagesOf(MergedNetwork& network, int count) {
  torch::manual_seed(1);
  std::vector<torch::Tensor> images;
  for (int t = 0; t < network.taskCount(); ++t) images.push_back(test::randomImages(network.task(t)->spec(), count));
  return images;
}

}  // namespace

/// Exports of MobileNet V2 and of heads of several layers against the engine: in the readers of this project, in
/// OpenCV, in Python's torch and torchvision, and in ONNX Runtime.
class TestExportsV2 : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::string path(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }

 private Q_SLOTS:
  void everyFormatIsTheEnginesFunction_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("same");
    QTest::addColumn<int>("trunk");
    struct Case {
      bool shared, same;
      int trunk;
    };
    for (const ExportFormat& format : test::formatsOfAnyNetwork())
      for (const Case& c :
           {Case{false, false, 0}, {true, true, 0}, {false, true, 2}, {true, false, 3}, {false, false, 3}})
        QTest::addRow("%s, BN %s, padding %s, trunk %d", format.name.c_str(), c.shared ? "shared" : "per task",
                      c.same ? "same" : "pad-1", c.trunk)
            << QString::fromStdString(format.name) << c.shared << c.same << c.trunk;
  }

  void everyFormatIsTheEnginesFunction() {
    QFETCH(QString, format);
    QFETCH(bool, shared);
    QFETCH(bool, same);
    QFETCH(int, trunk);
    const ExportFormat& chosen = exportFormat(format.toStdString());
    MergedNetwork network =
        pairOfV2(shared ? BnPolicy::Shared : BnPolicy::PerTask, same ? Padding::Same : Padding::Pad1, trunk);
    const auto images = imagesOf(network, 5);
    const auto expected = test::ExportedNetworks::logits(network, images);
    // Outputs that don't depend on the image would agree whatever was written.
    for (const torch::Tensor& logits : expected) QVERIFY(test::spreadOf(logits) > 0.002);
    if (trunk > 0 && chosen.name == "torchscript-frozen") {
      ZIPPER_EXPECT_ERROR(exportMerged(chosen, path("all"), network, recipeOfV2, images), "use torchscript or onnx");
    } else {
      QVERIFY(exportMerged(chosen, path("all"), network, recipeOfV2, images).largestDifference <= 1e-4);
      const auto found = chosen.run(path("all"), images);
      QCOMPARE(found.size(), std::size_t(2));
      for (std::size_t t = 0; t < 2; ++t) QCOMPARE(test::difference(found[t], expected[t]), std::string());
    }
    for (int t = 0; t < 2; ++t) {
      test::writeUnchecked(chosen, path("one"), network.task(t), recipeOfV2);
      const auto one = chosen.run(path("one"), {images[std::size_t(t)]});
      QCOMPARE(test::difference(one.at(0), expected[std::size_t(t)]), std::string());
    }
  }

  /// A trunk's nodes are there once, and the graphs say what they are.
  void graphsFollowThePlan() {
    for (const int trunk : {0, 2, 3}) {
      MergedNetwork network = pairOfV2(BnPolicy::PerTask, Padding::Pad1, trunk);
      test::writeUnchecked(exportFormat("onnx"), path("graph"), network, recipeOfV2);
      const OnnxGraph graph =
          parseOnnx(InputFile(path("graph"), "an ONNX model"), std::filesystem::path(path("graph")).parent_path());
      const auto count = [&](const std::string& op) {
        return int(
            std::count_if(graph.nodes.begin(), graph.nodes.end(), [&](const OnnxNode& node) { return node.op == op; }));
      };
      const NetworkPlan& plan = network.task(0)->plan();
      int additions = 0, once = 0;
      for (int i = 0; i < plan.convolutions(); ++i) {
        const UnitPlan& unit = plan.units[std::size_t(i)];
        const bool isOnce = trunk > 0 && unit.layer <= trunk;
        once += isOnce ? 1 : 0;
        additions += unit.addend < 0 ? 0 : isOnce ? 1 : 2;
      }
      QCOMPARE(count("Conv"), 2 * plan.convolutions() - once);
      QCOMPARE(count("Add"), additions);
      QCOMPARE(count("Gemm"), 2 + 3);
      QCOMPARE(count("Relu"), 1);
      QCOMPARE(graph.inputs.size(), std::size_t(trunk > 0 ? 1 : 2));
    }
  }

  /// What is written for one task can be opened again as a model, and so can each task of a file that holds them all.
  void exportsAreModelsAgain() {
    torch::NoGradGuard noGrad;
    for (const int trunk : {0, 3}) {
      MergedNetwork network = pairOfV2(BnPolicy::PerTask, Padding::Same, trunk);
      const auto images = imagesOf(network, 5);
      const auto expected = test::ExportedNetworks::logits(network, images);
      for (const char* format : {"safetensors", "onnx", "pytorch", "torchscript"}) {
        test::writeUnchecked(exportFormat(format), path("all"), network, recipeOfV2);
        for (int t = 0; t < 2; ++t) {
          test::writeUnchecked(exportFormat(format), path("again"), network.task(t), recipeOfV2);
          SpecOverrides part;
          part.part = taskName(t);
          for (LoadedModel again : {loadModel(path("again")), loadModel(path("all"), part)}) {
            QCOMPARE(specToJson(again.network->spec()), specToJson(network.task(t)->spec()));
            QCOMPARE(test::difference(again.network->forward(images[std::size_t(t)]).logits, expected[std::size_t(t)]),
                     std::string());
          }
        }
      }
    }
  }

  void torchvisionTakesItsOwnKindOnly() {
    const ExportFormat& format = exportFormat("torchvision");
    const auto refused = [&](const auto& change) {
      MobileNetSpec spec = narrowV2(4);
      change(spec);
      MobileNet network = test::livelyNetwork(spec, 1);
      return test::errorOf([&] { exportTask(format, path("other"), network, recipeOfV2, randomInputs(spec, 1)); });
    };
    const auto expect = [&](const auto& change, const std::string& part) {
      const std::string message = refused(change);
      return message.find(part) != std::string::npos ? std::string() : message;
    };
    using Spec = MobileNetSpec;
    const std::string none;
    QCOMPARE(expect([](Spec&) {}, "no error"), none);
    QCOMPARE(expect([](Spec& s) { s.channels = {16, 8, 8, 16, 24, 32, 56, 112, 1280}; }, "no error"), none);
    QCOMPARE(expect([](Spec& s) { s.strides = {1, 2, 2, 2, 1, 2, 1}; }, "no error"), none);
    QCOMPARE(expect([](Spec& s) { s.architecture = Architecture::MobileNetV1; }, "this network is a MobileNet V1"),
             none);
    QCOMPARE(expect([](Spec& s) { s.padding = Padding::Same; }, "pads by one pixel on every side"), none);
    QCOMPARE(expect([](Spec& s) { s.activation = Activation::ReLU; }, "has ReLU6, this network ReLU;"), none);
    QCOMPARE(expect([](Spec& s) { s.expandFirst = true; }, "has no expanding convolution"), none);
    QCOMPARE(expect([](Spec& s) { s.inputChannels = 1, s.normalization.mean = s.normalization.std = {0.5}; },
                    "takes images of 3 channels"),
             none);
    QCOMPARE(expect([](Spec& s) { s.classes = 0; }, "has a head, this network has none"), none);
    QCOMPARE(expect(
                 [](Spec& s) {
                   s.hidden = {{4, Activation::ReLU}};
                 },
                 "one linear layer, that of this network 2"),
             none);
    QCOMPARE(expect([](Spec& s) { s.stemStride = 1; }, "other strides"), none);
    QCOMPARE(expect([](Spec& s) { s.strides = {1, 1, 2, 2, 1, 2, 1}; }, "other strides"), none);
    QCOMPARE(expect([](Spec& s) { s.channels = {8, 4, 6, 8, 16, 24, 40, 80, 1280}; }, "those of no width"), none);
    MergedNetwork pair = pairOfV2(BnPolicy::PerTask, Padding::Pad1, 0);
    ZIPPER_EXPECT_ERROR(exportMerged(format, path("other"), pair, recipeOfV2, imagesOf(pair, 1)), "write one task");
  }

  /// Another epsilon than torchvision's is in the variances, also where these are smaller than the difference.
  void torchvisionHasItsOwnEpsilon() {
    for (const double epsilon : {1e-5, 1e-3, 1e-7}) {
      MobileNetSpec spec = narrowV2(4);
      spec.bnEpsilon = epsilon;
      MobileNet network = test::livelyNetwork(spec, 1);
      {
        torch::NoGradGuard noGrad;
        network->stem()->bn->running_var[0] = 1e-6;
      }
      const ExportCheck check =
          exportTask(exportFormat("torchvision"), path("epsilon"), network, recipeOfV2, randomInputs(spec, 4));
      QVERIFY(check.largestDifference <= 1e-4);
      QCOMPARE(check.notes.front(), std::string("to be loaded into torchvision.models.mobilenet_v2(num_classes=4, "
                                                "width_mult=0.35)"));
      QCOMPARE(check.notes.size(), std::size_t(epsilon == 1e-5 ? 1 : 2));
    }
  }

  void pythonRunsThem() {
    test::PythonRuns python;
    for (const char* format : {"safetensors", "pytorch", "torchscript", "torchscript-frozen"}) {
      for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
        MergedNetwork network = pairOfV2(policy, Padding::Same, 0);
        const auto images = imagesOf(network, 5);
        const auto logits = test::ExportedNetworks::logits(network, images);
        const std::string all = concat(format, "-", toString(policy)), one = all + "-b";
        test::writeUnchecked(exportFormat(format), python.file(all), network, recipeOfV2);
        python.add(format, all, {{"a", images[0]}, {"b", images[1]}}, logits);
        test::writeUnchecked(exportFormat(format), python.file(one), network.task(1), recipeOfV2);
        python.add(format, one, {{"b", images[1]}}, {logits[1]});
      }
    }
    MergedNetwork trunk = pairOfV2(BnPolicy::PerTask, Padding::Same, 3);
    const auto images = imagesOf(trunk, 5);
    test::writeUnchecked(exportFormat("pytorch"), python.file("trunk"), trunk, recipeOfV2);
    python.add("pytorch", "trunk", {{"a", images[0]}, {"b", images[1]}}, test::ExportedNetworks::logits(trunk, images));
    torch::NoGradGuard noGrad;
    for (const double width : {0.35, 1.0}) {
      for (const double epsilon : {1e-5, 1e-3}) {
        MobileNetSpec spec = narrowV2(6);
        spec.width = width;
        spec.bnEpsilon = epsilon;
        MobileNet network = test::livelyNetwork(spec, 3);
        const torch::Tensor batch = test::randomImages(spec, 4);
        const std::string name = concat("torchvision-", width, "-", epsilon);
        test::writeUnchecked(exportFormat("torchvision"), python.file(name), network, recipeOfV2);
        python.add("torchvision", name, {{"a", batch}}, {network->forward(batch).logits});
      }
    }
    QCOMPARE(python.differenceOfAll(QFINDTESTDATA("run_exports.py")), std::string());
  }

  void onnxRuntimeRunsThem() {
    test::OnnxRuntime runtime;
    if (!runtime.isInstalled()) QSKIP("npm can't install onnxruntime-node here");
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      for (const int trunk : {0, 2, 3}) {
        MergedNetwork network = pairOfV2(policy, trunk == 0 ? Padding::Same : Padding::Pad1, trunk);
        std::vector<torch::Tensor> images = imagesOf(network, 5);
        if (trunk > 0) images[1] = images[0];  // there is one input
        const auto logits = test::ExportedNetworks::logits(network, images);
        const std::string name = concat(toString(policy), "-", trunk, ".onnx");
        test::writeUnchecked(exportFormat("onnx"), runtime.file(name), network, recipeOfV2);
        const NamedTensors one{{"image", images[0]}}, two{{"image_a", images[0]}, {"image_b", images[1]}};
        runtime.add(name, trunk > 0 ? one : two, {{"logits_a", logits[0]}, {"logits_b", logits[1]}});
        const std::string alone = "b-" + name;
        test::writeUnchecked(exportFormat("onnx"), runtime.file(alone), network.task(1), recipeOfV2);
        runtime.add(alone, {{"image", images[1]}}, {{"logits", logits[1]}});
      }
    }
    QCOMPARE(runtime.outputs(), std::size_t(18));
    QCOMPARE(runtime.differenceOfAll(QFINDTESTDATA("run_exports.js")), std::string());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestExportsV2)
#include "test_exports_v2.moc"
