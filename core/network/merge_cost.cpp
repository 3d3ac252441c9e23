// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/merge_cost.h"

#include "core/network/common_width.h"

namespace zipper {

namespace {

/// What sharing one row saves for each task after the first.
struct Saving {
  std::int64_t parameters = 0, buffers = 0, macs = 0;
};

/// Work is saved where all tasks look at the same image.
Saving savingOf(const UnitPlan& info, Shared shared, bool computedOnce) {
  const std::int64_t own = (info.normalizes() ? 2 : 1) * std::int64_t(info.outputChannels);  // scale and shift, or bias
  switch (shared) {
    case Shared::Nothing:
      return {};
    case Shared::Weights:
      return {info.parameters - own, 0, 0};
    case Shared::Whole:
      return {info.parameters, info.buffers, computedOnce ? info.macs : 0};
  }
  return {};
}

}  // namespace

MergeCost mergeCost(const std::vector<MobileNetSpec>& tasks, const Sharing& sharing) {
  MergeCost cost;
  std::int64_t separateBuffers = 0, mergedBuffers = 0;
  for (const MobileNetSpec& spec : tasks) {
    const Cost alone = totalCost(asItCame(spec)), one = totalCost(spec);
    cost.separateParameters += alone.parameters;
    cost.separateMacs += alone.macs;
    separateBuffers += alone.buffers;
    cost.mergedParameters += one.parameters;
    cost.mergedMacs += one.macs;
    mergedBuffers += one.buffers;
  }
  const auto others = std::int64_t(tasks.size()) - 1;
  for (const UnitPlan& info : unitsOf(tasks.at(0))) {
    const Saving saving = savingOf(info, sharing.of(info), sharing.isInTrunk(info));
    cost.mergedParameters -= others * saving.parameters;
    cost.mergedMacs -= others * saving.macs;
    mergedBuffers -= others * saving.buffers;
  }
  cost.separateBytes = 4 * (cost.separateParameters + separateBuffers);
  cost.mergedBytes = 4 * (cost.mergedParameters + mergedBuffers);
  cost.compression = double(cost.separateParameters) / double(cost.mergedParameters);
  return cost;
}

}  // namespace zipper
