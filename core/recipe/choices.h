// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/kernels/precision.h"

namespace zipper {

/// How the shared weights of a layer get their first values.
enum class Initialization { FromA, FromB, Random, Mean, LeastSquares };
/// What decides which channel of a task corresponds to which of task A before a layer is merged.
/// Weights: distance of the BN-scaled weights. Activations: correlation of the outputs on the same images.
/// Mergeability: the error that sharing the weights of a pair costs at least (see alignment.h).
enum class Alignment { None, Weights, Activations, Mergeability };
enum class OptimizerKind { Sgd, Adam };
enum class ScheduleKind { Constant, Exponential, Cosine };
/// Alternate: an update for one task after the other, as in the paper. Joint: one update for the sum of the losses.
enum class UpdateOrder { Alternate, Joint };

/// By the names that files and the command line use; Error that lists them for another text.
std::string toString(Initialization value);
std::string toString(Alignment value);
std::string toString(OptimizerKind value);
std::string toString(ScheduleKind value);
std::string toString(UpdateOrder value);
std::string toString(Precision value);
Initialization initializationFromString(const std::string& text);
Alignment alignmentFromString(const std::string& text);
OptimizerKind optimizerFromString(const std::string& text);
ScheduleKind scheduleFromString(const std::string& text);
UpdateOrder updateOrderFromString(const std::string& text);
Precision precisionFromString(const std::string& text);
/// All names, in the order of the enumeration.
std::vector<std::string> initializationNames();
std::vector<std::string> alignmentNames();
std::vector<std::string> optimizerNames();
std::vector<std::string> scheduleNames();
std::vector<std::string> updateOrderNames();
std::vector<std::string> precisionNames();

}  // namespace zipper
