// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>

#include "core/data/mat_file.h"
#include "core/support/error.h"

/// The input is a MATLAB file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    zipper::parseMat({reinterpret_cast<const char*>(data), size});
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
