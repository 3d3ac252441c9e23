// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_candidates.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "core/models/naming_schemes.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

constexpr std::size_t maximumCandidates = 64;
const std::string taskMark = "{task}";

struct Place {
  std::string prefix, task;
};

bool isBoundary(const std::string& name, std::size_t at) {
  return at == 0 || name[at - 1] == '.' || name[at - 1] == '/';
}

/// True if the name ends with the template; tells what stands before it and for {task}.
bool matchesAnchor(const std::string& name, const std::string& anchor, Place& place) {
  const std::size_t mark = anchor.find(taskMark);
  if (mark == std::string::npos) {
    if (!endsWith(name, anchor) || !isBoundary(name, name.size() - anchor.size())) return false;
    place = {name.substr(0, name.size() - anchor.size()), ""};
    return true;
  }
  const std::string left = anchor.substr(0, mark), right = anchor.substr(mark + taskMark.size());
  if (!endsWith(name, right)) return false;
  const std::size_t end = name.size() - right.size();
  const std::size_t boundary = end == 0 ? std::string::npos : name.find_last_of("./", end - 1);
  const std::size_t start = boundary == std::string::npos ? 0 : boundary + 1;
  if (end < start + left.size() || name.compare(start, left.size(), left) != 0) return false;
  place = {name.substr(0, start), name.substr(start + left.size(), end - start - left.size())};
  return place.task.empty() || place.task[0] == '_';
}

/// The expected names of a scheme, made once for each task.
class KnownNames {
 public:
  explicit KnownNames(const NamingScheme& scheme) : scheme_(scheme) {}
  const std::vector<ExpectedName>& of(const std::string& task) {
    const auto [entry, added] = byTask_.try_emplace(task);
    if (added) entry->second = expectedNames(scheme_, task);
    return entry->second;
  }

 private:
  const NamingScheme& scheme_;
  std::map<std::string, std::vector<ExpectedName>> byTask_;
};

void lookUp(Candidate& candidate, const std::vector<ExpectedName>& names, const NameIndex& index) {
  for (const ExpectedName& expected : names) {
    std::size_t found = NameIndex::none;
    for (const std::string& alternative : expected.alternatives)
      if (found == NameIndex::none) found = index.find(candidate.prefix + alternative);
    candidate.indices.push_back(found);
    if (found != NameIndex::none) ++candidate.found;
  }
  std::vector<std::size_t> starts = unitStarts(names, *candidate.scheme);
  starts.pop_back();
  for (const std::size_t i : starts)
    if (!candidate.has(i) && !(isSqueezeExcite(names[i].canonical) && mayLackGate(candidate, names, i)))
      ++candidate.lacking;
}

}  // namespace

NameIndex::NameIndex(const std::vector<std::string>& names) : names_(names), order_(names.size()) {
  std::iota(order_.begin(), order_.end(), 0);
  std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
}

std::size_t NameIndex::find(const std::string& name) const {
  const auto at = std::lower_bound(order_.begin(), order_.end(), name,
                                   [&](std::size_t index, const std::string& text) { return names_[index] < text; });
  return at != order_.end() && names_[*at] == name ? *at : none;
}

bool mayLackGate(const Candidate& candidate, const std::vector<ExpectedName>& expected, std::size_t first) {
  const SqueezeExcites kind = candidate.scheme->squeezeExcites;
  if (kind == SqueezeExcites::Usual) return false;
  const std::string& name = expected[first].canonical;  // "layers.4.squeeze.conv.weight"
  const std::string block = name.substr(0, name.find('.', name.find('.') + 1) + 1);
  for (std::size_t i = 0; i < candidate.convolutionNames(); ++i) {
    const bool counts = kind == SqueezeExcites::UsualOrNone || beginsWith(expected[i].canonical, block);
    if (counts && candidate.has(i) && isSqueezeExcite(expected[i].canonical)) return false;
  }
  return true;
}

std::vector<Candidate> schemeCandidates(const std::vector<std::string>& names) {
  const NameIndex index(names);
  std::vector<Candidate> candidates;
  for (const NamingScheme& scheme : namingSchemes()) {
    std::set<std::pair<std::string, std::string>> seen;
    KnownNames known(scheme);
    for (const std::string& anchor : anchorTemplates(scheme))
      for (const std::string& name : names) {
        Place place;
        if (seen.size() >= maximumCandidates || !matchesAnchor(name, anchor, place)) continue;
        if (!seen.emplace(place.prefix, place.task).second) continue;
        Candidate candidate{&scheme, place.prefix, place.task, {}, 0, 0};
        lookUp(candidate, known.of(place.task), index);
        candidates.push_back(std::move(candidate));
      }
  }
  return candidates;
}

}  // namespace zipper
