// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/network/named_tensors.h"

namespace zipper {

/// The epsilon of a unit's batch normalization.
struct OnnxEpsilon {
  std::string key;   ///< of the unit
  double value = 0;  ///< 0: folded
};

/// One epsilon for all, the first: the scales of units that have another are changed so that they do the same. 0 if all
/// are folded. Error that names the key of a scale or variance that is missing.
double settleEpsilon(NamedTensors& tensors, const std::vector<OnnxEpsilon>& units);

}  // namespace zipper
