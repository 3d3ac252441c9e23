// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <string>

#include "core/zippering/start_factors.h"

namespace zipper {

/// The words of the house as all panels show them.

/// "from A", "from B", "random", "mean", "least squares"
QString initializationName(Initialization initialization);
/// "none", "weights", "activations", "mergeability"
QString alignmentName(Alignment alignment);
/// What shared weights start from besides the initialization: "alignment: mergeability; Fisher weights, kernels
/// fitted, heads fitted".
QString besidesText(const Start& start, BnPolicy policy);
/// "alignment", "Fisher weights", "fit of the kernels", "fit of the heads"
QString factorName(StartFactor factor);
/// "Adam", "SGD"
QString optimizerName(OptimizerKind optimizer);
/// "constant", "exponential", "cosine"
QString scheduleName(ScheduleKind schedule);
/// Of a comparison: "least squares, alignment: mergeability" for "least-squares+mergeability", "naive". Names that
/// aren't of a strategy stay what they are.
QString strategyTitle(const std::string& name);
/// "A", "B", ...
QString taskLetter(int task);

}  // namespace zipper
