// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/containers/input_file.h"

namespace zipper {

/// One tensor as the index of a TensorFlow checkpoint describes it. Nothing but `name` is checked yet.
struct BundleEntry {
  std::string name;
  int type = 0;                     ///< DataType of TensorFlow's types.proto: 1 float, 2 double, 3 int32, ...
  std::vector<std::int64_t> shape;  ///< as the file says, maybe negative
  bool sliced = false;              ///< a partitioned variable: its values are in other entries
  std::int64_t shard = 0;
  std::int64_t offset = 0;  ///< first byte in the shard
  std::int64_t size = 0;    ///< bytes
  std::uint32_t crc = 0;    ///< masked CRC-32C of the bytes
};

struct BundleIndex {
  int shards = 1;                    ///< 1 ... 99999
  std::vector<BundleEntry> entries;  ///< in the order of their names, which are unique
};

/// The index file of a TensorFlow checkpoint ("V2", a LevelDB table of protobuf messages). Takes as much
/// memory as the file has bytes, plus at most 16 MiB. Throws Error that names the tensor but not the file: see
/// readLevelDbTable; bad protobuf; no header; big-endian data; shapes of more than 32 dimensions.
/// Source: TensorFlow, tensorflow/core/protobuf/tensor_bundle.proto, tensorflow/core/util/tensor_bundle/naming.cc.
BundleIndex readBundleIndex(const InputFile& file);

/// "PREFIX.data-00000-of-00001"
std::string shardName(const std::string& prefix, std::int64_t shard, int shards);

/// "float32", "int64", "string", ...; "type 77" for what isn't known.
std::string bundleTypeName(int type);

}  // namespace zipper
