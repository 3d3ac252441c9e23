// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

namespace zipper {

/// A regular file, open for reading at any place, or what was unpacked from one. Errors begin with its path and say
/// what was expected.
class InputFile {
 public:
  /// `expected` completes "... was expected", for example "a safetensors file". Throws Error if there is no such file,
  /// it is a folder, a device or a pipe, or can't be opened.
  InputFile(const std::filesystem::path& path, const std::string& expected);
  /// Bytes in memory; `name` begins the messages.
  static InputFile ofBytes(std::string bytes, std::string name) {
    return {Unpacked{}, std::move(bytes), std::move(name)};
  }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile();

  /// As it may stand in a message.
  const std::string& name() const { return name_; }
  /// Bytes when it was opened.
  std::uint64_t size() const { return size_; }
  /// Fills the buffer; Error if the file ends before.
  void read(std::uint64_t offset, void* buffer, std::size_t bytes) const;
  /// Up to `bytes` bytes from the beginning, fewer if the file is shorter.
  std::string beginning(std::size_t bytes) const;

 private:
  struct Unpacked {};
  InputFile(Unpacked, std::string bytes, std::string name);

  std::string name_;
  int descriptor_ = -1;
  std::string bytes_;  ///< without a descriptor
  std::uint64_t size_ = 0;
};

}  // namespace zipper
