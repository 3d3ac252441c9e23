// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/exports/inference_graph.h"
#include "core/models/export_metadata.h"

namespace zipper {

/// What writeWebPage() wrote.
struct WebPage {
  InferenceGraph graph;
  ExportMetadata metadata;
  std::vector<std::string> titles;  ///< one a task, possibly empty
  ExportPrecision precision = ExportPrecision::Float32;
};

/// Reads a page back. Throws Error that names the file if it is none, or not as webPageGraphFromJson() wants it.
WebPage readWebPage(const std::filesystem::path& path);

/// Computes the network that the file holds with LibTorch; `images` and the result as of runGraph().
std::vector<torch::Tensor> runWebPage(const std::filesystem::path& path, const std::vector<torch::Tensor>& images);

}  // namespace zipper
