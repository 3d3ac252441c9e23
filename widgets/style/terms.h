#pragma once

#include <QString>

#include "core/zippering/recipe.h"

namespace zipper {

/// The words of the house as all panels show them.

/// "from A", "from B", "random", "mean"
QString initializationName(Initialization initialization);
/// "A", "B", ...
QString taskLetter(int task);

}  // namespace zipper
