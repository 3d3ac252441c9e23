// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/network/merged_network.h"
#include "core/network/state_layout.h"
#include "core/support/libtorch.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// The layout says what a network's state is without making it.
class TestStateLayout : public QObject {
  Q_OBJECT

  static void compare(const std::vector<StateEntry>& layout, const NamedTensors& state) {
    QCOMPARE(layout.size(), state.size());
    for (std::size_t i = 0; i < state.size(); ++i) {
      QCOMPARE(layout[i].key, state[i].first);
      QCOMPARE(layout[i].shape, state[i].second.sizes().vec());
    }
  }

 private Q_SLOTS:
  void isThatOfANetwork() {
    for (const double width : {0.125, 0.3, 1.0}) {
      for (const int classes : {0, 7}) {
        MobileNetSpec spec = smallSpec(width, 32, classes);
        MobileNet network(spec);
        compare(stateLayout(spec), network->state());
        spec.architecture = Architecture::MobileNetV2;
        spec.expandFirst = width == 0.3;
        MobileNet blocks(spec);
        compare(stateLayout(spec), blocks->state());
        spec.architecture = width == 1.0 ? Architecture::MobileNetV3Small : Architecture::MobileNetV3Large;
        MobileNet gated(spec);
        compare(stateLayout(spec), gated->state());
      }
    }
  }

  void isThatOfAMergedNetwork_data() {
    QTest::addColumn<int>("version");
    for (const int version : {1, 2, 3}) QTest::addRow("V%d", version) << version;
  }
  void isThatOfAMergedNetwork() {
    QFETCH(int, version);
    std::vector<MobileNetSpec> specs{smallSpec(0.125, 32, 4), smallSpec(0.125, 32, 3), smallSpec(0.125, 32, 2)};
    const Architecture architectures[] = {Architecture::MobileNetV1, Architecture::MobileNetV2,
                                          Architecture::MobileNetV3Small};
    for (MobileNetSpec& spec : specs) spec.architecture = architectures[version - 1];
    std::vector<MobileNet> teachers;
    for (const MobileNetSpec& spec : specs) teachers.emplace_back(spec);
    for (const BnPolicy policy : {BnPolicy::Shared, BnPolicy::PerTask}) {
      for (const int trunk : {0, 1, 2}) {
        MergedNetwork network(teachers, policy);
        for (const int layer : {1, 2, 11}) network.merge(layer);
        network.shareTrunk(trunk);
        compare(stateLayout(specs, Sharing(std::vector<int>{1, 2, 11}, policy, trunk)), network.state());
      }
    }
  }
};

ZIPPER_TEST(TestStateLayout)
#include "test_state_layout.moc"
