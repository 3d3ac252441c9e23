// SPDX-License-Identifier: GPL-3.0-or-later

#define ZIPPER_KERNEL_SET kernels_avx512
#include "core/kernels/kernel_sets.h"
#include "core/kernels/kernels_body.h"

namespace zipper {

const Kernels avx512Kernels = {"avx512",
                               kernels_avx512::moments,
                               kernels_avx512::activate,
                               kernels_avx512::activateAndCompare,
                               kernels_avx512::addAndCompare,
                               kernels_avx512::addSigns,
                               kernels_avx512::add,
                               kernels_avx512::activateBackward,
                               kernels_avx512::sumActivated,
                               kernels_avx512::activateAndScale,
                               kernels_avx512::scaledBackward,
                               kernels_avx512::combine,
                               kernels_avx512::roundToBFloat16,
                               kernels_avx512::depthwise,
                               kernels_avx512::depthwiseBackwardInput,
                               kernels_avx512::depthwiseBackwardWeights,
                               kernels_avx512::windowMoments};

}  // namespace zipper
