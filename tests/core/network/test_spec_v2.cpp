// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/network/compatibility.h"
#include "core/network/merge_cost.h"
#include "core/network/mobilenet_spec.h"
#include "core/network/plan.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

MobileNetSpec blockNetwork(double width = 1.0) {
  MobileNetSpec spec;
  spec.architecture = Architecture::MobileNetV2;
  spec.width = width;
  return spec;
}

}  // namespace

/// What a spec says of a V2, and of a head with hidden layers.
class TestSpecV2 : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void roundTripsThroughJson() {
    MobileNetSpec spec = blockNetwork(0.25);
    spec.channels = {8, 4, 6, 8, 16, 24, 40, 80, 1280};
    spec.strides = {1, 1, 2, 2, 1, 2, 1};
    spec.expandFirst = true;
    spec.hidden = {{100, Activation::ReLU}, {7, Activation::ReLU6}, {5, Activation::None}};
    const MobileNetSpec again = specFromJson(specToJson(spec));
    QCOMPARE(specToJson(again), specToJson(spec));
    QVERIFY(again.architecture == Architecture::MobileNetV2 && again.hidden == spec.hidden && again.expandFirst);
    QCOMPARE(again.channels, spec.channels);
    QCOMPARE(again.strides, spec.strides);
  }

  /// Files of V1 say what they said before there was a V2, and nothing about it.
  void saysNothingOfV2InFilesOfV1() {
    const std::string json = specToJson(MobileNetSpec{});
    for (const char* key : {"\"channels\"", "strides", "expand_first", "hidden"})
      QVERIFY2(json.find(key) == std::string::npos, key);
    QVERIFY(json.find("\"architecture\":\"mobilenet_v1\"") != std::string::npos);
    QVERIFY(specFromJson("{}").architecture == Architecture::MobileNetV1);
    QCOMPARE(specToJson(specFromJson(json)), json);
  }

  void refusesWrongValues_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QString& json, const char* message) {
      QTest::newRow(name) << json << message;
    };
    const QString v2 = R"({"architecture":"mobilenet_v2",%1})";
    row("channels", v2.arg(R"("channels":[8,8])"), "channels: 8,8 found, none, or nine from 1 to 65,536 expected");
    row("no channel", v2.arg(R"("channels":[8,8,8,8,0,8,8,8,8])"),
        "8,0,8,8,8,8 found, none, or nine from 1 to 65,536 expected");
    row("many channels", v2.arg(R"("channels":[8,8,8,8,8,8,8,8,1048577])"),
        "1048577 found, none, or nine from 1 to 65,536 expected");
    row("strides", v2.arg(R"("strides":[1,2,1])"), "strides: 1,2,1 found, none, or seven of 1 or 2 expected");
    row("stride 3", v2.arg(R"("strides":[1,2,2,3,1,2,1])"), "none, or seven of 1 or 2 expected");
    row("half a stride", v2.arg(R"("strides":[1,2,2,1.5,1,2,1])"), "'strides' holds 1.5");
    row("expand", v2.arg(R"("expand_first":1)"), "'expand_first' holds 1, true or false expected");
    row("width", v2.arg(R"("width":0)"), "width multiplier: 0 found, 0.125 to 2.0 expected");
    const char* ofV2 = "those of a MobileNet V2 found, none, as the network is a MobileNet V1 expected";
    row("V1 with channels", R"({"channels":[8,8,8,8,8,8,8,8,8]})", ofV2);
    row("V1 with strides", R"({"strides":[1,2,2,2,1,2,1]})", ofV2);
    row("V1 with expand", R"({"expand_first":true})", ofV2);
    const QString head = R"({"hidden":[%1]})", layer = R"({"channels":3,"activation":"relu"})";
    row("nine layers", head.arg(QStringList(9, layer).join(',')), "hidden layers: 9 found, at most 8 expected");
    row("no head", QString(R"({"classes":0,"hidden":[%1]})").arg(layer),
        "hidden layers: some found, none, as the network has no classes expected");
    row("no channels", head.arg(R"({"channels":0,"activation":"relu"})"),
        "channels of a hidden layer: 0 found, 1 to 1,048,576 expected");
    row("activation", head.arg(R"({"channels":3,"activation":"tanh"})"),
        "'tanh' found, 'relu', 'relu6', 'none' or 'hard-swish' expected");
    row("no activation", head.arg(R"({"channels":3})"), "network spec: hidden: 'activation' is missing");
    row("a number", head.arg("3"), "network spec: hidden: 3 found, an object expected");
    row("no list", R"({"hidden":3})", "'hidden' holds 3, a list expected");
  }
  void refusesWrongValues() {
    QFETCH(QString, json);
    QFETCH(QString, message);
    ZIPPER_EXPECT_ERROR(specFromJson(json.toStdString()), message.toStdString());
  }

  void describesItself() {
    MobileNetSpec spec = blockNetwork(0.35);
    spec.classes = 4;
    spec.hidden = {{100, Activation::ReLU}};
    spec.padding = Padding::Same;
    QCOMPARE(describe(spec),
             std::string("MobileNet V2, width 0.35, 224x224x3, stem stride 2, 4 classes, a hidden layer "
                         "of 100, ReLU6, TF SAME, BN epsilon 0.001"));
    QCOMPARE(titleOf(Architecture::MobileNetV1), std::string("MobileNet V1"));
    QVERIFY(architectureFromString(toString(Architecture::MobileNetV2)) == Architecture::MobileNetV2);
  }

  void saysWhatDoesNotFitTogether() {
    const auto is = [](const std::vector<MobileNetSpec>& tasks, const std::string& sentence) {
      QCOMPARE(whyNotMergeable(tasks), sentence);
    };
    const MobileNetSpec plain = blockNetwork();
    is({MobileNetSpec{}, plain},
       "the networks don't fit together: A is a MobileNet V1, B a MobileNet V2; only networks of the same architecture "
       "can be merged");
    is({plain, plain, MobileNetSpec{}},
       "the networks don't fit together: A is a MobileNet V2, C a MobileNet V1; only networks of the same architecture "
       "can be merged");
    is({plain, blockNetwork(0.5)},
       "the networks don't fit together: project layer 1 of A is [16,32,1,1] (width 1), of B [8,16,1,1] (width 0.5); "
       "where networks have other channels, one must have at least those of all others in every layer, and add where "
       "they do");
    MobileNetSpec expanded = plain, last = plain;
    expanded.expandFirst = true;
    const std::string variant = " has an expanding convolution, that of ",
                      end = " has none; only networks of the same variant can be merged",
                      begin = "the networks don't fit together: the first block of ";
    is({plain, expanded}, begin + "B" + variant + "A" + end);
    is({expanded, plain}, begin + "A" + variant + "B" + end);
    is({expanded, expanded}, "");
    last.channels = {32, 16, 24, 32, 64, 96, 160, 320, 640};
    const std::string wider = whyNotMergeable({plain, last});
    QVERIFY2(wider.find("pointwise layer 18 of A is [1280,320,1,1]") != std::string::npos, wider.c_str());
    last.channels.back() = 1280;
    is({plain, last}, "");  // the channels of the width, only written out
  }

  /// Strides are each task's own, unless they decide what is added.
  void stridesMayDifferWhereNothingIsAdded() {
    MobileNetSpec plain = blockNetwork(), cifar = plain, written = plain;
    cifar.strides = {1, 1, 2, 2, 1, 2, 1};
    written.strides = {1, 2, 2, 2, 1, 2, 1};
    QCOMPARE(whyNotMergeable({plain, cifar}), std::string());
    QCOMPARE(
        whyNoTrunk({plain, cifar}),
        std::string("the networks can't share a trunk: the list of strides of A is 1 2 2 2 1 2 1, of B 1 1 2 2 1 2 1; "
                    "only tasks that see the same image in the same way can, use trunk 0"));
    QCOMPARE(whyNoTrunk({plain, written}), std::string());
    plain.width = cifar.width = 0.35;  // rows 1 and 2 have eight channels each
    const std::string sum =
        "the networks don't fit together: layer 2 of B adds its input to its output, that of A "
        "doesn't, as its stride is 2; only networks of the same variant can be merged";
    QCOMPARE(whyNotMergeable({plain, cifar}), sum);
    QVERIFY(whyNotMergeable({cifar, plain}).find("layer 2 of A adds its input to its output, that of B doesn't") !=
            std::string::npos);
  }

  /// Two backbones without heads, all layers merged: 1.91x and 1.83x where only the pointwise weights are shared.
  void countsWhatMergingSaves() {
    std::vector<int> all;
    for (int layer = 1; layer <= 18; ++layer) all.push_back(layer);
    for (const auto& [width, compression] : {std::pair(1.0, 1.9146), std::pair(0.35, 1.8250)}) {
      MobileNetSpec backbone = blockNetwork(width);
      backbone.classes = 0;
      std::int64_t weights = 0, others = 0;
      for (const UnitPlan& unit : unitsOf(backbone)) {
        const bool merges = unit.kind == UnitKind::Pointwise;
        weights += merges ? std::int64_t(unit.inputChannels) * unit.outputChannels : 0;
        others += merges ? 2 * std::int64_t(unit.outputChannels) : 0;
      }
      const MergeCost perTask = mergeCost({backbone, backbone}, Sharing(all, BnPolicy::PerTask));
      const MergeCost shared = mergeCost({backbone, backbone}, Sharing(all, BnPolicy::Shared));
      QVERIFY2(std::abs(perTask.compression - compression) < 0.001, qPrintable(QString::number(perTask.compression)));
      QCOMPARE(perTask.separateParameters - perTask.mergedParameters, weights);
      QCOMPARE(shared.separateParameters - shared.mergedParameters, weights + others);
    }
  }
};

ZIPPER_TEST(TestSpecV2)
#include "test_spec_v2.moc"
