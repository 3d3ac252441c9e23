// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_leftovers.h"

#include <algorithm>
#include <set>

#include "core/models/scheme_choice.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

Leftovers leftoversOf(const Candidate& chosen, const std::vector<Candidate>& all,
                      const std::vector<std::string>& names) {
  std::set<std::size_t> used(chosen.indices.begin(), chosen.indices.end()), others;
  for (const Candidate& candidate : all)
    if (candidate.scheme == chosen.scheme && candidate.found >= leastNames)
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

void addLeftoverNotes(SchemeMatch& match, const Leftovers& left, const std::vector<std::string>& names) {
  const auto note = [&](const std::vector<std::size_t>& indices, const std::string& text) {
    if (!indices.empty())
      match.notes.push_back(concat("left out: ", indices.size(), indices.size() == 1 ? " tensor " : " tensors ", text,
                                   ", the first is ", inQuotes(names[indices.front()])));
  };
  if (!left.counters.empty())
    match.notes.push_back(concat(left.counters.size(), left.counters.size() == 1
                                                           ? " key num_batches_tracked was ignored"
                                                           : " keys num_batches_tracked were ignored"));
  note(left.outside, "outside of " + inQuotes(match.prefix));
  note(left.others, "of other networks in the file");
  note(left.behindBackbone,
       "between the last block and the head, and with them the head: MobileNet V1 as it is merged has no such layer");
  if (!match.prefix.empty()) match.notes.push_back("all names begin with " + inQuotes(match.prefix));
  if (!match.task.empty()) match.notes.push_back("names of the task " + inQuotes(match.task) + ", and shared ones");
  if (isEma(match.prefix)) match.notes.push_back("these are the moving averages (EMA) of the weights");
}

}  // namespace zipper
