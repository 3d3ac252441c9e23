// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/network/compatibility.h"
#include "core/network/merge_cost.h"
#include "core/network/mobilenet_spec.h"
#include "core/network/plan.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

class TestSpec : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void countsTheCanonicalNetwork() {
    const Cost cost = totalCost(MobileNetSpec{});
    QCOMPARE(cost.parameters, std::int64_t(4231976));  // Howard et al. 2017: 4.2 million
    QCOMPARE(cost.macs, std::int64_t(568740352));      // 569 million
  }

  void tablesRowsInOrder() {
    const auto table = planOf(MobileNetSpec{}).units;
    QCOMPARE(table.size(), std::size_t(28));
    QCOMPARE(table[0].outputSize, 112);
    QCOMPARE(table[26].name, std::string("layers.13.pointwise"));
    QCOMPARE(table[26].outputSize, 7);
    QCOMPARE(table[26].parameters, std::int64_t(1024 * 1024 + 2 * 1024));
    QVERIFY(table[27].kind == UnitKind::Head);
  }

  void keepsEightChannelsAtLeast() {
    MobileNetSpec spec;
    spec.width = 0.125;
    QCOMPARE(planOf(spec).spaces.front().channels, 8);
    QCOMPARE(planOf(spec).spaces.back().channels, 128);
    spec.width = 0.75;
    QCOMPARE(planOf(spec).spaces.at(1).channels, 48);
  }

  void countsWhatMergingSaves() {
    // Two width-1.0 backbones without heads, all 13 layers merged with their BN: 1.97x (method.md, section 1).
    MobileNetSpec backbone;
    backbone.classes = 0;
    std::vector<int> all;
    for (int layer = 1; layer <= layersOf(backbone); ++layer) all.push_back(layer);
    const MergeCost shared = mergeCost({backbone, backbone}, Sharing(all, BnPolicy::Shared));
    QVERIFY2(std::abs(shared.compression - 1.97) < 0.005, qPrintable(QString::number(shared.compression)));
    const MergeCost perTask = mergeCost({backbone, backbone}, Sharing(all, BnPolicy::PerTask));
    const std::int64_t channels = 64 + 2 * 128 + 2 * 256 + 6 * 512 + 2 * 1024;
    QCOMPARE(perTask.mergedParameters - shared.mergedParameters, 2 * channels);
    QCOMPARE(perTask.mergedBytes - shared.mergedBytes, 4 * 4 * channels);
    QCOMPARE(mergeCost({backbone, backbone}, Sharing(std::vector<int>{}, BnPolicy::Shared)).compression, 1.0);
  }

  void roundTripsThroughJson() {
    MobileNetSpec spec;
    spec.width = 0.5;
    spec.classes = 2;
    spec.classNames = {"daisy", "\"rose\" & <tulip>"};
    spec.padding = Padding::Same;
    spec.activation = Activation::ReLU;
    spec.normalization.order = ChannelOrder::BGR;
    QCOMPARE(specToJson(specFromJson(specToJson(spec))), specToJson(spec));
  }

  void refusesWrongValues_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("message");
    QTest::newRow("width") << R"({"width":3})"
                           << "width multiplier: 3 found, 0.125 to 2.0 expected";
    QTest::newRow("size") << R"({"input_size":16})"
                          << "input size: 16 found, 32 to 4096 expected";
    QTest::newRow("fraction") << R"({"classes":2.7})"
                              << "'classes' holds 2.7";
    QTest::newRow("overflow") << R"({"classes":4294967298})"
                              << "'classes' holds 4294967298";
    QTest::newRow("text") << R"({"classes":"ten"})"
                          << "'classes' holds \"ten\"";
    QTest::newRow("architecture") << R"({"architecture":"resnet"})"
                                  << "'resnet' found, 'mobilenet_v1', 'mobilenet_v2', 'mobilenet_v3_large' or "
                                     "'mobilenet_v3_small' expected";
    QTest::newRow("padding") << R"({"padding":"valid"})"
                             << "padding: 'valid' found";
    QTest::newRow("names") << R"({"classes":3,"class_names":["a"]})"
                           << "1 names for 3 classes";
    QTest::newRow("std") << R"({"std":[0.5,0,0.5]})"
                         << "normalization std: 0 found, a positive number expected";
    QTest::newRow("json") << "[1"
                          << "network spec: not valid JSON at line 1, column 3";
    QTest::newRow("list") << "[1]"
                          << "not a JSON object";
    QTest::newRow("twice") << R"({"classes":3,"classes":4})"
                           << "network spec: the key 'classes' stands there twice";
    QTest::newRow("deep") << QString(150000, '[') << "network spec: JSON is nested deeper than 8 levels";
  }
  void refusesWrongValues() {
    QFETCH(QString, json);
    QFETCH(QString, message);
    ZIPPER_EXPECT_ERROR(specFromJson(json.toStdString()), message.toStdString());
  }

  void namesTheFirstLayerThatDiffers() {
    MobileNetSpec narrow;
    narrow.width = 0.5;
    const std::string reason = whyNotMergeable({MobileNetSpec{}, narrow});
    QVERIFY2(reason.find("pointwise layer 1 of A is [64,32,1,1] (width 1), of B [32,16,1,1] (width 0.5)") !=
                 std::string::npos,
             reason.c_str());
    MobileNetSpec other;
    other.classes = 5;
    other.inputSize = 96;
    other.padding = Padding::Same;
    other.stemStride = 1;
    QCOMPARE(whyNotMergeable({MobileNetSpec{}, other}), std::string());
  }
};

ZIPPER_TEST(TestSpec)
#include "test_spec.moc"
