// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/exports/random_inputs.h"
#include "core/exports/torchvision_fit.h"
#include "exported_v3.h"
#include "python_runs.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr Architecture largeOfLibrary = Architecture::MobileNetV3Large, smallOfLibrary = Architecture::MobileNetV3Small;

/// A network with half the channels at its end, as torchvision 0.14.1 makes it with reduced_tail=True: the small one of
/// width 1, the large one of width 0.35.
MobileNetSpec reducedSpec(Architecture architecture) {
  MobileNetSpec spec = narrowV3(architecture, 6);
  spec.channels = architecture == smallOfLibrary
                      ? ChannelsOfV3{16, 16,  8,  16, 72,  0,  24, 88,  0,  24, 96,  24, 40, 240, 64, 40, 240, 64,
                                     40, 120, 32, 48, 144, 40, 48, 288, 72, 48, 288, 72, 48, 288, 72, 48, 288}
                      : ChannelsOfV3{8,  8,  0,   8,  24, 0,   8,  24, 0,   8,  24, 8,   16, 40, 16, 16,
                                     40, 16, 16,  88, 0,  32,  72, 0,  32,  64, 0,  32,  64, 0,  32, 168,
                                     40, 40, 232, 56, 40, 232, 56, 32, 168, 40, 32, 168, 40, 32, 192};
  spec.hidden = {{architecture == smallOfLibrary ? 512 : 224, Activation::HardSwish}};
  return spec;
}

/// Why the export of a narrow network with that change is refused.
template <typename Change>
std::string refusal(Architecture architecture, const Change& change) {
  MobileNetSpec spec = narrowV3(architecture, 4);
  change(spec);
  MobileNet network = livelyNetwork(spec, 1);
  QTemporaryDir folder;
  const std::string file = folder.filePath("network.pt").toStdString();
  return errorOf([&] { exportTask(exportFormat("torchvision"), file, network, recipeOfV3, randomInputs(spec, 1)); });
}

/// Empty if the refusal says that; otherwise what it says.
template <typename Change>
std::string unexpected(const std::string& part, const Change& change, Architecture architecture = largeOfLibrary) {
  const std::string message = refusal(architecture, change);
  return message.find(part) != std::string::npos ? std::string() : message;
}

/// Narrow networks, networks of width 1, and networks with a reduced tail.
std::vector<MobileNetSpec> specsOfLibrary() {
  std::vector<MobileNetSpec> specs;
  for (const Architecture architecture : {largeOfLibrary, smallOfLibrary}) {
    specs.push_back(narrowV3(architecture, 6));
    specs.push_back(reducedSpec(architecture));
  }
  MobileNetSpec whole = specV3(smallOfLibrary);
  whole.inputSize = 64;
  whole.classes = 6;
  specs.push_back(whole);
  return specs;
}

}  // namespace

/// MobileNets V3 for torchvision's own module.
class TestTorchvisionV3 : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void itsOwnKindOnly() {
    using Spec = MobileNetSpec;
    const std::string none, fine = "no error";
    for (const Architecture architecture : {largeOfLibrary, smallOfLibrary}) {
      QCOMPARE(unexpected(
                   fine, [](Spec&) {}, architecture),
               none);
      QCOMPARE(unexpected(
                   fine, [](Spec& s) { s.channels = channelsOfV3(s.architecture, 0.35, false); }, architecture),
               none);
      QCOMPARE(unexpected(
                   fine, [](Spec& s) { s.strides = stridesOfV3(s); }, architecture),
               none);
      QCOMPARE(unexpected(
                   fine, [](Spec& s) { s = reducedSpec(s.architecture); }, architecture),
               none);
    }
    QCOMPARE(unexpected("its MobileNet V3 Large pads by half the kernel", [](Spec& s) { s.padding = Padding::Same; }),
             none);
    QCOMPARE(unexpected("has ReLU, this network ReLU6;", [](Spec& s) { s.activation = Activation::ReLU6; }), none);
    QCOMPARE(unexpected(
                 "this network is minimalistic;", [](Spec& s) { s.minimalistic = true; }, smallOfLibrary),
             none);
    QCOMPARE(unexpected("has no expanding convolution, that", [](Spec& s) { s.expandFirst = true; }), none);
    QCOMPARE(unexpected("images of 3 channels",
                        [](Spec& s) { s.inputChannels = 1, s.normalization.mean = s.normalization.std = {0.5}; }),
             none);
    QCOMPARE(unexpected("has a head, this network has none", [](Spec& s) { s.classes = 0, s.hidden.clear(); }), none);
    QCOMPARE(unexpected("other strides", [](Spec& s) { s.stemStride = 1; }), none);
    QCOMPARE(unexpected("other strides", [](Spec& s) { s.strides = stridesOfV3(s), s.strides[3] = 1; }), none);
  }

  void itsOwnChannelsOnly() {
    using Spec = MobileNetSpec;
    const std::string none;
    const auto channels = [](Spec& spec) { spec.channels = channelsOfV3(spec.architecture, 0.35, false); };
    // Squeezed channels that are a quarter, not rounded; a last convolution of its own; no squeeze-and-excite in one.
    QCOMPARE(
        unexpected("those of no width of its MobileNet V3 Large", [&](Spec& s) { channels(s), s.channels[11] = 6; }),
        none);
    QCOMPARE(unexpected(
                 "those of no width", [&](Spec& s) { channels(s), s.channels.back() += 8; }, smallOfLibrary),
             none);
    QCOMPARE(unexpected(
                 "those of no width", [&](Spec& s) { channels(s), s.channels[2] = 0; }, smallOfLibrary),
             none);
    const auto narrowest = [](Spec& spec) {
      spec.width = 0.125;
      spec.hidden = {{hiddenOfV3(spec.architecture, 0.125), Activation::HardSwish}};
    };
    QCOMPARE(unexpected("block 2 of its MobileNet V3 Large has no expanding convolution", narrowest), none);
    QCOMPARE(unexpected("no error", narrowest, smallOfLibrary), none);
  }

  void itsOwnHeadOnly() {
    using Spec = MobileNetSpec;
    const std::string none;
    QCOMPARE(unexpected("has one hidden layer, that of this network 0;", [](Spec& s) { s.hidden.clear(); }), none);
    QCOMPARE(unexpected("has one hidden layer, that of this network 2;",
                        [](Spec& s) {
                          s.hidden.push_back({8, Activation::HardSwish});
                        }),
             none);
    QCOMPARE(unexpected("has hard swish, that of this network relu;",
                        [](Spec& s) { s.hidden[0].activation = Activation::ReLU; }),
             none);
    QCOMPARE(unexpected("has 448 channels at this width, that of this network 440;",
                        [](Spec& s) { s.hidden[0].channels = 440; }),
             none);
  }

  void callsMakeTheNetworks() {
    QCOMPARE(torchvisionCall(narrowV3(largeOfLibrary, 4)),
             std::string("torchvision.models.mobilenet_v3_large(num_classes=4, width_mult=0.35)"));
    QCOMPARE(torchvisionCall(reducedSpec(largeOfLibrary)),
             std::string("torchvision.models.mobilenet_v3_large(num_classes=6, width_mult=0.35, reduced_tail=True)"));
    QCOMPARE(torchvisionCall(reducedSpec(smallOfLibrary)),
             std::string("torchvision.models.mobilenet_v3_small(num_classes=6, width_mult=1, reduced_tail=True)"));
    QCOMPARE(torchvisionCall(specV3(smallOfLibrary, 0.4)),
             std::string("torchvision.models.mobilenet_v3_small(num_classes=1000, width_mult=0.4)"));
  }

  /// Another epsilon than torchvision's is in the variances, also where these are smaller than the difference.
  void itHasItsOwnEpsilon() {
    for (const double epsilon : {1e-3, 1e-5, 1e-2}) {
      MobileNetSpec spec = narrowV3(largeOfLibrary, 4);
      spec.bnEpsilon = epsilon;
      MobileNet network = livelyNetwork(spec, 1);
      {
        torch::NoGradGuard noGrad;
        network->stem()->bn->running_var[0] = 1e-6;
      }
      QTemporaryDir folder;
      const ExportCheck check = exportTask(exportFormat("torchvision"), folder.filePath("epsilon").toStdString(),
                                           network, recipeOfV3, randomInputs(spec, 4));
      QVERIFY(check.largestDifference <= 1e-4);
      QCOMPARE(check.notes.front(), "to be loaded into " + torchvisionCall(spec));
      QCOMPARE(check.notes.size(), std::size_t(epsilon == 1e-3 ? 1 : 2));
    }
  }

  /// The module that the note names takes the file, strictly, and puts out the same.
  void theLibraryTakesThem() {
    torch::NoGradGuard noGrad;
    PythonRuns python;
    for (MobileNetSpec spec : specsOfLibrary()) {
      for (const double epsilon : {1e-3, 1e-5}) {
        spec.bnEpsilon = epsilon;
        MobileNet network = livelyNetwork(spec, 3);
        torch::manual_seed(1);
        const torch::Tensor batch = randomImages(spec, 4);
        const torch::Tensor logits = network->forward(batch).logits;
        QVERIFY(spreadOf(logits) > 0.002);
        const std::string call = torchvisionCall(spec), name = concat(call, "-", epsilon);
        exportTask(exportFormat("torchvision"), python.file(name), network, recipeOfV3, batch);
        python.add("torchvision=" + call, name, {{"a", batch}}, {logits});
      }
    }
    QCOMPARE(python.differenceOfAll(QFINDTESTDATA("run_exports.py")), std::string());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTorchvisionV3)
#include "test_torchvision_v3.moc"
