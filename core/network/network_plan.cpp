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
    case UnitKind::Squeeze:
      return "squeeze";
    case UnitKind::Excite:
      return "excite";
    case UnitKind::Head:
      return "head";
  }
  return {};
}

std::string UnitPlan::role() const {
  std::string part, last;
  for (const char c : name + ".") {
    if (c != '.') {
      part += c;
      continue;
    }
    if (!part.empty() && (part[0] < '0' || part[0] > '9')) last = part;
    part.clear();
  }
  return last;
}

bool haveSqueezeExcite(const std::vector<UnitPlan>& units) {
  return std::any_of(units.begin(), units.end(), [](const UnitPlan& unit) { return unit.kind == UnitKind::Squeeze; });
}

int NetworkPlan::convolutions() const {
  return int(
      std::count_if(units.begin(), units.end(), [](const UnitPlan& unit) { return unit.kind != UnitKind::Head; }));
}

int NetworkPlan::firstUnitOf(int layer) const {
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const UnitPlan& unit) { return unit.layer >= layer; });
  return int(found - units.begin());
}

int NetworkPlan::endOfUnitsOf(int layer) const { return firstUnitOf(layer + 1); }

}  // namespace zipper
