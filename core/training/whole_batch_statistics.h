// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/network/merged_network.h"
#include "core/support/libtorch.h"
#include "core/support/process_group.h"

namespace zipper {

/// A pass of a batch of each task, [N,C,H,W], divided among processes, through a network with a trunk in training mode,
/// without a graph; in the trunk the tasks are one batch. Batch normalization normalizes by mean and variance of the
/// whole batch and averages them into its running statistics, so that these are the same in all processes. Each must
/// call it with its share, which may be empty.
void passThrough(MergedNetwork& network, const std::vector<torch::Tensor>& images, ProcessGroup& group);

}  // namespace zipper
