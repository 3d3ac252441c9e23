// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/network/sharing.h"

namespace zipper {

/// Memory of the tasks' networks kept apart, as they came, and merged with what is shared; and their work. Networks
/// that were widened to be merged (see common_width.h) count with all their channels as soon as anything is shared.
struct MergeCost {
  std::int64_t separateParameters = 0;  ///< trainable
  std::int64_t mergedParameters = 0;
  std::int64_t sharedParameters = 0;  ///< of those, the ones that serve all tasks
  std::int64_t separateBytes = 0;     ///< float32, BN statistics included
  std::int64_t mergedBytes = 0;
  double compression = 1.0;       ///< separateParameters / mergedParameters
  std::int64_t separateMacs = 0;  ///< multiply-accumulates of all tasks for one image each
  std::int64_t mergedMacs = 0;    ///< for one image that all tasks look at: less only by the trunk
};
MergeCost mergeCost(const std::vector<MobileNetSpec>& tasks, const Sharing& sharing);

/// Trainable parameters that sharing so much saves, of networks that have one width already.
std::int64_t parametersSaved(const std::vector<MobileNetSpec>& tasks, const Sharing& sharing);

}  // namespace zipper
