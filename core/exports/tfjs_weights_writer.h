// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/exports/export_options.h"
#include "core/network/named_tensors.h"
#include "core/support/json_reader.h"

namespace zipper {

/// Weights as TensorFlow.js keeps them beside a model.
struct TfjsWeightFiles {
  Json manifest;                                           ///< "weightsManifest"
  std::vector<std::pair<std::string, std::string>> files;  ///< names and contents, none over 4 MiB
};

/// One group of weights, whose bytes are cut into "PREFIXgroup1-shard1of2.bin", ... With ExportPrecision::Float16 a
/// weight is stored as float16, unless it holds a number that is too large for that. Error for ExportPrecision::Int8.
/// Source: tfjs-core/src/io/types.ts, WeightsManifestConfig.
TfjsWeightFiles tfjsWeightFiles(const NamedTensors& weights, ExportPrecision precision, const std::string& prefix);

}  // namespace zipper
