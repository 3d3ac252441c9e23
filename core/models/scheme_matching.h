// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/models/scheme_match.h"

namespace zipper {

/// Finds the network in a file by its names. A network without a head is accepted (with a note); so is one whose head
/// has other names or several linear layers (see takeHead()). Tensors outside of the network ("optimizer.…") are left
/// out with a note. Throws Error: another network than a MobileNet V1, V2 or V3 (MobileNet V4, say), no known scheme,
/// several networks without a choice among them (all are named), missing names, unknown ones (each with the nearest
/// known one). Where no name is known, the network is looked for by shapes (see matchByShapes()).
SchemeMatch matchScheme(const std::vector<NamedShape>& tensors, const MatchOptions& options);

}  // namespace zipper
