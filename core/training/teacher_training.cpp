// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/teacher_training.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include "core/data/batch_loader.h"
#include "core/network/memory_need.h"
#include "core/recipe/schedule.h"
#include "core/training/evaluation.h"

namespace zipper {

namespace {

using Clock = std::chrono::steady_clock;

/// One epoch of linear warm-up, then half a cosine to zero.
double learningRateAt(const TrainingOptions& options, std::int64_t iteration, std::int64_t perEpoch) {
  const double total = double(perEpoch) * options.epochs;
  const double warmUp = std::min(double(perEpoch), 0.1 * total);
  if (double(iteration) < warmUp) return options.learningRate * double(iteration + 1) / (warmUp + 1);
  return options.learningRate * 0.5 * (1 + std::cos(M_PI * (double(iteration) - warmUp) / (total - warmUp)));
}

/// Weight decay for convolutions and the head's weights only, as usual.
std::unique_ptr<torch::optim::AdamW> makeOptimizer(MobileNet& network, const TrainingOptions& options) {
  std::vector<torch::Tensor> decayed, plain;
  for (const auto& parameter : network->parameters()) (parameter.dim() > 1 ? decayed : plain).push_back(parameter);
  const auto group = [&](const std::vector<torch::Tensor>& parameters, double decay) {
    return torch::optim::OptimizerParamGroup(parameters,
                                             std::make_unique<torch::optim::AdamWOptions>(
                                                 torch::optim::AdamWOptions(options.learningRate).weight_decay(decay)));
  };
  return std::make_unique<torch::optim::AdamW>(
      std::vector<torch::optim::OptimizerParamGroup>{group(decayed, options.weightDecay), group(plain, 0.0)});
}

void setLearningRate(torch::optim::Optimizer& optimizer, double rate) {
  for (auto& group : optimizer.param_groups()) group.options().set_lr(rate);
}

class Training {
 public:
  Training(MobileNet network, const DatasetPtr& trainingSet, const TrainingOptions& options)
      : network_(network), options_(options), optimizer_(makeOptimizer(network, options)) {
    const SplitDatasets parts = options.validation
                                    ? SplitDatasets{trainingSet, options.validation}
                                    : stratifiedSplit(trainingSet, options.validationShare, options.seed);
    validation_ = parts.second;
    LoaderOptions loading;
    checkMemory("training with batches of " + imagesText(network->spec(), options.batchSize),
                trainingBytes(network->spec(), options.batchSize));
    loading.batchSize = options.batchSize;
    loading.shuffle = loading.endless = loading.dropLast = true;
    loading.augmentation = options.augmentation;
    loading.seed = options.seed;
    loading.threads = options.loaderThreads;
    loader_ = std::make_unique<BatchLoader>(parts.first, network->spec(), loading);
  }

  TrainingResult run(const std::function<void(const TrainingProgress&)>& progress, const StopToken& stop) {
    TrainingResult result;
    for (int epoch = 1; epoch <= options_.epochs && !result.interrupted; ++epoch) {
      TrainingProgress state;
      state.epoch = epoch;
      state.epochs = options_.epochs;
      result.interrupted = !runEpoch(state, progress, stop);
      if (!result.interrupted) keepIfBest(result, state, progress);
    }
    if (!result.network) result.network = network_;
    result.network->eval();
    return result;
  }

  UnreadableImages unreadable() const { return loader_->unreadable(); }

 private:
  bool runEpoch(TrainingProgress& state, const std::function<void(const TrainingProgress&)>& progress,
                const StopToken& stop) {
    network_->train();
    const auto perEpoch = loader_->batchesPerEpoch();
    state.batches = int(perEpoch);
    const auto start = Clock::now();
    double lossSum = 0, images = 0;
    for (std::int64_t i = 0; i < perEpoch; ++i) {
      if (stop.stopRequested()) return false;
      const auto batch = loader_->next();
      setLearningRate(*optimizer_, learningRateAt(options_, (state.epoch - 1) * perEpoch + i, perEpoch));
      lossSum += trainBatch(*batch);
      images += double(batch->labels.size(0));
      state.batch = int(i) + 1;
      state.loss = lossSum / double(i + 1);
      state.imagesPerSecond = images / std::chrono::duration<double>(Clock::now() - start).count();
      if (progress) progress(state);
    }
    return true;
  }

  double trainBatch(const Batch& batch) {
    namespace F = torch::nn::functional;
    const auto loss = F::cross_entropy(network_->forward(batch.images).logits, batch.labels,
                                       F::CrossEntropyFuncOptions().label_smoothing(options_.labelSmoothing));
    optimizer_->zero_grad();
    loss.backward();
    const double value = loss.item<double>();
    if (!std::isfinite(value)) fail("training diverged: the loss is ", value, "; lower the learning rate");
    optimizer_->step();
    return value;
  }

  void keepIfBest(TrainingResult& result, TrainingProgress& state,
                  const std::function<void(const TrainingProgress&)>& progress) {
    state.epochEnded = true;
    state.validationTop1 = validation_->size() > 0 ? evaluate(FoldedNetwork(network_), validation_).top1 : 0;
    if (!result.network || state.validationTop1 >= result.validationTop1) {
      result.network = cloneNetwork(network_);
      result.validationTop1 = state.validationTop1;
      result.bestEpoch = state.epoch;
    }
    if (progress) progress(state);
  }

  MobileNet network_;
  TrainingOptions options_;
  DatasetPtr validation_;
  std::unique_ptr<torch::optim::AdamW> optimizer_;
  std::unique_ptr<BatchLoader> loader_;
};

void validate(const TrainingOptions& options) {
  if (options.epochs < 1) fail("epochs: ", options.epochs, " found, at least 1 expected");
  if (options.batchSize < 2) fail("batch size: ", options.batchSize, " found, at least 2 expected");
  if (!(options.learningRate > 0)) fail("learning rate: ", options.learningRate, " found, a positive number expected");
  if (!(options.labelSmoothing >= 0 && options.labelSmoothing < 1))
    fail("label smoothing: ", options.labelSmoothing, " found, 0 to below 1 expected");
  if (!(options.weightDecay >= 0)) fail("weight decay: ", options.weightDecay, " found, 0 or more expected");
  if (options.validationShare < 0 || options.validationShare > 0.5)
    fail("validation share: ", options.validationShare, " found, 0 to 0.5 expected");
}

}  // namespace

TrainingResult trainTeacher(MobileNet network, const DatasetPtr& trainingSet, const TrainingOptions& options,
                            const std::function<void(const TrainingProgress&)>& progress, const Work& work) {
  validate(options);
  Training training(network, trainingSet, options);
  TrainingResult result = training.run(progress, work.stop);
  const UnreadableImages bad = training.unreadable();
  if (bad.count > 0) work.warn(unreadableText(bad));
  return result;
}

}  // namespace zipper
