// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/network/folded_network.h"
#include "core/network/merge_cost.h"
#include "core/network/merged_network.h"
#include "core/support/libtorch.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

class TestNetwork : public QObject {
  Q_OBJECT

  static std::int64_t trainable(torch::nn::Module& module) {
    std::int64_t count = 0;
    for (const auto& parameter : module.parameters()) count += parameter.numel();
    return count;
  }

 private Q_SLOTS:
  void hasAsManyParametersAsTheTableSays() {
    for (double width : {0.125, 0.25, 0.75, 2.0}) {
      MobileNet network(smallSpec(width));
      QCOMPARE(trainable(*network), totalCost(network->spec()).parameters);
    }
  }

  void equalsPyTorch_data() {
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("same");
    QTest::addColumn<bool>("relu6");
    QTest::newRow("0.25 pad-1") << 0.25 << 32 << false << true;
    QTest::newRow("0.25 SAME") << 0.25 << 32 << true << true;
    QTest::newRow("0.5 SAME odd") << 0.5 << 45 << true << true;
    QTest::newRow("0.125 pad-1 ReLU") << 0.125 << 33 << false << false;
    QTest::newRow("1.0 SAME") << 1.0 << 64 << true << true;
  }
  void equalsPyTorch() {
    QFETCH(double, width);
    QFETCH(int, size);
    QFETCH(bool, same);
    QFETCH(bool, relu6);
    torch::NoGradGuard noGrad;
    MobileNetSpec spec = smallSpec(width, size);
    spec.padding = same ? Padding::Same : Padding::Pad1;
    spec.activation = relu6 ? Activation::ReLU6 : Activation::ReLU;
    spec.stemStride = size == 45 ? 1 : 2;
    MobileNet network = randomNetwork(spec, 7);
    NamedTensors input{{"images", randomImages(spec, 3)}};
    for (const auto& [key, tensor] : network->state()) input.emplace_back("net." + key, tensor);
    const NamedTensors wanted = runReference("forward", input, {{"spec", specToJson(spec)}});
    const ForwardResult plain = network->forward(input[0].second, true);
    const ForwardResult folded = FoldedNetwork(network).forward(input[0].second, true);
    for (const ForwardResult& result : {plain, folded}) {
      QVERIFY(relativeError(result.logits, find(wanted, "logits")) < 1e-4);
      for (int layer = 1; layer <= network->layers(); ++layer)
        QVERIFY(relativeError(result.taps[std::size_t(layer) - 1], find(wanted, concat("tap.", layer))) < 1e-4);
    }
  }

  void sharesWhatIsMerged() {
    MobileNet a = randomNetwork(smallSpec(), 1), b = randomNetwork(smallSpec(0.25, 32, 7), 2);
    for (const BnPolicy policy : {BnPolicy::Shared, BnPolicy::PerTask}) {
      MergedNetwork merged({a, b}, policy);
      std::vector<int> layers{3, 13, 7};
      for (int layer : layers) merged.merge(layer);
      std::int64_t count = 0;
      for (const auto& parameter : merged.parameters()) count += parameter.numel();
      QCOMPARE(count, mergeCost({a->spec(), b->spec()}, Sharing(layers, policy)).mergedParameters);
      QVERIFY(merged.task(0)->pointwise(3)->conv.get() == merged.task(1)->pointwise(3)->conv.get());
      QCOMPARE(merged.task(0)->pointwise(3)->bn.get() == merged.task(1)->pointwise(3)->bn.get(),
               policy == BnPolicy::Shared);
      QVERIFY(merged.task(0)->pointwise(4)->conv.get() != merged.task(1)->pointwise(4)->conv.get());
    }
  }

  void leavesTheTeachersAlone() {
    torch::NoGradGuard noGrad;
    MobileNet a = randomNetwork(smallSpec(), 1), b = randomNetwork(smallSpec(), 2);
    const NamedTensors before = deepCopy(a->state());
    MergedNetwork merged({a, b}, BnPolicy::Shared);
    merged.merge(1);
    for (auto& parameter : merged.parameters()) parameter.zero_();
    for (const auto& [key, tensor] : a->state()) QVERIFY2(torch::equal(tensor, find(before, key)), key.c_str());
  }

  void clonesAreIndependentAndEqual() {
    torch::NoGradGuard noGrad;
    MobileNet a = randomNetwork(smallSpec(), 1), b = randomNetwork(smallSpec(), 2), c = randomNetwork(smallSpec(), 3);
    MergedNetwork merged({a, b, c}, BnPolicy::PerTask);
    merged.merge(5);
    MergedNetwork copy = merged.clone();
    const auto images = randomImages(a->spec(), 2);
    merged.train(false);
    copy.train(false);
    for (int t = 0; t < 3; ++t)
      QVERIFY(torch::equal(merged.task(t)->forward(images).logits, copy.task(t)->forward(images).logits));
    copy.task(0)->pointwise(5)->conv->weight.zero_();
    QVERIFY(copy.task(2)->pointwise(5)->conv->weight.abs().sum().item<float>() == 0.0F);
    QVERIFY(merged.task(2)->pointwise(5)->conv->weight.abs().sum().item<float>() > 0.0F);
  }

  /// Shared batch normalization has one epsilon, whatever the specs say.
  void foldsTheEpsilonInForce() {
    MobileNetSpec spec = smallSpec();
    MobileNet a = randomNetwork(spec, 1);
    spec.bnEpsilon = 0.1;
    MobileNet b = randomNetwork(spec, 2);
    MergedNetwork merged({a, b}, BnPolicy::Shared);
    merged.merge(3);
    merged.train(false);
    const auto images = randomImages(spec, 2);
    torch::NoGradGuard noGrad;
    const auto plain = merged.task(1)->forward(images).logits;
    const auto folded = FoldedNetwork(merged.task(1)).forward(images).logits;
    QVERIFY((plain - folded).abs().max().item<double>() < 1e-4 * plain.abs().max().item<double>());
  }

  void roundTripsItsState() {
    MobileNet a = randomNetwork(smallSpec(), 1), b = randomNetwork(smallSpec(), 2);
    MergedNetwork merged({a, b}, BnPolicy::Shared);
    merged.merge(2);
    const NamedTensors state = deepCopy(merged.state());
    QVERIFY(find(state, "shared.layers.2.pointwise.bn.running_var").defined());
    QVERIFY(!find(state, "b.layers.2.pointwise.conv.weight").defined());
    MergedNetwork other({b, a}, BnPolicy::Shared);
    ZIPPER_EXPECT_ERROR(other.loadState(state), "key 'a.layers.2.pointwise.conv.weight' is missing");
    other.merge(2);
    other.loadState(state);
    for (const auto& [key, tensor] : other.state()) QVERIFY2(torch::equal(tensor, find(state, key)), key.c_str());
  }

  void refusesNetworksThatDoNotFit() {
    MobileNet a = randomNetwork(smallSpec(0.25), 1), b = randomNetwork(smallSpec(0.5), 2);
    ZIPPER_EXPECT_ERROR(MergedNetwork({a, b}, BnPolicy::Shared), "pointwise layer 1 of A is [16,8,1,1]");
    ZIPPER_EXPECT_ERROR(MergedNetwork({a}, BnPolicy::Shared), "at least two networks");
    MergedNetwork merged({a, a}, BnPolicy::Shared);
    ZIPPER_EXPECT_ERROR(merged.merge(14), "there are layers 1 to 13");
    ZIPPER_EXPECT_ERROR(a->loadState({}), "key 'stem.conv.weight' is missing");
    NamedTensors state = a->state();
    state[0].second = torch::zeros({8, 3, 5, 5});
    ZIPPER_EXPECT_ERROR(a->loadState(state), "key 'stem.conv.weight' has shape [8,3,5,5], expected [8,3,3,3]");
  }

  void makesNewHeads() {
    MobileNet a = randomNetwork(smallSpec(), 1);
    MobileNetSpec spec = a->spec();
    spec.classes = 3;
    spec.inputSize = 96;
    MobileNet b = withNewHead(a, spec, 5);
    QVERIFY(torch::equal(a->stem()->conv->weight, b->stem()->conv->weight));
    QCOMPARE(b->head->weight.size(0), std::int64_t(3));
  }
};

ZIPPER_TEST(TestNetwork)
#include "test_network.moc"
