// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/state_layout.h"

#include <functional>

#include "core/network/task_names.h"

namespace zipper {

namespace {

using Told = std::function<void(const std::string& leaf, const std::vector<std::int64_t>& shape)>;

/// The tensors of a unit, by what their keys have behind its name.
void tellTensors(const UnitPlan& unit, const Told& tell) {
  const std::int64_t in = unit.kind == UnitKind::Depthwise ? 1 : unit.inputChannels, out = unit.outputChannels;
  if (unit.kind == UnitKind::Head) {
    tell("weight", {out, in});
    tell("bias", {out});
    return;
  }
  tell("conv.weight", {out, in, unit.kernel, unit.kernel});
  if (!unit.normalizes()) return tell("bias", {out});
  for (const char* name : {"bn.weight", "bn.bias", "bn.running_mean", "bn.running_var"}) tell(name, {out});
}

}  // namespace

std::vector<StateEntry> stateLayout(const MobileNetSpec& spec) {
  std::vector<StateEntry> layout;
  for (const UnitPlan& unit : unitsOf(spec))
    tellTensors(unit, [&](const std::string& leaf, const std::vector<std::int64_t>& shape) {
      layout.push_back({unit.name + "." + leaf, shape});
    });
  return layout;
}

std::vector<StateEntry> stateLayout(const std::vector<MobileNetSpec>& tasks, const Sharing& sharing) {
  std::vector<StateEntry> layout;
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    const std::set<std::string> shared = sharedKeys(unitsOf(tasks[t]), sharing);
    for (const StateEntry& entry : stateLayout(tasks[t])) {
      const bool isShared = shared.count(entry.key) > 0;
      if (!isShared || t == 0)
        layout.push_back({(isShared ? "shared" : taskName(int(t))) + "." + entry.key, entry.shape});
    }
  }
  return layout;
}

std::set<std::string> sharedKeys(const std::vector<UnitPlan>& units, const Sharing& sharing) {
  std::set<std::string> keys;
  for (const UnitPlan& unit : units)
    tellTensors(unit, [&](const std::string& leaf, const std::vector<std::int64_t>&) {
      if (sharing.ofTensor(unit, leaf)) keys.insert(unit.name + "." + leaf);
    });
  return keys;
}

}  // namespace zipper
