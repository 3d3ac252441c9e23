// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/network/merged_network.h"
#include "core/network/state_layout.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

class TestSharing : public QObject {
  Q_OBJECT

  static UnitPlan unit(int layer, UnitKind kind) {
    for (const UnitPlan& unit : unitsOf(MobileNetSpec{}))
      if (unit.layer == layer && unit.kind == kind) return unit;
    return {};
  }

 private Q_SLOTS:
  void mergedLayersSharePointwiseConvolutions() {
    const std::vector<int> merged{2, 5};
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      const Sharing sharing(merged, policy);
      const Shared expected = policy == BnPolicy::Shared ? Shared::Whole : Shared::Weights;
      QVERIFY(sharing.of(unit(2, UnitKind::Pointwise)) == expected);
      QVERIFY(sharing.of(unit(5, UnitKind::Pointwise)) == expected);
      QVERIFY(sharing.of(unit(2, UnitKind::Depthwise)) == Shared::Nothing);
      QVERIFY(sharing.of(unit(3, UnitKind::Pointwise)) == Shared::Nothing);
      QVERIFY(sharing.of(unit(0, UnitKind::Stem)) == Shared::Nothing);
      QVERIFY(sharing.of(unit(14, UnitKind::Head)) == Shared::Nothing);
      QVERIFY(sharing.ofTensor(unit(2, UnitKind::Pointwise), "conv.weight"));
      QCOMPARE(sharing.ofTensor(unit(2, UnitKind::Pointwise), "bn.bias"), policy == BnPolicy::Shared);
    }
    QVERIFY(Sharing().of(unit(2, UnitKind::Pointwise)) == Shared::Nothing);
  }

  void countsLayersFromTheFirst() {
    QCOMPARE(layersFromTheFirst(std::vector<int>{}), 0);
    QCOMPARE(layersFromTheFirst(std::vector<int>{2, 3}), 0);
    QCOMPARE(layersFromTheFirst(std::vector<int>{3, 1, 5, 2}), 3);
    QCOMPARE(layersFromTheFirst(std::set<int>{1, 2}), 2);
  }

  void theTrunkIsSharedWhole() {
    const Sharing sharing(std::vector<int>{1, 2, 3}, BnPolicy::PerTask, 2);
    for (const UnitPlan& info : {unit(0, UnitKind::Stem), unit(1, UnitKind::Depthwise), unit(2, UnitKind::Pointwise)})
      QVERIFY(sharing.isInTrunk(info) && sharing.of(info) == Shared::Whole);
    QVERIFY(!sharing.isInTrunk(unit(3, UnitKind::Pointwise)));
    QVERIFY(sharing.of(unit(3, UnitKind::Pointwise)) == Shared::Weights);
    QVERIFY(sharing.of(unit(3, UnitKind::Depthwise)) == Shared::Nothing);
  }

  /// What is said to be shared is one tensor in memory, and nothing else is.
  void modulesAreSharedAsItSays_data() {
    QTest::addColumn<int>("version");
    for (const int version : {1, 2, 3}) QTest::addRow("V%d", version) << version;
  }
  void modulesAreSharedAsItSays() {
    QFETCH(int, version);
    MobileNetSpec spec = smallSpec(0.125, 32, 4);
    if (version == 2) spec.architecture = Architecture::MobileNetV2;
    if (version == 3) spec.architecture = Architecture::MobileNetV3Small;
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared})
      for (const int trunk : {0, 2}) {
        MergedNetwork network({randomNetwork(spec, 1), randomNetwork(spec, 2), randomNetwork(spec, 3)}, policy);
        for (const int layer : {7, 1, 2}) network.merge(layer);
        network.shareTrunk(trunk);
        const NamedTensors first = network.task(0)->state();
        const auto shared = sharedKeys(network.task(0)->plan().units, network.sharing());
        QVERIFY(!shared.empty());
        for (int t = 1; t < 3; ++t)
          for (const auto& [key, tensor] : network.task(t)->state())
            QVERIFY2(find(first, key).is_same(tensor) == (shared.count(key) > 0), key.c_str());
      }
  }
};

ZIPPER_TEST(TestSharing)
#include "test_sharing.moc"
