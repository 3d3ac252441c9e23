// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "widgets/plots/follow_view.h"
#include "widgets/plots/score_lines.h"
#include "widgets/plots/value_track.h"

namespace zipper::plots {

/// A value axis around them, with room; a linear one begins at zero unless that wastes half of it.
Span valueSpan(const Extremes& extremes, bool logarithmic);
/// An axis of percentages around the scores in view, with room; all of 0...100 if there are none.
Span percentSpan(const std::vector<ScoreLine>& lines, const Span& inView, const std::vector<double>& more = {});

}  // namespace zipper::plots
