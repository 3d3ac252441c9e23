// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/analysis/size_sweep.h"
#include "core/support/json_reader.h"

namespace zipper::cli {

/// A finished point of `zipper sizes`, as its report's folder keeps it.
Json sizePointJson(const SizePoint& point);
/// Throws Error that begins with `where`.
SizePoint sizePointFromJson(const Json& json, const std::string& where);

}  // namespace zipper::cli
