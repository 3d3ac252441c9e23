// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/exports/export_options.h"
#include "core/exports/quantization.h"
#include "core/models/export_metadata.h"

namespace zipper {

/// TensorFlow Lite models (LiteRT) for phones, pages and boards: images [1,S,S,C] in, a vector [1,classes] per task
/// out, named as the graph says, in the signature, too. Shared weights are stored once. Runs wherever TensorFlow
/// Lite 1.6 does; with a hard swish or float16 1.15, in int8 1.14 or 1.15 ("min_runtime_version" says it). How it is
/// computed: tflite_conversion.h.
///
/// Each text of `metadata` is an entry of the model's metadata; "TFLITE_METADATA" tells apps the normalization of
/// pixels of 0 to 255 and the names of classes, which are files in an archive behind the model ("labels.txt").
///
/// Atomic; throws Error. ExportPrecision::Int8 is written by writeQuantizedTflite(), with int8 inputs and outputs.
void writeTflite(const std::filesystem::path& path, const InferenceGraph& graph, const ExportMetadata& metadata,
                 ExportPrecision precision = ExportPrecision::Float32);
void writeQuantizedTflite(const std::filesystem::path& path, const QuantizedGraph& graph,
                          const ExportMetadata& metadata);

}  // namespace zipper
