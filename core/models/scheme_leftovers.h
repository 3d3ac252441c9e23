// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/scheme_candidates.h"
#include "core/models/scheme_match.h"

namespace zipper {

/// What is left of the tensors of a file when the known names of a network are taken out.
struct Leftovers {
  std::vector<std::size_t> unknown, outside, others, counters, behindBackbone;
};

Leftovers leftoversOf(const Candidate& chosen, const std::vector<Candidate>& all,
                      const std::vector<std::string>& names);

/// Says of what is left what it was taken for, and of the network where in the file it was found.
void addLeftoverNotes(SchemeMatch& match, const Leftovers& left, const std::vector<std::string>& names);

}  // namespace zipper
