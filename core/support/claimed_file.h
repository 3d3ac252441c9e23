// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

#include "core/support/file_lock.h"
#include "core/support/file_stamp.h"
#include "core/support/temporary_file.h"

namespace zipper {

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
  /// What stands there now is known: it was read, or put aside.
  void remember() { stamp_ = stampOf(path_); }
  /// This thread has just replaced it by writeFileAtomically(). Another program may have done so since, so that what
  /// stands there now needn't be what was written.
  void rememberWritten() { stamp_ = lastReplacement(); }
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
