// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/network/compatibility.h"
#include "core/network/folded_network.h"
#include "core/network/merge_cost.h"
#include "core/network/state_layout.h"
#include "core/support/libtorch.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

MobileNetSpec headedSpec(Architecture architecture, const std::vector<HiddenLayer>& hidden, int classes = 5) {
  MobileNetSpec spec = smallSpec(0.25, 32, classes);
  spec.architecture = architecture;
  if (architecture == Architecture::MobileNetV2) spec.channels = {8, 8, 8, 8, 16, 16, 24, 24, 32};
  spec.hidden = hidden;
  return spec;
}

const std::vector<HiddenLayer> twoLayers{{11, Activation::ReLU}, {6, Activation::None}};
constexpr Architecture allKinds[] = {Architecture::MobileNetV1, Architecture::MobileNetV2,
                                     Architecture::MobileNetV3Small};

}  // namespace

/// Heads that are small networks, of all architectures.
class TestHeadLayers : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { torch::manual_seed(20261129); }

  void areUnitsOfThePlan() {
    for (const Architecture architecture : allKinds) {
      const NetworkPlan plan = planOf(headedSpec(architecture, twoLayers));
      const auto& units = plan.units;
      QCOMPARE(plan.convolutions(), int(units.size()) - 3);
      std::vector<std::string> names, roles;
      for (std::size_t i = units.size() - 3; i < units.size(); ++i) {
        names.push_back(units[i].name);
        roles.push_back(units[i].role());
        QVERIFY(units[i].kind == UnitKind::Head && !units[i].merges);
        QCOMPARE(units[i].layer, plan.layers() + 1);
        QCOMPARE(units[i].input, int(i) - 1);
        QCOMPARE(units[i].parameters, std::int64_t(units[i].inputChannels + 1) * units[i].outputChannels);
      }
      QCOMPARE(names, (std::vector<std::string>{"hidden.1", "hidden.2", "head"}));
      QCOMPARE(roles, (std::vector<std::string>{"hidden", "hidden", "head"}));
      // Only the first one reads channels that a permutation moves.
      QCOMPARE(units[units.size() - 3].inputSpace, plan.outputSpace(plan.layers()));
      QVERIFY(units[units.size() - 2].inputSpace < 0 && units.back().inputSpace < 0);
    }
  }

  void haveKeysOfTheirOwn() {
    for (const Architecture architecture : allKinds) {
      const MobileNetSpec spec = headedSpec(architecture, twoLayers);
      MobileNet network = randomNetwork(spec, 3);
      QCOMPARE(network->headLayers().size(), std::size_t(3));
      const NamedTensors state = network->state();
      const std::int64_t features = isV3(architecture) ? 6 * 24 : spec.channels.empty() ? 256 : 32;
      const std::vector<std::pair<std::string, std::vector<std::int64_t>>> tail{{"hidden.1.weight", {11, features}},
                                                                                {"hidden.1.bias", {11}},
                                                                                {"hidden.2.weight", {6, 11}},
                                                                                {"hidden.2.bias", {6}},
                                                                                {"head.weight", {5, 6}},
                                                                                {"head.bias", {5}}};
      for (std::size_t i = 0; i < tail.size(); ++i) {
        const auto& [key, tensor] = state[state.size() - tail.size() + i];
        QCOMPARE(key, tail[i].first);
        QCOMPARE(tensor.sizes().vec(), tail[i].second);
      }
      const auto layout = stateLayout(spec);
      QCOMPARE(layout.size(), state.size());
      for (std::size_t i = 0; i < state.size(); ++i) {
        QCOMPARE(layout[i].key, state[i].first);
        QCOMPARE(layout[i].shape, state[i].second.sizes().vec());
      }
      std::int64_t trainable = 0;
      for (const auto& parameter : network->parameters()) trainable += parameter.numel();
      QCOMPARE(trainable, totalCost(spec).parameters);
      NamedTensors incomplete(state.begin(), state.end() - 3);
      ZIPPER_EXPECT_ERROR(network->loadState(incomplete), "key 'hidden.2.bias' is missing");
    }
  }

  /// Logits and gradients against linear layers that are written out here.
  void computeWhatLinearLayersDo() {
    for (const Architecture architecture : allKinds) {
      MobileNet network = randomNetwork(headedSpec(architecture, twoLayers), 4);
      for (torch::nn::Linear& layer : network->headLayers()) torch::nn::init::normal_(layer->bias, 0.2, 0.3);
      const auto x = randomImages(network->spec(), 6);
      std::map<std::string, torch::Tensor> own;
      for (const auto& [key, tensor] : network->state())
        if (key[0] == 'h') own[key] = tensor.detach().clone().requires_grad_();
      const auto features = network->features(x).detach().requires_grad_();
      const auto first = (features.mm(own["hidden.1.weight"].t()) + own["hidden.1.bias"]).clamp_min(0);
      const auto second = first.mm(own["hidden.2.weight"].t()) + own["hidden.2.bias"];
      const auto wanted = second.mm(own["head.weight"].t()) + own["head.bias"];
      const auto logits = network->forward(x).logits, weights = torch::randn({6, 5});
      QVERIFY(relativeError(logits.detach(), wanted.detach()) < 1e-5);
      QVERIFY(relativeError(network->logitsOf(features).detach(), wanted.detach()) < 1e-5);
      (logits * weights).sum().backward();
      (wanted * weights).sum().backward();
      for (const auto& [key, tensor] : network->state())
        if (key[0] == 'h') QVERIFY2(relativeError(tensor.grad(), own[key].grad()) < 1e-4, key.c_str());
      torch::NoGradGuard noGrad;
      const FoldedNetwork folded(network);
      QCOMPARE(folded.head().size(), std::size_t(3));
      QVERIFY(relativeError(folded.forward(x).logits, wanted) < 1e-4);
      QVERIFY(relativeError(folded.branch(folded.trunk(x, 2), 2), wanted) < 1e-4);
      QVERIFY(torch::equal(network->branch(network->trunk(x, 2), 2).logits, logits));
    }
  }

  void areClonedAndReplaced() {
    torch::NoGradGuard noGrad;
    for (const Architecture architecture : allKinds) {
      MobileNet network = randomNetwork(headedSpec(architecture, twoLayers), 5);
      MobileNet copy = cloneNetwork(network);
      const auto x = randomImages(network->spec(), 2);
      QVERIFY(torch::equal(copy->forward(x).logits, network->forward(x).logits));
      copy->headLayers()[0]->weight.zero_();
      QVERIFY(network->headLayers()[0]->weight.abs().sum().item<float>() > 0);
      MobileNetSpec spec = network->spec();
      spec.classes = 3;
      spec.hidden = {{7, Activation::ReLU6}};
      MobileNet fresh = withNewHead(network, spec, 9);
      fresh->eval();
      QCOMPARE(fresh->headLayers().size(), std::size_t(2));
      QCOMPARE(fresh->forward(x).logits.sizes().vec(), (std::vector<std::int64_t>{2, 3}));
      QVERIFY(torch::equal(fresh->features(x), network->features(x)));
      QVERIFY(torch::equal(fresh->headLayers()[0]->weight, withNewHead(network, spec, 9)->headLayers()[0]->weight));
      QVERIFY(!torch::equal(fresh->headLayers()[0]->weight, withNewHead(network, spec, 8)->headLayers()[0]->weight));
      spec.hidden.clear();
      MobileNet plain = withNewHead(network, spec, 9);
      QVERIFY(plain->hidden.empty());
      QCOMPARE(plain->head->weight.size(1), network->features(x).size(1));
      spec.classes = 0;
      MobileNet bare = withNewHead(network, spec, 9);
      bare->eval();
      QVERIFY(bare->headLayers().empty());
      QVERIFY(torch::equal(bare->forward(x).logits, network->features(x)));
    }
  }

  /// They stay per task, whole, and needn't have the same layers.
  void ofTasksMayDiffer() {
    for (const Architecture architecture : allKinds) {
      MobileNet a = randomNetwork(headedSpec(architecture, twoLayers), 1),
                b = randomNetwork(headedSpec(architecture, {}, 3), 2),
                c = randomNetwork(headedSpec(architecture, {{4, Activation::ReLU}}), 3);
      const std::vector<MobileNetSpec> specs{a->spec(), b->spec(), c->spec()};
      QCOMPARE(whyNotMergeable(specs), std::string());
      MergedNetwork network({a, b, c}, BnPolicy::Shared);
      std::vector<int> all;
      for (int layer = 1; layer <= network.layers(); ++layer) {
        network.merge(layer);
        all.push_back(layer);
      }
      const NamedTensors state = deepCopy(network.state());
      for (const char* key : {"a.hidden.2.bias", "a.head.weight", "b.head.bias", "c.hidden.1.weight"})
        QVERIFY2(find(state, key).defined(), key);
      for (const auto& [key, tensor] : state)
        QVERIFY2(key.find("shared.h") == std::string::npos && key.find("b.hidden") == std::string::npos, key.c_str());
      const auto layout = stateLayout(specs, network.sharing());
      QCOMPARE(layout.size(), state.size());
      for (std::size_t i = 0; i < layout.size(); ++i) QCOMPARE(layout[i].key, state[i].first);
      std::int64_t count = 0;
      for (const auto& parameter : network.parameters()) count += parameter.numel();
      QCOMPARE(count, mergeCost(specs, Sharing(all, BnPolicy::Shared)).mergedParameters);
      MergedNetwork copy = network.clone();
      for (const auto& [key, tensor] : copy.state()) QVERIFY2(torch::equal(tensor, find(state, key)), key.c_str());
    }
  }
};

ZIPPER_TEST(TestHeadLayers)
#include "test_head_layers.moc"
