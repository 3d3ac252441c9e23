// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <numeric>

#include "core/analysis/mergeability.h"
#include "core/data/batch_loader.h"
#include "core/merging/alignment.h"
#include "core/network/merge_cost.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::uint64_t seed = 0;

using DataSets = std::vector<DatasetPtr>;

DataSets trainingSets() {
  const auto data = tinyData();
  return {data[0].train, data[1].train};
}

Session sessionOf(MobileNet& a, MobileNet& b) {
  Session session;
  for (MobileNet* network : {&a, &b}) session.teachers.push_back(makeTeacher(*network, {}));
  return session;
}

MobileNet networkA() { return randomNetwork(smallSpec(0.125, 32, 4), seed); }
MobileNet networkB() { return randomNetwork(smallSpec(0.125, 32, 3), seed + 1); }

/// Inputs and outputs (before the activation) of a layer, a row per image and position, centred; outputs with standard
/// deviation 1; all divided by the root of the number of rows, so that squares sum up to means.
struct Rows {
  torch::Tensor x, z;
};

Rows rowsOf(MobileNet& network, int layer, const DatasetPtr& images) {
  LoaderOptions options;
  options.batchSize = 64;
  BatchLoader loader(images, network->spec(), options);
  std::vector<torch::Tensor> xs, zs;
  const auto rows = [](const torch::Tensor& maps) {
    return maps.permute({0, 2, 3, 1}).reshape({-1, maps.size(1)}).to(torch::kFloat64);
  };
  while (const auto batch = loader.next()) {
    const auto x = network->depthwise(layer)->forward(network->trunk(batch->images, layer - 1));
    ConvUnit& unit = network->pointwise(layer);
    xs.push_back(rows(x));
    zs.push_back(rows(unit->bn->forward(unit->convolve(x))));
  }
  auto x = torch::cat(xs), z = torch::cat(zs);
  x = x - x.mean(0);
  z = z - z.mean(0);
  const double root = std::sqrt(double(x.size(0)));
  return {x / root, z / z.norm(2, 0)};
}

/// Mean squared error of the best linear fit, per output.
torch::Tensor smallestError(const torch::Tensor& x, const torch::Tensor& z) {
  const auto weights = std::get<0>(torch::linalg_lstsq(x, z, c10::nullopt, "gelsd"));
  return (x.mm(weights) - z).square().sum(0);
}

std::vector<int> randomOrder(int channels, Random& random) {
  std::vector<int> order(std::size_t(channels), 0);
  std::iota(order.begin(), order.end(), 0);
  shuffle(order, random);
  return order;
}

}  // namespace

class TestMergeability : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    seed = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qEnvironmentVariable("ZIPPER_TEST_SEED").toULongLong()
                                                         : QRandomGenerator::global()->generate();
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
  }

  /// The cost is what fitting both tasks with shared weights costs beyond fitting each with its own, found here by
  /// fitting the rows themselves.
  void costIsWhatSharedFitsLose() {
    torch::NoGradGuard noGrad;
    MobileNet a = networkA(), b = networkB();
    MergeabilityOptions options;
    options.align = false;
    options.ridge = 1e-12;
    const auto layers = mergeability(sessionOf(a, b), trainingSets(), options);
    for (const int layer : {2, 3, 5}) {
      const Rows rowsA = rowsOf(a, layer, trainingSets()[0]), rowsB = rowsOf(b, layer, trainingSets()[1]);
      const auto shared = smallestError(torch::cat({rowsA.x, rowsB.x}), torch::cat({rowsA.z, rowsB.z}));
      const auto own = smallestError(rowsA.x, rowsA.z) + smallestError(rowsB.x, rowsB.z);
      const auto expected = (shared - own) / 2;
      const LayerMergeability& found = layers[std::size_t(layer) - 1];
      QVERIFY2(std::abs(found.cost - expected.mean().item<double>()) < 1e-5, qPrintable(QString::number(layer)));
      for (std::int64_t i = 0; i < expected.size(0); ++i)
        QVERIFY(std::abs(found.channelCosts[std::size_t(i)] - expected[i].item<double>()) < 1e-4);
    }
  }

  void identicalTeachersCostNothing() {
    MobileNet a = networkA(), b = networkA();
    const DataSets same{trainingSets()[0], trainingSets()[0]};
    for (const bool align : {false, true}) {
      MergeabilityOptions options;
      options.align = align;
      for (const LayerMergeability& layer : mergeability(sessionOf(a, b), same, options)) {
        // Not exactly: each task draws positions of its own where there are many. Strangers cost a hundred times this.
        QVERIFY2(layer.cost < 1e-3, qPrintable(QString("layer %1: %2").arg(layer.layer).arg(layer.cost)));
        QVERIFY(layer.savedParameters > 0);
      }
    }
  }

  /// How the channels of B are numbered is no property of B.
  void theOrderOfChannelsDoesNotMatter() {
    MobileNet a = networkA(), b = networkB();
    const auto before = mergeability(sessionOf(a, b), trainingSets());
    Random random(seed);
    const auto channels = channelTable(b->spec());
    std::vector<std::vector<int>> orders;
    for (int layer = 0; layer <= layerCount; ++layer) {
      orders.push_back(randomOrder(channels[std::size_t(layer)], random));
      permuteOutputs(b, layer, orders.back());
    }
    const auto after = mergeability(sessionOf(a, b), trainingSets());
    for (std::size_t i = 0; i < layerCount; ++i) {
      QVERIFY2(std::abs(before[i].cost - after[i].cost) < 1e-4 * (1e-3 + before[i].cost),
               qPrintable(QString("layer %1: %2 and %3").arg(i + 1).arg(before[i].cost).arg(after[i].cost)));
      int same = 0;
      for (std::size_t c = 0; c < before[i].partners[0].size(); ++c)
        same += orders[i + 1][std::size_t(after[i].partners[0][c])] == before[i].partners[0][c];
      QVERIFY(same >= 0.9 * double(before[i].partners[0].size()));  // dead channels may change places
    }
  }

  /// Each layer for itself; of all layers together nothing can be promised, because each decides the next one's inputs.
  void aligningFindsChannelsThatWereShuffled() {
    MobileNet a = networkA(), b = networkA();
    Random random(seed);
    const auto channels = channelTable(b->spec());
    for (int layer = 0; layer <= layerCount; ++layer)
      permuteOutputs(b, layer, randomOrder(channels[std::size_t(layer)], random));
    MergeabilityOptions inPlace;
    inPlace.align = false;
    const DataSets same{trainingSets()[0], trainingSets()[0]};
    const auto paired = mergeability(sessionOf(a, b), same);
    const auto unpaired = mergeability(sessionOf(a, b), same, inPlace);
    for (std::size_t i = 0; i < layerCount; ++i)
      QVERIFY2(paired[i].cost < 0.1 * unpaired[i].cost,
               qPrintable(QString("layer %1: %2 and %3").arg(i + 1).arg(paired[i].cost).arg(unpaired[i].cost)));
  }

  void suggestionsReachTheCompression() {
    MobileNet a = networkA(), b = networkB();
    const Session session = sessionOf(a, b);
    const auto specs = session.specs();
    const auto layers = mergeability(session, trainingSets());
    const double most = mergeCost(specs, Sharing(parseLayers("1-13"), BnPolicy::Shared)).compression;
    for (double wanted = 1; wanted < most; wanted += 0.07) {
      auto chosen = suggestLayers(layers, specs, BnPolicy::Shared, wanted);
      QVERIFY(mergeCost(specs, Sharing(chosen, BnPolicy::Shared)).compression >= wanted);
      if (chosen.empty()) continue;
      chosen.pop_back();
      QVERIFY(mergeCost(specs, Sharing(chosen, BnPolicy::Shared)).compression < wanted);
    }
    QCOMPARE(suggestLayers(layers, specs, BnPolicy::Shared, most + 1).size(), std::size_t(layerCount));
  }

  void suggestionsCountWhatIsMerged() {
    MobileNet a = networkA(), b = networkB();
    const Session session = sessionOf(a, b);
    const auto layers = mergeability(session, trainingSets());
    const auto chosen = suggestLayers(layers, session.specs(), BnPolicy::PerTask, 100, {9, 4});
    QCOMPARE(std::vector<int>(chosen.begin(), chosen.begin() + 2), (std::vector<int>{9, 4}));
    auto sorted = chosen;
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(sorted, parseLayers("1-13"));
    const double reached = mergeCost(session.specs(), Sharing(std::vector<int>{9, 4}, BnPolicy::PerTask)).compression;
    QCOMPARE(suggestLayers(layers, session.specs(), BnPolicy::PerTask, reached, {9, 4}), (std::vector<int>{9, 4}));
  }
};

ZIPPER_TEST(TestMergeability)
#include "test_mergeability.moc"
