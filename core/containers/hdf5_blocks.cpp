// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/hdf5_blocks.h"

#include <algorithm>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::uint64_t most = 8 << 20;

}  // namespace

Hdf5Blocks::Hdf5Blocks(const InputFile& file) : file_(file), left_(most + std::min(file.size(), most)) {}

void Hdf5Blocks::spend(std::uint64_t amount) {
  if (amount > left_) fail("its structure is far larger than that of a network's weights, or goes in circles");
  left_ -= amount;
}

void Hdf5Blocks::checkInside(std::uint64_t address, std::uint64_t bytes, const std::string& what) const {
  if (address > file_.size() || bytes > file_.size() - address)
    fail(what, " at byte ", address, " with ", bytes, " bytes reaches beyond the end of the file (", file_.size(),
         " bytes)");
}

std::string Hdf5Blocks::read(std::uint64_t address, std::uint64_t bytes, const std::string& what) {
  checkInside(address, bytes, what);
  spend(bytes + costOfReading);
  std::string read(std::size_t(bytes), '\0');
  file_.read(address, read.data(), read.size());
  return read;
}

}  // namespace zipper
