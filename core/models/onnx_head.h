// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/onnx_axes.h"

namespace zipper {

/// What follows the last block of a network in a graph.
struct OnnxHead {
  torch::Tensor weight, bias;  ///< [classes,channels] and [classes]; undefined: there is no head
  int pooledSize = 0;          ///< height and width of what is averaged, where the graph states it
  std::vector<std::string> notes;
};

/// Takes pooling, head and what comes after it from the chain, to its end. Pooling: GlobalAveragePool, ReduceMean in
/// one step or two, AveragePool over everything. Head: Gemm, MatMul and Add, 1x1 Conv. Softmax, ArgMax and the like at
/// the end are left out, with a note. `size`: height and width of the last feature map, 0 if it isn't known. Throws
/// Error that names the node where it stops being a MobileNet V1.
OnnxHead takeHead(OnnxChain& chain, OnnxAxes& axes, int size);

}  // namespace zipper
