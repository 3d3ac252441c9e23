// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

namespace at {
class Tensor;
}

namespace zipper {

/// Reads a file of writeQuantizedOnnx() and computes what is in it, node by node, in the type of the images, float32 or
/// float64 (see runQuantized()). `images` [N,C,H,W] per task; returns the output of each task. A graph with one input
/// for several tasks is run once for the images of each. Throws Error for a file with other operators than these.
std::vector<at::Tensor> runQuantizedOnnx(const std::filesystem::path& path, const std::vector<at::Tensor>& images);

}  // namespace zipper
