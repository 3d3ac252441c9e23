// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include "core/network/merged_network.h"

namespace zipper {

/// An immutable copy of a network's tensors, shared by all who look at it.
struct NetworkValues {
  NamedTensors state;
};

std::shared_ptr<const NetworkValues> valuesOf(MobileNet& network);
std::shared_ptr<const NetworkValues> valuesOf(MergedNetwork& network);

}  // namespace zipper
