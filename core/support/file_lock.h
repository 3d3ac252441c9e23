// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

#include "core/support/descriptor.h"

namespace zipper {

/// Keeps other programs from what a file stands for as long as it lives: a lock of the system (flock) on a file of its
/// own, which the system gives back however the program ends, so that a file which is left, also an empty one, locks
/// nothing. Where the file system has no locks, what stands in the file decides: process, machine and the moment the
/// process started.
class FileLock {
 public:
  FileLock() = default;
  /// Tries to take it; never waits.
  explicit FileLock(const std::filesystem::path& file);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  /// Gives it back and removes the file.
  ~FileLock();

  bool isHeld() const { return held_; }
  /// Who holds it instead: "zipper-workbench (process 4711)"; empty if nobody is known to.
  const std::string& holder() const { return holder_; }
  /// Why there is no lock although nobody holds it, or why it may not hold; empty if all is well.
  const std::string& doubt() const { return doubt_; }

 private:
  bool open();
  void take(bool locked);

  std::filesystem::path file_;
  Descriptor descriptor_;
  bool held_ = false;
  std::string holder_, doubt_;
};

/// The lock of a document lies beside it: ".NAME.lock"; beside what a link leads to.
std::filesystem::path lockFileOf(const std::filesystem::path& document);

}  // namespace zipper
