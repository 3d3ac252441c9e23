// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/containers/crc32c.h"
#include "crafted_bytes.h"

namespace zipper::test {

/// LevelDB tables and TensorFlow's index entries, byte by byte, right and wrong ones.

inline std::string varint(std::uint64_t value) {
  std::string text;
  for (; value >= 0x80; value >>= 7) text += char(value | 0x80);
  return text + char(value);
}

inline std::string numberField(int number, std::uint64_t value) {
  return varint(std::uint64_t(number) << 3) + varint(value);
}

inline std::string bytesField(int number, const std::string& bytes) {
  return varint(std::uint64_t(number) << 3 | 2) + varint(bytes.size()) + bytes;
}

/// What an entry of the index says; the fields are those of BundleEntryProto.
struct CraftedIndexEntry {
  std::uint64_t type = 1;
  std::vector<std::int64_t> shape{2, 3};
  std::uint64_t shard = 0, offset = 0, size = 24;
  std::uint32_t crc = 0;

  std::string bytes() const {
    std::string dimensions;
    for (const auto size : shape) dimensions += bytesField(2, numberField(1, std::uint64_t(size)));
    return numberField(1, type) + bytesField(2, dimensions) + numberField(3, shard) + numberField(4, offset) +
           numberField(5, size) + varint(6 << 3 | 5) + littleEndian(crc, 4);
  }
};

inline std::string blockEntry(const std::string& key, const std::string& value, std::uint64_t shared = 0) {
  return varint(shared) + varint(key.size()) + varint(value.size()) + key + value;
}

/// One restart point.
inline std::string block(const std::string& entries) { return entries + littleEndian(0, 4) + littleEndian(1, 4); }

inline std::string withTrailer(const std::string& content, char compression = 0) {
  const std::string bytes = content + compression;
  return bytes + littleEndian(maskedCrc32c(crc32c(bytes.data(), bytes.size())), 4);
}

/// A table of these blocks, whose contents may be anything; their index has the keys "a", "b", ... so that up to 26
/// blocks may be given.
inline std::string table(const std::vector<std::string>& blocks, char compression = 0) {
  std::string bytes, index;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    index += blockEntry(std::string(1, char('a' + i)), varint(bytes.size()) + varint(blocks[i].size()));
    bytes += withTrailer(blocks[i], compression);
  }
  std::string handles;
  for (const auto& content : {block(""), block(index)}) {
    handles += varint(bytes.size()) + varint(content.size());
    bytes += withTrailer(content);
  }
  handles.resize(40, '\0');
  return bytes + handles + littleEndian(0xdb4775248b80fb57u, 8);
}

inline std::string header(int shards = 1, int endianness = 0) {
  return blockEntry("", numberField(1, std::uint64_t(shards)) + numberField(2, std::uint64_t(endianness)));
}

/// The index of a checkpoint with one tensor "x".
inline std::string indexOf(const CraftedIndexEntry& entry, int shards = 1) {
  return table({block(header(shards) + blockEntry("x", entry.bytes()))});
}

}  // namespace zipper::test
