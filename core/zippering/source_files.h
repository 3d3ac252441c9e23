// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/support/protected_files.h"
#include "core/zippering/recipe.h"

namespace zipper {

/// The networks and data sets of a recipe, which are never written over.
std::vector<ProtectedFile> sourceFiles(const Recipe& recipe);

}  // namespace zipper
