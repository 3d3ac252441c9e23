// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include "core/models/scheme_head.h"
#include "core/models/scheme_match.h"

namespace zipper {

/// A head that is made of exactly these tensors: linear layers (or 1x1 convolutions) of which each reads what the one
/// before it puts out, the first one `features` channels (0: not known), in the order of the file or else of their
/// names; batch normalization before the first. Nothing if they are anything else. `transposed`: weights are
/// [inputs,outputs]. Activations aren't told. A note says that it was guessed. Throws Error if batch normalization lies
/// further behind: where the activation is can't be told then.
std::optional<MatchedHead> headByShapes(const std::vector<NamedShape>& tensors, const std::vector<std::size_t>& indices,
                                        std::int64_t features, bool transposed);

}  // namespace zipper
