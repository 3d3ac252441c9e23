// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/folded_pass.h"

namespace zipper {

FoldedPass::FoldedPass(MobileNet& network) : network_(network) {
  const torch::Tensor& weight = network->unit(0)->conv->weight;
  if (canBeFused(network->plan()) && weight.scalar_type() == torch::kFloat32 && weight.device().is_cpu())
    fused_.emplace(network_);
}

torch::Tensor FoldedPass::outputs(int layer, const torch::Tensor& images) { return maps(layer, false, images); }

torch::Tensor FoldedPass::pointwiseInputs(int layer, const torch::Tensor& images) { return maps(layer, true, images); }

torch::Tensor FoldedPass::beforeActivation(int layer, const torch::Tensor& pointwiseInputs) const {
  torch::NoGradGuard noGrad;
  const FoldedNetwork::Unit& unit = network_.units()[std::size_t(network_.plan().tap(layer))];
  return torch::conv2d(pointwiseInputs, unit.weight, unit.bias);
}

torch::Tensor FoldedPass::maps(int layer, bool depthwise, const torch::Tensor& images) {
  torch::NoGradGuard noGrad;
  if (!fused_) {
    const int unit = network_.plan().tap(layer);
    return network_.outputs(depthwise ? network_.plan().units[std::size_t(unit)].input : unit, images);
  }
  const auto input = images.contiguous(torch::MemoryFormat::ChannelsLast);
  const UnitShapes& shapes = fused_->shapes();
  const auto channels = shapes.channels[std::size_t(depthwise ? layer - 1 : layer)];
  auto result = torch::empty({images.size(0), channels, shapes.side(layer), shapes.side(layer)}, images.options(),
                             torch::MemoryFormat::ChannelsLast);
  fused_->maps(input.data_ptr<float>(), images.size(0), layer, depthwise, result.data_ptr<float>());
  return result;
}

}  // namespace zipper
