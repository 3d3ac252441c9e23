// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/teacher_training.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include "core/data/fingerprint.h"
#include "core/network/memory_need.h"
#include "core/recipe/schedule.h"
#include "core/support/text_format.h"
#include "core/training/batch_part.h"
#include "core/training/evaluation.h"
#include "core/training/network_device.h"
#include "core/training/state_digest.h"
#include "core/training/training_batches.h"
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
std::unique_ptr<torch::optim::AdamW> makeOptimizer(const std::vector<torch::Tensor>& parameters,
                                                   const TrainingOptions& options) {
  std::vector<torch::Tensor> decayed, plain;
  for (const auto& parameter : parameters) (parameter.dim() > 1 ? decayed : plain).push_back(parameter);
  const auto group = [&](const std::vector<torch::Tensor>& parameters, double decay) {
    return torch::optim::OptimizerParamGroup(parameters,
                                             std::make_unique<torch::optim::AdamWOptions>(
                                                 torch::optim::AdamWOptions(options.learningRate).weight_decay(decay)));
  };
  return std::make_unique<torch::optim::AdamW>(
      std::vector<torch::optim::OptimizerParamGroup>{group(decayed, options.weightDecay), group(plain, 0.0)});
}

/// What is trained.
std::vector<torch::Tensor> trainedParameters(MobileNet& network, const TrainingOptions& options) {
  if (!options.headOnly) return network->parameters();
  std::vector<torch::Tensor> parameters;
  for (const torch::nn::Linear& layer : network->headLayers())
    for (const torch::Tensor& parameter : layer->parameters()) parameters.push_back(parameter);
  if (parameters.empty()) fail("the head alone is to be trained, but the network has none");
  return parameters;
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
        double(augmentation.flip), augmentation.colour, double(options.headOnly)})
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

using TellTraining = std::function<void(const TrainingProgress&)>;

class Training {
 public:
  /// The network is on `place`.
  Training(MobileNet network, const DatasetPtr& trainingSet, const TrainingOptions& options, const torch::Device& place,
           const Work& work)
      : network_(network),
        options_(options),
        place_(place),
        work_(work),
        parameters_(trainedParameters(network, options)),
        optimizer_(makeOptimizer(parameters_, options)) {
    const SplitDatasets parts = options.validation
                                    ? SplitDatasets{trainingSet, options.validation}
                                    : stratifiedSplit(trainingSet, options.validationShare, options.seed);
    validation_ = parts.second;
    trainingSet_ = parts.first;
    const std::int64_t images = std::max(1, options.batchSize / shareOf(work.group).count);
    if (!options.device.isCard() && !options.headOnly)
      checkMemory("training with batches of " + imagesText(network->spec(), images),
                  trainingBytes(network->spec(), images));
  }

  TrainingResult run(const TellTraining& progress) {
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
  bool runEpochs(TrainingResult& result, const TellTraining& progress) {
    try {
      prepare(progress);
      for (int epoch = 1; epoch <= options_.epochs; ++epoch) runEpoch(result, epoch, progress);
    } catch (const Cancelled&) {
      return false;
    }
    return true;
  }

  void prepare(const TellTraining& progress) {
    Work preparing = work_;
    preparing.progress = [&](int done, int total) {
      TrainingProgress state;
      state.prepared = done;
      state.toPrepare = total;
      state.epochs = options_.epochs;
      if (progress) progress(state);
    };
    batches_ = std::make_unique<TrainingBatches>(network_, trainingSet_, options_, place_, preparing);
  }

  void runEpoch(TrainingResult& result, int epoch, const TellTraining& progress) {
    if (!options_.headOnly) network_->train();
    const auto perEpoch = batches_->perEpoch();
    TrainingProgress state;
    state.epoch = epoch;
    state.epochs = options_.epochs;
    state.batches = int(perEpoch);
    const auto start = Clock::now();
    double lossSum = 0, hits = 0, images = 0;
    for (std::int64_t i = 0; i < perEpoch; ++i) {
      work_.throwIfStopped();
      const ReadableBatch next = batches_->next();
      setLearningRate(*optimizer_, learningRateAt(options_, (epoch - 1) * perEpoch + i, perEpoch));
      const BatchOutcome outcome = trainBatch(next);
      lossSum += outcome.loss;
      hits += outcome.hits;
      images += double(next.part.whole);
      state.batch = int(i) + 1;
      state.loss = lossSum / double(i + 1);
      state.batchLoss = outcome.loss;
      state.trainingTop1 = hits / images;
      state.imagesPerSecond = images / std::chrono::duration<double>(Clock::now() - start).count();
      if (progress) progress(state);
    }
    checkSameWeights(epoch);
    keepIfBest(result, state, progress);
  }

  /// Of the whole batch.
  struct BatchOutcome {
    double loss = 0, hits = 0;
  };

  BatchOutcome trainBatch(const ReadableBatch& next) {
    const torch::Tensor logits = logitsOf(next.batch.images);
    const torch::Tensor loss = work_.group ? lossOfShare(logits, next) : lossOf(logits, next.batch);
    optimizer_->zero_grad();
    loss.backward();
    double sums[] = {loss.item<double>(), hitsIn(logits, next.batch)};
    if (work_.group) work_.group->sum(sums, 2);
    if (!std::isfinite(sums[0])) fail("training diverged: the loss is ", sums[0], "; lower the learning rate");
    sumGradients(parameters_, work_.group);
    optimizer_->step();
    return {sums[0], sums[1]};
  }

  torch::Tensor logitsOf(const torch::Tensor& images) {
    if (options_.headOnly) return network_->logitsOf(images);
    return work_.group ? wholeBatchLogits(network_, images, *work_.group) : network_->forward(images).logits;
  }

  static double hitsIn(const torch::Tensor& logits, const Batch& batch) {
    const std::int64_t own = batch.labels.size(0);
    if (own == 0) return 0;
    return double(logits.detach().narrow(0, 0, own).argmax(1).eq(batch.labels).sum().item<std::int64_t>());
  }

  torch::Tensor lossOf(const torch::Tensor& logits, const Batch& batch) const {
    namespace F = torch::nn::functional;
    return F::cross_entropy(logits, batch.labels,
                            F::CrossEntropyFuncOptions().label_smoothing(options_.labelSmoothing));
  }

  /// What this process's images add to the mean over the whole batch; without images it takes part with nothing.
  torch::Tensor lossOfShare(const torch::Tensor& logits, const ReadableBatch& next) {
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
    if (!batches_) return;
    const UnreadableImages bad = batches_->unreadable(group);
    if (bad.count > 0) work_.warn(unreadableText(bad));
  }

  double score(const TrainingProgress& trained, const TellTraining& progress) {
    if (validation_->size() == 0) return 0;
    const auto tell = [&](int done, int total) {
      TrainingProgress state = trained;
      state.scored = done;
      state.toScore = total;
      if (progress) progress(state);
    };
    const Work scoring{work_.stop, tell, {}, work_.group};
    return batches_->areKept() ? batches_->scoreHead(network_, validation_, scoring)
                               : evaluate(FoldedNetwork(network_), validation_, scoring).top1;
  }

  void keepIfBest(TrainingResult& result, TrainingProgress& state, const TellTraining& progress) {
    state.validationTop1 = score(state, progress);
    state.epochEnded = true;
    if (!result.network || state.validationTop1 >= result.validationTop1) {
      result.network = cloneNetwork(network_);
      result.network->eval();
      result.validationTop1 = state.validationTop1;
      result.bestEpoch = state.epoch;
      state.best = result.network;
    }
    if (progress) progress(state);
  }

  MobileNet network_;
  TrainingOptions options_;
  torch::Device place_;
  const Work& work_;
  DatasetPtr trainingSet_, validation_;
  std::vector<torch::Tensor> parameters_;
  std::unique_ptr<torch::optim::AdamW> optimizer_;
  std::unique_ptr<TrainingBatches> batches_;
};

void validate(const TrainingOptions& options) {
  if (options.epochs < 1) fail("epochs: ", options.epochs, " found, at least 1 expected");
  if (options.batchSize < 2) fail("batch size: ", options.batchSize, " found, at least 2 expected");
  if (!(options.learningRate > 0)) fail("learning rate: ", options.learningRate, " found, a positive number expected");
  if (!(options.labelSmoothing >= 0 && options.labelSmoothing < 1))
    fail("label smoothing: ", options.labelSmoothing, " found, 0 to below 1 expected");
  if (!(options.weightDecay >= 0)) fail("weight decay: ", options.weightDecay, " found, 0 or more expected");
  // Without images of their own, those that are held out choose the best epoch: there must be some.
  if (!options.validation && !(options.validationShare > 0 && options.validationShare <= 0.5))
    fail("validation share: ", options.validationShare,
         " found, more than 0 to 0.5 expected: the best epoch is chosen by the images held out");
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
