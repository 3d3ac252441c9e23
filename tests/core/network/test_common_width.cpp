// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/common_width.h"

#include <QtTest>
#include <set>

#include "core/network/compatibility.h"
#include "core/network/merge_cost.h"
#include "core/network/plan.h"
#include "core/network/widened_network.h"
#include "core/support/libtorch.h"
#include "support/expect_error.h"
#include "support/lively_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

MobileNetSpec specOf(Architecture architecture, double width, int classes = 5) {
  MobileNetSpec spec = smallSpec(width, 32, classes);
  spec.architecture = architecture;
  return spec;
}

}  // namespace

/// Networks of different widths under one.
class TestCommonWidth : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void answersStayTheSame_data() {
    QTest::addColumn<int>("architecture");
    QTest::addColumn<double>("narrow");
    QTest::addColumn<double>("wide");
    QTest::newRow("V1") << int(Architecture::MobileNetV1) << 0.25 << 0.5;
    QTest::newRow("V1, a width that rounds") << int(Architecture::MobileNetV1) << 0.3 << 0.35;
    QTest::newRow("V2") << int(Architecture::MobileNetV2) << 0.35 << 0.5;
    QTest::newRow("V3 large") << int(Architecture::MobileNetV3Large) << 0.35 << 0.75;
    QTest::newRow("V3 small") << int(Architecture::MobileNetV3Small) << 0.75 << 1.0;
  }
  void answersStayTheSame() {
    QFETCH(int, architecture);
    QFETCH(double, narrow);
    QFETCH(double, wide);
    MobileNetSpec own = specOf(Architecture(architecture), narrow);
    own.hidden = {{7, Activation::ReLU}};
    const MobileNetSpec other = specOf(Architecture(architecture), wide, 3);
    const std::vector<MobileNetSpec> common = atCommonWidth({other, own});
    QCOMPARE(whyNotMergeable(common), std::string());
    QCOMPARE(specToJson(common[0]), specToJson(other));
    QCOMPARE(specToJson(asItCame(common[1])), specToJson(own));

    MobileNet network = livelyNetwork(own, 3);
    MobileNet wider = widened(network, common[1]);
    QVERIFY(!wider->is_training());
    torch::NoGradGuard noGrad;
    const torch::Tensor images = randomImages(own, 4), expected = network->forward(images).logits;
    QVERIFY(spreadOf(expected) > 1e-2);
    const torch::Tensor found = wider->forward(images).logits;
    const double error = ((found - expected).abs().max() / expected.abs().max()).item<double>();
    QVERIFY2(error < 1e-5, qPrintable(QString::number(error)));
  }

  /// What it was is in files, and old programs' specs have nothing of it.
  void isWrittenAndRead() {
    const MobileNetSpec spec =
        atCommonWidth({specOf(Architecture::MobileNetV1, 0.5), specOf(Architecture::MobileNetV1, 0.25)})[1];
    const MobileNetSpec read = specFromJson(specToJson(spec));
    QVERIFY(read.widenedFrom.has_value());
    QCOMPARE(read.widenedFrom->width, 0.25);
    QCOMPARE(read.width, 0.5);
    QCOMPARE(describe(read).substr(0, 43), std::string("MobileNet V1, width 0.5 (widened from 0.25)"));
    QVERIFY(specToJson(specOf(Architecture::MobileNetV1, 0.5)).find("widened") == std::string::npos);
    ZIPPER_EXPECT_ERROR(
        specFromJson(R"({"architecture":"mobilenet_v1","width":0.5,"input_size":32,"widened_from":{"width":0.01}})"),
        "width multiplier: 0.01 found");
  }

  /// By hand: the layers of the wide network once, each task's own numbers, B's at the wide width.
  void costsCountEachNetworkAsItCame() {
    const MobileNetSpec wide = specOf(Architecture::MobileNetV1, 0.5), narrow = specOf(Architecture::MobileNetV1, 0.25);
    const std::vector<MobileNetSpec> common = atCommonWidth({wide, narrow});
    const Cost ofWide = totalCost(wide), ofNarrow = totalCost(narrow);
    std::set<int> layers;
    std::int64_t shared = 0;
    for (const UnitPlan& unit : unitsOf(wide)) {
      if (!unit.merges) continue;
      layers.insert(unit.layer);
      shared += std::int64_t(unit.inputChannels) * unit.outputChannels;
    }
    const MergeCost cost = mergeCost(common, Sharing(layers, BnPolicy::PerTask, 0));
    QCOMPARE(cost.separateParameters, ofWide.parameters + ofNarrow.parameters);
    QCOMPARE(cost.separateMacs, ofWide.macs + ofNarrow.macs);
    QCOMPARE(cost.mergedMacs, 2 * ofWide.macs);
    QCOMPARE(cost.mergedParameters, 2 * ofWide.parameters - shared);
    QVERIFY(cost.compression > 1.1 && cost.compression < 1.3);
    // Nothing is widened for nothing.
    const MergeCost apart = mergeCost(common, Sharing());
    QCOMPARE(apart.mergedParameters, cost.separateParameters);
    QCOMPARE(apart.mergedBytes, apart.separateBytes);
    QCOMPARE(apart.mergedMacs, cost.separateMacs);
    QCOMPARE(parametersSaved(common, Sharing(layers, BnPolicy::PerTask)), shared);
  }

  void theWidestMayBeAnyOfThem() {
    const auto spec = [](double width) { return specOf(Architecture::MobileNetV1, width); };
    const std::vector<MobileNetSpec> common = atCommonWidth({spec(0.25), spec(0.75), spec(0.5)});
    for (const MobileNetSpec& one : common) QCOMPARE(one.width, 0.75);
    QCOMPARE(common[0].widenedFrom->width, 0.25);
    QVERIFY(!common[1].widenedFrom.has_value());
    QCOMPARE(notesOnWidths(common).size(), std::size_t(2));
    const std::string note = notesOnWidths(common)[0];
    QVERIFY2(note.find("task A: its network has width 0.25") == 0 && note.find("up to width 0.75") > 0, note.c_str());
    // Again, as where a widened network is merged with a wider one: it is still what it came as.
    const std::vector<MobileNetSpec> again = atCommonWidth({common[0], spec(1.0)});
    QCOMPARE(again[0].widenedFrom->width, 0.25);
    QCOMPARE(again[0].width, 1.0);
  }

  /// Neither has room for the other; or another network altogether: what whyNotMergeable() says of them stays.
  void othersStayAsTheyAre() {
    MobileNetSpec v2 = specOf(Architecture::MobileNetV2, 0.5), crossing = v2;
    crossing.channels = {32, 16, 16, 16, 32, 48, 80, 160, 640};
    const std::vector<MobileNetSpec> crossed = atCommonWidth({v2, crossing});
    QVERIFY(crossed[0].channels.empty() && crossed[1].channels == crossing.channels);
    QVERIFY(!whyNotMergeable(crossed).empty());
    const MobileNetSpec v1 = specOf(Architecture::MobileNetV1, 0.25);
    QCOMPARE(whyNotMergeable(atCommonWidth({v1, v2})), whyNotMergeable({v1, v2}));
    // The first block of row 5 adds its input, which that of the wider network, of other channels, doesn't.
    MobileNetSpec adding = v2;
    adding.channels = {16, 8, 16, 16, 32, 32, 80, 160, 640};
    QVERIFY(!atCommonWidth({v2, adding})[1].widenedFrom.has_value());
    QVERIFY(!whyNotMergeable({v2, adding}).empty());
    MobileNet network(v1);
    ZIPPER_EXPECT_ERROR(widened(network, specOf(Architecture::MobileNetV1, 0.125)), "channels found, at most");
  }
};

ZIPPER_TEST(TestCommonWidth)
#include "test_common_width.moc"
