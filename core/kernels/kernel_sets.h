// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/kernels/kernel_functions.h"

namespace zipper {

/// The same loops, compiled per instruction set. Only the first may be called on every processor; kernelSets() finds
/// which of the others may.
extern const Kernels genericKernels, avx2Kernels, avx512Kernels;

}  // namespace zipper
