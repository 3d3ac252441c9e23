// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// An export whose logits differ by more than this is an error.
inline constexpr double maximumExportDifference = 1e-4;

/// The same for integers of 8 bits: a sum that lies between two of them may be rounded either way, and the layers
/// behind it carry that on.
inline constexpr double maximumQuantizedDifference = 0.05;

}  // namespace zipper
