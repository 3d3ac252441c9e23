// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>
#include <numeric>

#include "core/analysis/channel_pairs.h"
#include "support/block_session.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::vector<int> reversed(int channels) {
  std::vector<int> order(std::size_t(channels), 0);
  for (int i = 0; i < channels; ++i) order[std::size_t(i)] = channels - 1 - i;
  return order;
}

std::vector<int> inPlace(int channels) {
  std::vector<int> order(std::size_t(channels), 0);
  std::iota(order.begin(), order.end(), 0);
  return order;
}

int channels(int layer) {
  const NetworkPlan plan = planOf(plainSpec(0));
  return plan.units[std::size_t(plan.tap(layer))].outputChannels;
}

/// The estimate of three tasks pairs in place, but swaps channels 0 and 1 of B; channel c of a layer costs c / 100 with
/// B's, twice that with C's, and something else for all together.
std::vector<LayerMergeability> estimates() {
  std::vector<LayerMergeability> all;
  for (int layer = 1; layer <= layersOf(plainSpec(0)); ++layer) {
    LayerMergeability one;
    one.layer = layer;
    one.partners = {inPlace(channels(layer)), inPlace(channels(layer))};
    std::swap(one.partners[0][0], one.partners[0][1]);
    one.partnerCosts.resize(2);
    for (int c = 0; c < channels(layer); ++c) {
      one.channelCosts.push_back(1);
      for (std::size_t t = 0; t < 2; ++t) one.partnerCosts[t].push_back(float(c) * float(t + 1) / 100);
    }
    all.push_back(one);
  }
  return all;
}

/// Layer 1 merged with an alignment that reverses the stem and the layer, layer 2 without.
Session mergedSession() {
  Session session = plainSession();
  StepResult first;
  first.plan.target = StepTarget::layer(1);
  first.mergedLayers = {1};
  first.channelMatches = {{1, 0, reversed(channels(0))}, {1, 1, reversed(channels(1))}};
  appendStep(session, std::move(first));
  addStep(session, {StepTarget::layer(2)});
  return session;
}

}  // namespace

class TestChannelPairs : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void areUnknownAtFirst() {
    for (const int layer : {-1, 0, 1, 13, 14}) {
      const ChannelPairs pairs = channelPairs(plainSession(), -1, 1, layer, {});
      QCOMPARE(pairs.layer, layer);
      QVERIFY(pairs.partners.empty() && pairs.costs.empty());
    }
    QVERIFY(channelPairs({}, -1, 1, 1, estimates()).partners.empty());
    QVERIFY(channelPairs(plainSession(), -1, 0, 1, estimates()).partners.empty());
    QVERIFY(channelPairs(plainSession(), -1, 3, 1, estimates()).partners.empty());
  }

  void comeFromTheEstimateBeforeMerging() {
    const ChannelPairs pairs = channelPairs(plainSession(), -1, 1, 3, estimates());
    QVERIFY(pairs.origin == PairOrigin::Estimate);
    QCOMPARE(pairs.partners, estimates()[2].partners[0]);
    QCOMPARE(pairs.costs, estimates()[2].partnerCosts[0]);
    const ChannelPairs others = channelPairs(plainSession(3), -1, 2, 3, estimates());
    QCOMPARE(others.partners, estimates()[2].partners[1]);
    QCOMPARE(others.costs, estimates()[2].partnerCosts[1]);
    QVERIFY(channelPairs(plainSession(), -1, 1, 0, estimates()).partners.empty());
  }

  void comeFromTheStepThatAligned() {
    const Session session = mergedSession();
    const ChannelPairs stem = channelPairs(session, 1, 1, 0, {});
    QVERIFY(stem.origin == PairOrigin::Step);
    QCOMPARE(stem.partners, reversed(channels(0)));
    const ChannelPairs pairs = channelPairs(session, 1, 1, 1, estimates());
    QVERIFY(pairs.origin == PairOrigin::Step);
    QCOMPARE(pairs.partners, reversed(channels(1)));
    QVERIFY(std::isnan(pairs.costs[3]));  // the estimate has another partner
    QVERIFY(channelPairs(session, -1, 1, 1, estimates()).origin == PairOrigin::Estimate);
  }

  /// The order of a stream is that of every block that writes it, whichever step found it; others have their own.
  void ofBlocksAreThoseOfTheirStream() {
    Session session = blockSession();
    const NetworkPlan plan = planOf(blockSpec(0));
    const int hidden = plan.units[std::size_t(plan.site(5).merged[0])].outputSpace, stream = plan.outputSpace(5);
    const auto reversedIn = [&](int space) { return reversed(plan.spaces[std::size_t(space)].channels); };
    addBlockStep(session, 5, {{1, stream, reversedIn(stream)}, {1, hidden, reversedIn(hidden)}});
    addBlockStep(session, 7);
    for (const int layer : {4, 5, 6}) {
      const ChannelPairs pairs = channelPairs(session, 1, 1, layer, {});
      QVERIFY(pairs.origin == PairOrigin::Step);
      QCOMPARE(pairs.partners, reversedIn(stream));
    }
    QVERIFY(channelPairs(session, 1, 1, 3, {}).partners.empty());
    const ChannelPairs merged = channelPairs(session, 1, 1, 7, {});
    QVERIFY(merged.origin == PairOrigin::InPlace);
    QCOMPARE(merged.partners, inPlace(plan.spaces[std::size_t(plan.outputSpace(7))].channels));
    QVERIFY(channelPairs(session, 1, 3, 5, {}).partners.empty());
    QVERIFY(channelPairs(session, 1, 1, 19, {}).partners.empty());
  }

  void areInPlaceWithoutAlignment() {
    const ChannelPairs pairs = channelPairs(mergedSession(), 1, 1, 2, estimates());
    QVERIFY(pairs.origin == PairOrigin::InPlace);
    QCOMPARE(pairs.partners, inPlace(channels(2)));
    QVERIFY(std::isnan(pairs.costs[0]) && std::isnan(pairs.costs[1]));
    QCOMPARE(pairs.costs[5], 0.05f);
  }
};

ZIPPER_TEST(TestChannelPairs)
#include "test_channel_pairs.moc"
