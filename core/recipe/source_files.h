// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

#include "core/recipe/recipe.h"
#include "core/support/protected_files.h"

namespace zipper {

/// The networks and data sets of a recipe, which are never written over, and what was read beside a network: weights,
/// class names (see filesBeside()). Files that are missing or damaged stand for themselves.
std::vector<ProtectedFile> sourceFiles(const Recipe& recipe);

/// Makes their places independent of the folder that the program was started in.
void makeAbsolute(Recipe& recipe);

/// Places that lead nowhere are looked for in `folder`, by as much of their end as is there: a session may have been
/// moved with its data, or hold relative places. Hashes tell whether it is the same. Others stay as they are.
void findSources(Recipe& recipe, const std::filesystem::path& folder);

}  // namespace zipper
