// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/naive_baseline.h"

#include <cmath>
#include <unordered_set>

#include "core/network/compatibility.h"
#include "core/network/task_names.h"
#include "core/recipe/schedule.h"
#include "core/support/random.h"
#include "core/training/calibration.h"
#include "core/training/evaluation.h"
#include "core/training/network_device.h"
#include "core/training/optimizer.h"
#include "core/training/task_loaders.h"

namespace zipper {

namespace {

/// Whether units of two tasks can be one. Padding is no matter where there is none.
bool canBeOne(const ConvUnitImpl& one, const ConvUnitImpl& other) {
  const ConvUnitImpl::Options &a = one.options(), &b = other.options();
  return a.inputChannels == b.inputChannels && a.outputChannels == b.outputChannels && a.kernel == b.kernel &&
         a.stride == b.stride && a.depthwise == b.depthwise && (a.kernel == 1 || a.padding == b.padding);
}

bool sameShapes(const std::vector<torch::Tensor>& images) {
  for (const torch::Tensor& one : images)
    if (one.sizes().slice(1) != images.front().sizes().slice(1)) return false;
  return true;
}

class NaiveTraining {
 public:
  NaiveTraining(NaiveNetwork& network, const CalibrationSettings& settings)
      : network_(network),
        settings_(settings),
        parameters_(network.parameters()),
        optimizer_(makeOptimizer(parameters_, settings)) {
    for (int t = 0; t < network.taskCount(); ++t)
      for (const auto& module : network.task(t)->modules())
        if (auto* bn = module->as<torch::nn::BatchNorm2dImpl>()) bn->options.momentum(settings.bnMomentum);
  }

  IterationRecord iterate(const std::vector<Batch>& batches, double learningRate) {
    network_.train(true);
    for (auto& group : optimizer_->param_groups()) group.options().set_lr(learningRate);
    IterationRecord record;
    record.learningRate = float(learningRate);
    if (settings_.update == UpdateOrder::Alternate)
      alternate(batches, record);
    else
      joint(batches, record);
    return record;
  }

 private:
  void joint(const std::vector<Batch>& batches, IterationRecord& record) {
    std::vector<torch::Tensor> images;
    for (const Batch& batch : batches) images.push_back(batch.images);
    const auto logits = network_.logits(images);
    torch::Tensor sum;
    for (std::size_t t = 0; t < batches.size(); ++t) {
      const auto loss = crossEntropy(logits[t], batches[t], record, t);
      sum = t == 0 ? loss : sum + loss;
    }
    update(sum);
  }

  void alternate(const std::vector<Batch>& batches, IterationRecord& record) {
    for (std::size_t t = 0; t < batches.size(); ++t)
      update(crossEntropy(network_.task(int(t))->forward(batches[t].images).logits, batches[t], record, t));
  }

  static torch::Tensor crossEntropy(const torch::Tensor& logits, const Batch& batch, IterationRecord& record,
                                    std::size_t task) {
    const auto loss = torch::nn::functional::cross_entropy(logits, batch.labels);
    record.crossEntropy.push_back(loss.item<float>());
    record.total += record.crossEntropy.back();
    if (!std::isfinite(record.crossEntropy.back()))
      throw Diverged(concat("the cross entropy of task ", taskName(int(task)), " isn't finite"));
    return loss;
  }

  /// Gradients are undefined rather than zero beforehand: the optimizer leaves the other tasks' heads alone.
  void update(const torch::Tensor& loss) {
    for (torch::Tensor& parameter : parameters_) parameter.mutable_grad() = torch::Tensor();
    loss.backward();
    optimizer_->step();
  }

  NaiveNetwork& network_;
  CalibrationSettings settings_;
  std::vector<torch::Tensor> parameters_;
  std::unique_ptr<torch::optim::Optimizer> optimizer_;
};

Scores evaluateAll(NaiveNetwork& network, const std::vector<TaskData>& data, const WorkClock& clock) {
  network.train(false);
  Work work{clock.work().stop, {}, clock.work().warning};
  work.progress = [&observer = clock.observer()](int done, int total) {
    if (observer.stage) observer.stage({Stage::Evaluating, StepTarget::fineTuning(), done, total});
  };
  Scores scores;
  for (int t = 0; t < network.taskCount(); ++t)
    scores.push_back(evaluate(FoldedNetwork(network.task(t)), data[std::size_t(t)].test, work));
  return scores;
}

/// The network is on `place`.
std::vector<float> trainNaiveOn(const torch::Device& place, NaiveNetwork& network, const std::vector<TaskData>& data,
                                const NaivePlan& plan, const NaiveObserver& told, const Work& work) {
  const CalibrationSettings& settings = plan.settings;
  const WorkClock clock(told.observer, work);
  std::vector<DatasetPtr> sets;
  for (const TaskData& task : data) sets.push_back(task.train);
  CalibrationSettings labelled = settings;
  labelled.crossEntropyWeight = 1;  // the loaders give labels to those who weigh them
  TaskLoaders loaders(sets, network.specs(), labelled, plan.seed, nullptr, plan.device);
  NaiveTraining training(network, settings);
  std::vector<float> losses;
  std::size_t next = 0;
  const auto scoreIfDue = [&](int iterations) {
    for (; next < plan.moments.size() && plan.moments[next] == iterations; ++next) {
      NaivePoint point{iterations, 0, evaluateAll(network, data, clock)};
      point.seconds = clock.seconds();
      if (told.scored) told.scored(point);
    }
  };
  scoreIfDue(0);
  for (int i = 0; i < settings.iterations; ++i) {
    work.stop.throwIfStopped();
    BatchProgress progress;
    progress.iteration = i + 1;
    progress.iterations = settings.iterations;
    const std::vector<Batch> batches = batchesOn(place, loaders.next());
    try {
      progress.record = training.iterate(batches, learningRateAt(settings, i, loaders.smallestEpoch()));
    } catch (const Diverged& error) {
      throw Diverged(concat("naive baseline, iteration ", i + 1, ": ", error.what(), "; lower the learning rate"));
    }
    losses.push_back(progress.record.total);
    if (clock.observer().batch) clock.observer().batch(progress);
    scoreIfDue(i + 1);
  }
  loaders.warnOfUnreadable(clock.work());
  network.train(false);
  return losses;
}

}  // namespace

NaiveNetwork::NaiveNetwork(const std::vector<MobileNetSpec>& specs, std::uint64_t seed) {
  const std::string reason = whyNotMergeable(specs);
  if (!reason.empty()) throw Error(reason);
  for (std::size_t t = 0; t < specs.size(); ++t) tasks_.emplace_back(specs[t], mixSeed({seed, t}));
  std::vector<ConvUnit>& first = tasks_[0]->units();
  for (std::size_t t = 1; t < tasks_.size(); ++t) {
    for (std::size_t i = 0; i < first.size(); ++i) {
      ConvUnit& own = tasks_[t]->unit(int(i));
      const bool one = canBeOne(*own, *first[i]);
      if (one) own->share(*first[i]);
      wholeTrunk_ = wholeTrunk_ && one;
    }
    wholeTrunk_ = wholeTrunk_ && specs[t].activation == specs[0].activation;
  }
}

std::vector<MobileNetSpec> NaiveNetwork::specs() {
  std::vector<MobileNetSpec> specs;
  for (MobileNet& task : tasks_) specs.push_back(task->spec());
  return specs;
}

std::vector<torch::Tensor> NaiveNetwork::parameters() {
  std::vector<torch::Tensor> all;
  std::unordered_set<const void*> seen;
  for (MobileNet& task : tasks_)
    for (const torch::Tensor& parameter : task->parameters())
      if (seen.insert(parameter.unsafeGetTensorImpl()).second) all.push_back(parameter);
  return all;
}

std::int64_t NaiveNetwork::parameterCount() {
  std::int64_t count = 0;
  for (const torch::Tensor& parameter : parameters()) count += parameter.numel();
  return count;
}

void NaiveNetwork::train(bool on) {
  for (MobileNet& task : tasks_) task->train(on);
}

std::vector<torch::Tensor> NaiveNetwork::logits(const std::vector<torch::Tensor>& images) {
  std::vector<torch::Tensor> all;
  if (!wholeTrunk_ || !sameShapes(images)) {
    for (std::size_t t = 0; t < images.size(); ++t) all.push_back(tasks_[t]->forward(images[t]).logits);
    return all;
  }
  const torch::Tensor features = tasks_[0]->features(torch::cat(images));
  std::int64_t begin = 0;
  for (std::size_t t = 0; t < images.size(); begin += images[t].size(0), ++t)
    all.push_back(tasks_[t]->logitsOf(features.narrow(0, begin, images[t].size(0))));
  return all;
}

std::vector<float> trainNaive(NaiveNetwork& network, const std::vector<TaskData>& data, const NaivePlan& plan,
                              const NaiveObserver& told, const Work& work) {
  std::vector<float> losses;
  withNetworksOn(plan.device, tasksOf(network),
                 [&](const torch::Device& place) { losses = trainNaiveOn(place, network, data, plan, told, work); });
  return losses;
}

}  // namespace zipper
