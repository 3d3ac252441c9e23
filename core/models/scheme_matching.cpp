// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_matching.h"

#include <algorithm>

#include "core/models/head_choice.h"
#include "core/models/other_networks.h"
#include "core/models/scheme_by_shapes.h"
#include "core/models/scheme_candidates.h"
#include "core/models/scheme_choice.h"
#include "core/models/scheme_leftovers.h"
#include "core/models/scheme_problems.h"
#include "core/support/error.h"

namespace zipper {

namespace {

bool hasHead(const SchemeMatch& match) {
  return std::any_of(match.tensors.begin(), match.tensors.end(),
                     [](const auto& entry) { return entry.first == "head.weight"; });
}

/// Names that nobody here knows, but perhaps the tensors of a MobileNet.
SchemeMatch matchUnknownNames(const std::vector<NamedShape>& tensors, const std::vector<std::string>& names,
                              const MatchOptions& options) {
  if (!mayBeMobileNet(tensors)) failUnknownNetwork(names);
  try {
    return matchByShapes(tensors, options);
  } catch (const Error& error) {
    fail("its names are those of no known MobileNet, and its shapes don't tell either: ", error.what());
  }
}

/// The convolutions of the network.
void addConvolutions(SchemeMatch& match, const Candidate& chosen, const std::vector<ExpectedName>& expected) {
  for (std::size_t i = 0; i < chosen.convolutionNames(); ++i)
    if (chosen.has(i)) match.tensors.emplace_back(expected[i].canonical, chosen.indices[i]);
}

}  // namespace

SchemeMatch matchScheme(const std::vector<NamedShape>& tensors, const MatchOptions& options) {
  std::vector<std::string> names;
  for (const NamedShape& tensor : tensors) names.push_back(tensor.name);
  const std::string other = otherNetworkOf(names);
  if (!other.empty()) fail(other);
  const std::vector<Candidate> all = schemeCandidates(names);
  const auto isEnough = [](const Candidate& candidate) { return candidate.found >= leastNames; };
  if (std::none_of(all.begin(), all.end(), isEnough)) return matchUnknownNames(tensors, names, options);
  const std::vector<Candidate> wanted = wantedCandidates(all, options);
  if (std::none_of(wanted.begin(), wanted.end(), isEnough)) failUnknownNetwork(names);
  const Candidate chosen = chooseCandidate(wanted);
  const std::vector<ExpectedName> expected = expectedNames(*chosen.scheme, chosen.task);

  SchemeMatch match{chosen.scheme, chosen.prefix, chosen.task, {}, {}, {}};
  Leftovers left = leftoversOf(chosen, all, names);
  addConvolutions(match, chosen, expected);
  const bool headFound = takeHead(match, chosen, expected, left, tensors, options);
  const std::vector<std::string> missing = missingNames(chosen, expected, !headFound);
  std::string problem = describeDepth(left.unknown, chosen, tensors);
  if (problem.empty()) problem = describeVariant(chosen, expected);
  if (!problem.empty()) fail(problem);
  if (!missing.empty()) problem = describeMissing(missing, chosen);
  if (!left.unknown.empty())
    problem += (problem.empty() ? "" : "; ") + describeUnknown(left.unknown, chosen, expected, names);
  if (!problem.empty()) fail(problem, "; the names are those of ", chosen.scheme->title);
  addLeftoverNotes(match, left, names);
  if (!hasHead(match)) match.notes.push_back("no head: a backbone, whose classes come with a data set");
  return match;
}

}  // namespace zipper
