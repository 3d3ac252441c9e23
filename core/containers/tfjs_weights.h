// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/support/json_reader.h"
#include "core/support/libtorch.h"

namespace zipper {

/// A weight as the manifest of a model of TensorFlow.js describes it.
struct TfjsWeight {
  std::string name;
  std::string type;  ///< of its values: "float32", "int32", "bool", "uint8", "complex64"
  std::vector<std::int64_t> shape;
  std::string storedAs;              ///< "float16", "uint8", "uint16": quantized; empty: as its type says
  double scale = 1, least = 0;       ///< of the last two: value = scale * stored + least
  std::uint64_t bytes = 0;           ///< in the files
  std::uint64_t bytesAsFloat32 = 0;  ///< when it is read
};

/// Reads the description. `maximumBytes`: how many the values may claim. Throws Error that names the weight: an unknown
/// type or quantization, one without its scale, a shape that isn't one or claims too much.
TfjsWeight tfjsWeight(const Json& json, std::uint64_t maximumBytes);

/// The values of a weight of type "float32" as float32, from `weight.bytes` bytes, little-endian. Quantized ones are
/// computed in double precision. Source: tfjs-core/src/io/io_utils.ts, decodeWeight().
torch::Tensor valuesOf(const TfjsWeight& weight, const char* bytes);

}  // namespace zipper
