// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/report/trunk_sweep.h"
#include "core/support/json_reader.h"

namespace zipper::cli {

/// A finished depth of a sweep on disk (see RunFolder); reading gives the same values, and throws Error that begins
/// with `where`.
Json trunkPointJson(const TrunkPoint& point);
TrunkPoint trunkPointFromJson(const Json& json, const std::string& where);

/// The part of a point that tells memory and work.
Json mergeCostJson(const MergeCost& cost);
/// Throws Error that begins with `where`.
MergeCost mergeCostFromJson(const Json& json, const std::string& where);

}  // namespace zipper::cli
