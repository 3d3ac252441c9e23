// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "widgets/curves/curve_lines.h"
#include "widgets/curves/follow_view.h"
#include "widgets/curves/score_lines.h"

namespace zipper::curves {

/// What the curves span within a stretch of iterations.
Extremes extremesInView(const CurveStore& store, const std::vector<DrawnCurve>& curves, const Span& iterations);
/// A value axis around them, with room; a linear one begins at zero unless that wastes half of it.
Span valueSpan(const Extremes& extremes, bool logarithmic);
/// An axis of percentages around the scores in view, with room; all of 0...100 if there are none.
Span percentSpan(const std::vector<ScoreLine>& lines, const Span& inView, const std::vector<double>& more = {});

}  // namespace zipper::curves
