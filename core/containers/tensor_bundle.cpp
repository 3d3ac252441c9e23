// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/tensor_bundle.h"

#include <array>
#include <cstdio>

#include "core/containers/byte_cursor.h"
#include "core/containers/leveldb_table.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::size_t mostBundleAxes = 32;
constexpr std::int64_t maximumShards = 99999;
constexpr std::uint64_t memoryAllowance = 16 << 20;

/// One field of a protobuf message: its number, and its value as a number or as bytes.
struct BundleField {
  std::uint64_t number = 0;
  int wireType = 0;
  std::uint64_t value = 0;
  std::string_view bytes;
};

BundleField nextField(ByteCursor& cursor) {
  const std::uint64_t tag = cursor.varint();
  BundleField field;
  field.number = tag >> 3;
  field.wireType = int(tag & 7);
  switch (field.wireType) {
    case 0:
      field.value = cursor.varint();
      break;
    case 1:
      field.value = cursor.u64();
      break;
    case 2:
      field.bytes = cursor.take(cursor.varint());
      break;
    case 5:
      field.value = cursor.u32();
      break;
    default:
      fail("a protobuf field of kind ", field.wireType, " was found, 0, 1, 2 or 5 were expected");
  }
  return field;
}

/// A field that is known by its number must have the wire type that goes with it.
bool isField(const BundleField& field, std::uint64_t number, int wireType) {
  if (field.number != number) return false;
  if (field.wireType != wireType) fail("protobuf field ", number, " has kind ", field.wireType, ", not ", wireType);
  return true;
}

std::int64_t dimension(std::string_view bytes) {
  std::int64_t size = 0;
  for (ByteCursor cursor(bytes, "a dimension"); cursor.left() > 0;) {
    const BundleField field = nextField(cursor);
    if (isField(field, 1, 0)) size = std::int64_t(field.value);
  }
  return size;
}

std::vector<std::int64_t> shapeOf(std::string_view bytes) {
  std::vector<std::int64_t> shape;
  for (ByteCursor cursor(bytes, "the shape"); cursor.left() > 0;) {
    const BundleField field = nextField(cursor);
    if (isField(field, 2, 2)) shape.push_back(dimension(field.bytes));
    if (isField(field, 3, 0) && field.value != 0) fail("its shape is unknown");
    if (shape.size() > mostBundleAxes) fail("its shape has more than ", mostBundleAxes, " dimensions");
  }
  return shape;
}

BundleEntry entryOf(std::string_view name, std::string_view bytes) {
  BundleEntry entry;
  entry.name = name;
  for (ByteCursor cursor(bytes, "the entry"); cursor.left() > 0;) {
    const BundleField field = nextField(cursor);
    if (isField(field, 1, 0)) entry.type = field.value < 1000 ? int(field.value) : -1;
    if (isField(field, 2, 2)) entry.shape = shapeOf(field.bytes);
    if (isField(field, 3, 0)) entry.shard = std::int64_t(field.value);
    if (isField(field, 4, 0)) entry.offset = std::int64_t(field.value);
    if (isField(field, 5, 0)) entry.size = std::int64_t(field.value);
    if (isField(field, 6, 5)) entry.crc = std::uint32_t(field.value);
    if (isField(field, 7, 2)) entry.sliced = true;
  }
  return entry;
}

int shardsOf(std::string_view header) {
  std::int64_t shards = 0;
  for (ByteCursor cursor(header, "the header"); cursor.left() > 0;) {
    const BundleField field = nextField(cursor);
    if (field.number == 1 && field.wireType == 2)
      fail(
          "it is a checkpoint of TensorFlow's first format (a single file); save it again with a tf.train.Saver of "
          "write_version V2");
    if (isField(field, 1, 0)) shards = std::int64_t(field.value);
    if (isField(field, 2, 0) && field.value != 0)
      fail("the header: its data are big-endian, little-endian was expected");
  }
  if (shards < 1 || shards > maximumShards)
    fail("the header: ", shards, " data files, 1 ... ", maximumShards, " were expected");
  return int(shards);
}

}  // namespace

BundleIndex readBundleIndex(const InputFile& file) {
  BundleIndex index;
  bool hasHeader = false;
  std::uint64_t memory = 0;
  readLevelDbTable(file, [&](std::string_view key, std::string_view value) {
    if (key.empty()) {
      index.shards = shardsOf(value);
      hasHeader = true;
      return;
    }
    if (key[0] == '\0') return;  // a slice of a partitioned variable; the entry of the whole one says so
    // Keys share their beginnings in the file, not in memory.
    try {
      index.entries.push_back(entryOf(key, value));
      memory += key.size() + sizeof(BundleEntry) + index.entries.back().shape.size() * sizeof(std::int64_t);
    } catch (const Error& error) {
      fail("'", printable(std::string(key)), "': ", error.what());
    }
    if (memory > memoryAllowance) fail("its entries take more than ", memoryAllowance, " bytes of memory");
  });
  if (!hasHeader) fail("it has no header; a LevelDB table, but not the index of a TensorFlow checkpoint");
  return index;
}

std::string shardName(const std::string& prefix, std::int64_t shard, int shards) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), ".data-%05lld-of-%05d", static_cast<long long>(shard), shards);
  return prefix + text.data();
}

std::string bundleTypeName(int type) {
  static const std::array<const char*, 24> names{"invalid",    "float32", "float64",   "int32",   "uint8",   "int16",
                                                 "int8",       "string",  "complex64", "int64",   "bool",    "qint8",
                                                 "quint8",     "qint32",  "bfloat16",  "qint16",  "quint16", "uint16",
                                                 "complex128", "float16", "resource",  "variant", "uint32",  "uint64"};
  return type >= 0 && std::size_t(type) < names.size() ? names[std::size_t(type)] : concat("type ", type);
}

}  // namespace zipper
