// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/network/compatibility.h"
#include "core/network/folded_network.h"
#include "core/network/merge_cost.h"
#include "core/network/task_names.h"
#include "core/support/libtorch.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A convolution with batch normalization in evaluation mode and ReLU6, out of a state's tensors.
torch::Tensor unitByHand(const torch::Tensor& x, const NamedTensors& state, const std::string& key, int stride) {
  const auto weight = find(state, key + ".conv.weight");
  const bool kernel = weight.size(2) == 3, depthwise = kernel && weight.size(1) == 1;
  const auto y = torch::conv2d(x, weight, {}, stride, kernel ? 1 : 0, 1, depthwise ? weight.size(0) : 1);
  const auto column = [&](const char* name) { return find(state, key + ".bn." + name).view({1, -1, 1, 1}); };
  const auto normal = (y - column("running_mean")) / (column("running_var") + 1e-3).sqrt();
  return (normal * column("weight") + column("bias")).clamp(0, 6);
}

}  // namespace

class TestTrunk : public QObject {
  Q_OBJECT

  MobileNet a_{nullptr}, b_{nullptr};

  MergedNetwork withTrunk(int depth, const std::vector<int>& layers, BnPolicy policy = BnPolicy::PerTask) {
    MergedNetwork network({a_, b_}, policy);
    for (int layer : layers) network.merge(layer);
    network.shareTrunk(depth);
    network.train(false);
    return network;
  }

 private Q_SLOTS:
  void initTestCase() {
    a_ = randomNetwork(smallSpec(0.25, 32, 10), 1);
    b_ = randomNetwork(smallSpec(0.25, 32, 7), 2);
  }

  /// The trunk once, then the branch of each task: as composed by hand from the tensors of the state.
  void isWhatItIsComposedOf() {
    torch::NoGradGuard noGrad;
    MergedNetwork network = withTrunk(2, {1, 2, 5});
    const NamedTensors state = network.state();
    const auto images = randomImages(a_->spec(), 3);
    const std::vector<int> strides{2, 1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1};  // of the stem and the layers
    const auto block = [&](const torch::Tensor& x, const std::string& owner, const std::string& pointwise, int layer) {
      const std::string key = concat("layers.", layer);
      NamedTensors unit;
      for (const char* name : {".bn.weight", ".bn.bias", ".bn.running_mean", ".bn.running_var"})
        unit.emplace_back(concat("pointwise", name), find(state, owner + key + ".pointwise" + name));
      unit.emplace_back("pointwise.conv.weight", find(state, pointwise + key + ".pointwise.conv.weight"));
      const auto y = unitByHand(x, state, owner + key + ".depthwise", strides[std::size_t(layer)]);
      return unitByHand(y, unit, "pointwise", 1);
    };
    auto trunk = unitByHand(images, state, "shared.stem", 2);
    for (int layer : {1, 2}) trunk = block(trunk, "shared.", "shared.", layer);
    const auto once = FoldedTrunk(network).forward(images);
    const auto together = network.forward({images, images}, true);
    for (int t = 0; t < 2; ++t) {
      const std::string own = taskName(t) + ".";
      auto x = trunk;
      for (int layer = 3; layer <= network.layers(); ++layer) x = block(x, own, layer == 5 ? "shared." : own, layer);
      const auto wanted =
          torch::linear(x.mean({2, 3}), find(state, own + "head.weight"), find(state, own + "head.bias"));
      const auto whole = network.task(t)->forward(images, true);
      QVERIFY(relativeError(whole.logits, wanted) < 1e-4);
      QVERIFY(relativeError(once[std::size_t(t)], wanted) < 1e-4);
      QVERIFY(relativeError(together[std::size_t(t)].logits, wanted) < 1e-4);
      QCOMPARE(together[std::size_t(t)].taps.size(), std::size_t(network.layers()));
      for (std::size_t i = 0; i < std::size_t(network.layers()); ++i)
        QVERIFY(relativeError(together[std::size_t(t)].taps[i], whole.taps[i]) < 1e-4);
    }
  }

  /// In training mode the trunk's batch normalization sees the images of all tasks as one batch.
  void normalizesTheMixture() {
    torch::NoGradGuard noGrad;
    MergedNetwork network = withTrunk(1, {1});
    network.train(true);
    const auto one = randomImages(a_->spec(), 4), other = randomImages(a_->spec(), 6) * 3 + 1;
    const auto all = network.task(0)->stem()->convolve(torch::cat({one, other}));
    const auto before = network.task(0)->stem()->bn->running_mean.clone();
    network.forward({one, other});
    const auto wanted = 0.9 * before + 0.1 * all.mean({0, 2, 3});
    QVERIFY(relativeError(network.task(1)->stem()->bn->running_mean, wanted) < 1e-4);
  }

  void sharesAndCounts() {
    const std::vector<int> layers{1, 2, 3, 7};
    for (const BnPolicy policy : {BnPolicy::Shared, BnPolicy::PerTask}) {
      MergedNetwork network = withTrunk(3, layers, policy);
      QVERIFY(network.task(0)->stem()->bn.get() == network.task(1)->stem()->bn.get());
      QVERIFY(network.task(0)->depthwise(3)->conv.get() == network.task(1)->depthwise(3)->conv.get());
      QVERIFY(network.task(0)->pointwise(3)->bn.get() == network.task(1)->pointwise(3)->bn.get());
      QVERIFY(network.task(0)->depthwise(4)->conv.get() != network.task(1)->depthwise(4)->conv.get());
      std::int64_t count = 0;
      for (const auto& parameter : network.parameters()) count += parameter.numel();
      const std::vector<MobileNetSpec> specs{a_->spec(), b_->spec()};
      const MergeCost cost = mergeCost(specs, Sharing(layers, policy, 3));
      QCOMPARE(count, cost.mergedParameters);
      std::int64_t saved = 0;
      for (const UnitPlan& info : unitsOf(specs[0])) saved += info.layer <= 3 ? info.macs : 0;
      QCOMPARE(cost.separateMacs - cost.mergedMacs, saved);
      QCOMPARE(mergeCost(specs, Sharing(layers, policy)).mergedMacs, cost.separateMacs);
    }
  }

  void roundTripsAndClones() {
    MergedNetwork network = withTrunk(2, {2, 1});
    const NamedTensors state = deepCopy(network.state());
    QVERIFY(find(state, "shared.stem.conv.weight").defined() &&
            find(state, "shared.layers.2.depthwise.bn.bias").defined());
    QVERIFY(!find(state, "a.stem.conv.weight").defined() && !find(state, "b.layers.1.pointwise.bn.weight").defined());
    MergedNetwork other({b_, a_}, BnPolicy::PerTask);
    for (int layer : {1, 2}) other.merge(layer);
    ZIPPER_EXPECT_ERROR(other.loadState(state), "is missing");
    other.shareTrunk(2);
    MobileNet c = randomNetwork(smallSpec(0.25, 32, 10), 3), d = randomNetwork(smallSpec(0.25, 32, 7), 4);
    MergedNetwork same({c, d}, BnPolicy::PerTask);
    for (int layer : {1, 2}) same.merge(layer);
    same.shareTrunk(2);
    same.loadState(state);
    MergedNetwork copy = same.clone();
    QCOMPARE(copy.trunk(), 2);
    for (const auto& [key, tensor] : copy.state()) QVERIFY2(torch::equal(tensor, find(state, key)), key.c_str());
    torch::NoGradGuard noGrad;
    copy.task(0)->stem()->conv->weight.zero_();
    QVERIFY(copy.task(1)->stem()->conv->weight.abs().sum().item<float>() == 0.0F);
    QVERIFY(same.task(1)->stem()->conv->weight.abs().sum().item<float>() > 0.0F);
  }

  void refusesTasksThatSeeOtherImages_data() {
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("message");
    const char* messages[] = {"the input size of A is 32, of B 64",
                              "the number of input channels of A is 3, of B 1",
                              "the normalization mean of A is 0.5,0.5,0.5, of B 0.1,0.5,0.5",
                              "the channel order of A is rgb, of B bgr",
                              "the stem stride of A is 2, of B 1",
                              "the padding of A is pad-1, of B same",
                              "the activation of A is relu6, of B relu"};
    for (int i = 0; i < 7; ++i) QTest::newRow(messages[i]) << i << messages[i];
  }
  void refusesTasksThatSeeOtherImages() {
    QFETCH(int, what);
    QFETCH(QString, message);
    const MobileNetSpec spec = smallSpec();
    MobileNetSpec other = spec;
    if (what == 0) other.inputSize = 64;
    if (what == 1) other.inputChannels = 1, other.normalization = {{0.5}, {0.5}, ChannelOrder::RGB};
    if (what == 2) other.normalization.mean[0] = 0.1;
    if (what == 3) other.normalization.order = ChannelOrder::BGR;
    if (what == 4) other.stemStride = 1;
    if (what == 5) other.padding = Padding::Same;
    if (what == 6) other.activation = Activation::ReLU;
    MobileNet one = randomNetwork(spec, 1), two = randomNetwork(other, 2);
    MergedNetwork network({one, two}, BnPolicy::PerTask);
    network.merge(1);
    ZIPPER_EXPECT_ERROR(network.shareTrunk(1), message.toStdString());
    QCOMPARE(network.trunk(), 0);
  }

  void oneNumberStandsForAllChannels() {
    MobileNetSpec spec = smallSpec(), other = spec;
    other.normalization.mean = {0.5};
    QCOMPARE(whyNoTrunk({spec, other}), std::string());
  }

  void needsMergedLayers() {
    MergedNetwork network({a_, b_}, BnPolicy::PerTask);
    network.merge(2);
    ZIPPER_EXPECT_ERROR(network.shareTrunk(2), "layer 1 isn't merged");
    network.merge(1);
    network.shareTrunk(2);
    network.shareTrunk(1);
    QCOMPARE(network.trunk(), 2);
  }
};

ZIPPER_TEST(TestTrunk)
#include "test_trunk.moc"
