// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tflite_writer.h"

#include <utility>

#include "core/exports/tflite_bytes.h"
#include "core/exports/tflite_conversion.h"
#include "core/exports/tflite_metadata.h"
#include "core/support/error.h"
#include "core/support/files.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

void writeModel(const fs::path& path, TfliteGraph model, const InferenceGraph& graph, const ExportMetadata& metadata) {
  model.metadata = metadata;
  describePorts(model, graph);
  writeFileAtomically(path, tfliteBytes(model, tfliteModelMetadata(model, graph)));
}

}  // namespace

void writeTflite(const fs::path& path, const InferenceGraph& graph, const ExportMetadata& metadata,
                 ExportPrecision precision) {
  if (precision == ExportPrecision::Int8) fail("an int8 model is written from a quantized graph");
  writeModel(path, tfliteGraph(graph, precision == ExportPrecision::Float16), graph, metadata);
}

void writeQuantizedTflite(const fs::path& path, const QuantizedGraph& graph, const ExportMetadata& metadata) {
  writeModel(path, tfliteGraph(graph), graph.graph, metadata);
}

}  // namespace zipper
