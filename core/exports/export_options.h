// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace zipper {

/// What the numbers of an exported file are. Float16: weights take half the memory, the network computes in float32.
/// Int8: weights and maps are integers of 8 bits, see quantization.h.
enum class ExportPrecision { Float32, Float16, Int8 };

/// "float32", "float16", "int8"; and back: Error that lists them.
std::string toString(ExportPrecision precision);
ExportPrecision exportPrecisionFromString(const std::string& text);

/// How inputs and outputs are named, and what stands at the end.
struct GraphNames {
  std::vector<std::string> inputs;   ///< one a task (with a trunk one for all); empty: "image_a", ...; "image" if one
  std::vector<std::string> outputs;  ///< one a task; empty: "logits_a", "probabilities_a" with softmax, ...
  bool softmax = false;              ///< outputs are probabilities
};

/// What an export may choose besides its format. Which formats can do what: ExportFormat.
struct ExportOptions {
  ExportPrecision precision = ExportPrecision::Float32;
  GraphNames names;
};

}  // namespace zipper
