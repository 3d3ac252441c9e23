// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/network/compatibility.h"
#include "core/network/merge_cost.h"
#include "core/network/plan.h"
#include "support/expect_error.h"
#include "support/specs_v3.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A spec in JSON with one key more.
QString jsonOfV3(const char* size, const QString& more, bool minimalistic = false) {
  return QString(R"({"architecture":"mobilenet_v3_%1",%2%3})")
      .arg(QString(size), minimalistic ? QString(R"("minimalistic":true,)") : QString(), more);
}

QString listOf(const std::vector<int>& numbers) {
  QStringList texts;
  for (const int number : numbers) texts.append(QString::number(number));
  return '[' + texts.join(',') + ']';
}

/// The channels of a width with one of them replaced.
QString channelsWith(Architecture architecture, std::size_t index, int number) {
  ChannelsOfV3 channels = channelsOfV3(architecture, 1.0, false);
  channels[index] = number;
  return R"("channels":)" + listOf(channels);
}

}  // namespace

/// What a spec says of a V3.
class TestSpecV3 : public QObject {
  Q_OBJECT

  const MobileNetSpec large_ = specV3(Architecture::MobileNetV3Large), small_ = specV3(Architecture::MobileNetV3Small);

  static void isSaid(const std::vector<MobileNetSpec>& tasks, const std::string& sentence) {
    QCOMPARE(whyNotMergeable(tasks), sentence.empty() ? "" : "the networks don't fit together: " + sentence);
  }

 private Q_SLOTS:
  void roundTripsThroughJson() {
    MobileNetSpec spec = large_;
    spec.channels = channelsOfV3(spec.architecture, 0.5, false);
    spec.channels[1] = 24;
    spec.channels[11] = 18;
    spec.strides = {1, 2, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1};
    spec.expandFirst = true;
    spec.classes = 7;
    const MobileNetSpec again = specFromJson(specToJson(spec));
    QCOMPARE(specToJson(again), specToJson(spec));
    QVERIFY(again.architecture == Architecture::MobileNetV3Large && again.expandFirst && !again.minimalistic);
    QVERIFY(again.activation == Activation::ReLU && again.hidden == spec.hidden);
    QVERIFY(again.hidden[0].activation == Activation::HardSwish);
    QCOMPARE(again.channels, spec.channels);
    QCOMPARE(again.strides, spec.strides);
    const std::string minimalistic = specToJson(specV3(Architecture::MobileNetV3Small, 0.75, true));
    QVERIFY(minimalistic.find("\"architecture\":\"mobilenet_v3_small\"") != std::string::npos);
    QVERIFY(minimalistic.find("\"minimalistic\":true") != std::string::npos);
    QVERIFY(specFromJson(minimalistic).minimalistic);
    QCOMPARE(specToJson(specFromJson(minimalistic)), minimalistic);
  }

  /// Files of the others say what they said before there was a V3.
  void saysNothingOfV3InOtherFiles() {
    for (const Architecture architecture : {Architecture::MobileNetV1, Architecture::MobileNetV2}) {
      MobileNetSpec spec;
      spec.architecture = architecture;
      QVERIFY(specToJson(spec).find("minimalistic") == std::string::npos);
      QVERIFY(!specFromJson(specToJson(spec)).minimalistic);
    }
  }

  void refusesWrongValues_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QString& json, const char* message) {
      QTest::newRow(name) << json << message;
    };
    const auto inLarge = [](std::size_t index, int number) {
      return jsonOfV3("large", channelsWith(Architecture::MobileNetV3Large, index, number));
    };
    row("channels", jsonOfV3("large", R"("channels":[16,16])"), "channels: 2 numbers found, none, or 47 expected");
    row("channels of the other one", jsonOfV3("small", channelsWith(Architecture::MobileNetV3Large, 0, 16)),
        "channels: 47 numbers found, none, or 35 expected");
    row("no channel", inLarge(4, 0), "channels: 0 found, 1 to 65,536 expected");
    row("no last channel", inLarge(46, 0), "channels: 0 found, 1 to 65,536 expected");
    row("many channels", inLarge(9, 65537), "channels: 65537 found, 1 to 65,536 expected");
    row("less than no squeezed ones", inLarge(11, -1), "channels: -1 found, 0 to 65,536 expected");
    row("many squeezed ones", inLarge(2, 65537), "channels: 65537 found, 0 to 65,536 expected");
    row("first block", inLarge(1, 24),
        "channels: the first block has 24 expanded channels, the stem 16; the same expected, as the block has no "
        "expanding convolution");
    row("squeezed ones of a minimalistic network",
        jsonOfV3("large", channelsWith(Architecture::MobileNetV3Large, 0, 16), true),
        "channels: 24 squeezed ones found, 0 expected, as the network is minimalistic");
    row("strides", jsonOfV3("large", R"("strides":[1,2,1])"),
        "strides: 3 numbers found, none, or 15 of 1 or 2 expected");
    row("strides of the other one", jsonOfV3("small", R"("strides":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1])"),
        "strides: 15 numbers found, none, or 11 of 1 or 2 expected");
    row("stride 3", jsonOfV3("small", R"("strides":[1,1,1,1,3,1,1,1,1,1,1])"), "strides: 3 found, 1 or 2 expected");
    row("minimalistic V2", R"({"architecture":"mobilenet_v2","minimalistic":true})",
        "minimalistic: true found, false, as the network is no MobileNet V3 expected");
    row("minimalistic V1", R"({"minimalistic":true})",
        "minimalistic: true found, false, as the network is no MobileNet V3 expected");
    row("minimalistic", jsonOfV3("small", R"("minimalistic":1)"), "'minimalistic' holds 1, true or false expected");
    row("no size", R"({"architecture":"mobilenet_v3"})",
        "'mobilenet_v3' found, 'mobilenet_v1', 'mobilenet_v2', 'mobilenet_v3_large' or 'mobilenet_v3_small' expected");
    row("activation", jsonOfV3("small", R"("activation":"hard-swish")"),
        "activation: 'hard-swish' found, 'relu' or 'relu6' expected");
    row("activation of the head", jsonOfV3("small", R"("hidden":[{"channels":9,"activation":"hard-sigmoid"}])"),
        "activation: 'hard-sigmoid' found, 'relu', 'relu6', 'none' or 'hard-swish' expected");
  }
  void refusesWrongValues() {
    QFETCH(QString, json);
    QFETCH(QString, message);
    ZIPPER_EXPECT_ERROR(specFromJson(json.toStdString()), message.toStdString());
  }

  /// Without squeeze-and-excite in one block, and with a first block that expands.
  void acceptsWhatIsWithinBounds() {
    const QString none = channelsWith(Architecture::MobileNetV3Large, 11, 0);
    QCOMPARE(specFromJson(jsonOfV3("large", none).toStdString()).channels[11], 0);
    const QString expands = channelsWith(Architecture::MobileNetV3Large, 1, 24) + R"(,"expand_first":true)";
    QCOMPARE(specFromJson(jsonOfV3("large", expands).toStdString()).channels[1], 24);
  }

  void describesItself() {
    MobileNetSpec spec = specV3(Architecture::MobileNetV3Small, 0.75, true);
    spec.classes = 4;
    spec.padding = Padding::Same;
    QCOMPARE(describe(spec),
             std::string("MobileNet V3 Small (minimalistic), width 0.75, 224x224x3, stem stride 2, 4 classes, a hidden "
                         "layer of 768, ReLU, TF SAME, BN epsilon 0.001"));
    for (const Architecture architecture : {Architecture::MobileNetV3Large, Architecture::MobileNetV3Small}) {
      QVERIFY(isV3(architecture));
      QVERIFY(architectureFromString(toString(architecture)) == architecture);
    }
    QCOMPARE(titleOf(Architecture::MobileNetV3Large), std::string("MobileNet V3 Large"));
    QVERIFY(!isV3(Architecture::MobileNetV1) && !isV3(Architecture::MobileNetV2));
  }

  void saysWhatDoesNotFitTogether() {
    const std::string sameArchitecture = "; only networks of the same architecture can be merged",
                      sameVariant = "; only networks of the same variant can be merged";
    isSaid({large_, small_}, "A is a MobileNet V3 Large, B a MobileNet V3 Small" + sameArchitecture);
    isSaid({small_, small_, large_}, "A is a MobileNet V3 Small, C a MobileNet V3 Large" + sameArchitecture);
    MobileNetSpec inverted;
    inverted.architecture = Architecture::MobileNetV2;
    isSaid({inverted, small_}, "A is a MobileNet V2, B a MobileNet V3 Small" + sameArchitecture);
    const MobileNetSpec minimalistic = specV3(Architecture::MobileNetV3Small, 1.0, true);
    isSaid({small_, minimalistic}, "B is minimalistic, A isn't" + sameVariant);
    isSaid({minimalistic, small_}, "A is minimalistic, B isn't" + sameVariant);
    isSaid({minimalistic, minimalistic}, "");
    MobileNetSpec expanded = large_;
    expanded.expandFirst = true;
    isSaid({large_, expanded}, "the first block of B has an expanding convolution, that of A has none" + sameVariant);
    isSaid({large_, specV3(Architecture::MobileNetV3Large, 0.5)},
           "project layer 1 of A is [16,16,1,1] (width 1), of B [8,8,1,1] (width 0.5); where networks have other "
           "channels, one must have at least those of all others in every layer, and add where they do");
    isSaid({large_, large_}, "");
  }

  /// In one of them a block has no squeeze-and-excite, or has it with other channels.
  void saysWhereSqueezeAndExciteDiffer() {
    MobileNetSpec without = large_, narrower = large_, written = large_;
    written.channels = narrower.channels = without.channels = channelsOfV3(large_.architecture, 1.0, false);
    without.channels[11] = 0;
    narrower.channels[11] = 18;
    const std::string end = "; only networks of the same variant can be merged";
    isSaid({large_, without}, "layer 4 of A has squeeze-and-excite, that of B has none" + end);
    isSaid({without, large_}, "layer 4 of B has squeeze-and-excite, that of A has none" + end);
    isSaid({without, without}, "");
    isSaid({large_, narrower},
           "squeeze layer 4 of A is [24,72,1,1] (width 1), of B [18,72,1,1] (width 1); where networks have other "
           "channels, one must have at least those of all others in every layer, and add where they do");
    isSaid({large_, written}, "");  // the channels of the width, only written out
  }

  /// Stem, depthwise layers and head are each task's own; strides too, unless they decide what is added.
  void whatIsPerTaskMayDiffer() {
    MobileNetSpec other = small_;
    other.inputSize = 96;
    other.stemStride = 1;
    other.padding = Padding::Same;
    other.activation = Activation::ReLU6;
    other.classes = 3;
    other.hidden.clear();
    other.strides = {2, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1};
    isSaid({small_, other}, "");
    MobileNetSpec strided = small_;
    strided.strides = {2, 2, 2, 2, 1, 1, 1, 1, 2, 1, 1};
    isSaid({small_, strided},
           "layer 3 of A adds its input to its output, that of B doesn't, as its stride is 2; only networks of the "
           "same variant can be merged");
    strided.strides = {2, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1};
    QCOMPARE(whyNoTrunk({small_, strided}),
             std::string("the networks can't share a trunk: the list of strides of A is 2 2 1 2 1 1 1 1 2 1 1, of B "
                         "2 1 1 2 1 1 1 1 2 1 1; only tasks that see the same image in the same way can, use trunk "
                         "0"));
    strided.strides = {2, 2, 1, 2, 1, 1, 1, 1, 2, 1, 1};  // the usual ones, written out
    QCOMPARE(whyNoTrunk({small_, strided}), std::string());
  }

  /// Two backbones without heads, all layers merged: 1.92x and 1.85x; with the pointwise weights alone it would
  /// be 1.29x and 1.27x.
  void countsWhatMergingSaves_data() {
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<double>("pointwise");
    QTest::addColumn<double>("perTask");
    QTest::addColumn<double>("shared");
    QTest::newRow("large") << true << 1.29196 << 1.92143 << 1.93357;
    QTest::newRow("small") << false << 1.27007 << 1.85212 << 1.87091;
  }
  void countsWhatMergingSaves() {
    QFETCH(bool, isLarge);
    QFETCH(double, pointwise);
    QFETCH(double, perTask);
    QFETCH(double, shared);
    MobileNetSpec backbone = isLarge ? large_ : small_;
    backbone.classes = 0;
    backbone.hidden.clear();
    std::vector<int> all;
    for (int layer = 1; layer <= layersOf(backbone); ++layer) all.push_back(layer);
    std::int64_t ofPointwise = 0, ofGates = 0, others = 0;
    for (const UnitPlan& unit : unitsOf(backbone)) {
      const std::int64_t weights = std::int64_t(unit.inputChannels) * unit.outputChannels;
      const bool gates = unit.kind == UnitKind::Squeeze || unit.kind == UnitKind::Excite;
      if (unit.kind == UnitKind::Pointwise) ofPointwise += weights, others += 2 * std::int64_t(unit.outputChannels);
      if (gates) ofGates += weights, others += unit.outputChannels;
    }
    const MergeCost apart = mergeCost({backbone, backbone}, Sharing(all, BnPolicy::PerTask));
    const MergeCost whole = mergeCost({backbone, backbone}, Sharing(all, BnPolicy::Shared));
    QCOMPARE(apart.separateParameters - apart.mergedParameters, ofPointwise + ofGates);
    QCOMPARE(whole.separateParameters - whole.mergedParameters, ofPointwise + ofGates + others);
    const auto is = [](double found, double wanted) {
      QVERIFY2(std::abs(found - wanted) < 1e-4, qPrintable(QString::number(found, 'g', 8)));
    };
    is(apart.compression, perTask);
    is(whole.compression, shared);
    const auto separate = double(apart.separateParameters);
    is(separate / (separate - double(ofPointwise)), pointwise);
    QCOMPARE(whole.mergedMacs, whole.separateMacs);
  }
};

ZIPPER_TEST(TestSpecV3)
#include "test_spec_v3.moc"
