// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/exports/inference_graph.h"
#include "core/models/export_metadata.h"

namespace zipper {

/// A web page in one file that computes the network in the visitor's browser: it takes a picture (dropped, pasted, a
/// file or the camera) and shows what all tasks say. It asks for nothing over the network, and its Content-Security-
/// Policy forbids that it does.
///
/// It holds a JSON object in an element with the id "network": that of webPageGraphToJson() with "format" =
/// "zipper-web-page", "version" = 1, "precision", "titles" (a text per task: exportTaskNamesKey of the metadata; empty
/// where it says none), "check" (per task what the network makes of checkImage()) and "metadata" (all texts); and the
/// weights in base64 in one with the id "weights", see webPageWeights(). The rest are the files of core/exports/web/.
///
/// The browser computes in float32, whatever the weights' precision is. Atomic. Throws Error for int8, and for weights
/// that float16 doesn't reach.
void writeWebPage(const std::filesystem::path& path, const InferenceGraph& graph, const ExportMetadata& metadata,
                  ExportPrecision precision);

/// [1,channels,size,size]: numbers from -1 to 1 of a linear congruential generator (the constants are those of Knuth
/// and Lewis, see Press et al., "Numerical Recipes in C", 1992, section 7.1), which the page's script makes, too.
torch::Tensor checkImage(int channels, int size);

}  // namespace zipper
