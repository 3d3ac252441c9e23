// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exports/inference_graph.h"

namespace zipper {

/// Throws Error that names the node unless the graph can be computed as it stands: each index is of something, each
/// value is an input or computed by one node before it is used, and the shapes of values and constants fit.
void checkGraphShapes(const InferenceGraph& graph);

}  // namespace zipper
