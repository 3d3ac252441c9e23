// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/compatibility.h"

#include <algorithm>
#include <utility>

#include "core/network/mobilenet_v2.h"
#include "core/network/mobilenet_v3.h"
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

std::vector<int> stridesOf(const MobileNetSpec& spec) {
  if (isV3(spec.architecture)) return stridesOfV3(spec);
  if (spec.architecture != Architecture::MobileNetV2) return {};
  const auto strides = stridesOfV2(spec);
  return {strides.begin(), strides.end()};
}

/// Of the rows of a V2, of the blocks of a V3; a V1 has no choice.
std::string stridesText(const MobileNetSpec& spec) {
  std::string text;
  for (const int stride : stridesOf(spec)) text += concat(text.empty() ? "" : " ", stride);
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
          {"list of strides", stridesText(spec)},
          {"padding", toString(spec.padding)},
          {"activation", toString(spec.activation)}};
}

/// The first difference of two networks whose layers have other units.
std::string otherUnits(const MobileNetSpec& a, const MobileNetSpec& b, const std::string& letter) {
  if (a.architecture != b.architecture)
    return concat("the networks don't fit together: A is a ", titleOf(a.architecture), ", ", letter, " a ",
                  titleOf(b.architecture), "; only networks of the same architecture can be merged");
  if (a.expandFirst != b.expandFirst)
    return concat("the networks don't fit together: the first block of ", a.expandFirst ? "A" : letter,
                  " has an expanding convolution, that of ", a.expandFirst ? letter : "A",
                  " has none; only networks of the same variant can be merged");
  if (a.minimalistic != b.minimalistic)
    return concat("the networks don't fit together: ", a.minimalistic ? "A" : letter, " is minimalistic, ",
                  a.minimalistic ? letter : "A", " isn't; only networks of the same variant can be merged");
  return "";
}

/// The first layer that only in one of the networks has squeeze-and-excite.
std::string otherSqueezes(const NetworkPlan& a, const NetworkPlan& b, const std::string& letter) {
  const auto squeezes = [](const NetworkPlan& plan, int layer) {
    const std::vector<int>& merged = plan.site(layer).merged;
    return std::any_of(merged.begin(), merged.end(),
                       [&](int unit) { return plan.units[std::size_t(unit)].kind == UnitKind::Squeeze; });
  };
  for (int layer = 1; layer <= a.layers(); ++layer) {
    const bool one = squeezes(a, layer);
    if (one == squeezes(b, layer)) continue;
    return concat("the networks don't fit together: layer ", layer, " of ", one ? "A" : letter,
                  " has squeeze-and-excite, that of ", one ? letter : "A",
                  " has none; only networks of the same variant can be merged");
  }
  return "";
}

/// The first layer of whose input only one of the networks makes a sum.
std::string otherAdditions(const NetworkPlan& a, const NetworkPlan& b, const std::string& letter) {
  for (int i = 0; i < a.convolutions(); ++i) {
    const UnitPlan &one = a.units[std::size_t(i)], &other = b.units[std::size_t(i)];
    if (one.addend == other.addend) continue;
    return concat("the networks don't fit together: layer ", one.layer, " of ", one.addend >= 0 ? "A" : letter,
                  " adds its input to its output, that of ", one.addend >= 0 ? letter : "A",
                  " doesn't, as its stride is 2; only networks of the same variant can be merged");
  }
  return "";
}

}  // namespace

std::string whyNotMergeable(const std::vector<MobileNetSpec>& tasks) {
  if (tasks.size() < 2) return "at least two networks are needed";
  const NetworkPlan first = planOf(tasks[0]);
  for (std::size_t t = 1; t < tasks.size(); ++t) {
    const std::string letter = taskCapital(int(t)), units = otherUnits(tasks[0], tasks[t], letter);
    if (!units.empty()) return units;
    const NetworkPlan other = planOf(tasks[t]);
    const std::string squeezes = otherSqueezes(first, other, letter);
    if (!squeezes.empty()) return squeezes;
    for (const Site& site : first.sites)
      for (const int index : site.merged) {
        const UnitPlan &a = first.units[std::size_t(index)], &b = other.units.at(std::size_t(index));
        if (a.inputChannels == b.inputChannels && a.outputChannels == b.outputChannels) continue;
        return concat("the networks don't fit together: ", a.role(), " layer ", a.layer, " of A is [", a.outputChannels,
                      ",", a.inputChannels, ",1,1] (width ", tasks[0].width, "), of ", taskCapital(int(t)), " [",
                      b.outputChannels, ",", b.inputChannels, ",1,1] (width ", tasks[t].width,
                      "); where networks have other channels, one must have at least those of all others in every "
                      "layer, and add where they do");
      }
    const std::string additions = otherAdditions(first, other, letter);
    if (!additions.empty()) return additions;
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
