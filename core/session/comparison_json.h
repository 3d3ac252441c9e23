// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/session/kept_comparison.h"
#include "core/support/json_reader.h"

namespace zipper {

/// What a finished run is in a file of its own; reading gives the same values, bit for bit. Readers throw Error that
/// begins with `where`.
Json comparisonRunJson(const ComparisonRun& run);
ComparisonRun comparisonRunFromJson(const Json& json, const std::string& where);

/// A comparison in a session's description, without losses: those are tensors there. What follows from the session
/// (cost, guesses) isn't written.
Json keptComparisonJson(const KeptComparison& kept);

/// The same read, with the iterations that each run has losses of, which come from elsewhere.
struct ComparisonOutline {
  KeptComparison kept;
  std::vector<std::int64_t> iterations;  ///< by run
};
/// `layers`: of the session's networks. Throws Error that begins with `where`; see comparison_validation.h for the
/// rest.
ComparisonOutline keptComparisonFromJson(const Json& json, int layers, const std::string& where);

}  // namespace zipper
