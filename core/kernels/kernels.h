// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/kernels/kernel_functions.h"

namespace zipper {

/// The fastest set that this processor runs. The environment variable ZIPPER_KERNELS (generic, avx2, avx512) picks
/// another one; one that the processor lacks is ignored.
const Kernels& kernels();
/// All sets that this processor runs, for tests.
int kernelSets(const Kernels* sets[3]);

}  // namespace zipper
