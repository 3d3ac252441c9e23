// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

InputFile::InputFile(const std::filesystem::path& path, const std::string& expected)
    : name_(printable(path.string(), 4096)) {
  // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
  descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor_ < 0) {
    const int code = errno;
    if (code == ENOENT) fail(name_, ": there is no such file; ", expected, " was expected");
    fail(name_, ": can't be read: ", std::strerror(code), "; ", expected, " was expected");
  }
  struct stat status {};
  const bool known = ::fstat(descriptor_, &status) == 0;
  if (known && S_ISREG(status.st_mode)) {
    size_ = std::uint64_t(status.st_size);
    return;
  }
  ::close(descriptor_);
  const char* found = known && S_ISDIR(status.st_mode) ? "is a folder" : "is not a regular file";
  fail(name_, ": ", found, "; ", expected, " was expected");
}

InputFile::InputFile(Unpacked, std::string bytes, std::string name)
    : name_(std::move(name)), bytes_(std::move(bytes)), size_(bytes_.size()) {}

InputFile::~InputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void InputFile::read(std::uint64_t offset, void* buffer, std::size_t bytes) const {
  char* at = static_cast<char*>(buffer);
  if (descriptor_ < 0) {
    if (offset > size_ || bytes > size_ - offset)
      fail(name_, ": ends at byte ", size_, ", ", bytes, " bytes were expected at ", offset, "; the file is truncated");
    std::memcpy(at, bytes_.data() + offset, bytes);
    return;
  }
  while (bytes > 0) {
    const ssize_t got = ::pread(descriptor_, at, bytes, off_t(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(name_, ": can't be read: ", std::strerror(errno));
    if (got == 0)
      fail(name_, ": ends at byte ", offset, ", ", bytes, " more bytes were expected; the file is truncated");
    at += got;
    offset += std::uint64_t(got);
    bytes -= std::size_t(got);
  }
}

std::string InputFile::beginning(std::size_t bytes) const {
  std::string text(std::size_t(std::min<std::uint64_t>(bytes, size_)), '\0');
  read(0, text.data(), text.size());
  return text;
}

}  // namespace zipper
