// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

#include "core/recipe/recipe.h"

namespace zipper {

/// Which of the planned layers are merged and which are still to come: "1-4 merged, 5-13 to come".
QString planNote(const Recipe& recipe, const std::vector<int>& mergedLayers);

/// Whether two recipes plan the same steps with the same settings.
bool hasSameSteps(const Recipe& a, const Recipe& b);

}  // namespace zipper
