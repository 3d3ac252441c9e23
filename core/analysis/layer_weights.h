// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/analysis/float_array.h"
#include "core/network/plan.h"
#include "core/session/session.h"

namespace zipper {

/// Batch normalization of a convolution, a number per output channel each. A squeeze and an excite have a bias in its
/// place: `shift` alone.
struct BnValues {
  std::vector<float> scale, shift, mean, variance;
};

/// One matrix of a layer, and the batch normalization or bias behind it.
struct MatrixWeights {
  std::string part;   ///< which one: "pointwise", "expand", "squeeze", "excite", "project"; of a head "hidden.1", ...,
                      ///< "head"
  FloatArray matrix;  ///< [C_out,C_in]
  BnValues bn;        ///< empty in a head
};

/// One layer of one network. What the layer doesn't have is empty.
struct UnitWeights {
  FloatArray kernels;  ///< [C,k,k] of the depthwise convolution; [C_out*C_in,k,k] of the stem
  BnValues kernelBn;
  std::vector<MatrixWeights> matrices;  ///< of the 1x1 convolutions or the head, in their order

  /// The one of that part; an empty one if there is none.
  const MatrixWeights& matrix(const std::string& part) const;
};

/// A layer as it is in the teachers and in the merged network, per task.
struct LayerWeights {
  int layer = 0;         ///< 0: stem, from 1 on: layers, one more than there are: head
  int step = -1;         ///< of the session; -1: nothing merged
  bool merged = false;   ///< the 1x1 convolutions are shared by all tasks
  bool matched = false;  ///< channels of some task stand in the order of its alignment, not in that of its file
  std::vector<UnitWeights> teachers;  ///< channels in the order of the merged network, see channelMatch() in session.h
  std::vector<UnitWeights> network;   ///< the merged network's path of each task

  /// Those of its matrices, in their order. Heads may differ: all that some task has.
  std::vector<std::string> parts() const;
};

/// Whether the unit's weights are a matrix: all but the kernels of stem and depthwise convolutions.
bool hasMatrix(const UnitPlan& unit);
/// What the unit's weights are called among those of its layer: see MatrixWeights.
std::string partOf(const UnitPlan& unit);

/// Copies the weights of a layer (0: stem, one more than there are: head) at a step of the session (-1: nothing
/// merged). Throws Error for another layer or step.
LayerWeights layerWeights(const Session& session, int step, int layer);

}  // namespace zipper
