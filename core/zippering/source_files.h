// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

#include "core/support/protected_files.h"
#include "core/zippering/recipe.h"

namespace zipper {

/// The networks and data sets of a recipe, which are never written over.
std::vector<ProtectedFile> sourceFiles(const Recipe& recipe);

/// Makes their places independent of the folder that the program was started in.
void makeAbsolute(Recipe& recipe);

/// For a recipe that holds relative places: those that lead nowhere from here, but do from `folder`, are taken from
/// there. Others stay as they are.
void findSources(Recipe& recipe, const std::filesystem::path& folder);

}  // namespace zipper
