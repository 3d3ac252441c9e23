// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/scheme_match.h"

namespace zipper {

/// True if a file has at least as many depthwise kernels as a small MobileNet V3, whatever they are called.
bool mayBeMobileNet(const std::vector<NamedShape>& tensors);

/// Finds a MobileNet V1, V2 or V3 whose names no scheme knows by what its tensors are: the kernels of stem, depthwise
/// and pointwise convolutions, squeeze-and-excite among the latter, by their shapes, layers by their order (of the
/// file, or else of the names, numbers counted as numbers), batch normalization by the ends of names ("running_var",
/// "moving_variance", ...) and by names that go with those of convolutions ("conv_dw", "bn_dw") or by standing behind
/// them. The scheme is schemeOfShapes(), its conventions are guesses, and notes say what was taken for what. Throws
/// Error that says what can't be told: several networks without a choice (options.part) among them, another number of
/// layers, channels that don't fit, batch normalization that belongs to no convolution for certain, several heads that
/// don't follow one another, tensors that the network has no use for.
SchemeMatch matchByShapes(const std::vector<NamedShape>& tensors, const MatchOptions& options);

}  // namespace zipper
