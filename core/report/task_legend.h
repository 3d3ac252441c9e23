// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/recipe/recipe.h"

namespace zipper {

/// The section that says who A, B, C ... of a page are: names, networks and data; empty without sources.
std::string taskLegend(const std::vector<TaskSource>& sources);

}  // namespace zipper
