// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/support/json_reader.h"
#include "core/zippering/comparison.h"

namespace zipper {

/// What a finished run is on disk; reading gives the same values, bit for bit. Readers throw Error that begins with
/// `where`.
Json comparisonRunJson(const ComparisonRun& run);
ComparisonRun comparisonRunFromJson(const Json& json, const std::string& where);

}  // namespace zipper
