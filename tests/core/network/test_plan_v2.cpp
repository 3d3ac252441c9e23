// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>

#include "core/network/mobilenet.h"
#include "core/network/mobilenet_v2.h"
#include "core/support/error.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

MobileNetSpec specV2(double width = 1.0) {
  MobileNetSpec spec;
  spec.architecture = Architecture::MobileNetV2;
  spec.width = width;
  return spec;
}

std::vector<int> channelsOf(const NetworkPlan& plan) {
  std::vector<int> channels{plan.units.front().outputChannels};
  for (const int layer : {1, 2, 4, 7, 11, 14, 17, 18})
    channels.push_back(plan.units[std::size_t(plan.tap(layer))].outputChannels);
  return channels;
}

}  // namespace

class TestPlanV2 : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Totals as torchvision's module has them, which are those of the paper: 3.4 million, 300 million multiply-adds.
  void countsAreThoseOfTheTable_data() {
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("size");
    QTest::addColumn<qint64>("parameters");
    QTest::addColumn<qint64>("buffers");
    QTest::addColumn<qint64>("macs");
    QTest::newRow("1.0") << 1.0 << 224 << qint64(3504872) << qint64(34112) << qint64(300774272);
    QTest::newRow("0.35") << 0.35 << 224 << qint64(1677128) << qint64(14080) << qint64(59285808);
    QTest::newRow("0.35, 96x96") << 0.35 << 96 << qint64(1677128) << qint64(14080) << qint64(11934128);
    QTest::newRow("0.5") << 0.5 << 224 << qint64(1968680) << qint64(18544) << qint64(97131840);
    QTest::newRow("1.4") << 1.4 << 224 << qint64(6108776) << qint64(47936) << qint64(582195824);
  }
  void countsAreThoseOfTheTable() {
    QFETCH(double, width);
    QFETCH(int, size);
    MobileNetSpec spec = specV2(width);
    spec.inputSize = size;
    const Cost cost = totalCost(spec);
    QTEST(qint64(cost.parameters), "parameters");
    QTEST(qint64(cost.buffers), "buffers");
    QTEST(qint64(cost.macs), "macs");
    MobileNet network(spec, std::uint64_t(1));
    std::int64_t trainable = 0;
    for (const auto& parameter : network->parameters()) trainable += parameter.numel();
    QCOMPARE(trainable, cost.parameters);
  }

  /// As Keras, slim and torchvision round them; above width 1 the last one grows as well.
  void channelsFollowTheWidth() {
    const std::vector<std::pair<double, ChannelsOfV2>> table{
        {0.35, {16, 8, 8, 16, 24, 32, 56, 112, 1280}},    {0.5, {16, 8, 16, 16, 32, 48, 80, 160, 1280}},
        {0.75, {24, 16, 24, 24, 48, 72, 120, 240, 1280}}, {1.0, {32, 16, 24, 32, 64, 96, 160, 320, 1280}},
        {1.3, {40, 24, 32, 40, 80, 128, 208, 416, 1664}}, {1.4, {48, 24, 32, 48, 88, 136, 224, 448, 1792}}};
    for (const auto& [width, channels] : table) {
      QVERIFY(channelsOfV2(width) == channels);
      QCOMPARE(widthOfV2(channels), width);
      QCOMPARE(channelsOf(planOf(specV2(width))), std::vector<int>(channels.begin(), channels.end()));
    }
    MobileNetSpec paddle = specV2(0.25);
    paddle.channels = {8, 4, 6, 8, 16, 24, 40, 80, 1280};
    QCOMPARE(channelsOf(planOf(paddle)), paddle.channels);
    QCOMPARE(widthOfV2({8, 4, 6, 8, 16, 24, 40, 80, 1280}), 0.0);
    QCOMPARE(multipleOfEight(1), 8);
    QCOMPARE(multipleOfEight(12), 16);
    QCOMPARE(multipleOfEight(18.9), 24);  // 16 would be less than nine tenths
    QCOMPARE(multipleOfEight(17.6), 16);
  }

  /// 17 blocks and a last convolution; an addition where a block keeps stride and channels.
  void planHasTheBlocksOfTheTable() {
    const NetworkPlan plan = planOf(specV2());
    QCOMPARE(plan.layers(), 18);
    QCOMPARE(plan.units.size(), std::size_t(1 + 2 + 16 * 3 + 1 + 1));
    QCOMPARE(plan.convolutions(), int(plan.units.size()) - 1);
    std::vector<int> sizes, additions;
    for (int layer = 1; layer <= 18; ++layer) {
      const UnitPlan& tap = plan.units[std::size_t(plan.tap(layer))];
      QCOMPARE(tap.name, concat("layers.", layer, layer == 18 ? ".pointwise" : ".project"));
      QVERIFY(tap.activation == (layer == 18 ? Activation::ReLU6 : Activation::None));
      sizes.push_back(tap.outputSize);
      if (tap.addend >= 0) {
        additions.push_back(layer);
        QCOMPARE(tap.addend, plan.tap(layer - 1));
      }
      std::vector<std::string> merged;
      for (const int unit : plan.site(layer).merged) merged.push_back(plan.units[std::size_t(unit)].role());
      QCOMPARE(merged, layer == 1    ? std::vector<std::string>{"project"}
                       : layer == 18 ? std::vector<std::string>{"pointwise"}
                                     : (std::vector<std::string>{"expand", "project"}));
      for (int i = plan.firstUnitOf(layer); i < plan.endOfUnitsOf(layer); ++i) {
        const UnitPlan& unit = plan.units[std::size_t(i)];
        QCOMPARE(unit.input, i - 1);
        QCOMPARE(unit.merges, unit.kind == UnitKind::Pointwise);
        if (unit.role() == "expand") QCOMPARE(unit.outputChannels, 6 * unit.inputChannels);
      }
    }
    QCOMPARE(additions, (std::vector<int>{3, 5, 6, 8, 9, 10, 12, 13, 15, 16}));
    QCOMPARE(sizes, (std::vector<int>{112, 56, 56, 28, 28, 28, 14, 14, 14, 14, 14, 14, 14, 7, 7, 7, 7, 7}));
  }

  /// Nine streams, tied by additions, and the hidden channels of 16 blocks.
  void additionsMakeStreams() {
    const NetworkPlan plan = planOf(specV2());
    QCOMPARE(plan.spaces.size(), std::size_t(9 + 16));
    std::set<int> streams{plan.outputSpace(0)}, hidden;
    for (int layer = 1; layer <= 18; ++layer) streams.insert(plan.outputSpace(layer));
    QCOMPARE(streams.size(), std::size_t(9));
    const std::vector<std::vector<int>> together{{2, 3}, {4, 5, 6}, {7, 8, 9, 10}, {11, 12, 13}, {14, 15, 16}};
    for (const auto& layers : together)
      for (const int layer : layers) QCOMPARE(plan.outputSpace(layer), plan.outputSpace(layers[0]));
    for (const UnitPlan& unit : plan.units) {
      if (unit.role() == "expand") QVERIFY(hidden.insert(unit.outputSpace).second);
      if (unit.kind == UnitKind::Depthwise) QCOMPARE(unit.inputSpace, unit.outputSpace);
      if (unit.outputSpace >= 0) QCOMPARE(plan.spaces[std::size_t(unit.outputSpace)].channels, unit.outputChannels);
    }
    QCOMPARE(hidden.size(), std::size_t(16));
    for (const int space : hidden) QVERIFY(streams.count(space) == 0);
    // The stem is a stream of its own unless the first block has as many channels.
    MobileNetSpec tied = specV2();
    tied.channels = {16, 16, 24, 32, 64, 96, 160, 320, 1280};
    QCOMPARE(planOf(tied).outputSpace(1), planOf(tied).outputSpace(0));
    QCOMPARE(planOf(tied).spaces.size(), std::size_t(8 + 16));
  }

  void variantsHaveTheirOwnPlan() {
    MobileNetSpec spec = specV2();
    spec.expandFirst = true;
    const NetworkPlan expanded = planOf(spec);
    QCOMPARE(expanded.units.size(), std::size_t(54));
    QCOMPARE(expanded.spaces.size(), std::size_t(26));
    QCOMPARE(expanded.site(1).merged.size(), std::size_t(2));
    QCOMPARE(expanded.units[1].name, std::string("layers.1.expand"));
    QCOMPARE(expanded.units[1].outputChannels, 32);
    MobileNetSpec cifar = specV2();
    cifar.inputSize = 32;
    cifar.stemStride = 1;
    cifar.strides = {1, 1, 2, 2, 1, 2, 1};
    const NetworkPlan plan = planOf(cifar);
    const std::vector<std::pair<int, int>> sizes{{0, 32}, {1, 32}, {3, 32}, {6, 16},
                                                 {10, 8}, {13, 8}, {16, 4}, {18, 4}};
    for (const auto& [layer, size] : sizes) QCOMPARE(plan.units[std::size_t(plan.tap(layer))].outputSize, size);
    QCOMPARE(totalCost(cifar).parameters, totalCost(specV2()).parameters);
    MobileNetSpec bare = specV2();
    bare.classes = 0;
    QCOMPARE(planOf(bare).units.size(), std::size_t(52));
  }
};

ZIPPER_TEST(TestPlanV2)
#include "test_plan_v2.moc"
