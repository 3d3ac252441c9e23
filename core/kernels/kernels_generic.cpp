// SPDX-License-Identifier: GPL-3.0-or-later

#define ZIPPER_KERNEL_SET kernels_generic
#include "core/kernels/kernel_sets.h"
#include "core/kernels/kernels_body.h"

namespace zipper {

const Kernels genericKernels = {"generic",
                                kernels_generic::moments,
                                kernels_generic::activate,
                                kernels_generic::activateAndCompare,
                                kernels_generic::addAndCompare,
                                kernels_generic::addSigns,
                                kernels_generic::add,
                                kernels_generic::activateBackward,
                                kernels_generic::sumActivated,
                                kernels_generic::activateAndScale,
                                kernels_generic::scaledBackward,
                                kernels_generic::combine,
                                kernels_generic::roundToBFloat16,
                                kernels_generic::depthwise,
                                kernels_generic::depthwiseBackwardInput,
                                kernels_generic::depthwiseBackwardWeights,
                                kernels_generic::windowMoments};

}  // namespace zipper
