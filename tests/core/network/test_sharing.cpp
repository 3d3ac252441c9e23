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

  static LayerInfo unit(int layer, LayerKind kind) {
    LayerInfo info;
    info.layer = layer;
    info.kind = kind;
    return info;
  }

 private Q_SLOTS:
  void mergedLayersSharePointwiseConvolutions() {
    const std::vector<int> merged{2, 5};
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      const Sharing sharing(merged, policy);
      const Shared expected = policy == BnPolicy::Shared ? Shared::Whole : Shared::Weights;
      QVERIFY(sharing.of(unit(2, LayerKind::Pointwise)) == expected);
      QVERIFY(sharing.of(unit(5, LayerKind::Pointwise)) == expected);
      QVERIFY(sharing.of(unit(2, LayerKind::Depthwise)) == Shared::Nothing);
      QVERIFY(sharing.of(unit(3, LayerKind::Pointwise)) == Shared::Nothing);
      QVERIFY(sharing.of(unit(0, LayerKind::Stem)) == Shared::Nothing);
      QVERIFY(sharing.of(unit(14, LayerKind::Head)) == Shared::Nothing);
      QVERIFY(sharing.ofTensor(unit(2, LayerKind::Pointwise), "conv.weight"));
      QCOMPARE(sharing.ofTensor(unit(2, LayerKind::Pointwise), "bn.bias"), policy == BnPolicy::Shared);
    }
    QVERIFY(Sharing().of(unit(2, LayerKind::Pointwise)) == Shared::Nothing);
  }

  void theTrunkIsSharedWhole() {
    const Sharing sharing(std::vector<int>{1, 2, 3}, BnPolicy::PerTask, 2);
    for (const LayerInfo& info :
         {unit(0, LayerKind::Stem), unit(1, LayerKind::Depthwise), unit(2, LayerKind::Pointwise)})
      QVERIFY(sharing.isInTrunk(info) && sharing.of(info) == Shared::Whole);
    QVERIFY(!sharing.isInTrunk(unit(3, LayerKind::Pointwise)));
    QVERIFY(sharing.of(unit(3, LayerKind::Pointwise)) == Shared::Weights);
    QVERIFY(sharing.of(unit(3, LayerKind::Depthwise)) == Shared::Nothing);
  }

  /// What is said to be shared is one tensor in memory, and nothing else is.
  void modulesAreSharedAsItSays() {
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared})
      for (const int trunk : {0, 2}) {
        MergedNetwork network({randomNetwork(smallSpec(0.125, 32, 4), 1), randomNetwork(smallSpec(0.125, 32, 4), 2),
                               randomNetwork(smallSpec(0.125, 32, 4), 3)},
                              policy);
        for (const int layer : {7, 1, 2}) network.merge(layer);
        network.shareTrunk(trunk);
        const NamedTensors first = network.task(0)->state();
        const auto shared = sharedKeys(network.task(0)->spec(), network.sharing());
        QVERIFY(!shared.empty());
        for (int t = 1; t < 3; ++t)
          for (const auto& [key, tensor] : network.task(t)->state())
            QVERIFY2(find(first, key).is_same(tensor) == (shared.count(key) > 0), key.c_str());
      }
  }
};

ZIPPER_TEST(TestSharing)
#include "test_sharing.moc"
