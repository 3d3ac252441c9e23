// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/data/dataset.h"
#include "core/data/preprocess.h"
#include "core/network/mobilenet.h"
#include "core/support/compute_device.h"
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
  ComputeDevice device = {};
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
  std::string lost;          ///< why, if another process was lost; empty otherwise
};

/// Trains all weights of the network with cross entropy. A stop request ends it after the current batch and keeps the
/// best that was reached (after less than one epoch: the weights as they are), and so does the loss of a process.
/// Progress is what `progress` is told. With a group its processes divide each batch and the scoring; batch
/// normalization is that of whole batches, so that the result is that of one process within rounding, and the same bits
/// in all of them. Throws Error if the processes differ in what they were asked for, or in their weights after an
/// epoch, or if there are several and they are to use a card. All networks are on the CPU before and after.
TrainingResult trainTeacher(MobileNet network, const DatasetPtr& trainingSet, const TrainingOptions& options,
                            const std::function<void(const TrainingProgress&)>& progress = {}, const Work& work = {});

}  // namespace zipper
