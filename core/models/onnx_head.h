// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/models/onnx_linear.h"

namespace zipper {

/// What follows the last block of a network in a graph.
struct OnnxHead {
  std::vector<OnnxLinear> layers;  ///< hidden ones, then that of the classes; empty: there is no head
  int pooledSize = 0;              ///< height and width of what is averaged, where the graph states it
  std::vector<std::string> notes;
};

/// Takes pooling, head and what comes after it from the chain, to its end. Layers of the head: Gemm, MatMul and Add,
/// 1x1 Conv, with ReLU, ReLU6 or the hard swish between them; batch normalization, scales and shifts before or behind
/// one are put into its weights. Softmax, ArgMax and the like at the end are left out, with a note. `size`: height and
/// width of the last feature map, 0 if it isn't known. Throws Error that names the node where it stops being the end of
/// a MobileNet.
OnnxHead takeHead(OnnxChain& chain, OnnxAxes& axes, int size, OnnxTakenWeights& taken);

}  // namespace zipper
