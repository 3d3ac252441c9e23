// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/containers/tflite_budget.h"
#include "core/containers/tflite_graph.h"
#include "tflite_schema_generated.h"

namespace zipper {

/// The operators of a verified model, in the order in which they are computed. Error that names the operator: indices
/// out of range, a tensor that is computed twice or is a constant too, one that is read before it is computed (so
/// operators in a circle).
std::vector<TfliteNode> readTfliteOperators(const tflite::Model& model, const tflite::SubGraph& graph,
                                            const std::vector<TfliteTensor>& tensors, TfliteBudget& budget);

}  // namespace zipper
