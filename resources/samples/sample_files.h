// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace zipper {

/// A sample is two networks with their images; the programs have these.
enum class EmbeddedSample { Digits, Photographs };

/// What they are called on the command line, the first one is meant where none is named: "digits", "photographs".
std::vector<std::string> embeddedSampleNames();
/// Error if none is called so.
EmbeddedSample embeddedSample(const std::string& name);

/// The tasks of a sample, which its files are called after: the network is NAME.safetensors, its images are below NAME.
std::vector<std::string> taskNamesOf(EmbeddedSample sample);

/// A file of a sample that is part of the program.
struct SampleFile {
  std::string name;  ///< path below the sample folder
  const char* data;
  std::size_t bytes;
};

const std::vector<SampleFile>& sampleFiles(EmbeddedSample sample = EmbeddedSample::Digits);

/// Writes all files of a sample below the folder, which is created if needed. Of photographs this includes who took
/// them, and the licences. Files that are there already are replaced. Throws Error if one can't be written.
void writeSamples(const std::filesystem::path& folder, EmbeddedSample sample = EmbeddedSample::Digits);

}  // namespace zipper
