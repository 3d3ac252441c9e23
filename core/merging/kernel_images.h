// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// Images per task that depthwise kernels are fitted on at most: nine unknowns a channel need no more.
inline constexpr int mostKernelImages = 256;

}  // namespace zipper
