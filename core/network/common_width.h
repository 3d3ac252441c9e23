// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// Specs under which networks of one architecture, but of different widths, can be merged: those of narrower networks
/// get the channels of the widest (and MobileNetSpec::widenedFrom), see widened() for the network itself. As they are
/// where they have one width, or where none of them has at least the channels of all others in every layer, or other
/// blocks: then whyNotMergeable() says what doesn't fit.
std::vector<MobileNetSpec> atCommonWidth(const std::vector<MobileNetSpec>& tasks);

/// The spec that a network had before it was widened; its own if it wasn't.
MobileNetSpec asItCame(const MobileNetSpec& spec);

/// Which networks were widened and what that means, a sentence each: "task B: its network has width 0.25; ...".
std::vector<std::string> notesOnWidths(const std::vector<MobileNetSpec>& tasks);

}  // namespace zipper
