// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/network/network_plan.h"

namespace zipper {

/// The plan of a network with this spec.
NetworkPlan planOf(const MobileNetSpec& spec);
/// Its units alone; and how many layers it has.
std::vector<UnitPlan> unitsOf(const MobileNetSpec& spec);
int layersOf(const MobileNetSpec& spec);

/// Sums over the units.
struct Cost {
  std::int64_t parameters = 0;
  std::int64_t buffers = 0;
  std::int64_t macs = 0;
};
Cost totalCost(const MobileNetSpec& spec);

}  // namespace zipper
