#pragma once

#include <torch/torch.h>

#include <vector>

#include "core/network/merged_network.h"
#include "core/support/process_group.h"

namespace zipper {

/// Passes of a batch that is divided among processes through the network in training mode, without a graph: batch
/// normalization normalizes by mean and variance of the whole batch and averages them into its running statistics, so
/// that these are the same in all processes. Each must call them with its share, which may be empty.

/// Images of one task, [N,C,H,W].
void passThrough(MobileNet& network, const torch::Tensor& images, ProcessGroup& group);
/// A batch of each task at once; in the trunk they are one.
void passThrough(MergedNetwork& network, const std::vector<torch::Tensor>& images, ProcessGroup& group);

}  // namespace zipper
