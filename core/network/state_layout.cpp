// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/state_layout.h"

#include "core/network/task_names.h"
#include "core/support/error.h"

namespace zipper {

namespace {

bool isTrunkKey(const std::string& key, int trunk) {
  bool found = trunk > 0 && key.rfind("stem.", 0) == 0;
  for (int layer = 1; layer <= trunk; ++layer) found = found || key.rfind(concat("layers.", layer, "."), 0) == 0;
  return found;
}

}  // namespace

std::vector<StateEntry> stateLayout(const MobileNetSpec& spec) {
  std::vector<StateEntry> layout;
  for (const LayerInfo& layer : layerTable(spec)) {
    const std::int64_t in = layer.kind == LayerKind::Depthwise ? 1 : layer.inputChannels, out = layer.outputChannels;
    if (layer.kind == LayerKind::Head) {
      layout.push_back({layer.name + ".weight", {out, in}});
      layout.push_back({layer.name + ".bias", {out}});
      continue;
    }
    layout.push_back({layer.name + ".conv.weight", {out, in, layer.kernel, layer.kernel}});
    for (const char* name : {"weight", "bias", "running_mean", "running_var"})
      layout.push_back({layer.name + ".bn." + name, {out}});
  }
  return layout;
}

std::vector<StateEntry> stateLayout(const std::vector<MobileNetSpec>& tasks, const std::set<int>& merged,
                                    BnPolicy policy, int trunk) {
  std::vector<StateEntry> layout;
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    for (StateEntry& entry : stateLayout(tasks[t])) {
      const bool shared = isSharedKey(entry.key, merged, policy, trunk);
      if (!shared || t == 0) layout.push_back({(shared ? "shared" : taskName(int(t))) + "." + entry.key, entry.shape});
    }
  }
  return layout;
}

bool isSharedKey(const std::string& key, const std::set<int>& merged, BnPolicy policy, int trunk) {
  if (isTrunkKey(key, trunk)) return true;
  for (const int layer : merged) {
    const std::string prefix = concat("layers.", layer, ".pointwise.");
    if (key.rfind(prefix, 0) != 0) continue;
    return policy == BnPolicy::Shared || key == prefix + "conv.weight";
  }
  return false;
}

}  // namespace zipper
