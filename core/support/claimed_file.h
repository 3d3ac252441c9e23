// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/support/file_lock.h"

namespace zipper {

/// What tells one state of a file from another: atomic replacement changes the inode, anything else size or time.
struct FileStamp {
  bool exists = false;
  std::uint64_t device = 0, inode = 0, bytes = 0;
  std::int64_t seconds = 0, nanoseconds = 0;

  bool operator==(const FileStamp& other) const;
  bool operator!=(const FileStamp& other) const { return !(*this == other); }
};

FileStamp stampOf(const std::filesystem::path& path);

/// A document that this program reads, works on and writes again: other programs are kept from it by a lock beside it,
/// and changes are noticed that they make all the same. Devices and pipes have neither.
class ClaimedFile {
 public:
  /// Tries to take the lock, and remembers what stands there.
  explicit ClaimedFile(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }
  /// Who works on it instead, as FileLock::holder(); empty if nobody is known to.
  const std::string& holder() const { return lock_.holder(); }
  /// Why the lock may not hold; empty if all is well.
  const std::string& doubt() const { return lock_.doubt(); }
  /// Tries to take the lock if somebody else had it.
  void tryAgain();
  /// What stands there now, or stood there at that moment, is what this program read or wrote.
  void remember() { stamp_ = stampOf(path_); }
  void remember(const FileStamp& stamp) { stamp_ = stamp; }
  /// True if something stands there that this program neither read nor wrote; not if it was removed.
  bool hasChanged() const;

 private:
  std::filesystem::path path_;
  FileLock lock_;
  FileStamp stamp_;
};

/// The first of "merged-2.zipper", "merged-3.zipper", ... that isn't there.
std::filesystem::path freeNameBeside(const std::filesystem::path& path);

}  // namespace zipper
