// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace zipper {

/// A file of the sample that is part of the program.
struct SampleFile {
  std::string name;  ///< path below the sample folder
  const char* data;
  std::size_t bytes;
};

const std::vector<SampleFile>& sampleFiles();

/// Writes all sample files below the folder, which is created if needed: two networks (fashion.safetensors,
/// digits.safetensors) and their data (fashion/, digits/). Files that are there already are replaced.
void writeSamples(const std::filesystem::path& folder);

}  // namespace zipper
