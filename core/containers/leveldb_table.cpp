// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/leveldb_table.h"

#include "core/containers/byte_cursor.h"
#include "core/containers/crc32c.h"

namespace zipper {

namespace {

constexpr std::uint64_t footerBytes = 48, magicBytes = 8, trailerBytes = 5;
constexpr std::string_view magic("\x57\xfb\x80\x8b\x24\x75\x47\xdb", magicBytes);
constexpr std::size_t maximumKey = 4096;

using Visit = std::function<void(std::string_view, std::string_view)>;

struct BlockHandle {
  std::uint64_t offset = 0, size = 0;
};

BlockHandle handleIn(ByteCursor& cursor) {
  BlockHandle handle;
  handle.offset = cursor.varint();
  handle.size = cursor.varint();
  return handle;
}

/// The content of a block without its trailer: one byte for the compression, four for the checksum of all before them.
std::string readBlock(const InputFile& file, const BlockHandle& handle, std::uint64_t end) {
  const std::string what = concat("the block at byte ", handle.offset);
  if (handle.offset > end || end - handle.offset < trailerBytes || handle.size > end - handle.offset - trailerBytes)
    fail(what, " of ", handle.size, " bytes reaches beyond byte ", end);
  std::string bytes(std::size_t(handle.size + trailerBytes), '\0');
  file.read(handle.offset, bytes.data(), bytes.size());
  const auto kind = std::uint8_t(bytes[std::size_t(handle.size)]);
  const std::uint32_t found = maskedCrc32c(crc32c(bytes.data(), std::size_t(handle.size) + 1));
  const std::uint32_t expected = ByteCursor(std::string_view(bytes).substr(std::size_t(handle.size) + 1), what).u32();
  if (found != expected) fail(what, ": checksum ", found, ", ", expected, " was expected; the file is damaged");
  if (kind != 0) fail(what, " is compressed (kind ", int(kind), "), blocks that are not were expected");
  bytes.resize(std::size_t(handle.size));
  return bytes;
}

/// Entries share the beginning of their key with the entry before; behind them are the restart points, which only a
/// search needs.
void forEachEntry(std::string_view block, const std::string& what, const Visit& visit) {
  if (block.size() < 4) fail(what, " has ", block.size(), " bytes, at least 4 were expected");
  const std::uint64_t restarts = ByteCursor(block.substr(block.size() - 4), what).u32();
  if (restarts > block.size() / 4 - 1) fail(what, " has no room for its ", restarts, " restart points");
  ByteCursor cursor(block.substr(0, block.size() - 4 - std::size_t(restarts) * 4), what);
  std::string key;
  while (cursor.left() > 0) {
    const std::uint64_t shared = cursor.varint(), rest = cursor.varint(), valueBytes = cursor.varint();
    if (shared > key.size()) fail(what, ": a key shares ", shared, " bytes with one of ", key.size());
    if (rest > maximumKey - shared) fail(what, ": a key is longer than ", maximumKey, " bytes");
    const std::string before = key;
    key.resize(std::size_t(shared));
    key += cursor.take(rest);
    if (key < before) fail(what, ": its keys don't ascend");
    visit(key, cursor.take(valueBytes));
  }
}

}  // namespace

bool looksLikeLevelDbTable(const InputFile& file) {
  if (file.size() < footerBytes) return false;
  std::string end(magicBytes, '\0');
  file.read(file.size() - magicBytes, end.data(), magicBytes);
  return end == magic;
}

void readLevelDbTable(const InputFile& file, const Visit& visit) {
  if (!looksLikeLevelDbTable(file))
    fail("the last 8 bytes are not those of a LevelDB table; the file is truncated, or none");
  std::string footer(footerBytes, '\0');
  file.read(file.size() - footerBytes, footer.data(), footer.size());
  ByteCursor cursor(footer, "the footer");
  // Where filters would be; nothing is needed from there, but a damaged file is to be noticed.
  readBlock(file, handleIn(cursor), file.size() - footerBytes);
  const BlockHandle indexHandle = handleIn(cursor);
  const std::string index = readBlock(file, indexHandle, file.size() - footerBytes);

  // The index is behind the data. Ascending keys and blocks also see to it that no block is read twice.
  std::string last;
  bool first = true;
  std::uint64_t blocksEnd = 0;
  forEachEntry(index, "the index block", [&](std::string_view, std::string_view value) {
    ByteCursor handleBytes(value, "the index block");
    const BlockHandle handle = handleIn(handleBytes);
    if (handle.offset < blocksEnd) fail("the block at byte ", handle.offset, " overlaps the one before");
    const std::string block = readBlock(file, handle, indexHandle.offset);
    blocksEnd = handle.offset + handle.size + trailerBytes;
    forEachEntry(block, concat("the block at byte ", handle.offset), [&](std::string_view key, std::string_view entry) {
      if (!first && key <= last) fail("the block at byte ", handle.offset, ": its keys don't ascend");
      last = key;
      first = false;
      visit(key, entry);
    });
  });
}

}  // namespace zipper
