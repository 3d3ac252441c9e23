// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/session/session.h"

namespace zipper {

/// The format that sessionToJson() writes. 1: without checksums (see session_checksums.h). 2: the orders of channels
/// name layers, not spaces, and architecture and head are those of a plain MobileNet V1. 3: steps don't say what their
/// parts took. 4: all scores are of whole test sets. 5: runs have no names, and there are no comparisons. All that came
/// before are read.
inline constexpr int sessionFormat = 6;

/// Everything of a session but its tensors, as JSON.
std::string sessionToJson(const Session& session);

/// A session without tensors: curves have their columns but no values, networks no values, runs of comparisons no
/// losses.
struct SessionOutline {
  Session session;
  std::vector<std::vector<std::int64_t>> comparisonIterations;  ///< [comparison][run]: how many losses there are
  int format = sessionFormat;                                   ///< that the text says
};

/// The reverse. Its parts fit each other (see session_validation.h). Throws Error that says what is wrong.
SessionOutline sessionFromJson(const std::string& json);

}  // namespace zipper
