// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/exports/inference_graph.h"
#include "core/models/export_metadata.h"

namespace zipper {

/// The files of a layers model of TensorFlow.js, which lie in one folder.
struct TfjsFiles {
  std::string json;                                         ///< what tf.loadLayersModel() is given
  std::vector<std::pair<std::string, std::string>> others;  ///< names and contents
};

/// A network as such files; see kerasLayersOf() and tfjsWeightFiles(). Images are NHWC and normalized. `metadata` go
/// into "userDefinedMetadata". `fileName`: of the first, without a folder; others are called after it, so that several
/// models can lie side by side: "model.json" has "metadata.json" and "group1-shard1of1.bin" beside it, "pair.json" has
/// "pair.metadata.json" and "pair.group1-shard1of1.bin". The metadata file is one of Teachable Machine: modelName,
/// labels (where classes have names), imageSize, and normalization, the values of MobileNetSpec::normalization; of
/// several tasks a list "tasks" of such objects with the names of task, input and output. Error for
/// ExportPrecision::Int8.
TfjsFiles tfjsFiles(const InferenceGraph& graph, const ExportMetadata& metadata, ExportPrecision precision,
                    const std::string& fileName);

/// Writes them, the first one last; each atomically. Error if one can't be written.
void writeTfjs(const std::filesystem::path& path, const InferenceGraph& graph, const ExportMetadata& metadata,
               ExportPrecision precision);

}  // namespace zipper
