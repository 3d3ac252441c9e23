// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/byte_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/support/error.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

// Deflate can't shrink anything below 1/1032 of its size: https://www.zlib.net/zlib_tech.html, "Maximum compression
// factor".
constexpr std::uint64_t maximumCompression = 1032;
constexpr std::uint64_t maximumBytes = std::uint64_t(16) << 30;

}  // namespace

ByteFile::ByteFile(fs::path path) : path_(std::move(path)) {
  std::error_code code;
  if (fs::is_directory(path_, code)) fail(path_.string(), ": is a folder, a file was expected");
  file_.reset(gzopen(path_.c_str(), "rbe"));
  if (!file_) fail(path_.string(), ": can't be read: ", std::strerror(errno));
  fileSize_ = fs::file_size(path_, code);
  if (code) fail(path_.string(), ": can't be read: ", code.message());
  gzbuffer(file_.get(), 1 << 18);
}

void ByteFile::failTruncated(std::uint64_t expected, std::uint64_t found) const {
  fail(path_.string(), ": is truncated: ", expected, " bytes were expected", meaning_.empty() ? "" : " (", meaning_,
       meaning_.empty() ? "" : ")", ", ", found, " were found; download or copy the file again");
}

void ByteFile::failIfDamaged() const {
  int code = Z_OK;
  const char* text = gzerror(file_.get(), &code);
  if (code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR) return;  // Z_BUF_ERROR: the stream ends too early
  if (code == Z_MEM_ERROR) fail(path_.string(), ": not enough memory to decompress it");
  fail(path_.string(), ": is damaged: ", code == Z_ERRNO ? std::strerror(errno) : text,
       "; download or copy the file again");
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
    fail(path_.string(), ": ", total, " bytes were expected (", meaning, "), ", fileSize_,
         " were found; the header doesn't belong to the contents, download or copy the file again");
  if (total / maximumCompression > fileSize_)
    fail(path_.string(), ": is truncated: ", total, " bytes were expected (", meaning, "), its ", fileSize_,
         " compressed bytes can't hold them; download or copy the file again");
  if (total > maximumBytes)
    fail(path_.string(), ": needs ", total, " bytes of memory (", meaning, "), at most ", maximumBytes,
         " are allowed; split the data set");
}

void ByteFile::expectEnd() {
  char extra = 0;
  const int count = gzread(file_.get(), &extra, 1);
  int code = Z_OK;
  gzerror(file_.get(), &code);
  if (count < 0) failIfDamaged();
  if (count < 0 || code == Z_BUF_ERROR)
    fail(path_.string(), ": is truncated: the end of the compressed data is missing; download or copy the file again");
  if (count > 0)
    fail(path_.string(), ": ", position_, " bytes were expected (", meaning_,
         "), more were found; the header doesn't belong to the contents, download or copy the file again");
}

}  // namespace zipper
