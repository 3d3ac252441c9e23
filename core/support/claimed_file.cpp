// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/claimed_file.h"

#include "core/support/error.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

FileLock lockFor(const fs::path& path) {
  std::error_code code;
  const auto status = fs::status(path, code);
  return fs::exists(status) && !fs::is_regular_file(status) ? FileLock() : FileLock(lockFileOf(path));
}

}  // namespace

ClaimedFile::ClaimedFile(const fs::path& path) : path_(path), lock_(lockFor(path)), stamp_(stampOf(path)) {}

bool ClaimedFile::hasChanged() const {
  const FileStamp now = stampOf(path_);
  return now.exists && now != stamp_;
}

void ClaimedFile::tryAgain() {
  if (!lock_.isHeld()) lock_ = lockFor(path_);
}

fs::path freeNameBeside(const fs::path& path) {
  for (int number = 2;; ++number) {
    fs::path name = path;
    name.replace_filename(concat(path.stem().string(), "-", number, path.extension().string()));
    std::error_code code;
    if (!fs::exists(fs::symlink_status(name, code))) return name;
  }
}

}  // namespace zipper
