// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// An export whose logits differ by more than this is an error.
inline constexpr double maximumExportDifference = 1e-4;

/// The same for integers of 8 bits, of which a file has to give the same as the graph that it was written from: one
/// step is 1/255 of the largest output, or more. Found of V1, V2 and V3 with random weights, 96 outputs for 12 images
/// each and two of 224x224: none, in float64 (see runQuantized()).
inline constexpr double maximumQuantizedDifference = 1e-3;

}  // namespace zipper
