// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/data/preprocess.h"
#include "core/support/share.h"

namespace zipper {

/// How batches are made of the images of a data set.
struct LoaderOptions {
  int batchSize = 64;
  bool shuffle = false;
  bool endless = false;   ///< epoch after epoch (each shuffled anew); otherwise one pass, the last batch may be smaller
  bool dropLast = false;  ///< leave out a last batch that isn't full (unless it is the only one of its epoch)
  bool labels = true;     ///< false: labels aren't looked at at all, and may be anything
  Augmentation augmentation;
  std::uint64_t seed = 0;
  int threads = 1;   ///< threads that decode and preprocess, each a batch at a time
  int prefetch = 4;  ///< batches that are prepared ahead (at least one per thread)
  /// Which part of every batch is wanted; the others are never decoded. Batches are then as many for all shares, so
  /// that some may be empty; random numbers are those of the whole batch.
  Share share;
};

}  // namespace zipper
