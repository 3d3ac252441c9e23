// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>

#include "core/merging/initialization.h"
#include "core/merging/merge_layer.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/python_reference.h"
#include "support/test_program.h"
#include "support/tiny_v3.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::uint64_t gatedOrderSeed = 0;

MobileNet inDoubles(MobileNet network) {
  network->to(torch::kFloat64);
  return network;
}

}  // namespace

/// The channels of squeeze-and-excite: what a squeeze writes is a space of its own, what an excite writes is that of
/// the depthwise unit whose maps it multiplies.
class TestSpacesV3 : public QObject {
  Q_OBJECT

  const std::vector<TaskData> data_ = tinyData();
  const NetworkPlan plan_ = planOf(tinySpecV3());
  MobileNet a_{nullptr};

  /// The space that the unit of a layer writes.
  int spaceOf(int layer, const std::string& role) const {
    for (const UnitPlan& unit : plan_.units)
      if (unit.layer == layer && unit.role() == role) return unit.outputSpace;
    return -1;
  }

  MergeInput aligned(Alignment alignment) const {
    MergeInput input;
    input.trainingSets = {data_[0].train, data_[0].train};
    input.settings.start.alignment = alignment;
    input.settings.start.initialization = Initialization::Mean;
    input.settings.initializationImages = 64;
    return input;
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    gatedOrderSeed = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED")
                         ? qEnvironmentVariable("ZIPPER_TEST_SEED").toULongLong()
                         : QRandomGenerator::global()->generate();
    qInfo("seed %llu", static_cast<unsigned long long>(gatedOrderSeed));
    MobileNetSpec spec = tinySpecV3(4, 2);
    spec.hidden = {{14, Activation::HardSwish}};
    a_ = livelyNetworkV3(data_[0].train, spec);
  }

  void permutingAnySpaceKeepsTheFunction() {
    torch::NoGradGuard noGrad;
    Random random(gatedOrderSeed);
    const auto images = randomImages(a_->spec(), 4).to(torch::kFloat64);
    const auto wanted = inDoubles(cloneNetwork(a_))->forward(images).logits;
    QCOMPARE(plan_.spaces.size(), std::size_t(26));
    for (int space = 0; space < 26; ++space) {
      MobileNet network = cloneNetwork(a_);
      const std::vector<int> order = shuffledChannels(plan_.spaces[std::size_t(space)].channels, random);
      permuteSpace(network, space, order);
      const auto index = torch::tensor(order).to(torch::kInt64);
      for (int i = 0; i < plan_.convolutions(); ++i) {
        const bool writes = plan_.units[std::size_t(i)].outputSpace == space;
        for (const auto& [leaf, own] : a_->unit(i)->tensors()) {
          if (leaf == "conv.weight") continue;
          QVERIFY(torch::equal(find(network->unit(i)->tensors(), leaf), writes ? own.index_select(0, index) : own));
        }
      }
      const double error = relativeError(inDoubles(network)->forward(images).logits, wanted);
      QVERIFY2(error < 1e-9, qPrintable(QString("space %1: %2").arg(space).arg(error)));
    }
  }

  void permutingAllSpacesKeepsTheFunction_data() {
    QTest::addColumn<bool>("large");
    QTest::addColumn<bool>("minimalistic");
    QTest::addColumn<bool>("expandFirst");
    QTest::newRow("large") << true << false << false;
    QTest::newRow("small") << false << false << false;
    QTest::newRow("large, minimalistic") << true << true << false;
    QTest::newRow("small, with an expansion in the first block") << false << false << true;
  }
  void permutingAllSpacesKeepsTheFunction() {
    QFETCH(bool, large);
    QFETCH(bool, minimalistic);
    QFETCH(bool, expandFirst);
    MobileNetSpec spec = smallSpec(0.35, 32, 5);
    spec.architecture = large ? Architecture::MobileNetV3Large : Architecture::MobileNetV3Small;
    spec.activation = Activation::ReLU;
    spec.minimalistic = minimalistic;
    spec.expandFirst = expandFirst;
    torch::NoGradGuard noGrad;
    MobileNet network = livelyNetworkV3(data_[0].train, spec);
    const auto images = randomImages(spec, 4).to(torch::kFloat64);
    const auto wanted = inDoubles(cloneNetwork(network))->forward(images).logits;
    MobileNet shuffled = cloneNetwork(network);
    shuffleSpaces(shuffled, gatedOrderSeed);
    std::size_t moved = 0;
    for (const auto& [key, tensor] : network->state())
      moved += torch::equal(tensor, find(shuffled->state(), key)) ? 0 : 1;
    QVERIFY(moved > 3 * network->units().size());
    QVERIFY(relativeError(inDoubles(shuffled)->forward(images).logits, wanted) < 1e-9);
  }

  /// Half of it breaks the network: each of these tensors has to move.
  void whatIsGatedMovesWithItsFactors() {
    torch::NoGradGuard noGrad;
    const auto images = randomImages(a_->spec(), 4), wanted = a_->forward(images).logits;
    MobileNet network = cloneNetwork(a_);
    const int hidden = spaceOf(4, "expand");
    QCOMPARE(spaceOf(4, "depthwise"), hidden);
    QCOMPARE(spaceOf(4, "excite"), hidden);
    std::vector<int> order(std::size_t(plan_.spaces[std::size_t(hidden)].channels));
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = int((i + 1) % order.size());
    permuteSpace(network, hidden, order);
    std::set<std::string> changed;
    for (const auto& [key, tensor] : network->state()) {
      const auto before = find(a_->state(), key);
      if (torch::equal(tensor, before)) continue;
      changed.insert(key);
      const auto moved = tensor.clone();
      torch::Tensor(tensor).copy_(before);
      QVERIFY2(relativeError(network->forward(images).logits, wanted) > 1e-3, key.c_str());
      torch::Tensor(tensor).copy_(moved);
    }
    std::set<std::string> expected{"layers.4.squeeze.conv.weight", "layers.4.excite.conv.weight",
                                   "layers.4.excite.bias", "layers.4.project.conv.weight"};
    for (const char* unit : {"expand", "depthwise"})
      for (const char* leaf : {"conv.weight", "bn.weight", "bn.bias", "bn.running_mean", "bn.running_var"})
        expected.insert(concat("layers.4.", unit, ".", leaf));
    QVERIFY(changed == expected);
  }

  void sharedSpacesKeepTheirOrder() {
    const auto fixedBy = [&](int layer) {
      MergedNetwork network({cloneNetwork(a_), cloneNetwork(a_)}, BnPolicy::PerTask);
      network.merge(layer);
      std::set<int> fixed, written;
      for (int space = 0; space < 26; ++space) {
        if (!canPermute(network, space)) fixed.insert(space);
        if (isWrittenByShared(network, space)) written.insert(space);
      }
      return std::pair(fixed, written);
    };
    using Sets = std::pair<std::set<int>, std::set<int>>;
    const int hidden = spaceOf(4, "expand"), squeezed = spaceOf(4, "squeeze");
    const int before = plan_.outputSpace(3), behind = plan_.outputSpace(4);
    QCOMPARE(fixedBy(4), (Sets{{before, hidden, squeezed, behind}, {hidden, squeezed, behind}}));
    // Without an expansion the factors are those of the stem's channels.
    QCOMPARE(plan_.outputSpace(0), spaceOf(1, "excite"));
    const std::set<int> first{plan_.outputSpace(0), spaceOf(1, "squeeze"), plan_.outputSpace(1)};
    QCOMPARE(fixedBy(1), (Sets{first, first}));
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
    const auto orders = shuffleSpaces(twin, gatedOrderSeed);
    std::vector<MobileNet> teachers{cloneNetwork(a_), twin};
    MergedNetwork network(teachers, BnPolicy::Shared);
    network.train(false);
    std::vector<int> layers;
    for (int layer = 12; layer >= 1; --layer) layers.push_back(layer);
    Random numbers(gatedOrderSeed);
    if (random) shuffle(layers, numbers);
    std::set<int> found;
    for (const int layer : layers)
      for (const ChannelMatch& match : mergeLayer(network, teachers, layer, aligned(Alignment(alignment)))) {
        QVERIFY(found.insert(match.space).second);
        for (std::size_t i = 0; i < match.order.size(); ++i)
          QCOMPARE(orders[std::size_t(match.space)][std::size_t(match.order[i])], int(i));
      }
    QCOMPARE(found.size(), plan_.spaces.size());
    torch::NoGradGuard noGrad;
    const auto images = randomImages(a_->spec(), 4), wanted = a_->forward(images).logits;
    for (int t = 0; t < 2; ++t) QVERIFY(relativeError(network.task(t)->forward(images).logits, wanted) < 1e-4);
  }

  void keysSayWhatIsShared() {
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      MergedNetwork network({cloneNetwork(a_), cloneNetwork(a_)}, policy);
      initializeLayer(network, 4, Initialization::Mean, 1);
      const bool shared = policy == BnPolicy::Shared;
      const NamedTensors state = network.state();
      const auto has = [&](const std::string& key) { return find(state, key).defined(); };
      for (const char* unit : {"layers.4.squeeze.", "layers.4.excite."}) {
        QVERIFY(has(concat("shared.", unit, "conv.weight")) && !has(concat("a.", unit, "conv.weight")));
        QCOMPARE(has(concat("shared.", unit, "bias")), shared);
        QCOMPARE(has(concat("b.", unit, "bias")), !shared);
      }
      for (const char* key : {"layers.4.depthwise.conv.weight", "layers.5.squeeze.conv.weight", "layers.5.excite.bias",
                              "hidden.1.weight"})
        QVERIFY2(has(concat("a.", key)) && has(concat("b.", key)) && !has(concat("shared.", key)), key);
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestSpacesV3)
#include "test_spaces_v3.moc"
