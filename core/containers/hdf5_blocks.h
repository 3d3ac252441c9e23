// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

#include "core/containers/input_file.h"

namespace zipper {

/// Reads pieces of an HDF5 file's structure. Everything is paid for, so that entangled files end and nothing is large
/// that the file isn't. Errors don't name the file.
class Hdf5Blocks {
 public:
  /// What a small piece takes in time and memory, in bytes.
  static constexpr std::uint64_t costOfReading = 128;

  /// The file must live as long.
  explicit Hdf5Blocks(const InputFile& file);

  const InputFile& file() const { return file_; }
  /// Error if more was spent than the structure of a network's weights takes.
  void spend(std::uint64_t amount);
  /// Error if the bytes reach beyond the end of the file; `what` begins the message.
  void checkInside(std::uint64_t address, std::uint64_t bytes, const std::string& what) const;
  std::string read(std::uint64_t address, std::uint64_t bytes, const std::string& what);

 private:
  const InputFile& file_;
  std::uint64_t left_;
};

}  // namespace zipper
