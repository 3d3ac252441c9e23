// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/support/libtorch.h"

namespace zipper {

/// The numbers of a tensor in row-major order, whatever layout, type and device it has.
inline std::vector<float> numbersOf(const torch::Tensor& tensor) {
  const auto dense = tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
  return {dense.data_ptr<float>(), dense.data_ptr<float>() + dense.numel()};
}

}  // namespace zipper
