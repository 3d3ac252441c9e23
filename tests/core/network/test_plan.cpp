// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>

#include "core/network/folded_network.h"
#include "core/network/plan.h"
#include "core/network/plan_builder.h"
#include "core/support/libtorch.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/random_networks.h"
#include "support/random_plans.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

class TestPlan : public QObject {
  Q_OBJECT

  std::uint64_t seed_ = 0;

 private Q_SLOTS:
  void initTestCase() {
    seed_ = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qEnvironmentVariable("ZIPPER_TEST_SEED").toULongLong()
                                                          : QRandomGenerator::global()->generate();
    qInfo("seed %llu", static_cast<unsigned long long>(seed_));
  }

  /// Howard et al. 2017, table 1: 13 layers, 4.2 million parameters, 569 million multiply-adds.
  void planOfVersion1() {
    const MobileNetSpec spec;
    const NetworkPlan plan = planOf(spec);
    QCOMPARE(plan.layers(), 13);
    QCOMPARE(layersOf(spec), 13);
    QCOMPARE(plan.units.size(), std::size_t(28));
    QCOMPARE(plan.spaces.size(), std::size_t(14));
    QCOMPARE(totalCost(spec).parameters, std::int64_t(4231976));
    QCOMPARE(totalCost(spec).macs, std::int64_t(568740352));
    QCOMPARE(plan.tap(0), 0);
    for (int layer = 1; layer <= 13; ++layer) {
      QCOMPARE(plan.units[std::size_t(plan.tap(layer))].name, concat("layers.", layer, ".pointwise"));
      QCOMPARE(plan.site(layer).merged, std::vector<int>{plan.tap(layer)});
      QCOMPARE(plan.endOfUnitsOf(layer) - plan.firstUnitOf(layer), 2);
      const UnitPlan& depthwise = plan.units[std::size_t(plan.firstUnitOf(layer))];
      QCOMPARE(depthwise.inputSpace, depthwise.outputSpace);
    }
    QCOMPARE(plan.units.back().layer, 14);
    MobileNetSpec bare;
    bare.classes = 0;
    QCOMPARE(planOf(bare).units.size(), std::size_t(27));
  }

  /// An addition ties the channels of what is added: they are one space, in one order.
  void additionsTieSpaces() {
    MobileNetSpec spec;
    PlanBuilder builder(spec);
    const int stem = builder.convolution("stem", UnitKind::Stem, 0, 8, 3, 2, Activation::ReLU);
    builder.convolution("layers.1.expand", UnitKind::Pointwise, 1, 24, 1, 1, Activation::ReLU);
    builder.convolution("layers.1.depthwise", UnitKind::Depthwise, 1, 24, 3, 1, Activation::ReLU);
    const int project = builder.convolution("layers.1.project", UnitKind::Pointwise, 1, 8, 1, 1, Activation::None);
    builder.add(stem);
    builder.site({1, project});
    builder.convolution("layers.2.pointwise", UnitKind::Pointwise, 2, 16, 1, 1, Activation::ReLU);
    ZIPPER_EXPECT_ERROR(builder.add(stem), "16 channels of 112x112 and 8 of 112x112");
    builder.site({4});
    const NetworkPlan plan = builder.plan();
    QCOMPARE(plan.units[std::size_t(project)].outputSpace, plan.units[std::size_t(stem)].outputSpace);
    std::set<int> used;
    for (const UnitPlan& unit : plan.units) {
      used.insert(unit.outputSpace);
      QCOMPARE(plan.spaces.at(std::size_t(unit.outputSpace)).channels, unit.outputChannels);
    }
    QCOMPARE(used.size(), plan.spaces.size());
  }

  void networksFollowTheirPlan_data() {
    QTest::addColumn<bool>("inverted");
    QTest::addColumn<bool>("wide");
    QTest::addColumn<bool>("squeezes");
    QTest::newRow("chains") << false << false << false;
    QTest::newRow("5x5 kernels") << false << true << false;
    QTest::newRow("additions") << true << true << false;
    QTest::newRow("squeeze-and-excite") << false << true << true;
    QTest::newRow("squeeze-and-excite, additions") << true << true << true;
  }
  /// Cut at any layer, folded or not, the function is the same; and it is what the units do one after another.
  void networksFollowTheirPlan() {
    QFETCH(bool, inverted);
    QFETCH(bool, wide);
    QFETCH(bool, squeezes);
    torch::NoGradGuard noGrad;
    Random random(seed_);
    for (int round = 0; round < 5; ++round) {
      MobileNetSpec spec = smallSpec(0.25, 32 + int(random.below(9)), 3);
      spec.padding = round % 2 == 0 ? Padding::Pad1 : Padding::Same;
      const NetworkPlan plan = randomPlan(spec, {inverted, wide, squeezes}, random);
      MobileNet network = randomNetwork(spec, plan, random.next());
      const auto x = randomImages(spec, 3);
      std::vector<torch::Tensor> maps;
      for (std::size_t i = 0; i < network->units().size(); ++i) {
        const UnitPlan& unit = plan.units[i];
        auto y = network->unit(int(i))->forward(unit.input < 0 ? x : maps[std::size_t(unit.input)]);
        if (unit.gated >= 0) y = maps[std::size_t(unit.gated)] * y;
        if (unit.addend >= 0) y = y + maps[std::size_t(unit.addend)];
        QCOMPARE(y.size(1), std::int64_t(unit.outputChannels));
        QCOMPARE(y.size(2), std::int64_t(unit.outputSize));
        maps.push_back(y);
      }
      const auto logits = network->head->forward(maps.back().mean({2, 3}));
      const ForwardResult whole = network->forward(x, true);
      QVERIFY(torch::equal(whole.logits, logits));
      const FoldedNetwork folded(network);
      QVERIFY(relativeError(folded.forward(x).logits, logits) < 1e-5);
      for (int layer = 0; layer <= plan.layers(); ++layer) {
        const auto tap = network->trunk(x, layer);
        QVERIFY(torch::equal(tap, maps[std::size_t(plan.tap(layer))]));
        if (layer > 0) QVERIFY(torch::equal(tap, whole.taps[std::size_t(layer) - 1]));
        QVERIFY(torch::equal(network->branch(tap, layer).logits, logits));
        QVERIFY(relativeError(folded.branch(folded.trunk(x, layer), layer), logits) < 1e-5);
      }
    }
  }
};

ZIPPER_TEST(TestPlan)
#include "test_plan.moc"
