// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/network/layer_table.h"

namespace zipper {

/// How much of a unit (a convolution with its batch normalization, or the head) is one for all tasks.
enum class Shared { Nothing, Weights, Whole };

/// What the tasks of a merged network share. The only place that decides it: modules, keys, cost, exports, report and
/// window ask.
class Sharing {
 public:
  /// Nothing is shared.
  Sharing() = default;
  /// With these layers (1...13) merged. `trunk`: layers 0 (stem) ... trunk are shared whole; 0: none, not even the
  /// stem.
  template <typename Layers>
  Sharing(const Layers& merged, BnPolicy policy, int trunk = 0)
      : merged_(merged.begin(), merged.end()), policy_(policy), trunk_(trunk) {}

  Shared of(const LayerInfo& unit) const;
  /// Whether a tensor of the unit's state is shared, by what its key has behind the unit's name: "conv.weight",
  /// "bn.running_mean".
  bool ofTensor(const LayerInfo& unit, const std::string& leaf) const;
  bool isInTrunk(const LayerInfo& unit) const { return trunk_ > 0 && unit.layer <= trunk_; }

 private:
  std::set<int> merged_;
  BnPolicy policy_ = BnPolicy::PerTask;
  int trunk_ = 0;
};

}  // namespace zipper
