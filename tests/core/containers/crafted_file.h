// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace zipper::test {

/// A folder that is removed at the end, and files in it that are made byte by byte.
class CraftedFiles {
 public:
  std::filesystem::path path(const std::string& name) const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

  static std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }

  /// Eight bytes, little-endian.
  static std::string prefix(std::uint64_t length) {
    std::string bytes;
    for (int i = 0; i < 8; ++i) bytes += char(length >> (8 * i) & 0xff);
    return bytes;
  }

  static std::string safetensors(const std::string& header, std::size_t dataBytes = 0) {
    return prefix(header.size()) + header + std::string(dataBytes, '\0');
  }

 private:
  QTemporaryDir folder_;
};

}  // namespace zipper::test
