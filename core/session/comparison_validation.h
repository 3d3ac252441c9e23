// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/session/comparison_json.h"
#include "core/session/session.h"

namespace zipper {

/// Error, beginning with `where`, that names the first thing in a comparison that none of this session's networks can
/// have led to: names that are too long or come twice, runs of strategies or seeds that aren't compared, scores of
/// other tasks or out of range, moments that go back in time, more of anything than a comparison has, a speedup that
/// belongs to no step of the plan.
void checkComparison(const ComparisonOutline& outline, const Session& session, const std::string& where);

}  // namespace zipper
