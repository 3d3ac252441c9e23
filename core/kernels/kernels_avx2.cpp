// SPDX-License-Identifier: GPL-3.0-or-later

#define ZIPPER_KERNEL_SET kernels_avx2
#include "core/kernels/kernel_sets.h"
#include "core/kernels/kernels_body.h"

namespace zipper {

const Kernels avx2Kernels = {"avx2",
                             kernels_avx2::moments,
                             kernels_avx2::activate,
                             kernels_avx2::activateAndCompare,
                             kernels_avx2::addAndCompare,
                             kernels_avx2::addSigns,
                             kernels_avx2::add,
                             kernels_avx2::activateBackward,
                             kernels_avx2::sumActivated,
                             kernels_avx2::activateAndScale,
                             kernels_avx2::scaledBackward,
                             kernels_avx2::combine,
                             kernels_avx2::roundToBFloat16,
                             kernels_avx2::depthwise,
                             kernels_avx2::depthwiseBackwardInput,
                             kernels_avx2::depthwiseBackwardWeights,
                             kernels_avx2::windowMoments};

}  // namespace zipper
