// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/byte_file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

// Deflate can't shrink anything below 1/1032 of its size: https://www.zlib.net/zlib_tech.html, "Maximum compression
// factor".
constexpr std::uint64_t maximumCompression = 1032;
// No data set of images shrinks to a hundredth: what claims so is checked before it fills the memory.
constexpr std::uint64_t plausibleCompression = 100;
constexpr std::uint64_t alwaysPlausible = std::uint64_t(256) << 20;

/// Half of the machine's memory, 16 GB at most.
std::uint64_t maximumBytes() {
  const long pages = ::sysconf(_SC_PHYS_PAGES), bytes = ::sysconf(_SC_PAGESIZE);
  const std::uint64_t most = std::uint64_t(16) << 30;
  return pages > 0 && bytes > 0 ? std::min(most, std::uint64_t(pages) / 2 * std::uint64_t(bytes)) : most;
}

}  // namespace

std::string ByteFile::name() const { return wholePrintable(path_.string()); }

ByteFile::ByteFile(fs::path path) : path_(std::move(path)) {
  std::error_code code;
  checkRegularFile(path_);
  file_.reset(gzopen(path_.c_str(), "rbe"));
  if (!file_) fail(name(), ": can't be read: ", std::strerror(errno));
  fileSize_ = fs::file_size(path_, code);
  if (code) fail(name(), ": can't be read: ", code.message());
  gzbuffer(file_.get(), 1 << 18);
}

void ByteFile::failTruncated(std::uint64_t expected, std::uint64_t found) const {
  fail(name(), ": is truncated: ", expected, " bytes were expected", meaning_.empty() ? "" : " (", meaning_,
       meaning_.empty() ? "" : ")", ", ", found, " were found; download or copy the file again");
}

void ByteFile::failIfDamaged() const {
  int code = Z_OK;
  const char* text = gzerror(file_.get(), &code);
  if (code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR) return;  // Z_BUF_ERROR: the stream ends too early
  if (code == Z_MEM_ERROR) fail(name(), ": not enough memory to decompress it");
  fail(name(), ": is damaged: ", code == Z_ERRNO ? std::strerror(errno) : text, "; download or copy the file again");
}

void ByteFile::read(void* data, std::size_t bytes) {
  auto* at = static_cast<unsigned char*>(data);
  const std::uint64_t end = position_ + bytes;
  while (position_ < end) {
    const auto chunk = unsigned(std::min<std::uint64_t>(end - position_, 1U << 24));
    const int count = gzread(file_.get(), at, chunk);
    if (count < 0) failIfDamaged();
    if (count <= 0) failTruncated(std::max(end, expected_), position_);
    at += count;
    position_ += std::uint64_t(count);
  }
}

void ByteFile::expectSize(std::uint64_t total, const std::string& meaning) {
  meaning_ = meaning;
  expected_ = total;
  const bool plain = gzdirect(file_.get()) != 0;
  if (plain && fileSize_ < total) failTruncated(total, fileSize_);
  if (plain && fileSize_ > total)
    fail(name(), ": ", total, " bytes were expected (", meaning, "), ", fileSize_,
         " were found; the header doesn't belong to the contents, download or copy the file again");
  if (total / maximumCompression > fileSize_)
    fail(name(), ": is truncated: ", total, " bytes were expected (", meaning, "), its ", fileSize_,
         " compressed bytes can't hold them; download or copy the file again");
  if (!plain && total > alwaysPlausible && total / plausibleCompression > fileSize_)
    fail(name(), ": needs ", total, " bytes of memory (", meaning, "), ", total / std::max<std::uint64_t>(1, fileSize_),
         " times its own size; images never shrink so much: unpack it if it is what it should be");
  checkMemory(path_, total, meaning);
}

void checkMemory(const fs::path& path, std::uint64_t bytes, const std::string& meaning) {
  if (bytes > maximumBytes())
    fail(wholePrintable(path.string()), ": needs ", bytes, " bytes of memory (", meaning, "), at most ", maximumBytes(),
         " are allowed on this machine; split the data set");
}

void ByteFile::expectEnd() {
  char extra = 0;
  const int count = gzread(file_.get(), &extra, 1);
  int code = Z_OK;
  gzerror(file_.get(), &code);
  if (count < 0) failIfDamaged();
  if (count < 0 || code == Z_BUF_ERROR)
    fail(name(), ": is truncated: the end of the compressed data is missing; download or copy the file again");
  if (count > 0)
    fail(name(), ": ", position_, " bytes were expected (", meaning_,
         "), more were found; the header doesn't belong to the contents, download or copy the file again");
}

}  // namespace zipper
