// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/network/mobilenet.h"

namespace zipper {

/// TorchScript source of a unit's forward(x), which finds `conv` and `bn`, or `bias`, in its module.
std::string scriptOfUnit(ConvUnitImpl& unit);

/// Statements that compute units first ... end - 1 of a network, from x, what the one before the first puts out, to x.
/// The modules have the names of the units: see torch_script_writer.h.
std::string scriptOfUnits(MobileNet& network, int first, int end);

/// Statements from x, maps, to the logits, and their return.
std::string scriptOfHead(MobileNet& network);

}  // namespace zipper
