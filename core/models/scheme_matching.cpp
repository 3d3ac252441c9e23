// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_matching.h"

#include <algorithm>
#include <set>

#include "core/containers/listed_parts.h"
#include "core/models/nearest_name.h"
#include "core/models/scheme_by_shapes.h"
#include "core/models/scheme_candidates.h"
#include "core/network/plan.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// Of the tensors of a network, far over a hundred. What has fewer is another network that happens to use some of the
/// names.
constexpr std::size_t leastFound = 40;
/// Names of a unit in expectedNames(): weight, bias and the four of batch normalization.
constexpr std::size_t perUnit = 6;

/// True if one of the parts between dots and slashes is, or begins or ends with, "ema".
bool isEma(const std::string& prefix) {
  std::string part;
  for (const char c : prefix + ".") {
    if (c != '.' && c != '/') {
      part += c;
      continue;
    }
    if (part == "ema" || beginsWith(part, "ema_") || endsWith(part, "_ema")) return true;
    part.clear();
  }
  return false;
}

bool isPart(const Candidate& candidate, const std::string& part) {
  const auto same = [&](const std::string& text) {
    return text == part || text == part + "." || text == part + "/" || text == "_" + part;
  };
  return same(candidate.task) || same(candidate.prefix) || same(candidate.part());
}

[[noreturn]] void failUnknownNetwork(const std::vector<std::string>& names) {
  std::string schemes;
  for (const NamingScheme& scheme : namingSchemes())
    schemes += (schemes.empty() ? "" : ", ") + std::string(scheme.name);
  if (names.empty()) fail("holds no tensors; those of a MobileNet V1 were expected");
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < names.size(); ++i) {
    parts.push_back(inQuotes(names[i]));
    if (i >= mostListed) continue;
    std::string best, owner;
    for (const NamingScheme& scheme : namingSchemes()) {
      std::vector<std::string> known;
      for (const ExpectedName& name : expectedNames(scheme, "")) known.push_back(name.alternatives.front());
      const std::string nearest = nearestName(names[i], known);
      if (!best.empty() && editDistance(names[i], nearest) >= editDistance(names[i], best)) continue;
      best = nearest;
      owner = scheme.name;
    }
    if (best == names[i])
      parts.back() += concat(" (also of ", owner, ", whose other names aren't there)");
    else
      parts.back() += concat(" (nearest known: ", inQuotes(best), " of ", owner, ")");
  }
  fail("its names are those of no known MobileNet V1: ", listedParts(parts), "; known naming schemes are ", schemes);
}

/// The candidates that are asked for; Error if there are none.
std::vector<Candidate> wantedCandidates(std::vector<Candidate> all, const MatchOptions& options) {
  const auto keep = [&](const auto& isWanted) {
    std::vector<Candidate> kept;
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept), isWanted);
    return kept;
  };
  if (!options.part.empty()) {
    std::vector<std::string> parts;
    for (const Candidate& candidate : all)
      if (candidate.found >= leastFound) parts.push_back(inQuotes(candidate.part()));
    all = keep([&](const Candidate& candidate) { return isPart(candidate, options.part); });
    if (all.empty() && parts == std::vector<std::string>{inQuotes("")})
      fail("there is no part '", printable(options.part), "' in the file: it holds one network, without a part's name");
    if (all.empty())
      fail("there is no network '", printable(options.part), "' in the file; there are ", listedParts(parts));
  }
  const std::vector<Candidate> averages =
      keep([](const Candidate& candidate) { return candidate.found >= leastFound && isEma(candidate.prefix); });
  if (options.useEma && averages.empty()) fail("holds no moving averages (EMA) of a MobileNet V1");
  if (options.useEma) return averages;
  const auto weights = keep([](const Candidate& candidate) { return !isEma(candidate.prefix); });
  const bool useful = std::any_of(weights.begin(), weights.end(),
                                  [](const Candidate& candidate) { return candidate.found >= leastFound; });
  return useful ? weights : all;
}

/// The one with the most names; of several schemes the first. Error if several networks have that many.
Candidate chooseCandidate(const std::vector<Candidate>& candidates) {
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates)
    if (best == nullptr || candidate.found > best->found) best = &candidate;
  std::vector<std::string> parts;
  for (const Candidate& candidate : candidates)
    if (candidate.found == best->found && candidate.scheme == best->scheme) parts.push_back(inQuotes(candidate.part()));
  if (parts.size() > 1) fail("holds several networks: ", listedParts(parts), "; choose one of them (--part)");
  return *best;
}

/// The expected names that the candidate lacks, as the file would have them. Batch normalization may be folded into a
/// bias; the head may be missing as a whole.
std::vector<std::string> missingNames(const Candidate& candidate, const std::vector<ExpectedName>& expected) {
  const auto has = [&](std::size_t i) { return candidate.indices[i] != NameIndex::none; };
  std::vector<std::string> missing;
  const auto require = [&](std::size_t i) {
    if (!has(i)) missing.push_back(candidate.prefix + expected[i].alternatives.front());
  };
  const std::size_t head = candidate.scheme->headWeight == nullptr ? expected.size() : expected.size() - 2;
  for (std::size_t unit = 0; unit < head; unit += perUnit) {
    require(unit);
    const bool folded = has(unit + 1) && !has(unit + 2) && !has(unit + 3) && !has(unit + 4) && !has(unit + 5);
    for (std::size_t i = unit + 2; i < unit + perUnit && !folded; ++i) require(i);
  }
  if (head < expected.size() && has(head) != has(head + 1)) {
    require(head);
    require(head + 1);
  }
  return missing;
}

/// What is left of the names of a file when a network is taken out.
struct Leftovers {
  std::vector<std::size_t> unknown, outside, others, counters, behindBackbone;
};

Leftovers leftoversOf(const Candidate& chosen, const std::vector<Candidate>& all,
                      const std::vector<std::string>& names) {
  std::set<std::size_t> used(chosen.indices.begin(), chosen.indices.end()), others;
  for (const Candidate& candidate : all)
    if (candidate.scheme == chosen.scheme && candidate.found >= leastFound)
      others.insert(candidate.indices.begin(), candidate.indices.end());
  const auto& extra = chosen.scheme->extraHead;
  Leftovers left;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (used.count(i) > 0) continue;
    const bool behind = std::any_of(extra.begin(), extra.end(), [&](const char* start) {
      return start != nullptr && beginsWith(names[i], chosen.prefix + start);
    });
    auto& list = !beginsWith(names[i], chosen.prefix)        ? left.outside
                 : endsWith(names[i], "num_batches_tracked") ? left.counters
                 : others.count(i) > 0                       ? left.others
                 : behind                                    ? left.behindBackbone
                                                             : left.unknown;
    list.push_back(i);
  }
  return left;
}

std::string describeMissing(const std::vector<std::string>& missing, const Candidate& candidate) {
  int layers = 0;
  const NetworkPlan plan = planOf(MobileNetSpec());
  for (const Site& site : plan.sites)
    if (candidate.indices[perUnit * std::size_t(site.tap)] != NameIndex::none) ++layers;
  std::vector<std::string> parts;
  for (const std::string& name : missing) parts.push_back(inQuotes(name));
  std::string text = missing.size() == 1 ? concat("key ", parts[0], " is missing")
                                         : concat(missing.size(), " keys are missing: ", listedParts(parts));
  if (layers < plan.layers()) text += concat(" (MobileNet V1 has ", plan.layers(), " blocks, ", layers, " were found)");
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

/// Takes a pair of unknown tensors for the head if they can be nothing else.
void guessHead(SchemeMatch& match, std::vector<std::size_t>& unknown, const std::vector<NamedShape>& tensors) {
  if (unknown.size() != 2) return;
  std::size_t weight = unknown[0], bias = unknown[1];
  if (tensors[weight].shape.size() == 1) std::swap(weight, bias);
  const auto& shape = tensors[weight].shape;
  if (tensors[bias].shape.size() != 1 || (shape.size() != 2 && shape.size() != 4)) return;
  const bool first =
      shape.size() == 2 ? !match.scheme->framework->headTransposed : match.scheme->framework->kernel == axesOIHW;
  if (shape[first ? 0 : shape.size() - 1] != tensors[bias].shape[0]) return;
  match.tensors.emplace_back("head.weight", weight);
  match.tensors.emplace_back("head.bias", bias);
  match.notes.push_back(concat("head guessed: ", inQuotes(tensors[weight].name), " and ", inQuotes(tensors[bias].name),
                               ", the only tensors left"));
  unknown.clear();
}

void addNotes(SchemeMatch& match, const Leftovers& left, const std::vector<std::string>& names) {
  const auto note = [&](const std::vector<std::size_t>& indices, const std::string& text) {
    if (!indices.empty())
      match.notes.push_back(concat("left out: ", indices.size(), indices.size() == 1 ? " tensor " : " tensors ", text,
                                   ", the first is ", inQuotes(names[indices.front()])));
  };
  if (!left.counters.empty())
    match.notes.push_back(concat(left.counters.size(), " keys num_batches_tracked were ignored"));
  note(left.outside, "outside of " + inQuotes(match.prefix));
  note(left.others, "of other networks in the file");
  note(left.behindBackbone,
       "between the last block and the head, and with them the head: MobileNet V1 as it is merged has no such layer");
  if (!match.prefix.empty()) match.notes.push_back("all names begin with " + inQuotes(match.prefix));
  if (!match.task.empty()) match.notes.push_back("names of the task " + inQuotes(match.task) + ", and shared ones");
  if (isEma(match.prefix)) match.notes.push_back("these are the moving averages (EMA) of the weights");
}

/// All that is certain; without the head if there is a layer before it that V1 lacks.
void addTensors(SchemeMatch& match, const Candidate& chosen, const std::vector<ExpectedName>& expected, bool withHead) {
  for (std::size_t i = 0; i < expected.size(); ++i)
    if (chosen.indices[i] != NameIndex::none && (withHead || !beginsWith(expected[i].canonical, "head.")))
      match.tensors.emplace_back(expected[i].canonical, chosen.indices[i]);
}

bool hasHead(const SchemeMatch& match) {
  return std::any_of(match.tensors.begin(), match.tensors.end(),
                     [](const auto& entry) { return entry.first == "head.weight"; });
}

}  // namespace

namespace {

/// Names that nobody here knows, but perhaps the tensors of a MobileNet V1.
SchemeMatch matchUnknownNames(const std::vector<NamedShape>& tensors, const std::vector<std::string>& names,
                              const MatchOptions& options) {
  if (!mayBeMobileNet(tensors)) failUnknownNetwork(names);
  try {
    return matchByShapes(tensors, options);
  } catch (const Error& error) {
    fail("its names are those of no known MobileNet V1, and its shapes don't tell either: ", error.what());
  }
}

}  // namespace

SchemeMatch matchScheme(const std::vector<NamedShape>& tensors, const MatchOptions& options) {
  std::vector<std::string> names;
  for (const NamedShape& tensor : tensors) names.push_back(tensor.name);
  const std::string other = otherNetworkOf(names);
  if (!other.empty()) fail("this is ", other, "; only MobileNet V1 can be merged");
  const std::vector<Candidate> all = schemeCandidates(names);
  const auto isEnough = [](const Candidate& candidate) { return candidate.found >= leastFound; };
  if (std::none_of(all.begin(), all.end(), isEnough)) return matchUnknownNames(tensors, names, options);
  const std::vector<Candidate> wanted = wantedCandidates(all, options);
  if (std::none_of(wanted.begin(), wanted.end(), isEnough)) failUnknownNetwork(names);
  const Candidate chosen = chooseCandidate(wanted);
  const std::vector<ExpectedName> expected = expectedNames(*chosen.scheme, chosen.task);

  SchemeMatch match{chosen.scheme, chosen.prefix, chosen.task, {}, {}};
  Leftovers left = leftoversOf(chosen, all, names);
  addTensors(match, chosen, expected, left.behindBackbone.empty());
  if (left.behindBackbone.empty() && !hasHead(match)) guessHead(match, left.unknown, tensors);
  std::string problem;
  const std::vector<std::string> missing = missingNames(chosen, expected);
  if (!missing.empty()) problem = describeMissing(missing, chosen);
  if (!left.unknown.empty())
    problem += (problem.empty() ? "" : "; ") + describeUnknown(left.unknown, chosen, expected, names);
  if (!problem.empty()) fail(problem, "; the names are those of ", chosen.scheme->title);
  addNotes(match, left, names);
  if (!hasHead(match)) match.notes.push_back("no head: a backbone, whose classes come with a data set");
  return match;
}

}  // namespace zipper
