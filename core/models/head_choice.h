// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/scheme_candidates.h"
#include "core/models/scheme_leftovers.h"
#include "core/models/scheme_match.h"

namespace zipper {

/// Adds the head of a network to its match, whose other tensors are there already, and takes it out of what is left: by
/// the configuration of Keras, by its names, or as the only tensors left (see headByShapes()). Returns true if its
/// names aren't those of the scheme, so that they need not be there. Throws Error as headOfKeras() and headByShapes().
bool takeHead(SchemeMatch& match, const Candidate& chosen, const std::vector<ExpectedName>& expected, Leftovers& left,
              const std::vector<NamedShape>& tensors, const MatchOptions& options);

}  // namespace zipper
