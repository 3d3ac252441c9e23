// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>

#include "core/network/folded_network.h"
#include "core/network/identical_layers.h"
#include "core/network/merge_cost.h"
#include "core/network/plan_builder.h"
#include "core/support/error.h"
#include "core/support/libtorch.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/random_networks.h"
#include "support/specs_v3.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A small V3 of few channels.
MobileNetSpec gatedNetwork(int classes = 4) {
  MobileNetSpec spec = specV3(Architecture::MobileNetV3Small, 0.125);
  spec.inputSize = 32;
  spec.classes = classes;
  spec.hidden = {{12, Activation::HardSwish}};
  return spec;
}

/// The unit of a task by its name.
ConvUnit unitNamed(MobileNet& network, const std::string& name) {
  for (int i = 0; i < network->plan().convolutions(); ++i)
    if (network->plan().units[std::size_t(i)].name == name) return network->unit(i);
  fail("no unit ", name);
}

}  // namespace

/// Squeeze-and-excite: what it computes, and what tasks share of it.
class TestSqueezeExcite : public QObject {
  Q_OBJECT

  static constexpr BnPolicy policies[] = {BnPolicy::Shared, BnPolicy::PerTask};

  static MergedNetwork merged(BnPolicy policy, const std::vector<int>& layers, std::uint64_t seed = 1) {
    MergedNetwork network({randomNetwork(gatedNetwork(4), seed), randomNetwork(gatedNetwork(3), seed + 1)}, policy);
    for (const int layer : layers) network.merge(layer);
    network.train(false);
    return network;
  }

 private Q_SLOTS:
  void initTestCase() { torch::manual_seed(20261130); }

  /// Two linear maps of averages, no batch normalization: the second one's factors multiply what the depthwise
  /// convolution put out.
  void squeezeAndExciteAreUnits() {
    const NetworkPlan plan = planOf(specV3(Architecture::MobileNetV3Large));
    const int first = plan.firstUnitOf(4);
    const UnitPlan &depthwise = plan.units[std::size_t(first) + 1], &squeeze = plan.units[std::size_t(first) + 2],
                   &excite = plan.units[std::size_t(first) + 3], &project = plan.units[std::size_t(first) + 4];
    QCOMPARE(squeeze.name, std::string("layers.4.squeeze"));
    QCOMPARE(excite.name, std::string("layers.4.excite"));
    QVERIFY(squeeze.kind == UnitKind::Squeeze && squeeze.activation == Activation::ReLU);
    QVERIFY(excite.kind == UnitKind::Excite && excite.activation == Activation::HardSigmoid);
    QCOMPARE(toString(squeeze.kind) + " " + toString(excite.kind), std::string("squeeze excite"));
    QCOMPARE(excite.gated, first + 1);
    for (const UnitPlan& unit : plan.units) QCOMPARE(unit.gated >= 0, unit.kind == UnitKind::Excite);
    QCOMPARE(
        (std::vector<int>{squeeze.inputChannels, squeeze.outputChannels, excite.inputChannels, excite.outputChannels}),
        (std::vector<int>{72, 24, 24, 72}));
    QCOMPARE((std::vector<int>{squeeze.inputSize, squeeze.outputSize, excite.inputSize, excite.outputSize}),
             (std::vector<int>{28, 1, 1, 28}));
    QCOMPARE(squeeze.parameters, std::int64_t(72 * 24 + 24));
    QCOMPARE(excite.parameters, std::int64_t(72 * 24 + 72));
    QCOMPARE(squeeze.buffers + excite.buffers, std::int64_t(0));
    QCOMPARE(squeeze.macs + excite.macs, std::int64_t(2 * 72 * 24));
    QCOMPARE(squeeze.inputSpace, depthwise.outputSpace);
    QCOMPARE(excite.inputSpace, squeeze.outputSpace);
    QCOMPARE(excite.outputSpace, depthwise.outputSpace);
    QCOMPARE(project.inputSpace, depthwise.outputSpace);
    QVERIFY(squeeze.outputSpace != squeeze.inputSpace && project.outputSpace != squeeze.outputSpace);
  }

  /// Values and slopes between the kinks and behind them, worked out by hand.
  void activationsAreTheirFormulas() {
    const auto x = torch::tensor({-7.0, -2.0, -1.5, 0.0, 1.5, 2.0, 5.0, 7.0}, torch::kFloat64).requires_grad_();
    const auto is = [&](Activation activation, const std::vector<double>& values, const std::vector<double>& slopes) {
      const auto y = activate(x, activation);
      const auto slope = torch::autograd::grad({y.sum()}, {x})[0];
      QVERIFY2(torch::allclose(y.detach(), torch::tensor(values, torch::kFloat64), 1e-7, 1e-7),
               toString(activation).c_str());
      QVERIFY2(torch::allclose(slope, torch::tensor(slopes, torch::kFloat64), 1e-7, 1e-7),
               toString(activation).c_str());
    };
    const double sixth = 1.0 / 6;
    is(Activation::HardSwish, {0, -2 * sixth, -0.375, 0, 1.125, 10 * sixth, 5, 7},
       {0, -sixth, 0, 0.5, 1, 7 * sixth, 1, 1});
    is(Activation::HardSigmoid, {0, sixth, 0.25, 0.5, 0.75, 5 * sixth, 1, 1},
       {0, sixth, sixth, sixth, sixth, sixth, 0, 0});
    is(Activation::ReLU6, {0, 0, 0, 0, 1.5, 2, 5, 6}, {0, 0, 0, 0, 1, 1, 1, 0});
    is(Activation::ReLU, {0, 0, 0, 0, 1.5, 2, 5, 7}, {0, 0, 0, 0, 1, 1, 1, 1});
    QVERIFY(torch::equal(activate(x, Activation::None), x));
    for (const Activation activation : {Activation::ReLU, Activation::ReLU6, Activation::None})
      QVERIFY(cutsOff(activation));
    for (const Activation activation : {Activation::HardSwish, Activation::HardSigmoid}) QVERIFY(!cutsOff(activation));
  }

  void activationsHaveNames() {
    for (const Activation activation : {Activation::ReLU, Activation::ReLU6, Activation::None, Activation::HardSwish})
      QVERIFY(hiddenActivationFromString(toString(activation)) == activation);
    for (const Activation activation : {Activation::ReLU, Activation::ReLU6})
      QVERIFY(activationFromString(toString(activation)) == activation);
    QCOMPARE(toString(Activation::HardSwish) + " " + toString(Activation::HardSigmoid),
             std::string("hard-swish hard-sigmoid"));
    ZIPPER_EXPECT_ERROR(activationFromString("hard-swish"),
                        "activation: 'hard-swish' found, 'relu' or 'relu6' expected");
    ZIPPER_EXPECT_ERROR(hiddenActivationFromString("hard-sigmoid"),
                        "activation: 'hard-sigmoid' found, 'relu', 'relu6', 'none' or 'hard-swish' expected");
  }

  /// Sums over channels and positions, written out: folded or not, each map is multiplied by its factor.
  void multipliesByFactorsOfAverages() {
    torch::NoGradGuard noGrad;
    MobileNetSpec spec = gatedNetwork();
    spec.classes = 0;
    spec.hidden.clear();
    PlanBuilder builder(spec);
    builder.convolution("stem", UnitKind::Stem, 0, 5, 3, 2, Activation::HardSwish);
    builder.site(builder.squeezeExcite("layers.1", 1, 3));
    const NetworkPlan plan = builder.plan();
    MobileNet network = randomNetwork(spec, plan, 3);
    const auto images = randomImages(spec, 2), maps = network->trunk(images, 0).to(torch::kFloat64).contiguous();
    const auto outputs = network->trunk(images, 1), folded = FoldedNetwork(network).outputs(2, images);
    const NamedTensors state = network->state();
    const auto number = [&](const char* key, int row, int column) {
      const auto tensor = find(state, key);
      return (tensor.dim() == 1 ? tensor[row] : tensor[row][column][0][0]).item<double>();
    };
    auto wanted = maps.clone();
    for (int n = 0; n < 2; ++n) {
      double squeezed[3];
      for (int s = 0; s < 3; ++s) {
        squeezed[s] = number("layers.1.squeeze.bias", s, 0);
        for (int c = 0; c < 5; ++c)
          squeezed[s] += number("layers.1.squeeze.conv.weight", s, c) * maps[n][c].mean().item<double>();
        squeezed[s] = std::max(squeezed[s], 0.0);
      }
      for (int c = 0; c < 5; ++c) {
        double factor = number("layers.1.excite.bias", c, 0);
        for (int s = 0; s < 3; ++s) factor += number("layers.1.excite.conv.weight", c, s) * squeezed[s];
        wanted[n][c].mul_(std::min(std::max(factor + 3, 0.0), 6.0) / 6);
      }
    }
    QVERIFY(relativeError(outputs, wanted) < 1e-5);
    QVERIFY(relativeError(folded, wanted) < 1e-5);
    QVERIFY(relativeError(maps, wanted) > 0.1);
  }

  /// The weights of all tasks are one; the biases as batch normalization is; the depthwise convolution stays per task.
  void tasksShareWhatThePolicySays() {
    for (const BnPolicy policy : policies) {
      const std::vector<int> layers{1, 4};
      MergedNetwork network = merged(policy, layers);
      const bool isShared = policy == BnPolicy::Shared;
      for (const char* name : {"layers.1.squeeze", "layers.1.excite", "layers.4.squeeze", "layers.4.excite"}) {
        ConvUnit a = unitNamed(network.task(0), name), b = unitNamed(network.task(1), name);
        QVERIFY2(a->conv.get() == b->conv.get(), name);
        QVERIFY2(a->bias.is_same(b->bias) == isShared, name);
        QVERIFY2(a->bn.is_empty() && b->bn.is_empty(), name);
        for (const ConvUnit& unit : {a, b})  // training and conversion see the same tensor
          QVERIFY2(unit->named_parameters(false)["bias"].is_same(unit->bias), name);
      }
      ConvUnit apart = unitNamed(network.task(0), "layers.5.squeeze");
      QVERIFY(apart->conv.get() != unitNamed(network.task(1), "layers.5.squeeze")->conv.get());
      QVERIFY(unitNamed(network.task(0), "layers.4.depthwise")->conv.get() !=
              unitNamed(network.task(1), "layers.4.depthwise")->conv.get());
      std::int64_t count = 0;
      for (const auto& parameter : network.parameters()) count += parameter.numel();
      QCOMPARE(count, mergeCost({gatedNetwork(4), gatedNetwork(3)}, Sharing(layers, policy)).mergedParameters);
    }
  }

  /// What is shared stands there once; the other tasks' own values aren't lost on the way.
  void roundTripsItsState() {
    for (const BnPolicy policy : policies) {
      MergedNetwork network = merged(policy, {4});
      const NamedTensors state = deepCopy(network.state());
      const auto has = [&](const std::string& key) { return find(state, key).defined(); };
      const bool isShared = policy == BnPolicy::Shared;
      for (const char* unit : {"layers.4.squeeze.", "layers.4.excite."}) {
        QVERIFY(has(concat("shared.", unit, "conv.weight")) && !has(concat("b.", unit, "conv.weight")));
        QCOMPARE(has(concat("shared.", unit, "bias")), isShared);
        QCOMPARE(has(concat("a.", unit, "bias")) && has(concat("b.", unit, "bias")), !isShared);
        QVERIFY(!has(concat("shared.", unit, "bn.weight")) && !has(concat("a.", unit, "bn.weight")));
      }
      QVERIFY(has("a.layers.5.excite.bias") && has("b.layers.5.excite.conv.weight"));
      MergedNetwork other = merged(policy, {}, 5);
      ZIPPER_EXPECT_ERROR(other.loadState(state), "is missing");
      other.merge(4);
      other.loadState(state);
      MergedNetwork copy = other.clone();
      const NamedTensors again = copy.state();
      QCOMPARE(again.size(), state.size());
      for (const auto& [key, tensor] : again) QVERIFY2(torch::equal(tensor, find(state, key)), key.c_str());
      torch::NoGradGuard noGrad;
      unitNamed(copy.task(0), "layers.4.excite")->bias.fill_(9);
      const auto changed = [](MergedNetwork& one, int task) {
        return unitNamed(one.task(task), "layers.4.excite")->bias.eq(9).all().item<bool>();
      };
      QVERIFY(changed(copy, 0) && changed(copy, 1) == isShared && !changed(other, 0) && !changed(other, 1));
    }
  }

  /// A trunk is shared whole, biases too; once through it is what each task computes by itself.
  void trunksHaveGatesOfTheirOwn() {
    torch::NoGradGuard noGrad;
    MergedNetwork network = merged(BnPolicy::PerTask, {1, 2, 3, 4, 5});
    network.shareTrunk(4);
    QVERIFY(unitNamed(network.task(0), "layers.4.excite")
                ->bias.is_same(unitNamed(network.task(1), "layers.4.excite")->bias));
    QVERIFY(!unitNamed(network.task(0), "layers.5.excite")
                 ->bias.is_same(unitNamed(network.task(1), "layers.5.excite")->bias));
    const NamedTensors state = network.state();
    QVERIFY(find(state, "shared.layers.4.squeeze.bias").defined() && find(state, "b.layers.5.squeeze.bias").defined());
    const auto images = randomImages(gatedNetwork(), 3);
    const auto once = FoldedTrunk(network).forward(images);
    const auto together = network.forward({images, images}, true);
    for (int t = 0; t < 2; ++t) {
      const auto alone = network.task(t)->forward(images);
      QVERIFY(relativeError(once[std::size_t(t)], alone.logits) < 1e-4);
      QVERIFY(relativeError(together[std::size_t(t)].logits, alone.logits) < 1e-4);
      QCOMPARE(together[std::size_t(t)].taps.size(), std::size_t(12));
    }
  }

  /// A bias that differs ends what is the same.
  void biasesAreCompared() {
    torch::NoGradGuard noGrad;
    MobileNet a = randomNetwork(gatedNetwork(4), 1), b = cloneNetwork(a);
    QCOMPARE(identicalLayers({a, b}).depth, 12);
    unitNamed(b, "layers.6.excite")->bias[2].add_(1e-3);
    const IdenticalLayers found = identicalLayers({a, b});
    QCOMPARE(found.depth, 5);
    QCOMPARE(found.difference, std::string("layers.6.excite.bias of task b differs from that of task a"));
    QCOMPARE(identicalDepth({a->spec(), b->spec()}, {layerHashes(a), layerHashes(b)}), 5);
  }
};

ZIPPER_TEST(TestSqueezeExcite)
#include "test_squeeze_excite.moc"
