// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/channel_pairs.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace zipper {

namespace {

bool isMerged(const Session& session, int step, int layer) {
  if (step < 0) return false;
  const std::vector<int>& merged = session.steps.at(std::size_t(step))->mergedLayers;
  return std::find(merged.begin(), merged.end(), layer) != merged.end();
}

const LayerMergeability* estimateOf(int layer, int task, const std::vector<LayerMergeability>& costs) {
  for (const LayerMergeability& one : costs)
    if (one.layer == layer && std::size_t(task) <= one.partners.size()) return &one;
  return nullptr;
}

}  // namespace

ChannelPairs channelPairs(const Session& session, int step, int task, int layer,
                          const std::vector<LayerMergeability>& costs) {
  ChannelPairs pairs;
  pairs.layer = layer;
  if (session.teachers.empty() || task < 1 || task >= session.taskCount() || layer < 0 || layer > session.layers())
    return pairs;
  const LayerMergeability* estimate = estimateOf(layer, task, costs);
  const NetworkPlan plan = planOf(session.teachers[std::size_t(task)].spec);
  pairs.partners = channelMatch(session, step, task, plan.outputSpace(layer));
  if (!pairs.partners.empty()) {
    pairs.origin = PairOrigin::Step;
  } else if (isMerged(session, step, layer)) {
    pairs.partners.resize(std::size_t(plan.spaces[std::size_t(plan.outputSpace(layer))].channels));
    std::iota(pairs.partners.begin(), pairs.partners.end(), 0);
  } else if (estimate != nullptr) {
    pairs.origin = PairOrigin::Estimate;
    pairs.partners = estimate->partners[std::size_t(task) - 1];
  }
  pairs.costs.assign(pairs.partners.size(), std::numeric_limits<float>::quiet_NaN());
  if (estimate == nullptr) return pairs;
  const std::vector<int>& estimated = estimate->partners[std::size_t(task) - 1];
  for (std::size_t i = 0; i < pairs.costs.size() && i < estimated.size(); ++i)
    if (estimated[i] == pairs.partners[i]) pairs.costs[i] = estimate->partnerCosts[std::size_t(task) - 1][i];
  return pairs;
}

}  // namespace zipper
