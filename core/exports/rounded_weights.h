// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exports/inference_graph.h"

namespace zipper {

/// The graph with each constant as a file of float16 numbers holds it: rounded to the nearest, and float32 again.
/// Throws Error that names the first constant with a number that float16 doesn't reach (65504).
InferenceGraph roundedToHalf(const InferenceGraph& graph);

}  // namespace zipper
