// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/training_pace.h"

#include <algorithm>
#include <chrono>

#include "core/compute/folded_pass.h"
#include "core/training/head_features.h"
#include "core/training/image_sample.h"
#include "core/training/network_device.h"

namespace zipper {

namespace {

constexpr int fewImages = 8;        ///< of the first look, which sets everything up, too
constexpr double longest = 1.0;     ///< seconds that a whole batch may take for one to be measured
constexpr int scoringImages = 128;  ///< of a batch that is scored, and of one of features

using PaceClock = std::chrono::steady_clock;

double secondsSince(PaceClock::time_point start) {
  return std::chrono::duration<double>(PaceClock::now() - start).count();
}

/// Seconds per image of batches of so many, loaded, computed and learned from, after one that isn't counted.
double trainingSeconds(MobileNet& network, const DatasetPtr& images, TrainingOptions options, int batch, int batches,
                       const Work& work) {
  MobileNet copy = cloneNetwork(network);
  options.batchSize = std::max(2, int(std::min<std::int64_t>(batch, images->size())));
  const std::int64_t wanted = std::int64_t(options.batchSize) * (batches + 1);
  const DatasetPtr sample = imageSample(images, int(std::min(wanted, images->size())), options.seed);
  options.epochs = batches + 1;  // of one batch each, if there are no more images
  options.validation = subset(sample, {0});
  StopSource enough;
  PaceClock::time_point start;
  double seconds = 0;
  int done = 0;
  const auto tell = [&](const TrainingProgress& progress) {
    if (progress.epochEnded || progress.scored > 0 || progress.epoch == 0) return;
    seconds = secondsSince(start);
    if (++done == 1) start = PaceClock::now();
    if (done > batches || work.stop.stopRequested()) enough.requestStop();
  };
  trainTeacher(copy, sample, options, tell, {enough.token()});
  work.throwIfStopped();
  return seconds / (double(batches) * options.batchSize);
}

/// Seconds per image that the network answers without learning.
double answerSeconds(FoldedPass& pass, const DatasetPtr& images, int count, const Work& work) {
  const DatasetPtr sample = imageSample(images, count, 1);
  const auto start = PaceClock::now();
  HeadFeatures(pass, sample, 1, work);
  return secondsSince(start) / double(sample->size());
}

double answerPace(MobileNet& network, const DatasetPtr& images, const TrainingOptions& options, const Work& work) {
  double pace = 0;
  withNetworksOn(options.device, {network}, [&](const torch::Device&) {
    FoldedPass pass(network);
    answerSeconds(pass, images, fewImages, work);
    pace = answerSeconds(pass, images, fewImages, work);
    if (pace * scoringImages < longest) pace = answerSeconds(pass, images, scoringImages, work);
  });
  return pace;
}

}  // namespace

TrainingPace measurePace(MobileNet& network, const DatasetPtr& trainingSet, const TrainingOptions& options,
                         const Work& work) {
  TrainingPace pace;
  pace.epochs = options.epochs;
  const double all = double(trainingSet->size());
  pace.validationImages = options.validation ? double(options.validation->size()) : all * options.validationShare;
  pace.trainingImages = options.validation ? all : all - pace.validationImages;
  const double answer = answerPace(network, trainingSet, options, work);
  if (options.headOnly && !options.augmentation.any() &&
      headFeatureBytes(network->spec(), trainingSet->size()) <= headFeatureBudget) {
    pace.perPrepared = answer;  // beside which the head takes next to nothing
    pace.perImage = answer / 1000;
    return pace;
  }
  pace.perScored = answer;
  pace.perImage = trainingSeconds(network, trainingSet, options, fewImages, 1, work);
  if (pace.perImage * options.batchSize < longest)
    pace.perImage = trainingSeconds(network, trainingSet, options, options.batchSize, 2, work);
  return pace;
}

}  // namespace zipper
