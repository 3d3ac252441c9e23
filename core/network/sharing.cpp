// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/sharing.h"

namespace zipper {

Shared Sharing::of(const LayerInfo& unit) const {
  if (isInTrunk(unit)) return Shared::Whole;
  if (unit.kind != LayerKind::Pointwise || merged_.count(unit.layer) == 0) return Shared::Nothing;
  return policy_ == BnPolicy::Shared ? Shared::Whole : Shared::Weights;
}

bool Sharing::ofTensor(const LayerInfo& unit, const std::string& leaf) const {
  const Shared shared = of(unit);
  return shared == Shared::Whole || (shared == Shared::Weights && leaf == "conv.weight");
}

}  // namespace zipper
