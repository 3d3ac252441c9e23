// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/containers/crafted_leveldb.h"
#include "core/containers/tensorflow_checkpoint.h"
#include "core/support/error.h"
#include "fuzz/scratch_files.h"

/// The input is a byte that tells what the first part is (even: an index file as it is; odd: the content of an index
/// file's one block, which gets its checksums here), two bytes with the length of that part, the part, and the bytes of
/// the data file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  static const zipper::test::ScratchFiles files;
  const std::size_t length = std::min<std::size_t>(data[1] + 256u * data[2], size - 3);
  std::string index(reinterpret_cast<const char*>(data) + 3, length);
  if (data[0] % 2 == 1) index = zipper::test::table({index});
  const auto path = files.write("fuzz.index", index.data(), index.size());
  files.write("fuzz.data-00000-of-00001", data + 3 + length, size - 3 - length);
  try {
    if (zipper::looksLikeTensorFlowCheckpoint(path)) zipper::readTensorFlowCheckpoint(path, data[0] % 4 >= 2);
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
