// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>

#include "core/containers/keras_file.h"
#include "core/support/error.h"
#include "fuzz/scratch_files.h"

/// The input is an HDF5 file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const zipper::test::ScratchFiles files;
  const auto path = files.write("fuzz.h5", data, size);
  try {
    if (zipper::looksLikeKeras(path)) zipper::readKeras(path);
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
