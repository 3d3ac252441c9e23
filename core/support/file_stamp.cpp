// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/file_stamp.h"

#include <sys/stat.h>

#include <tuple>

namespace zipper {

namespace {

FileStamp stampFrom(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return {};
  return {true,
          std::uint64_t(status.st_dev),
          std::uint64_t(status.st_ino),
          std::uint64_t(status.st_size),
          std::int64_t(status.st_mtim.tv_sec),
          std::int64_t(status.st_mtim.tv_nsec)};
}

}  // namespace

bool FileStamp::operator==(const FileStamp& other) const {
  const auto all = [](const FileStamp& stamp) {
    return std::make_tuple(stamp.exists, stamp.device, stamp.inode, stamp.bytes, stamp.seconds, stamp.nanoseconds);
  };
  return all(*this) == all(other);
}

FileStamp stampOf(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? stampFrom(status) : FileStamp{};
}

FileStamp stampOf(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 ? stampFrom(status) : FileStamp{};
}

}  // namespace zipper
