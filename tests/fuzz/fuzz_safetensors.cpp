// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>

#include "core/containers/safetensors.h"
#include "core/models/scheme_network.h"
#include "core/support/error.h"
#include "fuzz/scratch_files.h"

/// The input is a safetensors file; its names go through the naming schemes, too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const zipper::test::ScratchFiles files;
  const auto path = files.write("fuzz.safetensors", data, size);
  try {
    if (zipper::looksLikeSafetensors(path)) zipper::networkOfTensors(zipper::readSafetensors(path), {});
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
