// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/calibration.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>
#include <numeric>

#include "core/network/task_names.h"
#include "core/recipe/schedule.h"
#include "core/session/session.h"
#include "core/training/batch_part.h"
#include "core/training/executor_choice.h"
#include "core/training/loss.h"
#include "core/training/network_device.h"
#include "core/training/optimizer.h"
#include "core/training/pooled_losses.h"
#include "core/training/task_loaders.h"

namespace zipper {

namespace {

using Clock = std::chrono::steady_clock;

void setBnMomentum(MergedNetwork& network, double momentum) {
  for (int t = 0; t < network.taskCount(); ++t)
    for (const auto& module : network.task(t)->modules())
      if (auto* bn = module->as<torch::nn::BatchNorm2dImpl>()) bn->options.momentum(momentum);
}

void note(IterationRecord& record, const LossTerms& loss) {
  record.total += loss.total;
  if (loss.crossEntropy) record.crossEntropy.push_back(*loss.crossEntropy);
  if (loss.distillation) record.distillation.push_back(*loss.distillation);
  record.layerL1.insert(record.layerL1.end(), loss.layerL1.begin(), loss.layerL1.end());
  record.l1.push_back(std::accumulate(loss.layerL1.begin(), loss.layerL1.end(), 0.0f));
}

/// The sign of a NaN means nothing to people.
const char* nameOf(float notFinite) { return std::isnan(notFinite) ? "NaN" : "infinite"; }

void throwIfNotFinite(const char* term, const std::vector<float>& perTask, int task) {
  if (!perTask.empty() && !std::isfinite(perTask.back()))
    throw Diverged(concat("the ", term, " of task ", taskName(task), " is ", nameOf(perTask.back())));
}

void throwIfNotFinite(const IterationRecord& record, int task) {
  throwIfNotFinite("cross entropy", record.crossEntropy, task);
  throwIfNotFinite("distillation loss", record.distillation, task);
  if (std::isfinite(record.l1.back())) return;
  const std::size_t layers = record.layerL1.size() / record.l1.size();
  for (std::size_t i = 0; i < layers; ++i) {
    const float value = record.layerL1[std::size_t(task) * layers + i];
    if (!std::isfinite(value))
      throw Diverged(concat("the L1 mismatch of task ", taskName(task), " at layer ", i + 1, " is ", nameOf(value)));
  }
}

bool isFinite(const LossTerms& loss) {
  return std::isfinite(loss.crossEntropy.value_or(0)) && std::isfinite(loss.distillation.value_or(0)) &&
         std::all_of(loss.layerL1.begin(), loss.layerL1.end(), [](float value) { return std::isfinite(value); });
}

/// Images per second over the last iterations.
class Rate {
 public:
  double add(std::int64_t images) {
    times_.emplace_back(Clock::now(), images);
    if (times_.size() > 20) times_.pop_front();
    if (times_.size() < 2) return 0;
    std::int64_t sum = -times_.front().second;
    for (const auto& entry : times_) sum += entry.second;
    const double seconds = std::chrono::duration<double>(times_.back().first - times_.front().first).count();
    return seconds > 0 ? double(sum) / seconds : 0;
  }

  /// Time that passed since the last add() and was not work: a pause.
  void leaveOut(Clock::duration pause) {
    for (auto& entry : times_) entry.first += pause;
  }

 private:
  std::deque<std::pair<Clock::time_point, std::int64_t>> times_;
};

std::vector<MobileNetSpec> specsOf(MergedNetwork& network) {
  std::vector<MobileNetSpec> specs;
  for (int t = 0; t < network.taskCount(); ++t) specs.push_back(network.task(t)->spec());
  return specs;
}

}  // namespace

Calibrator::Calibrator(MergedNetwork& network, const std::vector<FoldedNetwork>& teachers,
                       const CalibrationSettings& settings, ProcessGroupPtr group)
    : network_(network),
      teachers_(teachers),
      settings_(settings),
      group_(std::move(group)),
      lanes_(network.taskCount(), canGoAtOnce(network, settings, group_)),
      parameters_(network.parameters()),
      optimizer_(makeOptimizer(parameters_, settings)) {
  setBnMomentum(network_, settings.bnMomentum);
  network_.train(true);
  if (network_.trunk() == 0) {
    steps_ = makeTaskSteps(network_, teachers_, settings_, group_, &lanes_);
    return;
  }
  if (group_) fail("a network with a trunk can't be calibrated in several processes; start one");
  if (settings_.precision == Precision::BFloat16)
    fail("a network with a trunk is calibrated in float32; bfloat16 was asked for");
}

IterationRecord Calibrator::iterate(const std::vector<Batch>& batches, double learningRate) {
  for (auto& group : optimizer_->param_groups()) group.options().set_lr(learningRate);
  IterationRecord record;
  record.learningRate = float(learningRate);
  clearGradients();
  if (network_.trunk() > 0)
    iterateTogether(batches, record);
  else if (lanes_.count() > 1)
    iterateAtOnce(batches, record);
  else
    iterateApart(batches, record);
  return record;
}

void Calibrator::iterateApart(const std::vector<Batch>& batches, IterationRecord& record) {
  for (std::size_t t = 0; t < batches.size(); ++t) {
    note(record, steps_[t]->forward(batches[t], settings_));
    poolLosses(record, int(t), batches[t].images.size(0), settings_, group_);
    throwIfNotFinite(record, int(t));
    steps_[t]->backward();
    if (settings_.update == UpdateOrder::Alternate) update();
  }
  if (settings_.update == UpdateOrder::Joint) update();
}

/// Gradients are added in the order of the tasks. A task whose loss isn't finite has none, and ends the calibration.
void Calibrator::iterateAtOnce(const std::vector<Batch>& batches, IterationRecord& record) {
  std::vector<LossTerms> losses(batches.size());
  lanes_.run([&](int task) {
    const auto t = std::size_t(task);
    losses[t] = steps_[t]->forward(batches[t], settings_);
    if (isFinite(losses[t])) steps_[t]->backward();
  });
  for (std::size_t t = 0; t < batches.size(); ++t) {
    note(record, losses[t]);
    throwIfNotFinite(record, int(t));
    steps_[t]->addGradients();
  }
  update();
}

/// One graph for all tasks: it is differentiated once for the sum of the losses, or anew for the loss of each.
void Calibrator::iterateTogether(const std::vector<Batch>& batches, IterationRecord& record) {
  const bool joint = settings_.update == UpdateOrder::Joint;
  std::vector<torch::Tensor> images;
  for (const Batch& batch : batches) images.push_back(batch.images);
  std::vector<ForwardResult> results;
  torch::Tensor sum;
  for (std::size_t t = 0; t < batches.size(); ++t) {
    // Alternate: not once for all tasks, as the update of each changes the shared weights that the next loss is about.
    if (t == 0 || !joint) results = network_.forward(images, true);
    const TaskLoss loss = taskLoss(results[t], teachers_[t], batches[t], settings_);
    note(record, termsOf(loss));
    throwIfNotFinite(record, int(t));
    sum = t == 0 || !joint ? loss.total : sum + loss.total;
    if (joint && t + 1 < batches.size()) continue;
    sum.backward();
    update();
  }
}

void Calibrator::update() {
  sumGradients(parameters_, group_);
  optimizer_->step();
  clearGradients();
}

/// Undefined rather than zero: an optimizer then leaves the parameters of the other tasks alone.
void Calibrator::clearGradients() {
  for (torch::Tensor& parameter : parameters_) parameter.mutable_grad() = torch::Tensor();
}

namespace {

Curve emptyCurve(MergedNetwork& network, const CalibrationSettings& settings) {
  return {network.taskCount(), network.layers(), {settings.crossEntropyWeight > 0, settings.distillationWeight > 0}};
}

/// Network and teachers are on `place`.
Curve calibrateOn(const torch::Device& place, MergedNetwork& network, const CalibrationInput& input,
                  const Observer& observer, const Work& work) {
  const CalibrationSettings& settings = input.settings;
  Curve curve = emptyCurve(network, settings);
  TaskLoaders loaders(input.trainingSets, specsOf(network), settings, input.seed, work.group, input.device);
  const double perEpoch = loaders.smallestEpoch();
  Calibrator calibrator(network, input.teachers, settings, work.group);
  Rate rate;
  BatchProgress progress;
  progress.target = input.target;
  progress.iterations = settings.iterations;
  for (int i = 0; i < settings.iterations; ++i) {
    work.throwIfStopped();
    const std::vector<Batch> batches = batchesOn(place, loaders.next());
    try {
      progress.record = calibrator.iterate(batches, learningRateAt(settings, i, perEpoch));
    } catch (const Diverged& error) {
      throw Diverged(concat(titleOfStep(input.target), ", iteration ", i + 1, ": calibration diverged: ", error.what(),
                            "; lower the learning rate"));
    }
    curve.append(progress.record);
    progress.iteration = i + 1;
    std::int64_t images = 0;
    for (const Batch& batch : batches) images += batch.images.size(0);
    progress.imagesPerSecond = rate.add(images * shareOf(work.group).count);
    const auto told = Clock::now();
    if (observer.batch) observer.batch(progress);
    rate.leaveOut(Clock::now() - told);
  }
  loaders.warnOfUnreadable(work);
  network.train(false);
  return curve;
}

}  // namespace

Curve calibrate(MergedNetwork& network, const CalibrationInput& input, const Observer& observer, const Work& work) {
  Curve curve = emptyCurve(network, input.settings);
  if (input.settings.iterations == 0) return curve;
  withNetworksOn(input.device, tasksOf(network),
                 [&](const torch::Device& place) { curve = calibrateOn(place, network, input, observer, work); });
  return curve;
}

}  // namespace zipper
