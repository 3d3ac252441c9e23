// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/tail_gradient.h"

#include <QtTest>

#include "core/compute/folded_pass.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/python_reference.h"
#include "support/test_program.h"
#include "support/tiny_v2.h"
#include "support/tiny_v3.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// By LibTorch's differentiation of the network's own definition.
torch::Tensor exactGradient(const FoldedNetwork& network, int unit, torch::Tensor z, const KnownMaps& known,
                            const torch::Tensor& direction, torch::Tensor& features) {
  const NetworkPlan& plan = network.plan();
  const UnitPlan& first = plan.units[std::size_t(unit)];
  z.requires_grad_();
  torch::Tensor maps = activate(z, first.activation);
  for (const auto& [index, added] : known)
    if (index == first.addend) maps = maps + added;
  KnownMaps all = known;
  all.emplace_back(unit, maps);
  const auto apply = [&](int index, const torch::Tensor& x) { return network.apply(index, x); };
  features = walkUnits(plan, unit + 1, plan.convolutions(), all, apply, [](int, const torch::Tensor&) {}).mean({2, 3});
  return torch::autograd::grad({(features * direction).sum()}, {z})[0];
}

/// What units before this one put out that is added from it on.
KnownMaps addedFrom(FoldedPass& pass, int unit, const torch::Tensor& images) {
  KnownMaps known;
  const NetworkPlan& plan = pass.network().plan();
  for (int i = unit; i < plan.convolutions(); ++i) {
    const int addend = plan.units[std::size_t(i)].addend;
    if (addend >= 0 && addend < unit) known.emplace_back(addend, pass.outputs(addend, images));
  }
  return known;
}

}  // namespace

class TestTailGradient : public QObject {
  Q_OBJECT

  /// Of each 1x1 convolution of the network.
  void compare(MobileNet& network, int threads) {
    setComputeThreads(threads);
    FoldedPass pass(network);
    const NetworkPlan& plan = network->plan();
    torch::manual_seed(4);
    const auto images =
        torch::randn({5, network->spec().inputChannels, network->spec().inputSize, network->spec().inputSize});
    for (int unit = 1; unit < plan.convolutions(); ++unit) {
      if (plan.units[std::size_t(unit)].kind != UnitKind::Pointwise) continue;
      const KnownMaps known = addedFrom(pass, unit, images);
      const auto z = pass.beforeActivation(unit, pass.inputs(unit, images));
      const auto direction = torch::randn({5, plan.units[std::size_t(plan.convolutions()) - 1].outputChannels});
      torch::Tensor features;
      const auto wanted = exactGradient(pass.network(), unit, z.clone(), known, direction, features);
      QVERIFY(TailGradient::supports(pass.network(), unit));
      TailGradient tail(pass.network(), unit);
      QVERIFY2(relativeError(tail.features(z, known), features.detach()) < 1e-5, qPrintable(QString::number(unit)));
      QVERIFY2(relativeError(tail.gradient(direction), wanted) < 1e-4, qPrintable(QString::number(unit)));
    }
  }

 private Q_SLOTS:
  void cleanup() { setComputeThreads(1); }

  void equalsLibTorchs_data() {
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2}) QTest::addRow("%d threads", threads) << threads;
  }
  void equalsLibTorchs() {
    QFETCH(int, threads);
    for (const Padding padding : {Padding::Pad1, Padding::Same}) {
      MobileNetSpec spec = smallSpec(0.25, 40, 4);
      spec.padding = padding;
      MobileNet network = randomNetwork(spec, 3);
      network->eval();
      compare(network, threads);
    }
  }

  /// Maps that are added later, from within the tail and from before it.
  void followsAdditions() {
    MobileNet network = livelyNetworkV2(tinyData()[0], tinySpecV2(4));
    network->eval();
    compare(network, 2);
  }

  void leavesSqueezeAndExciteAlone() {
    MobileNet network = livelyNetworkV3(tinyData()[0].train, tinySpecV3(4));
    const FoldedNetwork folded(network);
    const NetworkPlan& plan = network->plan();
    QVERIFY(!TailGradient::supports(folded, plan.tap(1)));
    QVERIFY(TailGradient::supports(folded, plan.tap(plan.layers())));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTailGradient)
#include "test_tail_gradient.moc"
