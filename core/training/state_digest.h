// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/network/named_tensors.h"

namespace zipper {

/// The keys and the SHA-256 of each tensor's bytes, in their order: equal if and only if all bits are. Tensors on the
/// CPU.
std::string digestOf(const NamedTensors& state);

}  // namespace zipper
