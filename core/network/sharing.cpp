// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/sharing.h"

#include "core/support/error.h"

namespace zipper {

Shared Sharing::of(const UnitPlan& unit) const {
  if (isInTrunk(unit)) return Shared::Whole;
  if (!unit.merges || merged_.count(unit.layer) == 0) return Shared::Nothing;
  return policy_ == BnPolicy::Shared ? Shared::Whole : Shared::Weights;
}

bool Sharing::ofTensor(const UnitPlan& unit, const std::string& leaf) const {
  const Shared shared = of(unit);
  return shared == Shared::Whole || (shared == Shared::Weights && leaf == "conv.weight");
}

std::string toString(BnPolicy policy) { return policy == BnPolicy::Shared ? "shared" : "per-task"; }

BnPolicy bnPolicyFromString(const std::string& text) {
  if (text == "shared") return BnPolicy::Shared;
  if (text == "per-task") return BnPolicy::PerTask;
  fail("batch normalization: '", text, "' found, 'shared' or 'per-task' expected");
}

}  // namespace zipper
