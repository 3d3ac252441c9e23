// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/session/session.h"

namespace zipper {

/// Error that names the first thing in a session that no merge can have led to. Teachers: a source of the recipe each,
/// with its hash; networks that can be merged. Steps: each follows an earlier one, merges the layer of its plan besides
/// what that had merged, and takes no layer out of the trunk; channel orders are permutations of layers that the step
/// could align; scores of each task or of none, in range, those of samples apart from those of whole test sets; no
/// negative times; a curve with the columns of these tasks. Tensors aren't looked at.
void validate(const Session& session);

}  // namespace zipper
