// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>
#include <numeric>

#include "core/analysis/part_pairs.h"
#include "support/block_session.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::vector<int> shifted(int channels) {
  std::vector<int> order(std::size_t(channels), 0);
  for (int i = 0; i < channels; ++i) order[std::size_t(i)] = (i + 1) % channels;
  return order;
}

/// The space that a unit of a block writes.
int spaceOf(const std::string& unit) {
  for (const UnitPlan& one : unitsOf(blockSpec(0)))
    if (one.name == unit) return one.outputSpace;
  return -1;
}

/// Two small MobileNets V3 whose layers are all to be merged.
Session gatedBlocks() {
  Session session = blockSession();
  for (Teacher& teacher : session.teachers) {
    teacher.spec.architecture = Architecture::MobileNetV3Small;
    teacher.spec.activation = Activation::ReLU;
  }
  return session;
}

}  // namespace

class TestPartPairs : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// What a layer hands on is a stream, which other blocks write as well; what its expansion writes is its own.
  void tellsTheOrdersOfEachPart() {
    Session session = blockSession();
    const int hidden = spaceOf("layers.2.expand"), stream = spaceOf("layers.2.project");
    addBlockStep(session, 2, {{1, hidden, shifted(48)}, {1, stream, shifted(8)}});
    const auto parts = partPairs(session, 0, 1, 2, {});
    QCOMPARE(parts.size(), std::size_t(2));
    QCOMPARE(parts[0].part, std::string("expand"));
    QCOMPARE(parts[1].part, std::string("project"));
    QCOMPARE(parts[0].pairs.partners, shifted(48));
    QCOMPARE(parts[1].pairs.partners, shifted(8));
    for (const PartPairs& one : parts) {
      QVERIFY(one.pairs.origin == PairOrigin::Step);
      QCOMPARE(one.pairs.layer, 2);
      QCOMPARE(one.pairs.costs.size(), one.pairs.partners.size());
      QVERIFY(std::isnan(one.pairs.costs[0]));
    }
    const auto next = partPairs(session, 0, 1, 3, {});  // of the same stream, and not merged
    QVERIFY(next[0].pairs.partners.empty());
    QCOMPARE(next[1].pairs.partners, shifted(8));
  }

  void withoutAnAlignmentTheyStayInPlace() {
    Session session = blockSession(3);
    addBlockStep(session, 4);
    std::vector<int> inPlace(48);
    std::iota(inPlace.begin(), inPlace.end(), 0);
    const auto merged = partPairs(session, 0, 2, 4, {});
    QCOMPARE(merged[0].pairs.partners, inPlace);
    QVERIFY(merged[0].pairs.origin == PairOrigin::InPlace);
    for (const PartPairs& one : partPairs(session, -1, 2, 4, {})) QVERIFY(one.pairs.partners.empty());
    for (const PartPairs& one : partPairs(session, 0, 2, 5, {})) QVERIFY(one.pairs.partners.empty());
  }

  void estimatesAreOfWhatTheLayerHandsOn() {
    const Session session = blockSession();
    LayerMergeability estimate;
    estimate.layer = 5;
    estimate.partners = {shifted(16)};
    estimate.partnerCosts = {std::vector<float>(16, 0.25f)};
    const auto parts = partPairs(session, -1, 1, 5, {estimate});
    QVERIFY(parts[0].pairs.partners.empty());
    QCOMPARE(parts[1].pairs.partners, shifted(16));
    QVERIFY(parts[1].pairs.origin == PairOrigin::Estimate);
    QCOMPARE(parts[1].pairs.costs[3], 0.25f);
  }

  /// A squeeze has channels of its own, an excite those that it multiplies: of the expansion, or of the stem.
  void tellsTheOrdersOfSqueezeAndExcite() {
    for (const int layer : {4, 1}) {
      Session session = gatedBlocks();
      const NetworkPlan plan = planOf(session.teachers[1].spec);
      const std::vector<int> merged = plan.site(layer).merged;
      const auto unit = [&](std::size_t fromTheEnd) {
        return plan.units[std::size_t(merged[merged.size() - fromTheEnd])];
      };
      const UnitPlan squeeze = unit(3), excite = unit(2), project = unit(1);
      QCOMPARE(excite.role(), std::string("excite"));
      std::vector<ChannelMatch> matches;
      for (const UnitPlan& one : {squeeze, excite, project})
        matches.push_back({1, one.outputSpace, shifted(one.outputChannels)});
      addBlockStep(session, layer, matches);
      const auto parts = partPairs(session, 0, 1, layer, {});
      QCOMPARE(parts.size(), merged.size());
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const UnitPlan& one = plan.units[std::size_t(merged[i])];
        QCOMPARE(parts[i].part, one.role());
        QCOMPARE(parts[i].pairs.partners, shifted(one.outputChannels));
        QVERIFY(parts[i].pairs.origin == PairOrigin::Step);
      }
      QCOMPARE(parts[0].part, std::string(layer == 1 ? "squeeze" : "expand"));
    }
  }

  /// Where the first block adds what the stem puts out, three of its units have the same channels; only the last one
  /// has the estimate.
  void onlyTheLastPartHasAnEstimate() {
    Session session = gatedBlocks();
    for (Teacher& teacher : session.teachers) teacher.spec.strides = {1, 2, 1, 2, 1, 1, 1, 1, 2, 1, 1};
    const NetworkPlan plan = planOf(session.teachers[0].spec);
    QVERIFY(plan.units[std::size_t(plan.tap(1))].addend >= 0);
    const int channels = plan.spaces[std::size_t(plan.outputSpace(1))].channels;
    QCOMPARE(plan.units[std::size_t(plan.site(1).merged[1])].outputSpace, plan.outputSpace(1));
    LayerMergeability estimate;
    estimate.layer = 1;
    estimate.partners = {shifted(channels)};
    estimate.partnerCosts = {std::vector<float>(std::size_t(channels), 0.25f)};
    const auto parts = partPairs(session, -1, 1, 1, {estimate});
    QCOMPARE(parts.size(), std::size_t(3));
    QVERIFY(parts[1].pairs.partners.empty());
    QCOMPARE(parts[2].pairs.partners, shifted(channels));
  }

  void thereIsOnePartWhereThereIsOneUnit() {
    const Session blocks = blockSession(), separable = plainSession();
    QCOMPARE(partPairs(blocks, -1, 1, 1, {})[0].part, std::string("project"));
    QCOMPARE(partPairs(blocks, -1, 1, 18, {})[0].part, std::string("pointwise"));
    QCOMPARE(partPairs(separable, -1, 1, 3, {})[0].part, std::string("pointwise"));
    for (const Session& session : {blocks, separable, Session()})
      for (const int layer : {0, 1, session.layers() + 1})
        QCOMPARE(partPairs(session, -1, 1, layer, {}).size(), std::size_t(1));
    QCOMPARE(partPairs(blocks, -1, 1, 0, {})[0].part, std::string());
    QCOMPARE(partPairs(blocks, -1, 1, 19, {})[0].pairs.layer, 19);
  }
};

ZIPPER_TEST(TestPartPairs)
#include "test_part_pairs.moc"
