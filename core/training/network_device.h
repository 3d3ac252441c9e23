// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

#include "core/data/batch_loader.h"
#include "core/network/folded_network.h"
#include "core/support/compute_device.h"
#include "core/support/libtorch.h"

namespace zipper {

// Networks live on the CPU, where they are read, written, aligned and solved for. They are on a card only for as long
// as something is computed there; what then comes of it, scores and moments, is brought back. Images are loaded and
// drawn on the CPU, and follow the network.

/// The device as LibTorch calls it, set up to compute in full float32 precision and, as far as cuDNN can, the same each
/// time. Throws Error as requireDevice().
torch::Device torchDevice(const ComputeDevice& device);

/// Where the weights of a network are.
torch::Device deviceOf(const FoldedNetwork& network);

/// Images and labels on a device; batches that are there already are the same. The one place where batches travel.
Batch batchOn(const torch::Device& place, const Batch& batch);
std::vector<Batch> batchesOn(const torch::Device& place, const std::vector<Batch>& batches);

/// A network for inference on a device; the network itself is on the CPU before and after.
FoldedNetwork foldedOn(const ComputeDevice& device, MobileNet& network);

/// The whole paths of all tasks.
template <typename Network>
std::vector<MobileNet> tasksOf(Network& network) {
  std::vector<MobileNet> tasks;
  for (int t = 0; t < network.taskCount(); ++t) tasks.push_back(network.task(t));
  return tasks;
}

/// Runs `body` while the networks, which may share modules, are on a device, and brings them back to the CPU, also
/// after an exception, without gradients. Optimizers are to be made within. Throws what `body` throws, and Error if the
/// card's memory is full. On the CPU it is `body` alone. May be nested for other networks.
void withNetworksOn(const ComputeDevice& device, const std::vector<MobileNet>& networks,
                    const std::function<void(const torch::Device& place)>& body);

}  // namespace zipper
