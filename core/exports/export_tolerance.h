// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// An export whose logits differ by more than this is an error.
inline constexpr double maximumExportDifference = 1e-4;

}  // namespace zipper
