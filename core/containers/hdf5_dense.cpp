// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/hdf5_dense.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "core/containers/byte_cursor.h"
#include "core/containers/hdf5_messages.h"

namespace zipper {

namespace {

constexpr int hugeRecords = 1, linkRecords = 5, attributeRecords = 8;
constexpr int maximumDepth = 8;

int log2Of(std::uint64_t value) {
  int bits = 0;
  while (value >>= 1) ++bits;
  return bits;
}

/// Bytes that a number up to `largest` takes in the file.
std::uint64_t bytesFor(std::uint64_t largest) { return std::uint64_t(log2Of(largest) / 8 + 1); }

/// A little-endian number of 1 to 8 bytes.
std::uint64_t numberOf(ByteCursor& cursor, std::uint64_t bytes) {
  std::uint64_t value = 0;
  const std::string_view digits = cursor.take(bytes);
  std::memcpy(&value, digits.data(), std::min<std::size_t>(digits.size(), sizeof value));
  return value;
}

/// A tree of version 2: records of a fixed size in nodes of a fixed size.
class RecordTree {
 public:
  RecordTree(Hdf5Blocks& blocks, std::uint64_t address, int expectedType) : blocks_(blocks), type_(expectedType) {
    const std::string what = "a tree of version 2", head = blocks.read(address, 34, what);
    ByteCursor cursor(head, what);
    cursor.expect("BTHD");
    cursor.skip(1);
    const int type = cursor.u8();
    if (type != expectedType) fail(what, " holds records of type ", type, ", ", expectedType, " was expected");
    nodeBytes_ = cursor.u32();
    recordBytes_ = cursor.u16();
    depth_ = cursor.u16();
    cursor.skip(2);
    root_ = cursor.u64();
    rootRecords_ = cursor.u16();
    if (depth_ > maximumDepth || recordBytes_ == 0 || nodeBytes_ < 64 || nodeBytes_ < 2 * recordBytes_ + 10)
      fail(what, " has nodes of ", nodeBytes_, " bytes for records of ", recordBytes_, ", and depth ", depth_);
    measureNodes();
  }

  std::vector<std::string> records() {
    std::vector<std::string> found;
    if (root_ == undefinedAddress || rootRecords_ == 0) return found;
    std::vector<Place> places{{root_, rootRecords_, depth_}};
    while (!places.empty()) {
      const Place place = places.back();
      places.pop_back();
      readNode(place, places, found);
    }
    return found;
  }

 private:
  struct Place {
    std::uint64_t address;
    std::uint64_t records;
    int level;
  };

  /// How many bytes a node of each level has for the number of records in and below its children.
  void measureNodes() {
    std::uint64_t most = (nodeBytes_ - 10) / recordBytes_, total = most;
    countBytes_ = bytesFor(most);
    totalBytes_ = {0, 0};
    for (int level = 1; level <= depth_; ++level) {
      const std::uint64_t pointer = 8 + countBytes_ + totalBytes_[std::size_t(level)];
      if (nodeBytes_ < 10 + pointer) fail("a tree of version 2 has nodes of ", nodeBytes_, " bytes");
      most = (nodeBytes_ - 10 - pointer) / (recordBytes_ + pointer);
      if (__builtin_mul_overflow(most + 1, total, &total) || __builtin_add_overflow(total, most, &total))
        fail("a tree of version 2 is too deep");
      totalBytes_.push_back(bytesFor(total));
    }
  }

  void readNode(const Place& place, std::vector<Place>& places, std::vector<std::string>& found) {
    const std::string what = "a node of a tree of version 2";
    const std::uint64_t pointer = place.level == 0 ? 0 : 8 + countBytes_ + totalBytes_[std::size_t(place.level)];
    const std::uint64_t used = 6 + place.records * recordBytes_ + (place.level == 0 ? 0 : place.records + 1) * pointer;
    if (used > nodeBytes_) fail(what, " has ", place.records, " records, more than fit");
    const std::string node = blocks_.read(place.address, used, what);
    ByteCursor cursor(node, what);
    cursor.expect(place.level == 0 ? "BTLF" : "BTIN");
    cursor.skip(1);
    if (cursor.u8() != type_) fail(what, " holds records of another type than the tree");
    for (std::uint64_t i = 0; i < place.records; ++i) {
      blocks_.spend(Hdf5Blocks::costOfReading);
      found.emplace_back(cursor.take(recordBytes_));
    }
    if (place.level == 0) return;
    for (std::uint64_t i = 0; i <= place.records; ++i) {
      const std::uint64_t address = cursor.u64(), records = numberOf(cursor, countBytes_);
      cursor.skip(totalBytes_[std::size_t(place.level)]);
      places.push_back({address, records, place.level - 1});
    }
  }

  Hdf5Blocks& blocks_;
  const int type_;
  std::uint64_t nodeBytes_ = 0, recordBytes_ = 0, root_ = 0, rootRecords_ = 0, countBytes_ = 0;
  std::vector<std::uint64_t> totalBytes_;  ///< by level of the node that holds the number
  int depth_ = 0;
};

/// Objects of any size in blocks that grow; an object is known by an identifier.
class FractalHeap {
 public:
  FractalHeap(Hdf5Blocks& blocks, std::uint64_t address) : blocks_(blocks) {
    const std::string what = "a fractal heap", head = blocks.read(address, 142, what);
    ByteCursor cursor(head, what);
    cursor.expect("FRHP");
    cursor.skip(1);
    idBytes_ = cursor.u16();
    if (cursor.u16() != 0) fail(what, " has filters, which are not read");
    cursor.skip(1);
    const std::uint64_t largestObject = cursor.u32();
    cursor.skip(8);
    hugeTree_ = cursor.u64();
    cursor.skip(80);  // free space and statistics
    width_ = cursor.u16();
    startBytes_ = cursor.u64();
    largestDirect_ = cursor.u64();
    const std::uint64_t addressBits = cursor.u16();
    cursor.skip(2);
    root_ = cursor.u64();
    rows_ = cursor.u16();
    const auto isPower = [](std::uint64_t value) { return value != 0 && (value & (value - 1)) == 0; };
    if (!isPower(width_) || !isPower(startBytes_) || !isPower(largestDirect_) || largestDirect_ < startBytes_ ||
        largestDirect_ > 1 << 30 || addressBits > 64 || addressBits == 0 || rows_ > 64)
      fail(what, " has blocks of ", startBytes_, " to ", largestDirect_, " bytes in ", rows_, " rows of ", width_);
    offsetBytes_ = (addressBits + 7) / 8;
    lengthBytes_ = std::min(std::uint64_t(log2Of(largestDirect_) + 7) / 8, bytesFor(largestObject));
    findBlocks();
  }

  std::string object(std::string_view id) {
    ByteCursor cursor(id, "an object of a fractal heap");
    const int kind = cursor.u8() >> 4;
    if (kind == 0) {
      const std::uint64_t offset = numberOf(cursor, offsetBytes_);
      return managed(offset, numberOf(cursor, lengthBytes_));
    }
    if (kind == 1) return huge(numberOf(cursor, std::min<std::uint64_t>(8, cursor.left())));
    fail("an object of a fractal heap is of kind ", kind, ", 0 or 1 was expected");
  }

  std::uint64_t idBytes() const { return idBytes_; }

 private:
  struct Block {
    std::uint64_t address, bytes;
  };
  struct Indirect {
    std::uint64_t address, offset;
    int rows;
  };

  std::uint64_t bytesOfRow(int row) const { return row == 0 ? startBytes_ : startBytes_ << (row - 1); }

  /// Notes where the blocks are that hold objects.
  void findBlocks() {
    if (root_ == undefinedAddress) return;
    if (rows_ == 0) {
      blocksByOffset_[0] = {root_, startBytes_};
      return;
    }
    std::vector<Indirect> pending{{root_, 0, int(rows_)}};
    while (!pending.empty()) {
      const Indirect block = pending.back();
      pending.pop_back();
      readIndirect(block, pending);
    }
  }

  void readIndirect(const Indirect& block, std::vector<Indirect>& pending) {
    const std::string what = "a block of a fractal heap";
    const std::uint64_t entries = std::uint64_t(block.rows) * width_;
    const std::string bytes = blocks_.read(block.address, 13 + offsetBytes_ + entries * 8, what);
    ByteCursor cursor(bytes, what);
    cursor.expect("FHIB");
    cursor.skip(9 + offsetBytes_);
    const int directRows = log2Of(largestDirect_) - log2Of(startBytes_) + 2;
    std::uint64_t offset = block.offset;
    for (int row = 0; row < block.rows; ++row) {
      // Blocks further on would begin beyond 2^63.
      if (log2Of(startBytes_) + row > 62) return;
      for (std::uint64_t i = 0; i < width_; ++i) {
        const std::uint64_t child = cursor.u64();
        if (child != undefinedAddress && row < directRows) blocksByOffset_[offset] = {child, bytesOfRow(row)};
        // Fewer rows than the block that it lies in.
        if (child != undefinedAddress && row >= directRows)
          pending.push_back({child, offset, std::max(1, row - log2Of(width_))});
        if (__builtin_add_overflow(offset, bytesOfRow(row), &offset)) return;
      }
    }
  }

  std::string managed(std::uint64_t offset, std::uint64_t bytes) {
    auto block = blocksByOffset_.upper_bound(offset);
    if (block == blocksByOffset_.begin()) fail("an object of a fractal heap lies in none of its blocks");
    --block;
    const std::uint64_t at = offset - block->first;
    if (at > block->second.bytes || bytes > block->second.bytes - at)
      fail("an object of a fractal heap reaches out of its block");
    return blocks_.read(block->second.address + at, bytes, "an object of a fractal heap");
  }

  /// What is larger than a block has a place of its own, and a tree that knows it.
  std::string huge(std::uint64_t number) {
    if (hugeTree_ == undefinedAddress) fail("a large object of a fractal heap is missing");
    for (const std::string& record : RecordTree(blocks_, hugeTree_, hugeRecords).records()) {
      ByteCursor cursor(record, "a large object");
      const std::uint64_t address = cursor.u64(), bytes = cursor.u64();
      if (cursor.u64() == number) return blocks_.read(address, bytes, "a large object");
    }
    fail("a large object of a fractal heap is missing");
  }

  Hdf5Blocks& blocks_;
  std::uint64_t idBytes_ = 0, hugeTree_ = 0, width_ = 0, startBytes_ = 0, largestDirect_ = 0, root_ = 0, rows_ = 0;
  std::uint64_t offsetBytes_ = 0, lengthBytes_ = 0;
  std::map<std::uint64_t, Block> blocksByOffset_;
};

}  // namespace

std::vector<std::string> denseHdf5Messages(Hdf5Blocks& blocks, Hdf5DenseKind kind, std::uint64_t heapAddress,
                                           std::uint64_t treeAddress) {
  std::vector<std::string> messages;
  if (heapAddress == undefinedAddress || treeAddress == undefinedAddress) return messages;
  FractalHeap heap(blocks, heapAddress);
  const bool areLinks = kind == Hdf5DenseKind::Links;
  RecordTree tree(blocks, treeAddress, areLinks ? linkRecords : attributeRecords);
  for (const std::string& record : tree.records()) {
    ByteCursor cursor(record, "a record of a tree");
    if (areLinks) cursor.skip(4);  // the hash of its name
    messages.push_back(heap.object(cursor.take(heap.idBytes())));
  }
  return messages;
}

}  // namespace zipper
