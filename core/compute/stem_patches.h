// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/kernels/kernel_functions.h"

namespace zipper {

/// Rows first ... last of the stem's outputs as patches: 9 * image channels values each, in the order of the kernel's
/// rows, columns, channels; zero where a patch reaches over the border. `image` is NHWC.
void gatherPatches(const DepthwiseShape& stem, const float* image, std::int64_t first, std::int64_t last,
                   float* patches);

}  // namespace zipper
