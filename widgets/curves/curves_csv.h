// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "widgets/curves/curve_store.h"
#include "widgets/curves/series_selection.h"

namespace zipper::plots {

/// A row per iteration of each run that is shown, the live tail included: run, step, layer, iteration (cumulative), the
/// values as measured, and at the last iteration of a step the top-1 of each task. What there is no value for is empty.
std::string curvesCsv(const CurveStore& store, const SeriesSelection& selection);

}  // namespace zipper::plots
