// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/data/loader_options.h"
#include "core/support/libtorch.h"
#include "core/support/process_group.h"

namespace zipper {

struct Batch {
  torch::Tensor images;               ///< [N,C,H,W] float32, channels-last memory layout, normalized
  torch::Tensor labels;               ///< [N] int64, the class offset of the spec already added; undefined without
  std::vector<std::int64_t> indices;  ///< into the data set
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
