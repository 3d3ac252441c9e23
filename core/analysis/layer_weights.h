// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/analysis/float_array.h"
#include "core/session/session.h"

namespace zipper {

/// Batch normalization of a convolution, a number per output channel each.
struct BnValues {
  std::vector<float> scale, shift, mean, variance;
};

/// One layer of one network. What the layer doesn't have is empty.
struct UnitWeights {
  FloatArray kernels;  ///< [C,k,k] of the depthwise convolution; [C_out*C_in,k,k] of the stem
  BnValues kernelBn;
  FloatArray matrix;  ///< [C_out,C_in] of the pointwise convolution or the head
  BnValues matrixBn;
};

/// A layer as it is in the teachers and in the merged network, per task.
struct LayerWeights {
  int layer = 0;         ///< 0: stem, from 1 on: layers, one more than there are: head
  int step = -1;         ///< of the session; -1: nothing merged
  bool merged = false;   ///< the pointwise convolution is shared by all tasks
  bool matched = false;  ///< channels of some task stand in the order of its alignment, not in that of its file
  std::vector<UnitWeights> teachers;  ///< channels in the order of the merged network, see channelMatch() in session.h
  std::vector<UnitWeights> network;   ///< the merged network's path of each task
};

/// Copies the weights of a layer (0: stem, one more than there are: head) at a step of the session (-1: nothing
/// merged). Throws Error for another layer or step.
LayerWeights layerWeights(const Session& session, int step, int layer);

}  // namespace zipper
