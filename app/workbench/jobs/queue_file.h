// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "core/recipe/recipe_queue.h"
#include "core/support/file_lock.h"

namespace zipper {

/// Where the queue for some networks is kept, so that it survives a restart. While one program has it, another one
/// doesn't. Writing is for the worker, the rest for the window; both may be at it at once.
class QueueFile {
 public:
  explicit QueueFile(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }
  /// Why nothing is kept; empty if it is.
  std::string trouble() const;
  /// What was kept; empty if nothing was. A file that can't be read is set aside, under another name, and an Error says
  /// so. `layers`: of the networks.
  std::vector<QueuedRecipe> read(int layers);
  /// An empty queue removes the file. What is older than what was written already changes nothing: `revision` counts.
  /// Throws Error.
  void write(const std::vector<QueuedRecipe>& queue, int revision);
  /// Whether so new a queue was written.
  bool isWritten(int revision) const;

 private:
  std::filesystem::path path_;
  FileLock lock_;
  std::string trouble_;
  mutable std::mutex mutex_;
  int written_ = 0;  ///< revision; guarded by mutex_
};

/// The place of the queue for these networks in a folder: networks are told by their hashes.
std::filesystem::path queueFileFor(const std::filesystem::path& folder, const Recipe& recipe);

}  // namespace zipper
