// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/teacher_training.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include "core/data/batch_loader.h"
#include "core/data/fingerprint.h"
#include "core/network/memory_need.h"
#include "core/recipe/schedule.h"
#include "core/support/text_format.h"
#include "core/training/batch_part.h"
#include "core/training/evaluation.h"
#include "core/training/network_device.h"
#include "core/training/state_digest.h"
#include "core/training/whole_batch_norm.h"

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

/// All that the training depends on but the number of processes.
std::string trainingText(MobileNet& network, const Dataset& trainingSet, const TrainingOptions& options) {
  const Augmentation& augmentation = options.augmentation;
  std::string text;
  for (const double number :
       {double(options.epochs), double(options.batchSize), options.learningRate, options.weightDecay,
        options.labelSmoothing, options.validationShare, double(augmentation.cropPadding), augmentation.minimumScale,
        double(augmentation.flip), augmentation.colour})
    text += shortestNumber(number) + " ";
  text += concat(options.seed, " ", fingerprint(trainingSet), digestOf(network->state()));
  if (options.validation) text += fingerprint(*options.validation);
  return text;
}

void checkSameTraining(MobileNet& network, const Dataset& trainingSet, const TrainingOptions& options,
                       const ProcessGroupPtr& group) {
  if (!group) return;
  const int other = rankThatDiffers(trainingText(network, trainingSet, options), *group);
  if (other >= 0)
    fail("rank ", other, " of ", group->size(), " has other options, another network or other data than rank 0; start ",
         "all processes with the same command line, on the same files or copies of them");
}

class Training {
 public:
  /// The network is on `place`.
  Training(MobileNet network, const DatasetPtr& trainingSet, const TrainingOptions& options, const torch::Device& place,
           const Work& work)
      : network_(network), options_(options), place_(place), work_(work), optimizer_(makeOptimizer(network, options)) {
    const SplitDatasets parts = options.validation
                                    ? SplitDatasets{trainingSet, options.validation}
                                    : stratifiedSplit(trainingSet, options.validationShare, options.seed);
    validation_ = parts.second;
    LoaderOptions loading;
    const std::int64_t images = std::max(1, options.batchSize / shareOf(work.group).count);
    if (!options.device.isCard())
      checkMemory("training with batches of " + imagesText(network->spec(), images),
                  trainingBytes(network->spec(), images));
    loading.batchSize = options.batchSize;
    loading.shuffle = loading.endless = loading.dropLast = true;
    loading.augmentation = options.augmentation;
    loading.seed = options.seed;
    loading.threads = options.loaderThreads;
    loading.share = shareOf(work.group);
    loader_ = std::make_unique<BatchLoader>(parts.first, network->spec(), loading);
  }

  TrainingResult run(const std::function<void(const TrainingProgress&)>& progress) {
    TrainingResult result;
    try {
      result.interrupted = !runEpochs(result, progress);
      warnOfUnreadable(work_.group);
    } catch (const RankLost& error) {
      result.interrupted = true;
      result.lost = error.what();
      warnOfUnreadable(nullptr);
    }
    if (!result.network) result.network = network_;
    result.network->eval();
    return result;
  }

 private:
  /// False if a stop was requested.
  bool runEpochs(TrainingResult& result, const std::function<void(const TrainingProgress&)>& progress) {
    try {
      for (int epoch = 1; epoch <= options_.epochs; ++epoch) runEpoch(result, epoch, progress);
    } catch (const Cancelled&) {
      return false;
    }
    return true;
  }

  void runEpoch(TrainingResult& result, int epoch, const std::function<void(const TrainingProgress&)>& progress) {
    network_->train();
    const auto perEpoch = loader_->batchesPerEpoch();
    TrainingProgress state;
    state.epoch = epoch;
    state.epochs = options_.epochs;
    state.batches = int(perEpoch);
    const auto start = Clock::now();
    double lossSum = 0, images = 0;
    for (std::int64_t i = 0; i < perEpoch; ++i) {
      work_.throwIfStopped();
      auto next = nextReadable(*loader_, work_.group);
      next->batch = batchOn(place_, next->batch);
      setLearningRate(*optimizer_, learningRateAt(options_, (epoch - 1) * perEpoch + i, perEpoch));
      lossSum += trainBatch(*next);
      images += double(next->part.whole);
      state.batch = int(i) + 1;
      state.loss = lossSum / double(i + 1);
      state.imagesPerSecond = images / std::chrono::duration<double>(Clock::now() - start).count();
      if (progress) progress(state);
    }
    checkSameWeights(epoch);
    keepIfBest(result, state, progress);
  }

  /// Returns the loss of the whole batch.
  double trainBatch(const ReadableBatch& next) {
    const auto loss = work_.group ? lossOfShare(next) : lossOf(network_->forward(next.batch.images).logits, next.batch);
    optimizer_->zero_grad();
    loss.backward();
    double value = loss.item<double>();
    if (work_.group) work_.group->sum(&value, 1);
    if (!std::isfinite(value)) fail("training diverged: the loss is ", value, "; lower the learning rate");
    sumGradients(network_->parameters(), work_.group);
    optimizer_->step();
    return value;
  }

  torch::Tensor lossOf(const torch::Tensor& logits, const Batch& batch) const {
    namespace F = torch::nn::functional;
    return F::cross_entropy(logits, batch.labels,
                            F::CrossEntropyFuncOptions().label_smoothing(options_.labelSmoothing));
  }

  /// What this process's images add to the mean over the whole batch; without images it takes part with nothing.
  torch::Tensor lossOfShare(const ReadableBatch& next) {
    const auto logits = wholeBatchLogits(network_, next.batch.images, *work_.group);
    const std::int64_t own = next.batch.images.size(0);
    return own == 0 ? 0 * logits.sum() : lossOf(logits, next.batch) * (double(own) / double(next.part.whole));
  }

  void checkSameWeights(int epoch) {
    if (!work_.group) return;
    const int other = rankThatDiffers(digestOf(network_->state()), *work_.group);
    if (other >= 0)
      fail("epoch ", epoch, ": the weights of rank ", other, " of ", work_.group->size(),
           " differ from those of rank 0; all processes must run the same build of zipper on processors of the same "
           "kind");
  }

  void warnOfUnreadable(const ProcessGroupPtr& group) const {
    const UnreadableImages bad = loader_->unreadable(group);
    if (bad.count > 0) work_.warn(unreadableText(bad));
  }

  void keepIfBest(TrainingResult& result, TrainingProgress& state,
                  const std::function<void(const TrainingProgress&)>& progress) {
    state.epochEnded = true;
    const Work scoring{{}, {}, {}, work_.group};
    state.validationTop1 = validation_->size() > 0 ? evaluate(FoldedNetwork(network_), validation_, scoring).top1 : 0;
    if (!result.network || state.validationTop1 >= result.validationTop1) {
      result.network = cloneNetwork(network_);
      result.validationTop1 = state.validationTop1;
      result.bestEpoch = state.epoch;
    }
    if (progress) progress(state);
  }

  MobileNet network_;
  TrainingOptions options_;
  torch::Device place_;
  const Work& work_;
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
  if (work.group && options.device.isCard())
    fail("several processes train on the CPU together; start one, or choose the device cpu");
  checkSameTraining(network, *trainingSet, options, work.group);
  TrainingResult result;
  withNetworksOn(options.device, {network}, [&](const torch::Device& place) {
    result = Training(network, trainingSet, options, place, work).run(progress);
  });
  return result;
}

}  // namespace zipper
