// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/network/mobilenet.h"
#include "core/support/error.h"
#include "core/support/libtorch.h"
#include "support/specs_v3.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr Architecture largeV3 = Architecture::MobileNetV3Large, smallV3 = Architecture::MobileNetV3Small;

/// The channels of a plan in the order of ChannelsOfV3.
ChannelsOfV3 channelsInPlan(const NetworkPlan& plan) {
  ChannelsOfV3 channels{plan.units.front().outputChannels};
  for (int layer = 1; layer < plan.layers(); ++layer) {
    std::map<UnitKind, int> outputs;
    for (int i = plan.firstUnitOf(layer); i < plan.endOfUnitsOf(layer); ++i)
      outputs[plan.units[std::size_t(i)].kind] = plan.units[std::size_t(i)].outputChannels;
    channels.insert(channels.end(), {outputs[UnitKind::Depthwise], outputs[UnitKind::Squeeze],
                                     plan.units[std::size_t(plan.tap(layer))].outputChannels});
  }
  channels.push_back(plan.units[std::size_t(plan.tap(plan.layers()))].outputChannels);
  return channels;
}

/// What the depthwise units of a plan have, layer after layer.
template <typename Member>
std::vector<Member> ofDepthwise(const NetworkPlan& plan, Member UnitPlan::*member) {
  std::vector<Member> values;
  for (const UnitPlan& unit : plan.units)
    if (unit.kind == UnitKind::Depthwise) values.push_back(unit.*member);
  return values;
}

std::vector<int> layersThatSqueeze(const NetworkPlan& plan) {
  std::vector<int> layers;
  for (const UnitPlan& unit : plan.units)
    if (unit.kind == UnitKind::Squeeze) layers.push_back(unit.layer);
  return layers;
}

}  // namespace

class TestPlanV3 : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Totals as torchvision's module has them, its multiply-adds counted with hooks; those of the paper, 5.4 and 2.5
  /// million parameters, 219 and 56 million multiply-adds.
  void countsAreThoseOfTheTable_data() {
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<bool>("minimalistic");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("size");
    QTest::addColumn<qint64>("parameters");
    QTest::addColumn<qint64>("buffers");
    QTest::addColumn<qint64>("macs");
    const auto row = [](const char* name, bool isLarge, bool minimalistic, double width, int size, qint64 parameters,
                        qint64 buffers, qint64 macs) {
      QTest::newRow(name) << isLarge << minimalistic << width << size << parameters << buffers << macs;
    };
    row("large 1.0", true, false, 1.0, 224, 5483032, 24400, 216589760);
    row("large 0.75", true, false, 0.75, 224, 3377576, 18416, 140033816);
    row("large 0.5", true, false, 0.5, 224, 1734576, 12352, 64962192);
    row("large 0.5, 75x75", true, false, 0.5, 75, 1734576, 12352, 9924120);
    row("large 0.35", true, false, 0.35, 224, 997064, 8576, 35278408);
    row("large 1.25", true, false, 1.25, 224, 8164744, 30592, 343461000);
    row("large minimalistic 1.0", true, true, 1.0, 224, 3924288, 24400, 209136704);
    row("large minimalistic 0.75", true, true, 0.75, 224, 2477376, 18416, 134737944);
    row("small 1.0", false, false, 1.0, 224, 2542856, 12112, 56510400);
    row("small 0.75", false, false, 0.75, 224, 1653920, 9200, 39115576);
    row("small 0.5", false, false, 0.5, 224, 917264, 6144, 18970736);
    row("small 0.35", false, false, 0.35, 224, 558744, 4240, 11238936);
    row("small 0.35, 96x96", false, false, 0.35, 96, 558744, 4240, 2459736);
    row("small minimalistic 1.0", false, true, 1.0, 224, 2044736, 12112, 52288448);
    row("small minimalistic 0.75", false, true, 0.75, 224, 1356040, 9200, 35993656);
  }
  void countsAreThoseOfTheTable() {
    QFETCH(bool, isLarge);
    QFETCH(bool, minimalistic);
    QFETCH(double, width);
    QFETCH(int, size);
    MobileNetSpec spec = specV3(isLarge ? largeV3 : smallV3, width, minimalistic);
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

  /// As torchvision rounds them.
  void channelsFollowTheWidth() {
    const ChannelsOfV3 large{16,  16,  0,   16,  64,  0,   24,  72,  0,   24,  72,  24,  40,  120, 32, 40,
                             120, 32,  40,  240, 0,   80,  200, 0,   80,  184, 0,   80,  184, 0,   80, 480,
                             120, 112, 672, 168, 112, 672, 168, 160, 960, 240, 160, 960, 240, 160, 960};
    const ChannelsOfV3 narrow{8,  8,  0,   8,  24, 0,   8,  24, 0,   8,  24, 8,   16, 40, 16, 16,
                              40, 16, 16,  88, 0,  32,  72, 0,  32,  64, 0,  32,  64, 0,  32, 168,
                              40, 40, 232, 56, 40, 232, 56, 56, 336, 88, 56, 336, 88, 56, 336};
    const ChannelsOfV3 smallNarrower{16, 16, 8,  16, 56,  0,  24, 64,  0,  24, 72,  24,  32, 184, 48,  32, 184, 48,
                                     32, 88, 24, 40, 112, 32, 40, 216, 56, 72, 432, 112, 72, 432, 112, 72, 432};
    QCOMPARE(channelsOfV3(largeV3, 1.0, false), large);
    QCOMPARE(channelsOfV3(largeV3, 0.35, false), narrow);
    QCOMPARE(channelsOfV3(smallV3, 0.75, false), smallNarrower);
    for (const Architecture architecture : {largeV3, smallV3})
      for (const double width : {1.0, 0.75, 0.5, 0.35, 1.25}) {
        const ChannelsOfV3 channels = channelsOfV3(architecture, width, false);
        QCOMPARE(widthOfV3(architecture, channels), width);
        QCOMPARE(channelsInPlan(planOf(specV3(architecture, width))), channels);
        ChannelsOfV3 minimalistic = channels;
        for (std::size_t i = 2; i < minimalistic.size(); i += 3) minimalistic[i] = 0;
        QCOMPARE(channelsOfV3(architecture, width, true), minimalistic);
        QCOMPARE(channelsInPlan(planOf(specV3(architecture, width, true))), minimalistic);
      }
    QCOMPARE(hiddenOfV3(largeV3, 0.35), 448);
    QCOMPARE(hiddenOfV3(smallV3, 0.35), 360);
    QCOMPARE(hiddenOfV3(largeV3, 1.0), 1280);
    QCOMPARE(hiddenOfV3(smallV3, 1.0), 1024);
  }

  /// Publishers differ in stem, squeezed channels and last convolution; all that counts is what the blocks put out.
  void widthIsFoundFromTheBlocks() {
    ChannelsOfV3 keras = channelsOfV3(largeV3, 0.5, false), paddle = channelsOfV3(largeV3, 1.0, false);
    keras[0] = keras[1] = 16;
    QCOMPARE(widthOfV3(largeV3, keras), 0.5);
    paddle[11] = 18;  // 72 / 4, not rounded
    paddle.back() = 1000;
    QCOMPARE(widthOfV3(largeV3, paddle), 1.0);
    MobileNetSpec spec = specV3(largeV3);
    spec.channels = paddle;
    QCOMPARE(channelsInPlan(planOf(spec)), paddle);
    QCOMPARE(widthOfV3(smallV3, paddle), 0.0);
    paddle[3] = 17;
    QCOMPARE(widthOfV3(largeV3, paddle), 0.0);
  }

  /// What is merged is one block, in the order in which it is computed; the head is behind a hidden layer.
  void planHasTheBlocksOfTheTables() {
    for (const auto& [architecture, layers, units] : {std::tuple(largeV3, 16, 62), std::tuple(smallV3, 12, 52)}) {
      const NetworkPlan plan = planOf(specV3(architecture));
      QCOMPARE(plan.layers(), layers);
      QCOMPARE(blocksOfV3(architecture), layers - 1);
      QCOMPARE(plan.convolutions(), units);
      QCOMPARE(plan.units.size(), std::size_t(units) + 2);
      for (int layer = 1; layer <= layers; ++layer) {
        const bool isLast = layer == layers;
        const UnitPlan& tap = plan.units[std::size_t(plan.tap(layer))];
        QCOMPARE(tap.name, concat("layers.", layer, isLast ? ".pointwise" : ".project"));
        QVERIFY(tap.activation == (isLast ? Activation::HardSwish : Activation::None));
        std::vector<std::string> merged, wanted;
        for (const int unit : plan.site(layer).merged) merged.push_back(plan.units[std::size_t(unit)].role());
        if (layer > 1 && !isLast) wanted.push_back("expand");
        if (!isLast && squeezesInV3(architecture, layer - 1))
          for (const char* role : {"squeeze", "excite"}) wanted.push_back(role);
        wanted.push_back(isLast ? "pointwise" : "project");
        QCOMPARE(merged, wanted);
        for (int i = plan.firstUnitOf(layer); i < plan.endOfUnitsOf(layer); ++i) {
          const UnitPlan& unit = plan.units[std::size_t(i)];
          QCOMPARE(unit.input, i - 1);
          QCOMPARE(unit.merges, unit.kind != UnitKind::Depthwise);
          QCOMPARE(unit.normalizes(), unit.kind != UnitKind::Squeeze && unit.kind != UnitKind::Excite);
        }
      }
    }
  }

  /// Tables 1 and 2 of the paper: kernels, squeeze-and-excite, non-linearities, sizes, and where an input is added.
  void blocksAreThoseOfThePaper() {
    const NetworkPlan large = planOf(specV3(largeV3)), small = planOf(specV3(smallV3));
    QCOMPARE(ofDepthwise(large, &UnitPlan::kernel), (std::vector<int>{3, 3, 3, 5, 5, 5, 3, 3, 3, 3, 3, 3, 5, 5, 5}));
    QCOMPARE(ofDepthwise(small, &UnitPlan::kernel), (std::vector<int>{3, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5}));
    QCOMPARE(kernelOfV3(largeV3, 12), 5);
    QCOMPARE(layersThatSqueeze(large), (std::vector<int>{4, 5, 6, 11, 12, 13, 14, 15}));
    QCOMPARE(layersThatSqueeze(small), (std::vector<int>{1, 4, 5, 6, 7, 8, 9, 10, 11}));
    const auto swishes = [](const NetworkPlan& plan) {
      const auto activations = ofDepthwise(plan, &UnitPlan::activation);
      return int(std::count(activations.begin(), activations.end(), Activation::HardSwish));
    };
    QCOMPARE(swishes(large), 9);
    QCOMPARE(swishes(small), 8);
    const auto tapsOf = [](const NetworkPlan& plan) {
      std::pair<std::vector<int>, std::vector<int>> sizesAndAdditions;
      for (int layer = 1; layer <= plan.layers(); ++layer) {
        const UnitPlan& tap = plan.units[std::size_t(plan.tap(layer))];
        sizesAndAdditions.first.push_back(tap.outputSize);
        if (tap.addend == plan.tap(layer - 1)) sizesAndAdditions.second.push_back(layer);
      }
      return sizesAndAdditions;
    };
    QCOMPARE(tapsOf(large).first, (std::vector<int>{112, 56, 56, 28, 28, 28, 14, 14, 14, 14, 14, 14, 7, 7, 7, 7}));
    QCOMPARE(tapsOf(small).first, (std::vector<int>{56, 28, 28, 14, 14, 14, 14, 14, 7, 7, 7, 7}));
    QCOMPARE(tapsOf(large).second, (std::vector<int>{1, 3, 5, 6, 8, 9, 10, 12, 14, 15}));
    QCOMPARE(tapsOf(small).second, (std::vector<int>{3, 5, 6, 8, 10, 11}));
  }

  /// Streams tied by additions, the hidden channels of each block, and its squeezed ones: each a group of its own.
  void spacesAreTheGroupsThatMoveTogether_data() {
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<std::vector<std::vector<int>>>("streams");
    QTest::addColumn<int>("squeezed");
    QTest::newRow("large") << true << std::vector<std::vector<int>>{{0, 1},   {2, 3},       {4, 5, 6}, {7, 8, 9, 10},
                                                                    {11, 12}, {13, 14, 15}, {16}}
                           << 8;
    QTest::newRow("small") << false
                           << std::vector<std::vector<int>>{{0}, {1}, {2, 3}, {4, 5, 6}, {7, 8}, {9, 10, 11}, {12}}
                           << 9;
  }
  void spacesAreTheGroupsThatMoveTogether() {
    QFETCH(bool, isLarge);
    QFETCH(std::vector<std::vector<int>>, streams);
    QFETCH(int, squeezed);
    const NetworkPlan plan = planOf(specV3(isLarge ? largeV3 : smallV3));
    std::set<int> all;
    const auto isNew = [&](int space) { return all.insert(space).second; };
    for (const auto& layers : streams) {
      QVERIFY(isNew(plan.outputSpace(layers[0])));
      for (const int layer : layers) QCOMPARE(plan.outputSpace(layer), plan.outputSpace(layers[0]));
    }
    for (const UnitPlan& unit : plan.units) {
      if (unit.role() == "expand" || unit.kind == UnitKind::Squeeze) QVERIFY(isNew(unit.outputSpace));
      if (unit.kind == UnitKind::Depthwise) QCOMPARE(unit.inputSpace, unit.outputSpace);
      if (unit.outputSpace >= 0) QCOMPARE(plan.spaces[std::size_t(unit.outputSpace)].channels, unit.outputChannels);
    }
    QCOMPARE(all.size(), plan.spaces.size());
    QCOMPARE(all.size(), streams.size() + std::size_t(plan.layers() - 2) + std::size_t(squeezed));
    // The first block has no expanding convolution: its depthwise unit keeps the channels of the stem.
    QCOMPARE(plan.units[1].outputSpace, plan.outputSpace(0));
  }

  /// 3x3 kernels, no squeeze-and-excite, one activation.
  void minimalisticHasNoneOfIt() {
    for (const Architecture architecture : {largeV3, smallV3})
      for (const UnitPlan& unit : planOf(specV3(architecture, 1.0, true)).units) {
        const bool isLinear = unit.role() == "project" || unit.role() == "head";
        QVERIFY2(unit.activation == (isLinear ? Activation::None : Activation::ReLU), unit.name.c_str());
        QVERIFY2(unit.normalizes() || unit.kind == UnitKind::Head, unit.name.c_str());
        if (unit.kind == UnitKind::Depthwise) QCOMPARE(unit.kernel, 3);
      }
  }

  void variantsHaveTheirOwnPlan() {
    MobileNetSpec spec = specV3(largeV3);
    spec.expandFirst = true;
    const NetworkPlan expanded = planOf(spec);
    QCOMPARE(expanded.convolutions(), 63);
    QCOMPARE(expanded.units[1].name, std::string("layers.1.expand"));
    QCOMPARE(expanded.units[1].outputChannels, 16);
    QCOMPARE(expanded.site(1).merged, (std::vector<int>{1, 3}));
    QVERIFY(expanded.units[2].outputSpace != expanded.outputSpace(0));
    QCOMPARE(expanded.outputSpace(1), expanded.outputSpace(0));
    MobileNetSpec strides = specV3(smallV3);
    strides.inputSize = 32;
    strides.stemStride = 1;
    strides.strides = {1, 2, 1, 2, 1, 1, 1, 1, 2, 1, 1};
    const NetworkPlan plan = planOf(strides);
    const std::vector<std::pair<int, int>> sizes{{0, 32}, {1, 32}, {3, 16}, {8, 8}, {12, 4}};
    for (const auto& [layer, size] : sizes) QCOMPARE(plan.units[std::size_t(plan.tap(layer))].outputSize, size);
    QCOMPARE(plan.outputSpace(1), plan.outputSpace(0));  // with stride 1 the first block adds its input
    QCOMPARE(totalCost(strides).parameters, totalCost(specV3(smallV3)).parameters);
    spec.classes = 0;
    spec.hidden.clear();
    QCOMPARE(planOf(spec).units.size(), std::size_t(63));
  }
};

ZIPPER_TEST(TestPlanV3)
#include "test_plan_v3.moc"
