// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/npy.h"

#include <cstring>

#include "core/support/error.h"
#include "core/support/files.h"

namespace zipper {

namespace {

/// A Python tuple: "(3,)", "(2, 3)".
std::string shapeTuple(const std::vector<std::int64_t>& shape) {
  std::string text = "(";
  for (std::size_t i = 0; i < shape.size(); ++i) text += concat(i ? ", " : "", shape[i]);
  return text + (shape.size() == 1 ? ",)" : ")");
}

void appendLittleEndian(std::string& bytes, std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) bytes.push_back(char((value >> shift) & 0xFF));
}

}  // namespace

std::string npyBytes(const FloatArray& array) {
  std::int64_t count = 1;
  for (std::int64_t size : array.shape) count *= size;
  if (count != std::int64_t(array.values.size()))
    fail("an array of shape ", shapeTuple(array.shape), " has ", count, " values, ", array.values.size(),
         " were found");
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shapeTuple(array.shape) + ", }";
  // Magic, version and length take 10 bytes; the data must begin at a multiple of 64.
  header.append(63 - (10 + header.size()) % 64, ' ');
  header.push_back('\n');
  std::string bytes("\x93NUMPY\x01\x00", 8);
  bytes.push_back(char(header.size() & 0xFF));
  bytes.push_back(char(header.size() >> 8));
  bytes += header;
  bytes.reserve(bytes.size() + 4 * array.values.size());
  for (float value : array.values) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    appendLittleEndian(bytes, bits);
  }
  return bytes;
}

void writeNpy(const std::filesystem::path& path, const FloatArray& array) {
  writeFileAtomically(path, npyBytes(array));
}

}  // namespace zipper
