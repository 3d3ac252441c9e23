// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/compatibility.h"

#include <utility>

#include "core/network/plan.h"
#include "core/network/task_names.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// One number stands for all channels.
std::string perChannel(const std::vector<double>& values, int channels) {
  std::string text;
  for (int c = 0; c < channels; ++c) text += concat(c ? "," : "", values.size() == 1 ? values[0] : values.at(c));
  return text;
}

/// What the input of a network and its trunk are like: names and values.
std::vector<std::pair<const char*, std::string>> trunkProperties(const MobileNetSpec& spec) {
  const Normalization& n = spec.normalization;
  return {{"input size", concat(spec.inputSize)},
          {"number of input channels", concat(spec.inputChannels)},
          {"normalization mean", perChannel(n.mean, spec.inputChannels)},
          {"normalization std", perChannel(n.std, spec.inputChannels)},
          {"channel order", spec.inputChannels == 1 ? "" : toString(n.order)},
          {"stem stride", concat(spec.stemStride)},
          {"padding", toString(spec.padding)},
          {"activation", toString(spec.activation)}};
}

}  // namespace

std::string whyNotMergeable(const std::vector<MobileNetSpec>& tasks) {
  if (tasks.size() < 2) return "at least two networks are needed";
  const NetworkPlan first = planOf(tasks[0]);
  for (std::size_t t = 1; t < tasks.size(); ++t) {
    const NetworkPlan other = planOf(tasks[t]);
    for (const Site& site : first.sites)
      for (const int index : site.merged) {
        const UnitPlan &a = first.units[std::size_t(index)], &b = other.units.at(std::size_t(index));
        if (a.inputChannels == b.inputChannels && a.outputChannels == b.outputChannels) continue;
        return concat("the networks don't fit together: ", toString(a.kind), " layer ", a.layer, " of A is [",
                      a.outputChannels, ",", a.inputChannels, ",1,1] (width ", tasks[0].width, "), of ",
                      taskCapital(int(t)), " [", b.outputChannels, ",", b.inputChannels, ",1,1] (width ",
                      tasks[t].width, "); only networks of the same width multiplier can be merged");
      }
  }
  return "";
}

std::string whyNoTrunk(const std::vector<MobileNetSpec>& tasks) {
  const auto first = trunkProperties(tasks.at(0));
  for (std::size_t t = 1; t < tasks.size(); ++t) {
    const auto other = trunkProperties(tasks[t]);
    for (std::size_t i = 0; i < first.size(); ++i)
      if (first[i].second != other[i].second)
        return concat("the networks can't share a trunk: the ", first[i].first, " of A is ", first[i].second, ", of ",
                      taskCapital(int(t)), " ", other[i].second,
                      "; only tasks that see the same image in the same way can, use trunk 0");
  }
  return "";
}

}  // namespace zipper
