// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/analysis/mergeability.h"
#include "core/merging/least_squares.h"
#include "core/network/merge_cost.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"
#include "support/tiny_v3.h"

using namespace zipper;
using namespace zipper::test;

namespace {

using GatedImages = std::vector<DatasetPtr>;

Session gatedSessionOf(const std::vector<MobileNet>& networks) {
  Session session;
  for (MobileNet network : networks) session.teachers.push_back(makeTeacher(network, {}));
  return session;
}

/// A row per image and position, centred and divided by the root of their number, in float64.
torch::Tensor centredRowsOf(const torch::Tensor& maps) {
  const auto rows = maps.permute({0, 2, 3, 1}).reshape({-1, maps.size(1)}).to(torch::kFloat64);
  return (rows - rows.mean(0)) / std::sqrt(double(rows.size(0)));
}

/// What a unit reads and what it puts out before its activation.
struct UnitRows {
  torch::Tensor x, z;
};

UnitRows rowsOfUnit(MobileNet& network, int unit, const DatasetPtr& data) {
  const auto images = imagesFor(data, network->spec());
  const UnitPlan& planned = network->plan().units[std::size_t(unit)];
  auto maps = mapsOfUnits(network, images)[std::size_t(planned.input)];
  if (planned.kind == UnitKind::Squeeze) maps = maps.mean({2, 3}, true);
  return {centredRowsOf(maps), centredRowsOf(beforeActivationOf(network, unit, images))};
}

/// What the fit with the least squared error leaves of it; the pull towards zero counts as an error.
torch::Tensor leftOf(const torch::Tensor& x, const torch::Tensor& z, double strength) {
  const auto rows = torch::cat({x, std::sqrt(strength) * torch::eye(x.size(1), x.options())});
  const auto wanted = torch::cat({z, torch::zeros({x.size(1), z.size(1)}, z.options())});
  const auto fit = std::get<0>(torch::linalg_lstsq(rows, wanted, c10::nullopt, "gelsd"));
  return (rows.mm(fit) - wanted).square().sum(0);
}

/// What one matrix for both costs beyond one for each, per channel, relative to the variance.
torch::Tensor excessCosts(const UnitRows& a, const UnitRows& b, bool normalizes) {
  const double ridge = normalizes ? 1e-12 : 0.1;
  const auto scaled = [&](const UnitRows& rows) { return normalizes ? rows.z / rows.z.norm(2, 0) : rows.z; };
  const auto strength = [&](const UnitRows& rows) { return ridge * rows.x.square().sum(0).mean().item<double>(); };
  const auto zA = scaled(a), zB = scaled(b);
  const auto together = leftOf(torch::cat({a.x, b.x}), torch::cat({zA, zB}), strength(a) + strength(b));
  const auto apart = leftOf(a.x, zA, strength(a)) + leftOf(b.x, zB, strength(b));
  return (together - apart) / (zA.square().sum(0) + zB.square().sum(0));
}

}  // namespace

/// Estimates of blocks with squeeze-and-excite.
class TestMergeabilityV3 : public QObject {
  Q_OBJECT

  const std::vector<TaskData> data_ = tinyData();
  std::vector<MobileNet> networks_;

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    networks_ = livelyNetworksV3({tinySpecV3(4, 2), tinySpecV3(3, 2)}, data_);
  }

  /// Over those of all units of a layer, of each of which it is what fitting the rows themselves says. A squeeze and an
  /// excite have their scale, as nothing behind them makes up for another one. Layers of few positions, all of which
  /// are looked at.
  void theCostIsTheMeanOverTheChannelsOfAllUnits() {
    torch::NoGradGuard noGrad;
    MergeabilityOptions options;
    options.align = false;
    options.ridge = 1e-12;
    const auto layers = mergeability(gatedSessionOf(networks_), {data_[0].train, data_[1].train}, options);
    QCOMPARE(layers.size(), std::size_t(12));
    for (const int layer : {1, 4, 7}) {
      const LayerMergeability& found = layers[std::size_t(layer) - 1];
      double sum = 0, channels = 0;
      torch::Tensor last;
      for (const int unit : networks_[0]->plan().site(layer).merged) {
        const UnitRows a = rowsOfUnit(networks_[0], unit, data_[0].train),
                       b = rowsOfUnit(networks_[1], unit, data_[1].train);
        last = excessCosts(a, b, networks_[0]->plan().units[std::size_t(unit)].normalizes());
        sum += last.sum().item<double>();
        channels += double(last.size(0));
      }
      QVERIFY2(std::abs(found.cost - sum / channels) < 1e-4,
               qPrintable(QString("layer %1: %2, %3").arg(layer).arg(found.cost).arg(sum / channels)));
      QCOMPARE(found.channelCosts.size(), std::size_t(last.size(0)));  // of the projection
      for (std::int64_t i = 0; i < last.size(0); ++i)
        QVERIFY(std::abs(found.channelCosts[std::size_t(i)] - last[i].item<double>()) < 1e-3);
    }
  }

  void identicalNetworksCostNothing() {
    const GatedImages same{data_[0].train, data_[0].train};
    for (const bool align : {false, true}) {
      MergeabilityOptions options;
      options.align = align;
      const auto layers = mergeability(gatedSessionOf({networks_[0], networks_[0]}), same, options);
      const std::vector<MobileNetSpec> specs{networks_[0]->spec(), networks_[0]->spec()};
      for (const LayerMergeability& layer : layers) {
        QVERIFY2(layer.cost < 1e-3, qPrintable(QString("layer %1: %2").arg(layer.layer).arg(layer.cost)));
        for (std::size_t i = 0; i < layer.partners[0].size(); ++i) QCOMPARE(layer.partners[0][i], int(i));
        const MergeCost cost = mergeCost(specs, Sharing(std::vector<int>{layer.layer}, BnPolicy::PerTask));
        QCOMPARE(layer.savedParameters, cost.separateParameters - cost.mergedParameters);
        QVERIFY(layer.savedParameters > 0);
      }
    }
  }

  void findsShuffledChannels() {
    MobileNet twin = cloneNetwork(networks_[0]);
    const auto orders = shuffleSpaces(twin, 20261130);
    const GatedImages same{data_[0].train, data_[0].train, data_[1].train};
    MergeabilityOptions inPlace;
    inPlace.align = false;
    const Session two = gatedSessionOf({networks_[0], twin}),
                  three = gatedSessionOf({networks_[0], twin, networks_[1]});
    const auto found = mergeability(two, {same[0], same[1]}), unpaired = mergeability(two, {same[0], same[1]}, inPlace),
               more = mergeability(three, same);
    const NetworkPlan& plan = twin->plan();
    for (const LayerMergeability& layer : found) {
      const auto& order = orders[std::size_t(plan.outputSpace(layer.layer))];
      QCOMPARE(layer.partners[0].size(), order.size());
      for (std::size_t i = 0; i < order.size(); ++i) QCOMPARE(order[std::size_t(layer.partners[0][i])], int(i));
      const auto at = std::size_t(layer.layer) - 1;
      QVERIFY2(layer.cost < 0.1 * unpaired[at].cost,
               qPrintable(QString("layer %1: %2, %3").arg(layer.layer).arg(layer.cost).arg(unpaired[at].cost)));
      QCOMPARE(more[at].partners[0], layer.partners[0]);
      QVERIFY(more[at].cost > layer.cost && more[at].cost < 1);
    }
  }

  void suggestionsReachTheCompression() {
    const Session session = gatedSessionOf(networks_);
    const auto layers = mergeability(session, {data_[0].train, data_[1].train});
    const auto specs = session.specs();
    const auto chosen = suggestLayers(layers, specs, BnPolicy::PerTask, 1.2);
    QVERIFY(!chosen.empty() && chosen.size() < 12);
    QVERIFY(mergeCost(specs, Sharing(chosen, BnPolicy::PerTask)).compression >= 1.2);
    QCOMPARE(suggestLayers(layers, specs, BnPolicy::PerTask, 100).size(), std::size_t(12));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestMergeabilityV3)
#include "test_mergeability_v3.moc"
