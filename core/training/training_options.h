// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/data/dataset.h"
#include "core/data/preprocess.h"
#include "core/support/compute_device.h"

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
  /// Only the layers of the head are trained: every other weight, and the statistics of batch normalization, keep their
  /// bits. Without random changes to the images what the head reads is computed once for all epochs.
  bool headOnly = false;
  std::uint64_t seed = 1;
  int loaderThreads = 1;
  ComputeDevice device = {};
};

}  // namespace zipper
