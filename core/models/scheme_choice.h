// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/scheme_candidates.h"
#include "core/models/scheme_match.h"

namespace zipper {

/// Of the tensors of a network, far over a hundred. What has fewer is another network that happens to use some of the
/// names.
inline constexpr std::size_t leastNames = 40;

/// Whether what stands before names says that they are those of moving averages: one of the parts between dots and
/// slashes is, or begins or ends with, "ema".
bool isEma(const std::string& prefix);

/// The candidates that are asked for; Error that names those that there are if none is.
std::vector<Candidate> wantedCandidates(std::vector<Candidate> all, const MatchOptions& options);

/// The one with the most names; of several schemes the one that lacks the fewest convolutions, then the first. Error if
/// several networks of one scheme have that many.
Candidate chooseCandidate(const std::vector<Candidate>& candidates);

}  // namespace zipper
