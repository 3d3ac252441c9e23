// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"
#include "core/network/sharing.h"

namespace zipper {

/// A tensor of a network's state: all are float32.
struct StateEntry {
  std::string key;  ///< "stem.conv.weight", "shared.layers.3.pointwise.conv.weight", ...
  std::vector<std::int64_t> shape;
};

/// Keys and shapes of MobileNet::state(), in its order, without making the network: what a file claims can be compared
/// with what it holds before memory is taken.
std::vector<StateEntry> stateLayout(const MobileNetSpec& spec);

/// The same of MergedNetwork::state() of tasks that share so much.
std::vector<StateEntry> stateLayout(const std::vector<MobileNetSpec>& tasks, const Sharing& sharing);

/// The keys of the state of a network of these units whose tensors all tasks share.
std::set<std::string> sharedKeys(const std::vector<UnitPlan>& units, const Sharing& sharing);

}  // namespace zipper
