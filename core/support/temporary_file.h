// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

#include "core/support/descriptor.h"
#include "core/support/file_stamp.h"

namespace zipper {

/// A new, empty file beside another one, to take its place when it is complete; removed at the end of its life unless
/// it did. It is called "NAME.HOST-PID-NUMBER.tmp" and locked while this program lives, so that what a killed program
/// left can be told from what a living one writes: the next one for the same target removes it.
class TemporaryFile {
 public:
  /// Throws Error "TITLE: can't be written: ...". Has the permissions of `target` if that is there: mode and access
  /// list, owner and group as far as this user may give them (a group that can't be kept gets no rights).
  TemporaryFile(const std::filesystem::path& target, const std::filesystem::path& title);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  int descriptor() const { return file_.get(); }
  const std::string& name() const { return name_; }
  /// Writes what is still in memory to the disk and puts the file into the place of the target. Error as above.
  void replaceTarget();

 private:
  std::filesystem::path target_, title_;
  std::string name_;
  Descriptor file_;
};

/// The state of the file that this thread put into place last, as it was at that moment.
FileStamp lastReplacement();

/// Removes what killed programs left in a folder of files like the above, of all targets.
void removeStaleTemporaries(const std::filesystem::path& folder);

}  // namespace zipper
