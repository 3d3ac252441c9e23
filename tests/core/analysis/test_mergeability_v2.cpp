// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/analysis/mergeability.h"
#include "core/data/batch_loader.h"
#include "core/network/merge_cost.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"
#include "support/tiny_v2.h"

using namespace zipper;
using namespace zipper::test;

namespace {

using Images = std::vector<DatasetPtr>;

Session sessionWith(const std::vector<MobileNet>& networks) {
  Session session;
  for (MobileNet network : networks) session.teachers.push_back(makeTeacher(network, {}));
  return session;
}

/// A row per image and position, centred and divided by the root of their number, in float64.
torch::Tensor centredRows(const torch::Tensor& maps) {
  const auto rows = maps.permute({0, 2, 3, 1}).reshape({-1, maps.size(1)}).to(torch::kFloat64);
  return (rows - rows.mean(0)) / std::sqrt(double(rows.size(0)));
}

/// Inputs of a unit, and what it puts out before its activation, with variance 1.
std::pair<torch::Tensor, torch::Tensor> rowsAt(MobileNet& network, int unit, const DatasetPtr& data) {
  const auto images = BatchLoader(data, network->spec(), LoaderOptions{}).next()->images;
  const auto maps = mapsOfUnits(network, images);
  const auto z = centredRows(beforeActivationOf(network, unit, images));
  return {centredRows(maps[std::size_t(network->plan().units[std::size_t(unit)].input)]), z / z.norm(2, 0)};
}

/// Mean squared error per output of the best linear fit.
torch::Tensor errorLeft(const torch::Tensor& x, const torch::Tensor& z) {
  return (x.mm(std::get<0>(torch::linalg_lstsq(x, z, c10::nullopt, "gelsd"))) - z).square().sum(0);
}

/// What one matrix for all costs beyond one for each, per channel.
torch::Tensor excessOf(const std::vector<std::pair<torch::Tensor, torch::Tensor>>& tasks) {
  std::vector<torch::Tensor> xs, zs;
  torch::Tensor own;
  for (const auto& [x, z] : tasks) {
    xs.push_back(x);
    zs.push_back(z);
    own = own.defined() ? own + errorLeft(x, z) : errorLeft(x, z);
  }
  return (errorLeft(torch::cat(xs), torch::cat(zs)) - own) / double(tasks.size());
}

}  // namespace

/// Estimates of blocks, which merge two matrices each.
class TestMergeabilityV2 : public QObject {
  Q_OBJECT

  const std::vector<TaskData> data_ = tinyData();
  std::vector<MobileNet> networks_;

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    std::vector<TaskData> three = data_;
    three.push_back({std::make_shared<TinyDataset>(56, 3, 5), nullptr});
    networks_ = livelyNetworksV2({tinySpecV2(4, 2), tinySpecV2(3, 2), tinySpecV2(3, 2)}, three);
  }

  void theCostIsTheMeanOverTheChannelsOfAllUnits_data() {
    QTest::addColumn<int>("tasks");
    QTest::newRow("two tasks") << 2;
    QTest::newRow("three tasks") << 3;
  }
  /// Of each unit it is what fitting the rows themselves says. Layers of few positions, all of which are looked at.
  void theCostIsTheMeanOverTheChannelsOfAllUnits() {
    QFETCH(int, tasks);
    torch::NoGradGuard noGrad;
    MergeabilityOptions options;
    options.align = false;
    options.ridge = 1e-12;
    const Images images{data_[0].train, data_[1].train, std::make_shared<TinyDataset>(56, 3, 5)};
    const std::vector<MobileNet> some(networks_.begin(), networks_.begin() + tasks);
    const auto layers = mergeability(sessionWith(some), {images.begin(), images.begin() + tasks}, options);
    QCOMPARE(layers.size(), std::size_t(18));
    for (const int layer : {3, 5, 8}) {
      const LayerMergeability& found = layers[std::size_t(layer) - 1];
      double sum = 0, channels = 0;
      std::vector<double> pairs(found.pairs.size(), 0.0);
      torch::Tensor last;
      for (const int unit : networks_[0]->plan().site(layer).merged) {
        std::vector<std::pair<torch::Tensor, torch::Tensor>> rows;
        for (int t = 0; t < tasks; ++t) rows.push_back(rowsAt(networks_[std::size_t(t)], unit, images[std::size_t(t)]));
        last = excessOf(rows);
        sum += last.sum().item<double>();
        channels += double(last.size(0));
        for (std::size_t i = 0; i < pairs.size(); ++i)
          pairs[i] += excessOf({rows[std::size_t(found.pairs[i].first)], rows[std::size_t(found.pairs[i].second)]})
                          .sum()
                          .item<double>();
      }
      QVERIFY2(std::abs(found.cost - sum / channels) < 1e-5,
               qPrintable(QString("layer %1: %2, %3").arg(layer).arg(found.cost).arg(sum / channels)));
      QCOMPARE(found.channelCosts.size(), std::size_t(last.size(0)));  // of the projection
      for (std::int64_t i = 0; i < last.size(0); ++i)
        QVERIFY(std::abs(found.channelCosts[std::size_t(i)] - last[i].item<double>()) < 1e-4);
      QCOMPARE(pairs.size(), std::size_t(tasks == 2 ? 1 : 3));
      for (std::size_t i = 0; i < pairs.size(); ++i)
        QVERIFY(std::abs(found.pairs[i].cost - pairs[i] / channels) < 1e-5);
    }
  }

  void identicalNetworksCostNothing() {
    const Images same{data_[0].train, data_[0].train};
    for (const bool align : {false, true}) {
      MergeabilityOptions options;
      options.align = align;
      int last = 0;
      Work work;
      work.progress = [&](int done, int total) { last = done == total ? total : 0; };
      const auto layers = mergeability(sessionWith({networks_[0], networks_[0]}), same, options, work);
      QVERIFY(last > 0);
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

  /// The channels of a stream are found where the first block writes it, and stand so for those behind it.
  void findsShuffledChannels() {
    MobileNet twin = cloneNetwork(networks_[0]);
    const auto orders = shuffleSpaces(twin, 20261130);
    const Images same{data_[0].train, data_[0].train, data_[1].train};
    MergeabilityOptions inPlace;
    inPlace.align = false;
    const Session two = sessionWith({networks_[0], twin}), three = sessionWith({networks_[0], twin, networks_[1]});
    const auto found = mergeability(two, {same[0], same[1]}), unpaired = mergeability(two, {same[0], same[1]}, inPlace),
               more = mergeability(three, same);
    const NetworkPlan& plan = twin->plan();
    QCOMPARE(found.size(), std::size_t(18));
    for (const LayerMergeability& layer : found) {
      const auto& order = orders[std::size_t(plan.outputSpace(layer.layer))];
      QCOMPARE(layer.partners[0].size(), order.size());
      for (std::size_t i = 0; i < order.size(); ++i) QCOMPARE(order[std::size_t(layer.partners[0][i])], int(i));
      const auto at = std::size_t(layer.layer) - 1;
      QVERIFY2(layer.cost < 0.1 * unpaired[at].cost,
               qPrintable(QString("layer %1: %2, %3").arg(layer.layer).arg(layer.cost).arg(unpaired[at].cost)));
      QCOMPARE(more[at].partners[0], layer.partners[0]);
      QCOMPARE(more[at].pairs[0].cost, layer.pairs[0].cost);
      QVERIFY(more[at].cost > layer.cost && more[at].cost < 1);
    }
  }

  void suggestionsReachTheCompression() {
    const Session session = sessionWith({networks_[0], networks_[1]});
    const auto layers = mergeability(session, {data_[0].train, data_[1].train});
    const auto specs = session.specs();
    auto chosen = suggestLayers(layers, specs, BnPolicy::PerTask, 1.15);
    QVERIFY(!chosen.empty() && chosen.size() < 18);
    QVERIFY(mergeCost(specs, Sharing(chosen, BnPolicy::PerTask)).compression >= 1.15);
    chosen.pop_back();
    QVERIFY(mergeCost(specs, Sharing(chosen, BnPolicy::PerTask)).compression < 1.15);
    QCOMPARE(suggestLayers(layers, specs, BnPolicy::PerTask, 100).size(), std::size_t(18));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestMergeabilityV2)
#include "test_mergeability_v2.moc"
