// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <numeric>

#include "core/analysis/mergeability.h"
#include "core/data/batch_loader.h"
#include "core/merging/alignment.h"
#include "core/merging/least_squares.h"
#include "core/network/merge_cost.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "core/support/random.h"
#include "core/training/image_sample.h"
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

Session sessionOf(std::vector<MobileNet> networks) {
  Session session;
  for (MobileNet& network : networks) session.teachers.push_back(makeTeacher(network, {}));
  return session;
}

MobileNet networkA() { return randomNetwork(smallSpec(0.125, 32, 4), seed); }
MobileNet networkB() { return randomNetwork(smallSpec(0.125, 32, 3), seed + 1); }

/// Inputs and outputs (before the activation) of a layer, [N,C,H,W].
struct Maps {
  torch::Tensor x, z;
};

Maps mapsOf(MobileNet& network, int layer, const torch::Tensor& images) {
  const auto x = network->depthwise(layer)->forward(network->trunk(images, layer - 1));
  ConvUnit& unit = network->pointwise(layer);
  return {x, unit->bn->forward(unit->convolve(x))};
}

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
    const Maps maps = mapsOf(network, layer, batch->images);
    xs.push_back(rows(maps.x));
    zs.push_back(rows(maps.z));
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

/// The order of each layer's channels, from the stem on, that a network was put into.
std::vector<std::vector<int>> shuffleChannels(MobileNet& network, Random& random) {
  std::vector<std::vector<int>> orders;
  const NetworkPlan plan = network->plan();
  for (int layer = 0; layer <= plan.layers(); ++layer) {
    orders.push_back(randomOrder(plan.units[std::size_t(plan.tap(layer))].outputChannels, random));
    permuteSpace(network, plan.outputSpace(layer), orders.back());
  }
  return orders;
}

/// Moments of a layer as the estimate takes them, of a task by its number; the data are one batch.
LayerMoments momentsOf(MobileNet& network, int layer, std::uint64_t task, const DatasetPtr& images) {
  const MergeabilityOptions asked;
  const std::uint64_t ownSeed = mixSeed({asked.seed, task});
  LoaderOptions options;
  options.batchSize = 64;
  BatchLoader loader(imageSample(images, asked.images, ownSeed), network->spec(), options);
  const Maps maps = mapsOf(network, layer, loader.next()->images);
  LayerMoments moments(int(maps.x.size(1)), int(maps.z.size(1)));
  moments.add(maps.x, maps.z, mixSeed({ownSeed, 1}));
  return moments;
}

double meanOf(const torch::Tensor& costs, const std::vector<int>& order) {
  double sum = 0;
  for (std::size_t i = 0; i < order.size(); ++i) sum += costs[std::int64_t(i)][order[i]].item<double>();
  return sum / double(order.size());
}

/// What the second network's channels, which stand in another order, are called where they stand as they were.
std::vector<int> originalNames(const std::vector<int>& partners, const std::vector<int>& order) {
  std::vector<int> names;
  for (const int partner : partners) names.push_back(order[std::size_t(partner)]);
  return names;
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
    const auto layers = mergeability(sessionOf({a, b}), trainingSets(), options);
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

  /// The loss is how far the answers move when each output of the layer is disturbed as much as the cost says, here by
  /// random numbers that are small enough for the second order.
  void lossIsHowFarAnswersMove() {
    torch::NoGradGuard noGrad;
    std::vector<MobileNet> networks{networkA(), networkB()};
    MergeabilityOptions options;
    options.align = false;
    const auto layers = mergeability(sessionOf(networks), trainingSets(), options);
    torch::manual_seed(seed);
    constexpr double scale = 0.02;
    constexpr int draws = 60;
    for (const int layer : {3, 6, 12}) {
      const LayerMergeability& found = layers[std::size_t(layer) - 1];
      const auto costs = torch::tensor(found.channelCosts);
      double moved = 0;
      for (std::size_t t = 0; t < 2; ++t) {
        LoaderOptions loading;
        loading.batchSize = 64;
        BatchLoader loader(trainingSets()[t], networks[t]->spec(), loading);
        const auto z = mapsOf(networks[t], layer, loader.next()->images).z;
        const auto deviation = (costs * z.var({0, 2, 3}, false)).sqrt().view({1, -1, 1, 1});
        const auto answers = [&](const torch::Tensor& maps) {
          return networks[t]
              ->branch(networks[t]->pointwise(layer)->activate(maps), layer)
              .logits.to(torch::kFloat64)
              .log_softmax(1);
        };
        const auto before = answers(z);
        for (int i = 0; i < draws; ++i) {
          const auto after = answers(z + scale * deviation * torch::randn_like(z));
          moved += (before.exp() * (before - after)).sum(1).mean().item<double>() / (2 * draws * scale * scale);
        }
      }
      // One random vector an image estimates the Fisher information; units near the corners of ReLU6 do the rest.
      QVERIFY2(std::abs(found.loss / moved - 1) < 0.4,
               qPrintable(QString("layer %1: %2, expected %3").arg(layer).arg(found.loss).arg(moved)));
    }
  }

  /// The same of three tasks, all together and two by two.
  void costOfThreeTasks() {
    torch::NoGradGuard noGrad;
    std::vector<MobileNet> networks{networkA(), networkB(), randomNetwork(smallSpec(0.125, 32, 3), seed + 2)};
    const DataSets datasets{trainingSets()[0], trainingSets()[1], std::make_shared<TinyDataset>(56, 3, 5)};
    MergeabilityOptions options;
    options.align = false;
    options.ridge = 1e-12;
    const auto layers = mergeability(sessionOf(networks), datasets, options);
    for (const int layer : {2, 3, 5}) {
      std::vector<Rows> rows;
      std::vector<torch::Tensor> own;
      for (std::size_t t = 0; t < networks.size(); ++t) {
        rows.push_back(rowsOf(networks[t], layer, datasets[t]));
        own.push_back(smallestError(rows[t].x, rows[t].z));
      }
      const auto shared =
          smallestError(torch::cat({rows[0].x, rows[1].x, rows[2].x}), torch::cat({rows[0].z, rows[1].z, rows[2].z}));
      const auto expected = (shared - own[0] - own[1] - own[2]) / 3;
      const LayerMergeability& found = layers[std::size_t(layer) - 1];
      QVERIFY2(std::abs(found.cost - expected.mean().item<double>()) < 1e-5, qPrintable(QString::number(layer)));
      for (std::int64_t i = 0; i < expected.size(0); ++i)
        QVERIFY(std::abs(found.channelCosts[std::size_t(i)] - expected[i].item<double>()) < 1e-4);
      QCOMPARE(found.pairs.size(), std::size_t(3));
      for (const PairMergeability& pair : found.pairs) {
        const auto first = std::size_t(pair.first), second = std::size_t(pair.second);
        QVERIFY(first < second);
        const auto both =
            smallestError(torch::cat({rows[first].x, rows[second].x}), torch::cat({rows[first].z, rows[second].z}));
        const double cost = ((both - own[first] - own[second]) / 2).mean().item<double>();
        QVERIFY2(std::abs(pair.cost - cost) < 1e-5, qPrintable(QString("%1, %2").arg(pair.cost).arg(cost)));
      }
    }
  }

  /// A third task is paired with the first as if there were no second one.
  void otherTasksDoNotChangeAPair() {
    std::vector<MobileNet> networks{networkA(), networkB(), randomNetwork(smallSpec(0.125, 32, 3), seed + 2)};
    const DataSets datasets{trainingSets()[0], trainingSets()[1], trainingSets()[1]};
    const auto two = mergeability(sessionOf({networks[0], networks[1]}), trainingSets());
    const auto three = mergeability(sessionOf(networks), datasets);
    QCOMPARE(two.size(), std::size_t(13));
    QCOMPARE(three.size(), two.size());
    for (std::size_t i = 0; i < two.size(); ++i) {
      QCOMPARE(three[i].partners.size(), std::size_t(2));
      QCOMPARE(three[i].partners[0], two[i].partners[0]);
      QCOMPARE(three[i].partnerCosts[0], two[i].channelCosts);
      QCOMPARE(three[i].pairs[0].cost, two[i].cost);
      QCOMPARE(three[i].savedParameters, 2 * two[i].savedParameters);
      QVERIFY(three[i].cost > 0 && three[i].cost < 1);
    }
  }

  void identicalTeachersCostNothing() {
    MobileNet a = networkA(), b = networkA();
    const DataSets same{trainingSets()[0], trainingSets()[0]};
    for (const bool align : {false, true}) {
      MergeabilityOptions options;
      options.align = align;
      for (const LayerMergeability& layer : mergeability(sessionOf({a, b}), same, options)) {
        // Not exactly: each task draws positions of its own where there are many. Strangers cost a hundred times this.
        QVERIFY2(layer.cost < 1e-3, qPrintable(QString("layer %1: %2").arg(layer.layer).arg(layer.cost)));
        QVERIFY(layer.savedParameters > 0);
      }
    }
  }

  /// How the channels of B are numbered is no property of B: what was found for a shuffled B is, layer by layer, the
  /// best for the B that it was. Not always the same pairs: channels without variance, and others that are as good, may
  /// change places, after which the next layer reads them in another order. So each layer is held against the costs
  /// that follow from what was found for the layer before.
  void theOrderOfChannelsDoesNotMatter() {
    torch::NoGradGuard noGrad;
    MobileNet a = networkA(), b = networkB(), shuffled = networkB();
    const DataSets datasets = trainingSets();
    const MergeabilityOptions options;
    Random random(seed);
    const auto orders = shuffleChannels(shuffled, random);
    const auto before = mergeability(sessionOf({a, b}), datasets);
    const auto found = mergeability(sessionOf({a, shuffled}), datasets);
    const std::vector<CalibrationImages> images{{datasets[0], options.images, mixSeed({options.seed, 0})},
                                                {datasets[1], options.images, mixSeed({options.seed, 1})}};
    const int stem = a->plan().tap(0);
    auto inputs = originalNames(matchByActivations(a, shuffled, stem, images), orders[0]);
    QCOMPARE(int(found.size()), a->layers());
    // Whether both estimates read the layers before in one order.
    bool reads = inputs == matchByActivations(a, b, stem, images);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const int layer = int(i) + 1;
      LayerMoments ofB = momentsOf(b, layer, 1, datasets[1]);
      ofB.permuteInputs(inputs);
      const auto costs = pairingCosts(momentsOf(a, layer, 0, datasets[0]), ofB, options.ridge);
      const auto partners = originalNames(found[i].partners[0], orders[i + 1]);
      const double cost = meanOf(costs, partners), best = meanOf(costs, matchByCosts(costs));
      QVERIFY2(!reads || std::abs(before[i].cost - found[i].cost) < 1e-4 * (1e-3 + before[i].cost),
               qPrintable(QString("layer %1: %2 and %3").arg(layer).arg(before[i].cost).arg(found[i].cost)));
      reads = reads && partners == before[i].partners[0];
      const QString text = QString("layer %1: %2 found, %3 of these pairs, %4 of the best");
      QVERIFY2(std::abs(found[i].cost - cost) < 1e-4 * (1e-3 + cost) && cost - best < 1e-4 * (1e-3 + best),
               qPrintable(text.arg(layer).arg(found[i].cost).arg(cost).arg(best)));
      inputs = partners;
    }
  }

  /// Each layer for itself; of all layers together nothing can be promised, because each decides the next one's inputs.
  void aligningFindsChannelsThatWereShuffled() {
    MobileNet a = networkA(), b = networkA();
    Random random(seed);
    shuffleChannels(b, random);
    MergeabilityOptions inPlace;
    inPlace.align = false;
    const DataSets same{trainingSets()[0], trainingSets()[0]};
    const auto paired = mergeability(sessionOf({a, b}), same);
    const auto unpaired = mergeability(sessionOf({a, b}), same, inPlace);
    QCOMPARE(int(paired.size()), a->layers());
    QCOMPARE(unpaired.size(), paired.size());
    for (std::size_t i = 0; i < paired.size(); ++i)
      QVERIFY2(paired[i].cost < 0.1 * unpaired[i].cost,
               qPrintable(QString("layer %1: %2 and %3").arg(i + 1).arg(paired[i].cost).arg(unpaired[i].cost)));
  }

  void suggestionsReachTheCompression() {
    MobileNet a = networkA(), b = networkB();
    const Session session = sessionOf({a, b});
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
    QCOMPARE(layers.size(), std::size_t(13));
    QCOMPARE(suggestLayers(layers, specs, BnPolicy::Shared, most + 1).size(), layers.size());
  }

  void suggestionsCountWhatIsMerged() {
    MobileNet a = networkA(), b = networkB();
    const Session session = sessionOf({a, b});
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
