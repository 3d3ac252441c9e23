// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>

#include "core/support/libtorch.h"

namespace zipper {

/// torch::conv2d of maps [N,C,H,W] that have their zeros around them already, without a bias; of float64 depthwise ones
/// tap by tap: LibTorch goes through them channel by channel, which takes several times as long.
torch::Tensor plainConvolution(const torch::Tensor& maps, const torch::Tensor& weight,
                               const std::array<std::int64_t, 2>& stride, std::int64_t groups,
                               const std::array<std::int64_t, 2>& dilation = {1, 1});

}  // namespace zipper
