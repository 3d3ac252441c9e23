// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/part_pairs.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/analysis/layer_weights.h"

namespace zipper {

namespace {

/// Of channels that the layer doesn't hand on.
ChannelPairs innerPairs(const Session& session, int step, int task, const UnitPlan& unit) {
  ChannelPairs pairs;
  pairs.layer = unit.layer;
  pairs.partners = channelMatch(session, step, task, unit.outputSpace);
  if (!pairs.partners.empty()) {
    pairs.origin = PairOrigin::Step;
  } else if (step >= 0) {
    const std::vector<int>& merged = session.steps.at(std::size_t(step))->mergedLayers;
    const bool isMerged = std::find(merged.begin(), merged.end(), unit.layer) != merged.end();
    pairs.partners.resize(isMerged ? std::size_t(unit.outputChannels) : 0);
    std::iota(pairs.partners.begin(), pairs.partners.end(), 0);
  }
  pairs.costs.assign(pairs.partners.size(), std::numeric_limits<float>::quiet_NaN());
  return pairs;
}

}  // namespace

std::vector<PartPairs> partPairs(const Session& session, int step, int task, int layer,
                                 const std::vector<LayerMergeability>& costs) {
  const ChannelPairs handedOn = channelPairs(session, step, task, layer, costs);
  if (session.teachers.empty() || task < 1 || task >= session.taskCount() || layer < 1 || layer > session.layers())
    return {{"", handedOn}};
  const NetworkPlan plan = planOf(session.teachers[std::size_t(task)].spec);
  std::vector<PartPairs> parts;
  for (const int index : plan.site(layer).merged) {
    const UnitPlan& unit = plan.units[std::size_t(index)];
    parts.push_back({partOf(unit), index == plan.tap(layer) ? handedOn : innerPairs(session, step, task, unit)});
  }
  return parts;
}

}  // namespace zipper
