// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>

#include "core/formats/onnx_file.h"
#include "core/support/error.h"
#include "fuzz/scratch_files.h"

/// The input is an ONNX file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const zipper::test::ScratchFiles files;
  const auto path = files.write("fuzz.onnx", data, size);
  try {
    if (zipper::looksLikeOnnx(path)) zipper::readOnnx(path);
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
