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

/// All tasks together.
Saving savingOf(const std::vector<MobileNetSpec>& tasks, const Sharing& sharing) {
  Saving all;
  const auto others = std::int64_t(tasks.size()) - 1;
  for (const UnitPlan& info : unitsOf(tasks.at(0))) {
    const Saving saving = savingOf(info, sharing.of(info), sharing.isInTrunk(info));
    all.parameters += others * saving.parameters;
    all.buffers += others * saving.buffers;
    all.macs += others * saving.macs;
  }
  return all;
}

Cost sumOf(const std::vector<MobileNetSpec>& tasks) {
  Cost sum;
  for (const MobileNetSpec& spec : tasks) {
    const Cost one = totalCost(spec);
    sum.parameters += one.parameters;
    sum.buffers += one.buffers;
    sum.macs += one.macs;
  }
  return sum;
}

}  // namespace

MergeCost mergeCost(const std::vector<MobileNetSpec>& tasks, const Sharing& sharing) {
  std::vector<MobileNetSpec> before;
  for (const MobileNetSpec& spec : tasks) before.push_back(asItCame(spec));
  const Saving saving = savingOf(tasks, sharing);
  const Cost separate = sumOf(before), merged = saving.parameters > 0 ? sumOf(tasks) : separate;
  MergeCost cost;
  cost.separateParameters = separate.parameters;
  cost.mergedParameters = merged.parameters - saving.parameters;
  if (tasks.size() > 1) cost.sharedParameters = saving.parameters / (std::int64_t(tasks.size()) - 1);
  cost.separateBytes = 4 * (separate.parameters + separate.buffers);
  cost.mergedBytes = 4 * (cost.mergedParameters + merged.buffers - saving.buffers);
  cost.separateMacs = separate.macs;
  cost.mergedMacs = merged.macs - saving.macs;
  cost.compression = double(cost.separateParameters) / double(cost.mergedParameters);
  return cost;
}

std::int64_t parametersSaved(const std::vector<MobileNetSpec>& tasks, const Sharing& sharing) {
  return savingOf(tasks, sharing).parameters;
}

}  // namespace zipper
