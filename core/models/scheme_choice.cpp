// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_choice.h"

#include <algorithm>
#include <iterator>

#include "core/containers/listed_parts.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

bool isPart(const Candidate& candidate, const std::string& part) {
  const auto same = [&](const std::string& text) {
    return text == part || text == part + "." || text == part + "/" || text == "_" + part;
  };
  return same(candidate.task) || same(candidate.prefix) || same(candidate.part());
}

bool isBetter(const Candidate& one, const Candidate& other) {
  return one.found != other.found ? one.found > other.found : one.lacking < other.lacking;
}

}  // namespace

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

std::vector<Candidate> wantedCandidates(std::vector<Candidate> all, const MatchOptions& options) {
  const auto keep = [&](const auto& isWanted) {
    std::vector<Candidate> kept;
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept), isWanted);
    return kept;
  };
  if (!options.part.empty()) {
    std::vector<std::string> parts;
    for (const Candidate& candidate : all) {
      const std::string part = inQuotes(candidate.part());  // of several schemes with some of the same names
      const bool isNew = std::find(parts.begin(), parts.end(), part) == parts.end();
      if (candidate.found >= leastNames && isNew) parts.push_back(part);
    }
    all = keep([&](const Candidate& candidate) { return isPart(candidate, options.part); });
    if (all.empty() && parts == std::vector<std::string>{inQuotes("")})
      fail("there is no part '", printable(options.part), "' in the file: it holds one network, without a part's name");
    if (all.empty())
      fail("there is no network '", printable(options.part), "' in the file; there are ", listedParts(parts));
  }
  const std::vector<Candidate> averages =
      keep([](const Candidate& candidate) { return candidate.found >= leastNames && isEma(candidate.prefix); });
  if (options.useEma && averages.empty()) fail("holds no moving averages (EMA) of a MobileNet");
  if (options.useEma) return averages;
  const auto weights = keep([](const Candidate& candidate) { return !isEma(candidate.prefix); });
  const bool useful = std::any_of(weights.begin(), weights.end(),
                                  [](const Candidate& candidate) { return candidate.found >= leastNames; });
  return useful ? weights : all;
}

Candidate chooseCandidate(const std::vector<Candidate>& candidates) {
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates)
    if (best == nullptr || isBetter(candidate, *best)) best = &candidate;
  std::vector<std::string> parts;
  for (const Candidate& candidate : candidates)
    if (candidate.found == best->found && candidate.scheme == best->scheme) parts.push_back(inQuotes(candidate.part()));
  if (parts.size() > 1) fail("holds several networks: ", listedParts(parts), "; choose one of them (--part)");
  return *best;
}

}  // namespace zipper
