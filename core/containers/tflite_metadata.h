// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <set>
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

/// The associated files of a model: a ZIP archive behind it.
struct TfliteFiles {
  std::map<std::string, std::string> texts;  ///< by name: at most 64, of at most tfliteFileBytes bytes each
  std::set<std::string> tooLarge;            ///< the names of larger ones, at most 64
};
inline constexpr std::uint64_t tfliteFileBytes = std::uint64_t(1) << 20;

/// None if there is no archive, or a damaged one.
TfliteFiles readTfliteFiles(const InputFile& file, TfliteBudget& budget);

}  // namespace zipper
