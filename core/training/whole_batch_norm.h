// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/mobilenet.h"
#include "core/support/libtorch.h"
#include "core/support/process_group.h"

namespace zipper {

/// Batch normalization in training mode of a batch that several processes divide. Each of them must make these calls,
/// with its part of the maps.

/// Mean and variance per channel, [C] float64, the same bits in all processes.
struct BatchStatistics {
  torch::Tensor mean, variance;
  double count = 0;  ///< of how many values
};

/// Those of maps [N,C,H,W] of the whole batch; N may be 0. `counts`: whether this process's maps are part of it.
BatchStatistics wholeBatchStatistics(const torch::Tensor& x, ProcessGroup& group, bool counts = true);

/// Averages them into the running statistics, as a pass in training mode does.
void averageInto(torch::nn::BatchNorm2dImpl& bn, const BatchStatistics& batch);

/// The logits [N,classes] of a training pass, differentiable: gradients are this process's share of their sum over all.
/// A process without images, N = 0, gets those of an image that nobody counts, to call backward() with like the others:
/// its gradients are zero if it multiplies its loss by zero.
torch::Tensor wholeBatchLogits(MobileNet& network, const torch::Tensor& images, ProcessGroup& group);

}  // namespace zipper
