// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>

namespace zipper {

/// What tells one state of a file from another: atomic replacement changes the inode, anything else size or time.
struct FileStamp {
  bool exists = false;
  std::uint64_t device = 0, inode = 0, bytes = 0;
  std::int64_t seconds = 0, nanoseconds = 0;

  bool operator==(const FileStamp& other) const;
  bool operator!=(const FileStamp& other) const { return !(*this == other); }
};

/// Of a regular file; of anything else as if it weren't there.
FileStamp stampOf(const std::filesystem::path& path);
FileStamp stampOf(int descriptor);

}  // namespace zipper
