// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/containers/input_file.h"
#include "core/containers/tflite_budget.h"

namespace zipper {

/// What the metadata of a TensorFlow Lite model say about one of its inputs or outputs.
struct TflitePortMetadata {
  std::vector<float> mean, std;     ///< (value - mean) / std; empty: not told
  std::vector<std::string> labels;  ///< names of associated files with a line for each index
};

struct TfliteMetadata {
  std::vector<TflitePortMetadata> inputs, outputs;  ///< in the order of the model's; fewer: nothing about the others
};

/// Parses the metadata of a model (the entry "TFLITE_METADATA"). Error if they are damaged.
TfliteMetadata parseTfliteMetadata(const flatbuffers::Vector<std::uint8_t>& bytes, TfliteBudget& budget);

/// The associated files of a model, by name: a ZIP archive behind it. Only those of at most 1 MiB, and 64 of them;
/// none if there is no archive, or a damaged one.
std::map<std::string, std::string> readTfliteFiles(const InputFile& file, TfliteBudget& budget);

}  // namespace zipper
