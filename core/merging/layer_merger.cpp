// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/layer_merger.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/merging/alignment.h"
#include "core/merging/channel_fisher.h"
#include "core/merging/initialization.h"
#include "core/merging/kernel_images.h"
#include "core/merging/kernel_moments.h"
#include "core/merging/least_squares.h"
#include "core/support/error.h"
#include "core/support/openmp_runtime.h"
#include "core/support/random.h"
#include "core/training/task_work.h"

namespace zipper {

namespace {

/// Threads that divide smaller systems of equations wait for each other longer than they compute.
constexpr int leastDivided = 512;

int threadsFor(const std::vector<LayerMoments>& moments) {
  const bool isSmall = !moments.empty() && std::max(moments[0].x.size(0), moments[0].z.size(0)) < leastDivided;
  return isSmall ? 1 : at::get_num_threads();
}

std::vector<CalibrationImages> imagesOf(const MergeInput& input) {
  std::vector<CalibrationImages> images;
  for (int t = 0; needsImages(input.settings) && t < int(input.trainingSets.size()); ++t)
    images.push_back(imagesOfTask(input, t));
  return images;
}

}  // namespace

LayerMerger::LayerMerger(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer, bool whole,
                         const MergeInput& input)
    : network_(network),
      teachers_(teachers),
      plan_(network.task(0)->plan()),
      layer_(layer),
      whole_(whole),
      aligns_(input.settings.start.alignment != Alignment::None),
      input_(input),
      images_(imagesOf(input)) {}

std::vector<ChannelMatch> LayerMerger::merge() {
  if (network_.isMerged(layer_)) fail("layer ", layer_, " is merged already");
  alignInputs();
  initializeUnits();
  network_.merge(layer_);
  if (whole_) network_.shareTrunk(layer_);
  return orders_;
}

void LayerMerger::deepen() {
  aligns_ = false;
  initializeUnits();
  network_.shareTrunk(layer_);
}

BnPolicy LayerMerger::policy() const { return whole_ ? BnPolicy::Shared : network_.policy(); }

std::vector<ConvUnit> LayerMerger::unitsOf(int unit) {
  std::vector<ConvUnit> units;
  for (int t = 0; t < taskCount(); ++t) units.push_back(network_.task(t)->unit(unit));
  return units;
}

/// A layer reads what the one before it wrote. Merged in order, that was aligned by the step before; otherwise it is
/// done here if it can be. Mergeability is about outputs of units that merge, so that inputs go by activations.
void LayerMerger::alignInputs() {
  const int space = plan().outputSpace(layer_ - 1), unit = plan().tap(layer_ - 1);
  if (!aligns_ || !canPermute(network_, space)) return;
  alignedSpaces_.insert(space);
  for (int t = 1; t < taskCount(); ++t)
    permute(t, space, during(StepPart::Alignment, [&] {
              return input_.settings.start.alignment == Alignment::Weights ? byWeights(t, unit)
                                                                           : byActivations(t, unit);
            }));
}

void LayerMerger::initializeUnits() {
  for (int i = 0; whole_ && layer_ == 1 && i < plan().firstUnitOf(1); ++i)
    during(StepPart::Kernels, [&] { equalizeKernels(i); });
  for (int i = plan().firstUnitOf(layer_); i < plan().endOfUnitsOf(layer_); ++i) {
    if (plan().units[std::size_t(i)].merges)
      initializeUnit(i);
    else if (whole_)
      during(StepPart::Kernels, [&] { equalizeKernels(i); });
    else if (input_.settings.start.fitKernels && mergedBefore())
      during(StepPart::Kernels, [&] { fitOwnKernelsOfTasks(i); });
  }
}

/// Gives the stem or a depthwise unit the same values in all tasks.
void LayerMerger::equalizeKernels(int unit) {
  if (input_.settings.start.initialization != Initialization::LeastSquares) {
    const std::uint64_t seed = mixSeed({input_.seed, std::uint64_t(unit == 0 ? 2 : 3)});
    return equalizeUnits(unitsOf(unit), BnPolicy::Shared, input_.settings.start.initialization, seed);
  }
  std::vector<KernelMoments> moments(static_cast<std::size_t>(taskCount()));
  forAllTasks([&](int t, const Work& work) {
    moments[std::size_t(t)] =
        kernelMoments(network_.task(t), teachers_[std::size_t(t)], unit, images_[std::size_t(t)], work);
  });
  for (ConvUnit& one : unitsOf(unit)) fitKernels(*one, moments, input_.settings.ridge);
}

/// What was lost before is made up for as far as the task's own depthwise convolution can.
void LayerMerger::fitOwnKernelsOfTasks(int unit) {
  forAllTasks([&](int t, const Work& work) {
    CalibrationImages images = images_[std::size_t(t)];
    images.images = kernelImages(input_.settings);
    MobileNet& task = network_.task(t);
    fitOwnKernels(*task->unit(unit), kernelMoments(task, teachers_[std::size_t(t)], unit, images, work));
  });
}

void LayerMerger::forAllTasks(const std::function<void(int task, const Work& own)>& body) const {
  forTasks(taskCount(), input_.work, input_.device, body);
}

void LayerMerger::initializeUnit(int unit) {
  const bool leastSquares = input_.settings.start.initialization == Initialization::LeastSquares;
  const int space = plan().units[std::size_t(unit)].outputSpace;
  const bool byCosts = aligns_ && input_.settings.start.alignment == Alignment::Mergeability &&
                       alignedSpaces_.count(space) == 0 && canPermute(network_, space);
  std::vector<LayerMoments> moments;
  if (byCosts || leastSquares) moments = during(StepPart::Moments, [&] { return collectMoments(unit); });
  const OpenMpRuntime::Limit limit(threadsFor(moments));
  if (aligns_) during(StepPart::Alignment, [&] { alignOutputs(unit, moments); });
  const auto number = std::uint64_t(initialized_++);
  during(StepPart::Weights, [&] {
    if (leastSquares) return solve(unit, moments);
    equalizeUnits(unitsOf(unit), policy(), input_.settings.start.initialization,
                  number == 0 ? input_.seed : mixSeed({input_.seed, 4, number}));
  });
}

std::vector<LayerMoments> LayerMerger::collectMoments(int unit) {
  const auto tasks = std::size_t(taskCount());
  const Work ofUnit = partOfWork(input_.work, initialized_, int(plan().site(layer_).merged.size()));
  std::vector<std::optional<LayerMoments>> found(tasks);
  forTasks(taskCount(), ofUnit, input_.device, [&](int t, const Work& work) {
    found[std::size_t(t)] =
        layerMoments(network_.task(t), teachers_[std::size_t(t)], unit, images_[std::size_t(t)], work);
  });
  std::vector<LayerMoments> all;
  for (std::optional<LayerMoments>& one : found) all.push_back(std::move(*one));
  const bool weighted = input_.settings.start.initialization == Initialization::LeastSquares &&
                        input_.settings.start.fisherWeights && policy() == BnPolicy::PerTask;
  if (weighted) during(StepPart::Fisher, [&] { weigh(all, unit, ofUnit); });
  return all;
}

void LayerMerger::weigh(std::vector<LayerMoments>& moments, int unit, const Work& ofUnit) {
  forTasks(taskCount(), ofUnit, input_.device, [&](int t, const Work& work) {
    LayerMoments& own = moments[std::size_t(t)];
    own.importance =
        channelFisher(teachers_[std::size_t(t)], unit, images_[std::size_t(t)], work) * own.outputVariance();
  });
}

void LayerMerger::alignOutputs(int unit, std::vector<LayerMoments>& moments) {
  const int space = plan().units[std::size_t(unit)].outputSpace;
  if (alignedSpaces_.count(space) > 0) return;
  if (!canPermute(network_, space)) return warnOfFixedOrder(space);
  alignedSpaces_.insert(space);
  for (int t = 1; t < taskCount(); ++t) {
    const Alignment alignment = input_.settings.start.alignment;
    const std::vector<int> order = alignment == Alignment::Weights ? byWeights(t, unit)
                                   : alignment == Alignment::Activations
                                       ? byActivations(t, unit)
                                       : byMoments(moments[0], moments[std::size_t(t)], unit);
    permute(t, space, order);
    if (!moments.empty()) moments[std::size_t(t)].permuteOutputs(order);
  }
}

/// Channels that a shared unit writes are in order already.
void LayerMerger::warnOfFixedOrder(int space) {
  if (isWrittenByShared(network_, space)) return;
  const Sharing sharing = network_.sharing();
  const auto isReader = [&](const UnitPlan& unit) {
    return unit.inputSpace == space && sharing.of(unit) != Shared::Nothing;
  };
  const auto reader = std::find_if(plan().units.begin(), plan().units.end(), isReader);
  input_.work.warn(concat("layer ", layer_, " keeps the order of its channels: layer ",
                          reader == plan().units.end() ? layer_ + 1 : reader->layer,
                          ", which reads them, is merged already"));
}

std::vector<int> LayerMerger::byWeights(int task, int unit) {
  return matchByWeights(network_.task(0), network_.task(task), unit);
}

std::vector<int> LayerMerger::byActivations(int task, int unit) {
  return matchByActivations(network_.task(0), network_.task(task), unit, {images_[0], images_[std::size_t(task)]},
                            input_.work);
}

std::vector<int> LayerMerger::byMoments(const LayerMoments& first, const LayerMoments& other, int unit) const {
  return matchByCosts(normalizes(unit) ? pairingCosts(first, other, input_.settings.ridge)
                                       : pairingCosts(first, other, pooledRidge, Behind::Bias));
}

void LayerMerger::permute(int task, int space, const std::vector<int>& order) {
  permuteSpace(network_.task(task), space, order);
  permuteSpace(teachers_[std::size_t(task)], space, order);
  orders_.push_back({task, space, order});
}

bool LayerMerger::mergedBefore() const {
  const std::set<int>& merged = network_.mergedLayers();
  return initialized_ > 0 || (!merged.empty() && *merged.begin() < layer_);
}

void LayerMerger::solve(int unit, const std::vector<LayerMoments>& moments) {
  torch::NoGradGuard noGrad;
  const auto betweenRows = [this] { input_.work.throwIfStopped(); };
  const bool shared = policy() == BnPolicy::Shared;
  const torch::Tensor weights = normalizes(unit)
                                    ? leastSquaresWeights(moments, input_.settings.ridge, policy(), betweenRows)
                                    : fittedMap(moments, meanWeights(unit), pooledRidge, policy(), betweenRows);
  for (int t = 0; t < taskCount(); ++t) {
    ConvUnit& own = network_.task(t)->unit(unit);
    const std::vector<LayerMoments> behind = shared ? moments : std::vector<LayerMoments>{moments[std::size_t(t)]};
    own->conv->weight.copy_(weights.view(own->conv->weight.sizes()));
    if (normalizes(unit))
      fitBatchNorm(own->bn, weights, behind);
    else
      fitBias(own->bias, weights, behind);
  }
}

/// [C_out,C_in], of all tasks as they stand.
torch::Tensor LayerMerger::meanWeights(int unit) {
  torch::Tensor sum;
  for (const ConvUnit& one : unitsOf(unit)) {
    const torch::Tensor own = one->conv->weight.detach().flatten(1);
    sum = sum.defined() ? sum + own : own;
  }
  return sum / double(taskCount());
}

}  // namespace zipper
