// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>

#include "core/merging/head_fit.h"
#include "core/merging/merge_layer.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/python_reference.h"
#include "support/test_program.h"
#include "support/tiny_v3.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr int layersOfTiny = 12;
constexpr auto doubles = torch::kFloat64;

MergeInput mergeInputOf(const std::vector<DatasetPtr>& images, Alignment alignment, Initialization initialization) {
  MergeInput input;
  input.trainingSets = images;
  input.settings.start.alignment = alignment;
  input.settings.start.initialization = initialization;
  input.settings.initializationImages = 64;
  input.settings.ridge = 1e-9;  // what is linear is found again
  input.seed = 5;
  return input;
}

/// Rows [N,C] in float64.
torch::Tensor flatRows(const torch::Tensor& maps) { return maps.flatten(1).to(doubles); }

/// What a squeeze or an excite reads, a row an image.
torch::Tensor readBy(MobileNet& network, int unit, const torch::Tensor& images) {
  const UnitPlan& planned = network->plan().units[std::size_t(unit)];
  const auto maps = mapsOfUnits(network, images)[std::size_t(planned.input)];
  return flatRows(planned.kind == UnitKind::Squeeze ? maps.mean({2, 3}) : maps);
}

}  // namespace

/// All layers of a V3 merged with those of a copy of it: whatever way keeps a network as it is, is one that is right.
/// And the fits of squeeze-and-excite against LAPACK's on the images themselves.
class TestMergeV3 : public QObject {
  Q_OBJECT

  const std::vector<TaskData> data_ = tinyData();
  std::vector<int> all_;  ///< layers
  MobileNet a_{nullptr};
  torch::Tensor images_;

  MobileNet twin(bool shuffled, std::uint64_t number = 0) {
    MobileNet copy = cloneNetwork(a_);
    if (shuffled) shuffleSpaces(copy, 20261130 + number);
    return copy;
  }

  /// The largest relative difference between what tasks and network A put out at the end, and behind these layers.
  double differenceOf(MergedNetwork& network, const std::vector<int>& layers) {
    torch::NoGradGuard noGrad;
    const ForwardResult wanted = a_->forward(images_, true);
    double largest = 0;
    for (int t = 0; t < network.taskCount(); ++t) {
      const ForwardResult found = network.task(t)->forward(images_, true);
      largest = std::max(largest, relativeError(found.logits, wanted.logits));
      for (const int layer : layers) {
        const auto i = std::size_t(layer) - 1;
        largest = std::max(largest, relativeError(found.taps[i], wanted.taps[i]));
      }
    }
    return largest;
  }

  /// Weights are one where the unit is merged, and what is behind them where the policy says so.
  static void checkSharing(MergedNetwork& network) {
    for (int i = 0; i < network.task(0)->plan().convolutions(); ++i) {
      const UnitPlan& unit = network.task(0)->plan().units[std::size_t(i)];
      const bool merged = unit.merges && network.isMerged(unit.layer), whole = network.policy() == BnPolicy::Shared;
      for (int t = 1; t < network.taskCount(); ++t) {
        const NamedTensors first = network.task(0)->unit(i)->tensors(), own = network.task(t)->unit(i)->tensors();
        for (std::size_t k = 0; k < own.size(); ++k)
          QVERIFY2(own[k].second.is_same(first[k].second) == (merged && (k == 0 || whole)),
                   concat(unit.name, ".", own[k].first).c_str());
      }
    }
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    a_ = livelyNetworkV3(data_[0].train, tinySpecV3(4, 2));
    for (int layer = 1; layer <= layersOfTiny; ++layer) all_.push_back(layer);
    images_ = imagesFor(data_[0].train, a_->spec());
  }

  void keepsTwins_data() {
    QTest::addColumn<int>("initialization");
    QTest::addColumn<int>("alignment");
    QTest::addColumn<bool>("shared");
    const auto add = [](Initialization how, Alignment alignment, bool shared) {
      QTest::newRow(concat(toString(how), ", ", toString(alignment), shared ? ", shared BN" : "").c_str())
          << int(how) << int(alignment) << shared;
    };
    for (const Alignment alignment :
         {Alignment::None, Alignment::Weights, Alignment::Activations, Alignment::Mergeability}) {
      add(Initialization::Mean, alignment, false);
      add(Initialization::LeastSquares, alignment, false);
    }
    for (const Initialization how :
         {Initialization::FromA, Initialization::FromB, Initialization::Mean, Initialization::LeastSquares})
      add(how, Alignment::Weights, true);
    add(Initialization::FromA, Alignment::None, false);
    add(Initialization::FromB, Alignment::Weights, false);
  }
  void keepsTwins() {
    QFETCH(int, initialization);
    QFETCH(int, alignment);
    QFETCH(bool, shared);
    const bool shuffled = Alignment(alignment) != Alignment::None;
    std::vector<MobileNet> teachers{twin(false), twin(shuffled)};
    MergedNetwork network(teachers, shared ? BnPolicy::Shared : BnPolicy::PerTask);
    network.train(false);
    if (shuffled) QVERIFY(differenceOf(network, all_) > 0.1);
    const MergeInput input =
        mergeInputOf({data_[0].train, data_[0].train}, Alignment(alignment), Initialization(initialization));
    std::set<int> spaces;
    for (int layer = 1; layer <= layersOfTiny; ++layer)
      for (const ChannelMatch& match : mergeLayer(network, teachers, layer, input)) {
        QCOMPARE(match.task, 1);
        QVERIFY(spaces.insert(match.space).second);
      }
    QCOMPARE(spaces.size(), shuffled ? a_->plan().spaces.size() : std::size_t(0));
    QCOMPARE(network.mergedPrefix(), layersOfTiny);
    checkSharing(network);
    const double error = differenceOf(network, all_);
    const bool fitted = Initialization(initialization) == Initialization::LeastSquares;
    QVERIFY2(error < (fitted ? 0.02 : 1e-4), qPrintable(QString::number(error)));
    torch::NoGradGuard noGrad;
    QVERIFY(relativeError(teachers[1]->forward(images_).logits, a_->forward(images_).logits) < 1e-4);
  }

  void withoutAlignmentTheyAreLost() {
    std::vector<MobileNet> teachers{twin(false), twin(true)};
    MergedNetwork network(teachers, BnPolicy::PerTask);
    network.train(false);
    const MergeInput input = mergeInputOf({data_[0].train, data_[0].train}, Alignment::None, Initialization::Mean);
    for (const int layer : all_) QVERIFY(mergeLayer(network, teachers, layer, input).empty());
    QVERIFY2(differenceOf(network, {}) > 0.1, qPrintable(QString::number(differenceOf(network, {}))));
  }

  /// Each of the four units of a layer has random numbers of its own, of the size that its outputs want.
  void randomIsRandom() {
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      std::vector<MobileNet> teachers{twin(false), twin(false)};
      MergedNetwork network(teachers, policy), again(teachers, policy);
      const MergeInput input = mergeInputOf({data_[0].train, data_[0].train}, Alignment::None, Initialization::Random);
      for (const int layer : all_) mergeLayer(network, teachers, layer, input);
      mergeLayer(again, teachers, 10, input);
      checkSharing(network);
      torch::NoGradGuard noGrad;
      QCOMPARE(network.task(0)->plan().site(10).merged.size(), std::size_t(4));
      for (const int index : network.task(0)->plan().site(10).merged) {
        ConvUnit &unit = network.task(1)->unit(index), &own = teachers[1]->unit(index);
        const auto weight = unit->conv->weight;
        QVERIFY(torch::equal(weight, again.task(0)->unit(index)->conv->weight));
        QVERIFY(std::abs(weight.std().item<double>() / std::sqrt(2.0 / double(weight.size(0))) - 1) < 0.2);
        if (unit->options().normalizes) continue;
        const bool shared = policy == BnPolicy::Shared;
        QVERIFY(torch::equal(unit->bias, shared ? torch::zeros_like(unit->bias) : own->bias));
      }
      QVERIFY(torch::isfinite(network.task(1)->forward(images_).logits).all().item<bool>());
    }
  }

  /// Everything that there is: Fisher weights, of two and of three tasks, kernels of 5x5 and heads.
  void keepsTwinsAndTripletsWithAllFits() {
    for (const std::size_t tasks : {2U, 3U}) {
      std::vector<MobileNet> teachers;
      for (std::size_t t = 0; t < tasks; ++t) teachers.push_back(twin(t > 0, t));
      MergedNetwork network(teachers, BnPolicy::PerTask);
      network.train(false);
      MergeInput input = mergeInputOf(std::vector<DatasetPtr>(tasks, data_[0].train), Alignment::Mergeability,
                                      Initialization::LeastSquares);
      input.settings.start.fisherWeights = input.settings.start.fitKernels = true;
      std::vector<double> told;
      input.work.progress = [&](int done, int total) { told.push_back(double(done) / double(total)); };
      const std::vector<int> layers{1, 2, 4, 5, 11, 12};
      for (const int layer : layers) {
        told.clear();
        mergeLayer(network, teachers, layer, input);
        QVERIFY(!told.empty() && *std::max_element(told.begin(), told.end()) == 1 && told.back() == 1);
      }
      fitHeads(network, teachers, -1, input);
      checkSharing(network);
      const double error = differenceOf(network, layers);
      QVERIFY2(error < 0.02, qPrintable(QString::number(error)));
    }
  }

  void squeezeAndExciteAreLeastSquaresNearTheMean_data() {
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("fisher");
    QTest::newRow("bias per task") << false << false;
    QTest::newRow("shared bias") << true << false;
    QTest::newRow("Fisher weights") << false << true;
  }
  /// Of two networks that have nothing in common: for what they read in the merged network, weights and biases leave no
  /// way to lower the sum of squared errors, the pull towards the mean of both networks' weights included.
  void squeezeAndExciteAreLeastSquaresNearTheMean() {
    QFETCH(bool, shared);
    QFETCH(bool, fisher);
    std::vector<MobileNet> teachers = livelyNetworksV3({tinySpecV3(4, 1), tinySpecV3(3, 1)}, data_, 3);
    const std::vector<MobileNet> before{cloneNetwork(teachers[0]), cloneNetwork(teachers[1])};
    MergedNetwork network(teachers, shared ? BnPolicy::Shared : BnPolicy::PerTask);
    network.train(false);
    MergeInput input = mergeInputOf({data_[0].train, data_[1].train}, Alignment::None, Initialization::LeastSquares);
    input.settings.start.fisherWeights = fisher;
    mergeLayer(network, teachers, 5, input);
    torch::NoGradGuard noGrad;
    for (const int index : {network.task(0)->plan().site(5).merged[1], network.task(0)->plan().site(5).merged[2]}) {
      const auto shape = network.task(0)->unit(index)->conv->weight.sizes();
      torch::Tensor near = torch::zeros({shape[0], shape[1]}, doubles);
      std::vector<torch::Tensor> xs, zs;
      for (int t = 0; t < 2; ++t) {
        MobileNet own = before[std::size_t(t)];
        const auto images = imagesFor(data_[std::size_t(t)].train, own->spec());
        xs.push_back(readBy(network.task(t), index, images));
        zs.push_back(flatRows(beforeActivationOf(own, index, images)));
        near += own->unit(index)->conv->weight.flatten(1).to(doubles) / 2;
      }
      const auto found = network.task(1)->unit(index)->conv->weight.flatten(1).to(doubles);
      checkBiases(network, index, xs, zs, shared);
      if (!fisher) {
        const double error = relativeError(found, fitNear(xs, zs, near, shared));
        QVERIFY2(error < 1e-3, qPrintable(QString("unit %1: %2").arg(index).arg(error)));
      } else {
        QVERIFY(relativeError(found, fitNear(xs, zs, near, shared)) > 1e-2);
      }
    }
  }

 private:
  /// By LAPACK: rows centred as the biases can make up for, each task counting the same, and the pull as rows.
  static torch::Tensor fitNear(const std::vector<torch::Tensor>& xs, const std::vector<torch::Tensor>& zs,
                               const torch::Tensor& near, bool shared) {
    const auto meanOf = [&](const std::vector<torch::Tensor>& rows, std::size_t t) {
      return shared ? (rows[0].mean(0) + rows[1].mean(0)) / 2 : rows[t].mean(0);
    };
    std::vector<torch::Tensor> inputs, wanted;
    double trace = 0;
    for (std::size_t t = 0; t < 2; ++t) {
      const double root = std::sqrt(double(xs[t].size(0)));
      inputs.push_back((xs[t] - meanOf(xs, t)) / root);
      wanted.push_back((zs[t] - meanOf(zs, t)) / root - inputs[t].mm(near.t()));
      trace += inputs[t].square().sum().item<double>();
    }
    const std::int64_t channels = near.size(1);
    inputs.push_back(std::sqrt(0.1 * trace / double(channels)) * torch::eye(channels, doubles));
    wanted.push_back(torch::zeros({channels, near.size(0)}, doubles));
    const auto change = std::get<0>(torch::linalg_lstsq(torch::cat(inputs), torch::cat(wanted), c10::nullopt, "gelsd"));
    return near + change.t();
  }

  /// The outputs have the mean that they should have: of each task, or of all together.
  static void checkBiases(MergedNetwork& network, int index, const std::vector<torch::Tensor>& xs,
                          const std::vector<torch::Tensor>& zs, bool shared) {
    std::vector<torch::Tensor> errors;
    for (int t = 0; t < 2; ++t) {
      ConvUnit& unit = network.task(t)->unit(index);
      const auto weight = unit->conv->weight.flatten(1).to(doubles);
      const auto y = xs[std::size_t(t)].mm(weight.t()) + unit->bias.to(doubles);
      errors.push_back((y - zs[std::size_t(t)]).mean(0));
    }
    const auto left = shared ? (errors[0] + errors[1]).abs() / 2 : torch::maximum(errors[0].abs(), errors[1].abs());
    QVERIFY2(left.max().item<double>() < 1e-4, qPrintable(QString::number(left.max().item<double>())));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestMergeV3)
#include "test_merge_v3.moc"
