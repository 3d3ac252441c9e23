// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/merge_layer.h"

#include <algorithm>

#include "core/merging/alignment.h"
#include "core/merging/channel_fisher.h"
#include "core/merging/initialization.h"
#include "core/merging/kernel_images.h"
#include "core/merging/kernel_moments.h"
#include "core/merging/least_squares.h"
#include "core/merging/trunk_layer.h"
#include "core/support/error.h"

namespace zipper {

namespace {

class LayerMerger {
 public:
  /// `whole`: as the next layer of the trunk.
  LayerMerger(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer, bool whole, const MergeInput& input)
      : network_(network), teachers_(teachers), layer_(layer), whole_(whole), input_(input), images_(imagesOf(input)) {}

  std::vector<ChannelMatch> run() {
    if (network_.isMerged(layer_)) fail("layer ", layer_, " is merged already");
    const StepSettings& settings = input_.settings;
    alignInputs();
    if (whole_)
      equalizeKernels(network_, teachers_, layer_, input_, images_);
    else if (settings.start.fitKernels && mergedBefore())
      fitKernelsOfTasks();
    const bool byCosts = settings.start.alignment == Alignment::Mergeability && canPermute(network_, layer_);
    if (byCosts || settings.start.initialization == Initialization::LeastSquares) collectMoments();
    alignOutputs();
    if (settings.start.initialization == Initialization::LeastSquares)
      solve();
    else
      initialize();
    return orders_;
  }

 private:
  int taskCount() const { return network_.taskCount(); }
  BnPolicy policy() const { return whole_ ? BnPolicy::Shared : network_.policy(); }

  /// Layer m reads what layer m - 1 wrote. Merged in order, that was aligned by the step before; otherwise it is done
  /// here if it can be. Mergeability is about outputs of pointwise layers, so that inputs go by activations.
  void alignInputs() {
    if (input_.settings.start.alignment == Alignment::None || !canPermute(network_, layer_ - 1)) return;
    for (int t = 1; t < taskCount(); ++t)
      permute(t, layer_ - 1,
              input_.settings.start.alignment == Alignment::Weights ? byWeights(t, layer_ - 1)
                                                                    : byActivations(t, layer_ - 1));
  }

  void alignOutputs() {
    if (input_.settings.start.alignment == Alignment::None) return;
    if (!canPermute(network_, layer_)) {
      input_.work.warn(concat("layer ", layer_, " keeps the order of its channels: layer ", layer_ + 1,
                              ", which reads them, is merged already"));
      return;
    }
    for (int t = 1; t < taskCount(); ++t) {
      const std::vector<int> order = outputOrder(t);
      permute(t, layer_, order);
      if (!moments_.empty()) moments_[std::size_t(t)].permuteOutputs(order);
    }
  }

  std::vector<int> outputOrder(int task) {
    switch (input_.settings.start.alignment) {
      case Alignment::Weights:
        return byWeights(task, layer_);
      case Alignment::Activations:
        return byActivations(task, layer_);
      default:
        return matchByCosts(pairingCosts(moments_[0], moments_[std::size_t(task)], input_.settings.ridge));
    }
  }

  std::vector<int> byWeights(int task, int layer) {
    return matchByWeights(network_.task(0), network_.task(task), layer);
  }

  std::vector<int> byActivations(int task, int layer) {
    return matchByActivations(network_.task(0), network_.task(task), layer, {images_[0], images_[std::size_t(task)]},
                              input_.work);
  }

  void permute(int task, int layer, const std::vector<int>& order) {
    permuteOutputs(network_.task(task), layer, order);
    permuteOutputs(teachers_[std::size_t(task)], layer, order);
    orders_.push_back({task, layer, order});
  }

  bool mergedBefore() const {
    for (int m = 1; m < layer_; ++m)
      if (network_.isMerged(m)) return true;
    return false;
  }

  /// What the layers before have lost is made up for as far as the task's own depthwise layer can.
  void fitKernelsOfTasks() {
    for (int t = 0; t < taskCount(); ++t) {
      CalibrationImages images = images_[std::size_t(t)];
      images.images = std::min(images.images, mostKernelImages);
      MobileNet& task = network_.task(t);
      fitOwnKernels(*task->depthwise(layer_),
                    kernelMoments(task, teachers_[std::size_t(t)], layer_, images, input_.work));
    }
  }

  void collectMoments() {
    for (int t = 0; t < taskCount(); ++t)
      moments_.push_back(layerMoments(network_.task(t), teachers_[std::size_t(t)], layer_, images_[std::size_t(t)],
                                      partOfWork(input_.work, t, taskCount())));
    const bool weighted = input_.settings.start.initialization == Initialization::LeastSquares &&
                          input_.settings.start.fisherWeights && policy() == BnPolicy::PerTask;
    for (int t = 0; weighted && t < taskCount(); ++t) {
      LayerMoments& moments = moments_[std::size_t(t)];
      moments.importance = channelFisher(teachers_[std::size_t(t)], layer_, images_[std::size_t(t)],
                                         partOfWork(input_.work, t, taskCount())) *
                           moments.outputVariance();
    }
  }

  void initialize() {
    const StepSettings& settings = input_.settings;
    if (whole_) {
      std::vector<ConvUnit> units;
      for (int t = 0; t < taskCount(); ++t) units.push_back(network_.task(t)->pointwise(layer_));
      equalizeUnits(units, settings.start.initialization, input_.seed);
      share();
    } else {
      initializeLayer(network_, layer_, settings.start.initialization, input_.seed);
    }
  }

  void share() {
    network_.merge(layer_);
    if (whole_) network_.shareTrunk(layer_);
  }

  void solve() {
    torch::NoGradGuard noGrad;
    const auto weights =
        leastSquaresWeights(moments_, input_.settings.ridge, policy(), [this] { input_.work.throwIfStopped(); });
    share();
    torch::Tensor shared = network_.task(0)->pointwise(layer_)->conv->weight;
    shared.copy_(weights.view(shared.sizes()));
    if (policy() == BnPolicy::Shared) return fitBatchNorm(network_.task(0)->pointwise(layer_)->bn, weights, moments_);
    for (int t = 0; t < taskCount(); ++t)
      fitBatchNorm(network_.task(t)->pointwise(layer_)->bn, weights, {moments_[std::size_t(t)]});
  }

  MergedNetwork& network_;
  std::vector<MobileNet>& teachers_;
  int layer_;
  bool whole_;
  const MergeInput& input_;
  std::vector<CalibrationImages> images_;
  std::vector<LayerMoments> moments_;
  std::vector<ChannelMatch> orders_;
};

}  // namespace

std::vector<ChannelMatch> mergeLayer(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer,
                                     const MergeInput& input) {
  extendTrunk(network, teachers, input);
  const bool whole = layer <= input.settings.trunk && layer == network.trunk() + 1;
  auto orders = LayerMerger(network, teachers, layer, whole, input).run();
  extendTrunk(network, teachers, input);
  return orders;
}

bool extendTrunk(MergedNetwork& network, std::vector<MobileNet>& teachers, const MergeInput& input) {
  const int before = network.trunk();
  while (network.trunk() < std::min(input.settings.trunk, network.mergedPrefix()))
    deepenTrunk(network, teachers, network.trunk() + 1, input);
  return network.trunk() > before;
}

}  // namespace zipper
