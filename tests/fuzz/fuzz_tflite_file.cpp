// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>

#include "core/models/merged_file.h"
#include "core/models/tflite_model.h"
#include "core/support/error.h"
#include "fuzz/scratch_files.h"

/// The input is a TensorFlow Lite model, with whatever archive behind it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const zipper::test::ScratchFiles files;
  const auto path = files.write("fuzz.tflite", data, size);
  try {
    if (!zipper::looksLikeTflite(path)) return 0;
    const zipper::TensorFile file = zipper::readTflite(path);
    if (zipper::holdsMergedNetwork(file)) zipper::taskOfMerged(file, "");
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
