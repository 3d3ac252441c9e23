// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace zipper {

/// A regular file that is read from its start to its end, plain or gzip-compressed (recognized by its first bytes). All
/// errors name the path. Meant for untrusted files: call expectSize() with what the header promises before taking
/// memory for it.
class ByteFile {
 public:
  explicit ByteFile(std::filesystem::path path);

  /// Reads exactly this many bytes; Error if the file ends before or is damaged.
  void read(void* data, std::size_t bytes);
  /// Throws Error if the (decompressed) file can't have `total` bytes. `meaning` says where the number comes from, e.g.
  /// "10 images of 28x28". A plain file must have exactly that size; of a compressed one only an upper limit is known
  /// beforehand; what claims to have shrunk to less than any images do is refused, and so is what needs more memory
  /// than checkMemory() allows.
  void expectSize(std::uint64_t total, const std::string& meaning);
  /// Throws Error unless everything was read; of a compressed file this checks its checksum.
  void expectEnd();

  const std::filesystem::path& path() const { return path_; }

 private:
  struct Close {
    void operator()(gzFile_s* file) const { gzclose(file); }
  };
  std::string name() const;
  [[noreturn]] void failTruncated(std::uint64_t expected, std::uint64_t found) const;
  void failIfDamaged() const;

  std::filesystem::path path_;
  std::unique_ptr<gzFile_s, Close> file_;
  std::uint64_t fileSize_ = 0;
  std::uint64_t position_ = 0;
  std::uint64_t expected_ = 0;
  std::string meaning_;
};

/// Throws Error that names the path if so many bytes at once are more than half of the machine's memory, or than 16 GB.
void checkMemory(const std::filesystem::path& path, std::uint64_t bytes, const std::string& meaning);

}  // namespace zipper
