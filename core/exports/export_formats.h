// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/models/export_metadata.h"

namespace at {
class Tensor;
}

namespace zipper {

/// A format that merged networks can be written in.
struct ExportFormat {
  std::string name;       ///< as on the command line: "safetensors"
  std::string title;      ///< for people
  std::string extension;  ///< without the dot
  /// All tasks in one file, shared tensors once. Atomic; throws Error.
  void (*writeMerged)(const std::filesystem::path& path, MergedNetwork& network, const ExportMetadata& metadata);
  /// One task as a network of its own.
  void (*writeTask)(const std::filesystem::path& path, MobileNet& network, const ExportMetadata& metadata);
  /// Reads a file that was written by one of these two and computes the logits of each of its tasks from what the file
  /// holds. `images`: a batch [N,C,H,W] per task. Trusts the file.
  std::vector<at::Tensor> (*run)(const std::filesystem::path& path, const std::vector<at::Tensor>& images);
  /// What is to be known about the file of one task, for people; null: nothing.
  std::vector<std::string> (*notes)(MobileNet& network) = nullptr;
};

/// All formats that can be written. Menus and the command line list what is in here. Some refuse some networks: frozen
/// TorchScript a trunk with all tasks, torchvision all but its own kind.
const std::vector<ExportFormat>& exportFormats();

/// The format of that name; Error that lists the known ones.
const ExportFormat& exportFormat(const std::string& name);

}  // namespace zipper
