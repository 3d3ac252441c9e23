// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/data/preprocess.h"
#include "core/support/libtorch.h"
#include "core/support/process_group.h"

namespace zipper {

struct Batch {
  torch::Tensor images;               ///< [N,C,H,W] float32, channels-last memory layout, normalized
  torch::Tensor labels;               ///< [N] int64, the class offset of the spec already added; undefined without
  std::vector<std::int64_t> indices;  ///< into the data set
};

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

/// Of the batches that next() has returned so far.
struct UnreadableImages {
  std::int64_t count = 0;             ///< different images, however many epochs they were tried in
  std::vector<std::string> messages;  ///< the first ten
};

/// "3 images can't be read and are left out: FIRST; SECOND; THIRD", with " and N more" behind the first five; to be
/// called with at least one.
std::string unreadableText(const UnreadableImages& images);

/// Prepares batches on threads of its own. The batches depend on data set, spec and options only, never on the number
/// of threads or their timing. Images that can't be decoded are left out of their batch and counted; when a whole pass
/// (of this share) holds no readable image, next() throws Error. The destructor and stop() return at once (within one
/// image). Any other failure on a thread surfaces from next(), which then throws it again whenever it is called.
class BatchLoader {
 public:
  /// Throws Error if the data set is empty, the batch size is below 1, or an image's label is outside the outputs of
  /// the spec (unless labels aren't wanted), or what a network makes of a batch doesn't fit into the machine's memory.
  BatchLoader(DatasetPtr dataset, const MobileNetSpec& spec, const LoaderOptions& options);
  ~BatchLoader();
  BatchLoader(const BatchLoader&) = delete;
  BatchLoader& operator=(const BatchLoader&) = delete;

  /// The next batch, in order; nothing at the end of the pass or after stop(). To be called from one thread.
  std::optional<Batch> next();
  /// May be called from any thread; a next() that waits returns nothing.
  void stop();
  UnreadableImages unreadable() const;
  /// Those of all processes of a group, the same in all of them: each must call it. Without a group as unreadable().
  UnreadableImages unreadable(const ProcessGroupPtr& group) const;
  /// Batches of one epoch.
  std::int64_t batchesPerEpoch() const;

 private:
  class Worker;
  std::unique_ptr<Worker> worker_;
};

}  // namespace zipper
