// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "core/recipe/recipe.h"
#include "widgets/style/terms.h"

namespace zipper {

/// One sentence: what the shared weights start as.
QString initializationSentence(Initialization initialization);
/// As rich text: W = ½ (W_A + W_B) and the like.
QString initializationFormula(Initialization initialization);

/// One sentence: which channels of B are merged with which of A.
QString alignmentSentence(Alignment alignment);

}  // namespace zipper
