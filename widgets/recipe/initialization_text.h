// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "core/recipe/recipe.h"
#include "widgets/style/terms.h"

namespace zipper {

/// One sentence: what the shared weights of so many tasks start as.
QString initializationSentence(Initialization initialization, int tasks);
/// The same where what is shared is the same in all networks.
QString identicalSentence();
/// For who asks about one: the same, and what more than two tasks would have one ask.
QString initializationHelp(Initialization initialization, int tasks);
/// As rich text: W = ½ (W_A + W_B) and the like.
QString initializationFormula(Initialization initialization, int tasks);

/// One sentence: which channels of the other tasks are merged with which of A.
QString alignmentSentence(Alignment alignment, int tasks);

}  // namespace zipper
