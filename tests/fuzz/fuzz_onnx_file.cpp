// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/models/onnx_file.h"
#include "core/support/error.h"
#include "fuzz/scratch_files.h"

/// The input is an ONNX file. Beside it is another one, with data that it may ask for: "external.data".
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const zipper::test::ScratchFiles files;
  static const std::vector<std::uint8_t> beside(1 << 16, 1);
  static const auto dataFile = files.write("external.data", beside.data(), beside.size());
  const auto path = files.write("fuzz.onnx", data, size);
  try {
    if (zipper::looksLikeOnnx(path)) zipper::readOnnx(path);
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
