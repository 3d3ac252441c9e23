// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/containers/tfjs_model.h"
#include "core/models/tfjs_file.h"
#include "core/support/error.h"
#include "fuzz/scratch_files.h"

/// The input is a model.json; beside it lie weights.bin of 64 bytes and a metadata.json that is the input, too. Where
/// its metadata say that it is an export of this program, its layers are read as those of one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const zipper::test::ScratchFiles files;
  static const auto weights = files.write("weights.bin", std::string(64, '\0').data(), 64);
  const auto path = files.write("model.json", data, size);
  files.write("metadata.json", data, size);
  try {
    if (zipper::looksLikeTfjs(path)) zipper::readTfjsNetwork(path);
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
