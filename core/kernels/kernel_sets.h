// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/kernels/kernels.h"

namespace zipper {

extern const Kernels genericKernels, avx2Kernels, avx512Kernels;

}  // namespace zipper
