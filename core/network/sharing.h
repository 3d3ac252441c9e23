// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/network/plan.h"

namespace zipper {

/// Whether batch normalization (scale, shift, running statistics) of a merged unit, or its bias, is one for all tasks,
/// as in the paper, or one per task.
enum class BnPolicy { Shared, PerTask };
std::string toString(BnPolicy policy);
BnPolicy bnPolicyFromString(const std::string& text);

/// How much of a unit (a convolution with its batch normalization or bias, or the head) is one for all tasks.
enum class Shared { Nothing, Weights, Whole };

/// What the tasks of a merged network share. The only place that decides it: modules, keys, cost, exports, report and
/// window ask.
class Sharing {
 public:
  /// Nothing is shared.
  Sharing() = default;
  /// With these layers (from 1 on) merged. `trunk`: layers 0 (stem) ... trunk are shared whole; 0: none, not even the
  /// stem.
  template <typename Layers>
  Sharing(const Layers& merged, BnPolicy policy, int trunk = 0)
      : merged_(merged.begin(), merged.end()), policy_(policy), trunk_(trunk) {}

  Shared of(const UnitPlan& unit) const;
  /// Whether a tensor of the unit's state is shared, by what its key has behind the unit's name: "conv.weight",
  /// "bn.running_mean".
  bool ofTensor(const UnitPlan& unit, const std::string& leaf) const;
  bool isInTrunk(const UnitPlan& unit) const { return trunk_ > 0 && unit.layer <= trunk_; }

 private:
  std::set<int> merged_;
  BnPolicy policy_ = BnPolicy::PerTask;
  int trunk_ = 0;
};

/// How many layers from the first on are all among these, in any order: as deep as a trunk can be where they are
/// merged.
template <typename Layers>
int layersFromTheFirst(const Layers& merged) {
  const std::set<int> all(merged.begin(), merged.end());
  int last = 0;
  while (all.count(last + 1) > 0) ++last;
  return last;
}

}  // namespace zipper
