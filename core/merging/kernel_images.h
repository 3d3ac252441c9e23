// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// Images per task that depthwise kernels are fitted on at most: the nine unknowns of a channel, or the 25 of a
/// 5x5 kernel, need no more.
inline constexpr int mostKernelImages = 256;

}  // namespace zipper
