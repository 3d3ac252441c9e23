// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/data/batch_loader.h"
#include "core/merging/channel_fisher.h"
#include "core/merging/kernel_moments.h"
#include "core/merging/merge_layer.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/test_program.h"
#include "support/tiny_v3.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr auto f64 = torch::kFloat64;

torch::Tensor imagesOf(MobileNet& network, const DatasetPtr& data) {
  LoaderOptions options;
  options.batchSize = 256;
  options.labels = false;
  return BatchLoader(data, network->spec(), options).next()->images;
}

/// Σ_k p_k (∂ log p_k / ∂ z)², averaged over images and positions: a backward pass per class instead of random ones.
torch::Tensor exactFisher(MobileNet& network, int unit, const torch::Tensor& images) {
  torch::Tensor z = beforeActivationOf(network, unit, images).detach().requires_grad_();
  const auto logits = mapsOfUnits(network, images, unit, z).back();
  const auto logP = logits.log_softmax(1), p = logP.detach().exp();
  torch::Tensor sum = torch::zeros({z.size(1)}, f64);
  for (int k = 0; k < logits.size(1); ++k) {
    const auto gradient = torch::autograd::grad({logP.select(1, k).sum()}, {z}, {}, true)[0].to(f64);
    sum += (p.select(1, k).to(f64).view({-1, 1, 1, 1}) * gradient.square()).mean({0, 2, 3});
  }
  return sum;
}

double correlation(const torch::Tensor& a, const torch::Tensor& b) {
  const auto x = a - a.mean(), y = b - b.mean();
  return ((x * y).sum() / (x.norm() * y.norm())).item<double>();
}

}  // namespace

class TestTaskFits : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { setComputeThreads(1); }

  void fisherIsThatOfTheOwnAnswers() {
    const auto data = tinyData();
    std::vector<MobileNet> teachers = livelyTeachers(data);
    const DatasetPtr many = std::make_shared<UnlabelledDataset>(256, 4, 5);
    for (const int layer : {3, 12, 13}) {
      const int unit = teachers[0]->plan().tap(layer);
      const auto found = channelFisher(teachers[0], unit, {many, 256, 1});
      const auto exact = exactFisher(teachers[0], unit, imagesOf(teachers[0], many));
      const double ratio = (found.sum() / exact.sum()).item<double>();
      QVERIFY2(ratio > 0.75 && ratio < 1.25, qPrintable(QString::number(ratio)));
      QVERIFY2(correlation(found, exact) > 0.95, qPrintable(QString::number(correlation(found, exact))));
      QVERIFY(torch::equal(found, channelFisher(teachers[0], unit, {many, 256, 1})));
    }
  }

  /// Of an expansion, a projection that is added to, one that isn't, and the last convolution. Of one image and two
  /// classes the random vector is a random number: the channels have the right proportions whatever it is. How large
  /// they are, many images tell.
  void fisherOfBlocksIsThatOfTheOwnAnswers() {
    MobileNetSpec spec = tinySpecV2(2);
    spec.hidden = {{20, Activation::ReLU}};
    MobileNet network = livelyNetworkV2(tinyData()[0], spec);
    for (torch::Tensor& parameter : network->parameters()) parameter.requires_grad_(false);
    const DatasetPtr one = std::make_shared<UnlabelledDataset>(1, 2, 5),
                     many = std::make_shared<UnlabelledDataset>(256, 4, 5);
    const NetworkPlan& plan = network->plan();
    for (const int unit : {plan.site(3).merged[0], plan.tap(3), plan.site(9).merged[0], plan.tap(11), plan.tap(18)}) {
      const auto found = channelFisher(network, unit, {one, 1, 1}),
                 exact = exactFisher(network, unit, imagesOf(network, one));
      QCOMPARE(found.size(0), std::int64_t(plan.units[std::size_t(unit)].outputChannels));
      const double error = relativeError(found / found.sum(), exact / exact.sum());
      QVERIFY2(error < 1e-2, qPrintable(QString("unit %1: %2").arg(unit).arg(error)));
    }
    for (const int unit : {plan.site(9).merged[0], plan.tap(9)}) {
      const auto found = channelFisher(network, unit, {many, 256, 1});
      const double ratio = (found.sum() / exactFisher(network, unit, imagesOf(network, many)).sum()).item<double>();
      QVERIFY2(ratio > 0.7 && ratio < 1.3, qPrintable(QString("unit %1: %2").arg(unit).arg(ratio)));
      QVERIFY(torch::equal(found, channelFisher(network, unit, {many, 256, 1})));
    }
  }

  /// Of the units of a block with squeeze-and-excite: what is multiplied and added behind them counts, too.
  void fisherOfSqueezeAndExciteIsThatOfTheOwnAnswers() {
    MobileNetSpec spec = tinySpecV3(2);
    spec.hidden = {{20, Activation::HardSwish}};
    const DatasetPtr one = std::make_shared<UnlabelledDataset>(1, 2, 5),
                     many = std::make_shared<UnlabelledDataset>(256, 4, 5);
    MobileNet network = livelyNetworkV3(tinyData()[0].train, spec);
    for (torch::Tensor& parameter : network->parameters()) parameter.requires_grad_(false);
    const NetworkPlan& plan = network->plan();
    std::vector<int> units = plan.site(5).merged;  // with an addition
    units.insert(units.end(), plan.site(1).merged.begin(), plan.site(1).merged.end());
    QCOMPARE(units.size(), std::size_t(7));
    for (const int unit : units) {
      const auto found = channelFisher(network, unit, {one, 1, 1}),
                 exact = exactFisher(network, unit, imagesOf(network, one));
      QCOMPARE(found.size(0), std::int64_t(plan.units[std::size_t(unit)].outputChannels));
      const double error = relativeError(found / found.sum(), exact / exact.sum());
      QVERIFY2(error < 1e-2, qPrintable(QString("unit %1: %2").arg(unit).arg(error)));
    }
    for (const int unit : {plan.site(5).merged[1], plan.site(5).merged[2]}) {
      const auto found = channelFisher(network, unit, {many, 256, 1});
      const double ratio = (found.sum() / exactFisher(network, unit, imagesOf(network, many)).sum()).item<double>();
      QVERIFY2(ratio > 0.6 && ratio < 1.4, qPrintable(QString("unit %1: %2").arg(unit).arg(ratio)));
    }
  }

  void fisherStops() {
    std::vector<MobileNet> teachers = livelyTeachers(tinyData());
    StopSource source;
    source.requestStop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, channelFisher(teachers[0], 6, {tinyData()[0].train, 64, 1}, {source.token()}));
  }

  void kernelsAreLeastSquaresNearThoseBefore_data() {
    QTest::addColumn<int>("kernel");
    QTest::newRow("3x3") << 3;
    QTest::newRow("5x5") << 5;
  }
  /// Against LAPACK's least squares on the samples themselves, the ridge as rows of their own; the ridge's strength is
  /// the documented pull towards the kernels before, so that it is a hundredth of the inputs' mean variance.
  void kernelsAreLeastSquaresNearThoseBefore() {
    QFETCH(int, kernel);
    const int pixels = kernel * kernel;
    torch::manual_seed(4);
    ConvUnit unit(ConvUnitImpl::Options{3, 3, kernel, 1, true});
    {
      torch::NoGradGuard noGrad;
      unit->bn->weight.uniform_(0.5, 1.5);
      unit->bn->running_var.uniform_(0.5, 1.5);
    }
    const auto scale = (unit->bn->weight / (unit->bn->running_var + unit->bn->options.eps()).sqrt()).detach().to(f64);
    const auto start = unit->conv->weight.detach().to(f64).view({3, pixels}) * scale.unsqueeze(1);
    const int n = 40;
    const auto x = torch::randn({3, n, pixels}, f64) + 0.3, z = torch::randn({3, n, 1}, f64) + x.sum(2, true);
    fitOwnKernels(*unit, {double(n), x.mean(1), z.mean(1), x.transpose(1, 2).bmm(x) / n, z.transpose(1, 2).bmm(x) / n,
                          z.square().mean(1)});
    for (int c = 0; c < 3; ++c) {
      const auto xc = x[c] - x[c].mean(0), zc = z[c] - z[c].mean(0);
      const double strength = std::sqrt(0.01 * xc.square().mean().item<double>() * n);
      const auto rows = torch::cat({xc, strength * torch::eye(pixels, f64)});
      const auto wanted = torch::cat({zc, strength * start[c].unsqueeze(1)});
      const auto weights = std::get<0>(torch::linalg_lstsq(rows, wanted)).squeeze(1);
      QVERIFY(relativeError(unit->conv->weight[c].detach().flatten().to(f64), weights) < 1e-5);
    }
    // Batch normalization in evaluation mode leaves the fit as it is, around the mean of z.
    const auto y = x.bmm(unit->conv->weight.detach().view({3, pixels, 1}).to(f64)).squeeze(2);
    unit->eval();
    const auto out = unit->bn->forward(y.t().contiguous().to(torch::kFloat32).view({n, 3, 1, 1})).detach().view({n, 3});
    const auto expected = (y - y.mean(1, true) + z.squeeze(2).mean(1, true)).t();
    QVERIFY(relativeError(out.to(f64), expected) < 1e-4);
  }

  /// What they are for: behind a merged layer the depthwise outputs come closer to the teachers' than without.
  void kernelsMakeUpForMergedLayers() {
    const auto data = tinyData();
    std::vector<double> mismatch;
    for (const bool fit : {false, true}) {
      std::vector<MobileNet> teachers = livelyTeachers(data);
      MergedNetwork network({cloneNetwork(teachers[0]), cloneNetwork(teachers[1])}, BnPolicy::PerTask);
      network.train(false);
      MergeInput input;
      input.trainingSets = {data[0].train, data[1].train};
      input.settings.start.initialization = Initialization::LeastSquares;
      input.settings.initializationImages = 64;
      input.settings.start.fitKernels = fit;
      const auto kernels = network.task(1)->depthwise(1)->conv->weight.clone();
      for (int layer : {1, 2, 3}) mergeLayer(network, teachers, layer, input);
      QVERIFY(torch::equal(kernels, network.task(1)->depthwise(1)->conv->weight));  // nothing is merged before it
      double sum = 0;
      for (int t = 0; t < 2; ++t) {
        torch::NoGradGuard noGrad;
        MobileNet &task = network.task(t), &teacher = teachers[std::size_t(t)];
        const auto images = imagesOf(task, data[std::size_t(t)].train);
        const auto wanted = teacher->depthwise(3)->forward(teacher->trunk(images, 2));
        sum += (task->depthwise(3)->forward(task->trunk(images, 2)) - wanted).square().mean().item<double>();
      }
      mismatch.push_back(sum);
    }
    QVERIFY2(mismatch[1] < 0.9 * mismatch[0], qPrintable(QString("%1, %2").arg(mismatch[0]).arg(mismatch[1])));
  }

  /// In blocks a kernel makes up for what was lost in the expansion before it, of the first merged layer already.
  void kernelsMakeUpForMergedExpansions() {
    const auto data = tinyData();
    std::vector<MobileNet> own = livelyNetworksV2({tinySpecV2(4), tinySpecV2(3)}, data);
    MergeInput input;
    input.trainingSets = {data[0].train, data[1].train};
    input.settings.start.initialization = Initialization::LeastSquares;
    input.settings.initializationImages = 64;
    const int depthwise = own[0]->plan().firstUnitOf(3) + 1;
    std::vector<double> mismatch;
    for (const bool fit : {false, true}) {
      std::vector<MobileNet> teachers{cloneNetwork(own[0]), cloneNetwork(own[1])};
      MergedNetwork network(teachers, BnPolicy::PerTask);
      network.train(false);
      input.settings.start.fitKernels = fit;
      const auto kernels = network.task(1)->unit(depthwise)->conv->weight.clone();
      mergeLayer(network, teachers, 3, input);
      QCOMPARE(torch::equal(kernels, network.task(1)->unit(depthwise)->conv->weight), !fit);
      QVERIFY(network.task(0)->unit(depthwise)->conv.get() != network.task(1)->unit(depthwise)->conv.get());
      torch::NoGradGuard noGrad;
      double sum = 0;
      for (int t = 0; t < 2; ++t) {
        const auto images = imagesOf(network.task(t), data[std::size_t(t)].train);
        const auto wanted = beforeActivationOf(teachers[std::size_t(t)], depthwise, images);
        sum += (beforeActivationOf(network.task(t), depthwise, images) - wanted).square().mean().item<double>();
      }
      mismatch.push_back(sum);
    }
    QVERIFY2(mismatch[1] < 0.95 * mismatch[0], qPrintable(QString("%1, %2").arg(mismatch[0]).arg(mismatch[1])));
  }

  /// So do kernels of 5x5.
  void largeKernelsMakeUpForMergedExpansions() {
    const auto data = tinyData();
    const std::vector<MobileNet> own = livelyNetworksV3({tinySpecV3(4), tinySpecV3(3)}, data);
    MergeInput input;
    input.trainingSets = {data[0].train, data[1].train};
    input.settings.start.initialization = Initialization::LeastSquares;
    input.settings.initializationImages = 64;
    MobileNet first = own[0], second = own[1];
    const int depthwise = first->plan().firstUnitOf(5) + 1;
    QCOMPARE(first->plan().units[std::size_t(depthwise)].kernel, 5);
    std::vector<double> mismatch;
    for (const bool fit : {false, true}) {
      std::vector<MobileNet> teachers{cloneNetwork(first), cloneNetwork(second)};
      MergedNetwork network(teachers, BnPolicy::PerTask);
      network.train(false);
      input.settings.start.fitKernels = fit;
      mergeLayer(network, teachers, 5, input);
      torch::NoGradGuard noGrad;
      double sum = 0;
      for (int t = 0; t < 2; ++t) {
        const auto images = imagesOf(network.task(t), data[std::size_t(t)].train);
        const auto wanted = beforeActivationOf(teachers[std::size_t(t)], depthwise, images);
        sum += (beforeActivationOf(network.task(t), depthwise, images) - wanted).square().mean().item<double>();
      }
      mismatch.push_back(sum);
    }
    QVERIFY2(mismatch[1] < 0.95 * mismatch[0], qPrintable(QString("%1, %2").arg(mismatch[0]).arg(mismatch[1])));
  }

  /// Nothing of it reads a label, and every part of it changes the result.
  void stepsUseThemWithoutLabels() {
    std::vector<NetworkValues> results;
    for (const auto& choose : std::vector<void (*)(StepSettings&)>{
             [](StepSettings&) {}, [](StepSettings& s) { s.start.fisherWeights = true; },
             [](StepSettings& s) { s.start.fitKernels = true; }}) {
      auto data = tinyData();
      Recipe recipe = tinyRecipe({1, 2}, 0);
      recipe.defaults.start.fisherWeights = recipe.defaults.start.fitKernels = recipe.defaults.start.fitHeads = false;
      choose(recipe.defaults);
      planSteps(recipe, {1, 2});
      Session session = tinySession(recipe);
      for (TaskData& task : data) task.train = std::make_shared<UnlabelledDataset>(64, 4, 1);
      RunOptions options;
      options.evaluate = false;
      runSteps(session, remainingSteps(session), data, options, {}, {}, {});
      results.push_back(*session.steps.back()->values);
    }
    QVERIFY(!equalValues(results[0], results[1]));
    QVERIFY(!equalValues(results[0], results[2]));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTaskFits)
#include "test_task_fits.moc"
