// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_problems.h"

#include <algorithm>
#include <string_view>

#include "core/containers/listed_parts.h"
#include "core/models/naming_schemes.h"
#include "core/models/nearest_name.h"
#include "core/models/shaped_modules.h"
#include "core/network/plan.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// The first names that a file may have, of each scheme.
std::vector<std::pair<const NamingScheme*, std::vector<std::string>>> firstNames() {
  std::vector<std::pair<const NamingScheme*, std::vector<std::string>>> all;
  for (const NamingScheme& scheme : namingSchemes()) {
    all.emplace_back(&scheme, std::vector<std::string>());
    for (const ExpectedName& name : expectedNames(scheme, "")) all.back().second.push_back(name.alternatives.front());
  }
  return all;
}

/// How many blocks with a depthwise convolution a network of the candidate's scheme has, and how many were found.
struct Blocks {
  int wanted = 0, found = 0;
};

Blocks blocksOf(const Candidate& candidate) {
  Blocks blocks;
  const std::vector<std::size_t> starts =
      unitStarts(expectedNames(*candidate.scheme, candidate.task), *candidate.scheme);
  const NetworkPlan plan = planOf(widestSpec(*candidate.scheme));
  for (int layer = 1; layer <= plan.layers(); ++layer) {
    const auto first = plan.units.begin() + plan.firstUnitOf(layer),
               end = plan.units.begin() + plan.endOfUnitsOf(layer);
    if (std::none_of(first, end, [](const UnitPlan& unit) { return unit.kind == UnitKind::Depthwise; })) continue;
    ++blocks.wanted;
    if (candidate.has(starts[std::size_t(plan.tap(layer))])) ++blocks.found;
  }
  return blocks;
}

}  // namespace

void failUnknownNetwork(const std::vector<std::string>& names) {
  std::string schemes, last;
  for (const NamingScheme& scheme : namingSchemes()) {
    if (last != scheme.name) schemes += (schemes.empty() ? "" : ", ") + std::string(scheme.name);
    last = scheme.name;
  }
  if (names.empty()) fail("holds no tensors; those of a MobileNet were expected");
  const auto all = firstNames();
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < names.size(); ++i) {
    parts.push_back(inQuotes(names[i]));
    if (i >= mostListed) continue;
    std::string best, owner;
    for (const auto& [scheme, known] : all) {
      const std::string nearest = nearestName(names[i], known);
      if (!best.empty() && editDistance(names[i], nearest) >= editDistance(names[i], best)) continue;
      best = nearest;
      owner = scheme->name;
    }
    if (best == names[i])
      parts.back() += concat(" (also of ", owner, ", whose other names aren't there)");
    else
      parts.back() += concat(" (nearest known: ", inQuotes(best), " of ", owner, ")");
  }
  fail("its names are those of no known MobileNet: ", listedParts(parts), "; known naming schemes are ", schemes);
}

std::vector<std::string> missingNames(const Candidate& candidate, const std::vector<ExpectedName>& expected,
                                      bool withHead) {
  std::vector<std::string> missing;
  const auto require = [&](std::size_t i) {
    if (!candidate.has(i)) missing.push_back(candidate.prefix + expected[i].alternatives.front());
  };
  const bool mayLackExpand = candidate.scheme->firstExpand == FirstExpand::Possible;
  const std::vector<std::size_t> starts = unitStarts(expected, *candidate.scheme);
  for (std::size_t unit = 0; unit + 1 < starts.size(); ++unit) {
    const std::size_t first = starts[unit], end = starts[unit + 1];
    const auto has = [&](std::size_t i) { return candidate.has(i); };
    const auto hasAny = [&](std::size_t from) {
      for (std::size_t i = from; i < end; ++i)
        if (has(i)) return true;
      return false;
    };
    if (mayLackExpand && unit == 1 && !hasAny(first)) continue;
    const bool squeezes = isSqueezeExcite(expected[first].canonical);
    if (squeezes && mayLackGate(candidate, expected, first)) continue;
    require(first);
    if (squeezes) require(first + 1);
    const bool folded = has(first + 1) && !hasAny(first + 2);
    for (std::size_t i = first + 2; i < end && !folded; ++i) require(i);
  }
  for (std::size_t layer = starts.back(); withHead && layer + 1 < expected.size(); ++layer) {
    if (!endsWith(expected[layer].canonical, ".weight") || !endsWith(expected[layer + 1].canonical, ".bias")) continue;
    if (candidate.has(layer) == candidate.has(layer + 1)) continue;
    require(layer);
    require(layer + 1);
  }
  return missing;
}

std::string describeMissing(const std::vector<std::string>& missing, const Candidate& candidate) {
  const Blocks blocks = blocksOf(candidate);
  std::vector<std::string> parts;
  for (const std::string& name : missing) parts.push_back(inQuotes(name));
  std::string text = missing.size() == 1 ? concat("key ", parts[0], " is missing")
                                         : concat(missing.size(), " keys are missing: ", listedParts(parts));
  if (blocks.found < blocks.wanted)
    text += concat(" (", titleOf(candidate.scheme->architecture), " has ", blocks.wanted, " blocks, ", blocks.found,
                   " were found)");
  return text;
}

std::string describeUnknown(const std::vector<std::size_t>& unknown, const Candidate& candidate,
                            const std::vector<ExpectedName>& expected, const std::vector<std::string>& names) {
  std::vector<std::string> known, parts;
  for (const ExpectedName& name : expected) known.push_back(candidate.prefix + name.alternatives.front());
  for (const std::size_t i : unknown) {
    parts.push_back(inQuotes(names[i]));
    if (parts.size() <= mostListed)
      parts.back() += concat(" (nearest known: ", inQuotes(nearestName(names[i], known)), ")");
  }
  return unknown.size() == 1 ? "unknown key " + parts[0]
                             : concat(unknown.size(), " unknown keys: ", listedParts(parts));
}

std::string describeVariant(const Candidate& candidate, const std::vector<ExpectedName>& expected) {
  const std::size_t hidden = unitStarts(expected, *candidate.scheme).back();
  const bool isOfTimm = std::string_view(candidate.scheme->name) == "timm-v3";
  if (!isOfTimm || !candidate.has(hidden) || candidate.has(hidden + 1)) return "";
  return concat("this is mobilenetv3_rw of timm, as ",
                inQuotes(candidate.prefix + expected[hidden + 1].alternatives[0]),
                " is missing: without the addition in its first block and with hard swish in its squeeze-and-excite "
                "it is another network than MobileNet V3, which can't be merged");
}

std::string describeDepth(const std::vector<std::size_t>& unknown, const Candidate& candidate,
                          const std::vector<NamedShape>& tensors) {
  const Architecture architecture = candidate.scheme->architecture;
  if (architecture == Architecture::MobileNetV1) return "";
  std::vector<NamedShape> left;
  for (const std::size_t index : unknown) left.push_back(tensors[index]);
  const std::size_t more = depthwiseCount(left, candidate.scheme->framework->kernel == axesHWIO);
  const Blocks blocks = blocksOf(candidate);
  if (more == 0 || blocks.found < blocks.wanted) return "";
  return concat("it is deeper than a ", titleOf(architecture), ": ", more + std::size_t(blocks.found),
                " blocks were found instead of ", blocks.wanted, ", as in ",
                isV3(architecture) ? "mobilenetv3_large_150d" : "mobilenetv2_110d and mobilenetv2_120d",
                " of timm; such a network can't be merged");
}

}  // namespace zipper
