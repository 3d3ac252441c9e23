// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/support/descriptor.h"

namespace zipper {

/// A new folder of its own for temporary files (below TMPDIR, or /tmp); removed with everything in it at the end of its
/// life. What killed programs of this user left is removed when the next one is made.
class TemporaryFolder {
 public:
  /// Throws Error that names the place if the folder can't be created.
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  Descriptor lock_;  ///< says that it is in use
};

/// Writes a new file into such a folder, without waiting for the disk. Error if there is one already, or no room.
void writeUnsynced(const std::filesystem::path& path, const std::string& bytes);

}  // namespace zipper
