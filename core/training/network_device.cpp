// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/network_device.h"

#include <ATen/Context.h>
#include <c10/util/Exception.h>

#include "core/support/error.h"

namespace zipper {

namespace {

/// By default cuDNN rounds the factors of convolutions to 10 bits (TF32), and chooses its algorithms by their speed.
void computePrecisely() {
  at::Context& context = at::globalContext();
  context.setAllowTF32CuDNN(false);
  context.setAllowTF32CuBLAS(false);
  context.setDeterministicCuDNN(true);
  context.setBenchmarkCuDNN(false);
}

/// Gradients stay behind: they are those of one iteration.
void moveTo(const torch::Device& place, const std::vector<MobileNet>& networks) {
  for (MobileNet network : networks) {
    for (torch::Tensor& parameter : network->parameters()) parameter.mutable_grad() = torch::Tensor();
    network->to(place);
  }
}

/// After an error: what is to be told is that one, not what a card that doesn't answer makes of this.
void bringBack(const std::vector<MobileNet>& networks) {
  try {
    moveTo(torch::kCPU, networks);
  } catch (const std::exception&) {
  }
}

[[noreturn]] void failAsFull(const ComputeDevice& device) {
  fail("the memory of the card ", toString(device),
       " is full; lower the batch size, end other programs that use the card, or choose the device cpu");
}

}  // namespace

torch::Device torchDevice(const ComputeDevice& device) {
  if (!device.isCard()) return torch::kCPU;
  requireDevice(device);
  computePrecisely();
  return {torch::kCUDA, c10::DeviceIndex(device.card)};
}

torch::Device deviceOf(const FoldedNetwork& network) { return network.units().front().weight.device(); }

Batch batchOn(const torch::Device& place, const Batch& batch) {
  Batch moved = batch;
  moved.images = batch.images.to(place);
  if (batch.labels.defined()) moved.labels = batch.labels.to(place);
  return moved;
}

std::vector<Batch> batchesOn(const torch::Device& place, const std::vector<Batch>& batches) {
  std::vector<Batch> moved;
  for (const Batch& batch : batches) moved.push_back(batchOn(place, batch));
  return moved;
}

FoldedNetwork foldedOn(const ComputeDevice& device, MobileNet& network) {
  std::vector<FoldedNetwork> folded;
  withNetworksOn(device, {network}, [&](const torch::Device&) { folded.emplace_back(network); });
  return folded.front();
}

void withNetworksOn(const ComputeDevice& device, const std::vector<MobileNet>& networks,
                    const std::function<void(const torch::Device& place)>& body) {
  if (!device.isCard()) return body(torch::kCPU);
  const torch::Device place = torchDevice(device);
  try {
    moveTo(place, networks);
    body(place);
    moveTo(torch::kCPU, networks);
  } catch (const c10::OutOfMemoryError&) {
    bringBack(networks);
    failAsFull(device);
  } catch (...) {
    bringBack(networks);
    throw;
  }
}

}  // namespace zipper
