// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>

#include "core/data/batch_loader.h"
#include "core/merging/head_fit.h"
#include "core/merging/merge_layer.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/test_program.h"
#include "support/tiny_v2.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr std::uint64_t twinSeed = 20261130;

MergeInput inputOf(const DatasetPtr& images, std::size_t tasks, Alignment alignment, Initialization initialization) {
  MergeInput input;
  input.trainingSets.assign(tasks, images);
  input.settings.start.alignment = alignment;
  input.settings.start.initialization = initialization;
  input.settings.initializationImages = 64;
  input.settings.ridge = 1e-9;  // what is linear is found again
  input.seed = 5;
  return input;
}

}  // namespace

/// All layers of a V2 merged with those of a copy of it: whatever way keeps a network as it is, is one that is right.
class TestMergeV2 : public QObject {
  Q_OBJECT

  const DatasetPtr data_ = tinyData()[0].train;
  std::vector<int> all_;  ///< layers
  MobileNet a_{nullptr};
  torch::Tensor images_;

  /// A copy, its channels in another order if asked for.
  MobileNet twin(bool shuffled, std::uint64_t number = 0) {
    MobileNet copy = cloneNetwork(a_);
    if (shuffled) shuffleSpaces(copy, twinSeed + number);
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

  static void checkSharing(MergedNetwork& network) {
    for (std::size_t i = 0; i < network.task(0)->units().size(); ++i) {
      const UnitPlan& unit = network.task(0)->plan().units[i];
      for (int t = 1; t < network.taskCount(); ++t) {
        ConvUnit &first = network.task(0)->unit(int(i)), &own = network.task(t)->unit(int(i));
        const bool merged = unit.merges && network.isMerged(unit.layer);
        QVERIFY2((first->conv.get() == own->conv.get()) == merged, unit.name.c_str());
        QVERIFY2((first->bn.get() == own->bn.get()) == (merged && network.policy() == BnPolicy::Shared),
                 unit.name.c_str());
      }
    }
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    a_ = livelyNetworkV2(tinyData()[0], tinySpecV2(4, 2));
    for (int layer = 1; layer <= a_->layers(); ++layer) all_.push_back(layer);
    images_ = BatchLoader(data_, a_->spec(), LoaderOptions{}).next()->images;
  }

  void keepsTwins_data() {
    QTest::addColumn<int>("initialization");
    QTest::addColumn<int>("alignment");
    QTest::addColumn<bool>("shared");
    for (const Initialization how :
         {Initialization::FromA, Initialization::FromB, Initialization::Mean, Initialization::LeastSquares})
      for (const Alignment alignment :
           {Alignment::None, Alignment::Weights, Alignment::Activations, Alignment::Mergeability})
        for (const bool shared : {false, true})
          QTest::newRow(concat(toString(how), ", ", toString(alignment), shared ? ", shared BN" : "").c_str())
              << int(how) << int(alignment) << shared;
  }
  /// Least squares takes positions at random where there are many, and those of the tasks differ.
  void keepsTwins() {
    QFETCH(int, initialization);
    QFETCH(int, alignment);
    QFETCH(bool, shared);
    const bool shuffled = Alignment(alignment) != Alignment::None;
    std::vector<MobileNet> teachers{twin(false), twin(shuffled)};
    MergedNetwork network(teachers, shared ? BnPolicy::Shared : BnPolicy::PerTask);
    network.train(false);
    if (shuffled) QVERIFY(differenceOf(network, all_) > 0.1);
    const MergeInput input = inputOf(data_, 2, Alignment(alignment), Initialization(initialization));
    std::set<int> spaces;
    for (int layer = 1; layer <= 18; ++layer)
      for (const ChannelMatch& match : mergeLayer(network, teachers, layer, input)) {
        QCOMPARE(match.task, 1);
        QVERIFY(spaces.insert(match.space).second);
      }
    QCOMPARE(spaces.size(), shuffled ? a_->plan().spaces.size() : std::size_t(0));
    QCOMPARE(network.mergedPrefix(), 18);
    checkSharing(network);
    const double error = differenceOf(network, all_);
    const bool fitted = Initialization(initialization) == Initialization::LeastSquares;
    QVERIFY2(error < (fitted ? 0.02 : 1e-4), qPrintable(QString::number(error)));
    torch::NoGradGuard noGrad;
    QVERIFY(relativeError(teachers[1]->forward(images_).logits, a_->forward(images_).logits) < 1e-4);
  }

  void withoutAlignmentTheyAreLost() {
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      std::vector<MobileNet> teachers{twin(false), twin(true)};
      MergedNetwork network(teachers, policy);
      network.train(false);
      const MergeInput input = inputOf(data_, 2, Alignment::None, Initialization::Mean);
      for (int layer = 1; layer <= 18; ++layer) QVERIFY(mergeLayer(network, teachers, layer, input).empty());
      QVERIFY2(differenceOf(network, {}) > 0.1, qPrintable(QString::number(differenceOf(network, {}))));
    }
  }

  /// Each unit of a layer has random numbers of its own, of the size that its outputs want.
  void randomIsRandom() {
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      std::vector<MobileNet> teachers{twin(false), twin(false)};
      MergedNetwork network(teachers, policy), again(teachers, policy);
      const MergeInput input = inputOf(data_, 2, Alignment::None, Initialization::Random);
      for (int layer = 1; layer <= 18; ++layer) mergeLayer(network, teachers, layer, input);
      mergeLayer(again, teachers, 15, input);
      checkSharing(network);
      torch::NoGradGuard noGrad;
      for (const int unit : network.task(0)->plan().site(15).merged) {
        const auto weight = network.task(1)->unit(unit)->conv->weight;
        QVERIFY(torch::equal(weight, again.task(0)->unit(unit)->conv->weight));
        const double wanted = std::sqrt(2.0 / double(weight.size(0)));
        QVERIFY(std::abs(weight.std().item<double>() / wanted - 1) < 0.1);
        const auto& bn = network.task(1)->unit(unit)->bn;
        const auto& own = teachers[1]->unit(unit)->bn;
        const bool shared = policy == BnPolicy::Shared;
        QVERIFY(torch::equal(bn->running_var, shared ? torch::ones_like(bn->running_var) : own->running_var));
        QVERIFY(torch::equal(bn->bias, shared ? torch::zeros_like(bn->bias) : own->bias));
      }
      const auto expand = network.task(0)->unit(network.task(0)->plan().site(15).merged[0])->conv->weight.flatten();
      const auto project = network.task(0)->unit(network.task(0)->plan().tap(15))->conv->weight.flatten();
      QCOMPARE(expand.numel(), project.numel());
      QVERIFY(!torch::allclose(expand / expand.std(), project / project.std(), 1e-3, 1e-3));
      QVERIFY(torch::isfinite(network.task(1)->forward(images_).logits).all().item<bool>());
    }
  }

  /// Everything that there is: Fisher weights, whose rows are solved one by one for three tasks, kernels and heads.
  void keepsTripletsWithAllFits() {
    std::vector<MobileNet> teachers{twin(false), twin(true, 1), twin(true, 2)};
    MergedNetwork network(teachers, BnPolicy::PerTask);
    network.train(false);
    MergeInput input = inputOf(data_, 3, Alignment::Mergeability, Initialization::LeastSquares);
    input.settings.start.fisherWeights = input.settings.start.fitKernels = true;
    std::vector<double> told;
    input.work.progress = [&](int done, int total) { told.push_back(double(done) / double(total)); };
    const std::vector<int> layers{1, 2, 3, 7, 8, 17, 18};
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

  void aLayerIsMergedOnce() {
    std::vector<MobileNet> teachers{twin(false), twin(false)};
    MergedNetwork network(teachers, BnPolicy::PerTask);
    network.train(false);
    const MergeInput input = inputOf(data_, 2, Alignment::None, Initialization::Mean);
    mergeLayer(network, teachers, 3, input);
    ZIPPER_EXPECT_ERROR(mergeLayer(network, teachers, 3, input), "layer 3 is merged already");
    StopSource source;
    source.requestStop();
    MergeInput stopped = inputOf(data_, 2, Alignment::Activations, Initialization::LeastSquares);
    stopped.work.stop = source.token();
    QVERIFY_THROWS_EXCEPTION(Cancelled, mergeLayer(network, teachers, 5, stopped));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestMergeV2)
#include "test_merge_v2.moc"
