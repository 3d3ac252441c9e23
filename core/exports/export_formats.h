// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/exports/export_options.h"
#include "core/models/export_metadata.h"

namespace at {
class Tensor;
}

namespace zipper {

struct InferenceGraph;
struct QuantizedGraph;

/// A format that merged networks can be written in. Of a precision other than float32, or where names are chosen, the
/// graph of the network is written (writeGraph, writeQuantized), otherwise the network as it is where there is a writer
/// for that.
struct ExportFormat {
  std::string name;       ///< as on the command line: "safetensors"
  std::string title;      ///< for people
  std::string extension;  ///< without the dot
  /// All tasks in one file, shared tensors once. Atomic; throws Error. Null: it is written from a graph.
  void (*writeMerged)(const std::filesystem::path& path, MergedNetwork& network, const ExportMetadata& metadata);
  /// One task as a network of its own.
  void (*writeTask)(const std::filesystem::path& path, MobileNet& network, const ExportMetadata& metadata);
  /// Reads a file that was written by one of these and computes the outputs of each of its tasks from what the file
  /// holds. `images`: a batch [N,C,H,W] per task. Trusts the file.
  std::vector<at::Tensor> (*run)(const std::filesystem::path& path, const std::vector<at::Tensor>& images);
  /// What is to be known about the file of one task, for people; null: nothing.
  std::vector<std::string> (*notes)(MobileNet& network) = nullptr;
  std::vector<ExportPrecision> precisions{ExportPrecision::Float32};  ///< the usual one first
  bool choosesNames = false;   ///< of inputs and outputs, and whether softmax ends it
  bool hasLabelFiles = false;  ///< class names are written beside it, one text file a task
  /// From the graph of one or all tasks, in float32 or float16; it may write others beside it that are called after it.
  void (*writeGraph)(const std::filesystem::path& path, const InferenceGraph& graph, const ExportMetadata& metadata,
                     ExportPrecision precision) = nullptr;
  void (*writeQuantized)(const std::filesystem::path& path, const QuantizedGraph& graph,
                         const ExportMetadata& metadata) = nullptr;
  /// As `run`, of what writeQuantized wrote.
  std::vector<at::Tensor> (*runQuantized)(const std::filesystem::path& path,
                                          const std::vector<at::Tensor>& images) = nullptr;

  bool has(ExportPrecision precision) const;
};

/// All formats that can be written. Menus and the command line list what is in here. Some refuse some networks: frozen
/// TorchScript a trunk with all tasks, torchvision all but its own kind.
const std::vector<ExportFormat>& exportFormats();

/// The format of that name; Error that lists the known ones.
const ExportFormat& exportFormat(const std::string& name);

/// Error unless the format can do what the options choose.
void checkOptions(const ExportFormat& format, const ExportOptions& options);

}  // namespace zipper
