// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>

#include "core/data/dataset.h"
#include "core/data/preprocess.h"
#include "core/network/mobilenet.h"
#include "core/support/work.h"

namespace zipper {

struct TrainingOptions {
  int epochs = 10;
  int batchSize = 128;
  double learningRate = 2e-3;  ///< peak; AdamW, one epoch of warm-up, then a cosine to zero
  double weightDecay = 0.02;
  double labelSmoothing = 0.0;
  double validationShare = 0.05;    ///< of the training images, held out to choose the best epoch
  DatasetPtr validation = nullptr;  ///< to choose by instead of these: validation images that the data set brings along
  Augmentation augmentation;
  std::uint64_t seed = 1;
  int loaderThreads = 1;
};

struct TrainingProgress {
  int epoch = 0;  ///< 1 ... epochs
  int epochs = 0;
  int batch = 0;  ///< 1 ... batches
  int batches = 0;
  double loss = 0;  ///< running mean of the epoch
  double imagesPerSecond = 0;
  bool epochEnded = false;
  double validationTop1 = 0;  ///< when the epoch ended
};

struct TrainingResult {
  MobileNet network{nullptr};  ///< the best on the validation images, in evaluation mode
  double validationTop1 = 0;
  int bestEpoch = 0;         ///< 0: none was finished, the network is as it is
  bool interrupted = false;  ///< stopped early: the network is the best so far
};

/// Trains all weights of the network with cross entropy. A stop request ends it after the current batch and keeps the
/// best that was reached (after less than one epoch: the weights as they are). Progress is what `progress` is told.
TrainingResult trainTeacher(MobileNet network, const DatasetPtr& trainingSet, const TrainingOptions& options,
                            const std::function<void(const TrainingProgress&)>& progress = {}, const Work& work = {});

}  // namespace zipper
