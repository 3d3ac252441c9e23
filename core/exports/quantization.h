// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/exports/quantized_graph.h"
#include "core/support/work.h"

namespace zipper {

/// Measures what the values of a graph are and quantizes it. `calibrationImages`: normalized training images [N,C,H,W]
/// per task; some hundreds are plenty. Progress in batches. Throws Error if there are no images, the shapes don't fit,
/// or a value isn't finite.
QuantizedGraph quantize(const InferenceGraph& graph, const std::vector<torch::Tensor>& calibrationImages,
                        const Work& work = {});

}  // namespace zipper
