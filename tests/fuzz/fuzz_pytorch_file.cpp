// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/pytorch_file.h"
#include "core/support/error.h"
#include "fuzz/pytorch_input.h"
#include "fuzz/scratch_files.h"

/// The input is what archiveOfInput() says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const zipper::test::ScratchFiles files;
  const std::string bytes = zipper::test::archiveOfInput(data, size, false);
  const auto path = files.write("fuzz.pt", bytes.data(), bytes.size());
  try {
    if (zipper::looksLikePyTorch(path)) zipper::readPyTorch(path);
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
