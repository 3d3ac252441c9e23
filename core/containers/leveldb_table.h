// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/containers/input_file.h"

namespace zipper {

/// True if the file ends like a LevelDB table.
bool looksLikeLevelDbTable(const InputFile& file);

/// Calls `visit(key, value)` for every entry of a LevelDB table, in the order of the keys. libleveldb's own reader
/// trusts the lengths in the file (a block of 2^64 - 5 bytes, a key of 2^32 - 1 bytes), so it isn't used for files of
/// strangers. Takes memory for one block at a time; every block's checksum is checked. Throws Error that says where the
/// file is damaged, without the file's name: no table, blocks beyond the end or not one behind the other, wrong
/// checksums, keys that don't ascend or are longer than 4096 bytes, compressed blocks (TensorFlow writes none).
/// Source: LevelDB, doc/table_format.md; TensorFlow, tensorflow/core/lib/io/format.cc.
void readLevelDbTable(const InputFile& file,
                      const std::function<void(std::string_view key, std::string_view value)>& visit);

}  // namespace zipper
