// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/network_plan.h"

#include <algorithm>

namespace zipper {

std::string toString(UnitKind kind) {
  switch (kind) {
    case UnitKind::Stem:
      return "stem";
    case UnitKind::Depthwise:
      return "depthwise";
    case UnitKind::Pointwise:
      return "pointwise";
    case UnitKind::Head:
      return "head";
  }
  return {};
}

int NetworkPlan::firstUnitOf(int layer) const {
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const UnitPlan& unit) { return unit.layer >= layer; });
  return int(found - units.begin());
}

int NetworkPlan::endOfUnitsOf(int layer) const { return firstUnitOf(layer + 1); }

}  // namespace zipper
