// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>

#include "core/merging/initialization.h"
#include "core/merging/merge_layer.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/python_reference.h"
#include "support/test_program.h"
#include "support/tiny_v2.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::uint64_t orderSeed = 0;

std::vector<int> spacesIn(const std::vector<ChannelMatch>& matches) {
  std::vector<int> spaces;
  for (const ChannelMatch& match : matches) spaces.push_back(match.space);
  return spaces;
}

}  // namespace

/// What additions tie: the streams of a V2, in the order of whose channels several blocks write and read.
class TestSpacesV2 : public QObject {
  Q_OBJECT

  const std::vector<TaskData> data_ = tinyData();
  MobileNet a_{nullptr};

  MergedNetwork twoOf(BnPolicy policy = BnPolicy::PerTask) {
    MergedNetwork network({cloneNetwork(a_), cloneNetwork(a_)}, policy);
    network.train(false);
    return network;
  }

  MergeInput aligned(Alignment alignment) const {
    MergeInput input;
    input.trainingSets = {data_[0].train, data_[0].train};
    input.settings.start.alignment = alignment;
    input.settings.start.initialization = Initialization::Mean;
    input.settings.initializationImages = 64;
    return input;
  }

  /// The space that the expansion of a layer writes.
  int hiddenSpace(int layer) const {
    const NetworkPlan plan = planOf(tinySpecV2());
    return plan.units[std::size_t(plan.site(layer).merged.front())].outputSpace;
  }
  int stream(int layer) const { return planOf(tinySpecV2()).outputSpace(layer); }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    orderSeed = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qEnvironmentVariable("ZIPPER_TEST_SEED").toULongLong()
                                                              : QRandomGenerator::global()->generate();
    qInfo("seed %llu", static_cast<unsigned long long>(orderSeed));
    MobileNetSpec spec = tinySpecV2(4, 2);
    spec.hidden = {{14, Activation::ReLU}};
    a_ = livelyNetworkV2(data_[0], spec);
  }

  void permutingAnySpaceKeepsTheFunction() {
    torch::NoGradGuard noGrad;
    Random random(orderSeed);
    const auto images = randomImages(a_->spec(), 4), wanted = a_->forward(images).logits;
    const NetworkPlan& plan = a_->plan();
    QCOMPARE(plan.spaces.size(), std::size_t(25));
    for (int space = 0; space < 25; ++space) {
      MobileNet network = cloneNetwork(a_);
      const std::vector<int> order = shuffledChannels(plan.spaces[std::size_t(space)].channels, random);
      permuteSpace(network, space, order);
      QVERIFY2(relativeError(network->forward(images).logits, wanted) < 1e-4, qPrintable(QString::number(space)));
      const auto index = torch::tensor(order).to(torch::kInt64);
      for (std::size_t i = 0; i < network->units().size(); ++i) {
        const bool writes = plan.units[i].outputSpace == space;
        const auto &found = network->unit(int(i))->bn->running_mean, own = a_->unit(int(i))->bn->running_mean;
        QVERIFY(torch::equal(found, writes ? own.index_select(0, index) : own));
      }
    }
  }

  /// Half of it breaks the network: each of these tensors has to move.
  void aStreamHasSeveralWritersAndReaders() {
    torch::NoGradGuard noGrad;
    const auto images = randomImages(a_->spec(), 4), wanted = a_->forward(images).logits;
    MobileNet network = cloneNetwork(a_);
    std::vector<int> order(std::size_t(network->plan().spaces[std::size_t(stream(4))].channels));
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = int((i + 1) % order.size());
    permuteSpace(network, stream(4), order);
    int changed = 0;
    for (const auto& [key, tensor] : network->state()) {
      const auto before = find(a_->state(), key);
      if (torch::equal(tensor, before)) continue;
      ++changed;
      const auto moved = tensor.clone();
      torch::Tensor(tensor).copy_(before);
      QVERIFY2(relativeError(network->forward(images).logits, wanted) > 1e-3, key.c_str());
      torch::Tensor(tensor).copy_(moved);
    }
    QCOMPARE(changed, 3 * 5 + 3);  // projections of layers 4, 5 and 6; expansions of 5, 6 and 7
  }

  void sharedSpacesKeepTheirOrder() {
    const auto fixedBy = [&](const std::vector<int>& layers, int trunk) {
      MergedNetwork network = twoOf();
      for (const int layer : layers) network.merge(layer);
      network.shareTrunk(trunk);
      std::set<int> fixed, written;
      for (int space = 0; space < 25; ++space) {
        if (!canPermute(network, space)) fixed.insert(space);
        if (isWrittenByShared(network, space)) written.insert(space);
      }
      return std::pair(fixed, written);
    };
    using Sets = std::pair<std::set<int>, std::set<int>>;
    QCOMPARE(fixedBy({}, 0), Sets());
    QCOMPARE(fixedBy({3}, 0), (Sets{{stream(2), hiddenSpace(3)}, {stream(2), hiddenSpace(3)}}));
    QCOMPARE(fixedBy({4}, 0),
             (Sets{{stream(3), hiddenSpace(4), stream(4)}, {hiddenSpace(4), stream(4)}}));  // 3 is only read
    QCOMPARE(fixedBy({1}, 0), (Sets{{stream(0), stream(1)}, {stream(1)}}));
    QCOMPARE(fixedBy({1}, 1), (Sets{{stream(0), stream(1)}, {stream(0), stream(1)}}));
    QCOMPARE(fixedBy({18}, 0), (Sets{{stream(17), stream(18)}, {stream(18)}}));
  }

  void aStepAlignsWhatIsStillFree() {
    MergedNetwork network({cloneNetwork(a_), randomNetwork(a_->spec(), 77)}, BnPolicy::PerTask);
    network.train(false);
    std::vector<MobileNet> teachers{cloneNetwork(network.task(0)), cloneNetwork(network.task(1))};
    MergeInput input = aligned(Alignment::Activations);
    QStringList warnings;
    input.work.warning = [&](const std::string& text) { warnings << QString::fromStdString(text); };
    using Spaces = std::vector<int>;
    // Layer 3 reads and writes one stream.
    QCOMPARE(spacesIn(mergeLayer(network, teachers, 3, input)), (Spaces{stream(2), hiddenSpace(3)}));
    // What layer 2 writes is in order already.
    QCOMPARE(spacesIn(mergeLayer(network, teachers, 2, input)), (Spaces{stream(1), hiddenSpace(2)}));
    QVERIFY(warnings.isEmpty());
    // Of what layer 1 writes nobody has asked, but layer 2 reads it as it was when that was merged.
    QCOMPARE(spacesIn(mergeLayer(network, teachers, 1, input)), Spaces{stream(0)});
    QCOMPARE(warnings,
             QStringList{"layer 1 keeps the order of its channels: layer 2, which reads them, is merged already"});
    QCOMPARE(spacesIn(mergeLayer(network, teachers, 18, input)), (Spaces{stream(17), stream(18)}));
    QCOMPARE(spacesIn(mergeLayer(network, teachers, 4, input)), (Spaces{hiddenSpace(4), stream(4)}));
    QCOMPARE(spacesIn(mergeLayer(network, teachers, 6, input)), Spaces{hiddenSpace(6)});
    torch::NoGradGuard noGrad;
    const auto images = randomImages(a_->spec(), 4);
    QVERIFY(relativeError(teachers[1]->forward(images).logits, randomNetwork(a_->spec(), 77)->forward(images).logits) <
            1e-4);
  }

  void anyOrderOfStepsFindsTheChannels_data() {
    QTest::addColumn<int>("alignment");
    QTest::addColumn<bool>("random");
    QTest::newRow("activations, last first") << int(Alignment::Activations) << false;
    QTest::newRow("activations, random") << int(Alignment::Activations) << true;
    QTest::newRow("mergeability, last first") << int(Alignment::Mergeability) << false;
    QTest::newRow("mergeability, random") << int(Alignment::Mergeability) << true;
  }
  void anyOrderOfStepsFindsTheChannels() {
    QFETCH(int, alignment);
    QFETCH(bool, random);
    MobileNet twin = cloneNetwork(a_);
    const auto orders = shuffleSpaces(twin, orderSeed);
    std::vector<MobileNet> teachers{cloneNetwork(a_), twin};
    MergedNetwork network(teachers, BnPolicy::Shared);
    network.train(false);
    std::vector<int> layers;
    for (int layer = 18; layer >= 1; --layer) layers.push_back(layer);
    Random numbers(orderSeed);
    if (random) shuffle(layers, numbers);
    std::set<int> found;
    for (const int layer : layers)
      for (const ChannelMatch& match : mergeLayer(network, teachers, layer, aligned(Alignment(alignment)))) {
        QVERIFY(found.insert(match.space).second);
        for (std::size_t i = 0; i < match.order.size(); ++i)
          QCOMPARE(orders[std::size_t(match.space)][std::size_t(match.order[i])], int(i));
      }
    QCOMPARE(found.size(), a_->plan().spaces.size());
    torch::NoGradGuard noGrad;
    const auto images = randomImages(a_->spec(), 4), wanted = a_->forward(images).logits;
    for (int t = 0; t < 2; ++t) QVERIFY(relativeError(network.task(t)->forward(images).logits, wanted) < 1e-4);
  }

  void keysSayWhatIsShared() {
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      MergedNetwork network = twoOf(policy);
      initializeLayer(network, 2, Initialization::Mean, 1);
      const bool shared = policy == BnPolicy::Shared;
      const NamedTensors state = network.state();
      const auto has = [&](const std::string& key) { return find(state, key).defined(); };
      for (const char* unit : {"layers.2.expand.", "layers.2.project."}) {
        QVERIFY(has(concat("shared.", unit, "conv.weight")) && !has(concat("a.", unit, "conv.weight")));
        QCOMPARE(has(concat("shared.", unit, "bn.running_var")), shared);
        QCOMPARE(has(concat("b.", unit, "bn.running_var")), !shared);
      }
      for (const char* key : {"stem.conv.weight", "layers.2.depthwise.conv.weight", "layers.1.project.conv.weight",
                              "hidden.1.weight", "head.bias"})
        QVERIFY2(has(concat("a.", key)) && has(concat("b.", key)) && !has(concat("shared.", key)), key);
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestSpacesV2)
#include "test_spaces_v2.moc"
