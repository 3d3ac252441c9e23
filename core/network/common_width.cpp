// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/common_width.h"

#include <algorithm>
#include <cmath>

#include "core/network/plan.h"
#include "core/network/task_names.h"
#include "core/support/error.h"

namespace zipper {

namespace {

bool haveOneVariant(const MobileNetSpec& a, const MobileNetSpec& b) {
  return a.architecture == b.architecture && a.expandFirst == b.expandFirst && a.minimalistic == b.minimalistic;
}

bool haveSameChannels(const NetworkPlan& a, const NetworkPlan& b) {
  return std::equal(a.spaces.begin(), a.spaces.end(), b.spaces.begin(), b.spaces.end(),
                    [](const Space& one, const Space& other) { return one.channels == other.channels; });
}

/// Whether each unit of a network is there in a wider one, with the same inputs and at least its channels.
bool fitsInto(const NetworkPlan& narrow, const NetworkPlan& wide) {
  const auto fits = [](const UnitPlan& own, const UnitPlan& other) {
    return own.kind == other.kind && own.input == other.input && own.gated == other.gated &&
           own.addend == other.addend && own.inputSpace == other.inputSpace && own.outputSpace == other.outputSpace &&
           own.kernel == other.kernel;
  };
  const auto hasRoom = [](const Space& own, const Space& other) { return own.channels <= other.channels; };
  const auto end = narrow.units.begin() + narrow.convolutions();
  return narrow.convolutions() == wide.convolutions() && narrow.spaces.size() == wide.spaces.size() &&
         std::equal(narrow.units.begin(), end, wide.units.begin(), fits) &&
         std::equal(narrow.spaces.begin(), narrow.spaces.end(), wide.spaces.begin(), hasRoom);
}

}  // namespace

std::vector<MobileNetSpec> atCommonWidth(const std::vector<MobileNetSpec>& tasks) {
  std::vector<NetworkPlan> plans;
  for (const MobileNetSpec& task : tasks) plans.push_back(planOf(task));
  const auto isWidest = [&](const MobileNetSpec& candidate) {
    const NetworkPlan& wide = plans[std::size_t(&candidate - tasks.data())];
    for (std::size_t t = 0; t < tasks.size(); ++t)
      if (!haveOneVariant(tasks[t], candidate) || !fitsInto(plans[t], wide)) return false;
    return true;
  };
  const auto widest = std::find_if(tasks.begin(), tasks.end(), isWidest);
  if (widest == tasks.end()) return tasks;
  const NetworkPlan& wide = plans[std::size_t(widest - tasks.begin())];
  std::vector<MobileNetSpec> specs = tasks;
  for (std::size_t t = 0; t < specs.size(); ++t) {
    if (haveSameChannels(plans[t], wide)) continue;
    if (!specs[t].widenedFrom) specs[t].widenedFrom = NetworkWidth{specs[t].width, specs[t].channels};
    specs[t].width = widest->width;
    specs[t].channels = widest->channels;
  }
  return specs;
}

MobileNetSpec asItCame(const MobileNetSpec& spec) {
  MobileNetSpec before = spec;
  if (!spec.widenedFrom) return before;
  before.width = spec.widenedFrom->width;
  before.channels = spec.widenedFrom->channels;
  before.widenedFrom.reset();
  return before;
}

std::vector<std::string> notesOnWidths(const std::vector<MobileNetSpec>& tasks) {
  std::vector<std::string> notes;
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    const MobileNetSpec& spec = tasks[t];
    if (!spec.widenedFrom) continue;
    const double times = double(totalCost(spec).macs) / double(totalCost(asItCame(spec)).macs);
    notes.push_back(concat("task ", taskCapital(int(t)), ": its network has width ", spec.widenedFrom->width,
                           "; to share the layers of a wider one it gets channels of zeros up to width ", spec.width,
                           ": its answers stay the same, its computation becomes ", std::round(10 * times) / 10,
                           " times as much"));
  }
  return notes;
}

}  // namespace zipper
