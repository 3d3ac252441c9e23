// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "core/zippering/recipe.h"

namespace zipper {

/// The words of the house as all panels show them.

/// "from A", "from B", "random", "mean", "least squares"
QString initializationName(Initialization initialization);
/// "none", "weights", "activations", "mergeability"
QString alignmentName(Alignment alignment);
/// "A", "B", ...
QString taskLetter(int task);

}  // namespace zipper
