// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/folded_pass.h"

namespace zipper {

FoldedPass::FoldedPass(MobileNet& network) : network_(network) {
  const torch::Tensor& weight = network->unit(0)->conv->weight;
  if (canBeFused(network->plan()) && weight.scalar_type() == torch::kFloat32 && weight.device().is_cpu())
    fused_.emplace(network_);
}

torch::Tensor FoldedPass::inputs(int unit, const torch::Tensor& images) {
  const UnitPlan& planned = network_.plan().units[std::size_t(unit)];
  const torch::Tensor maps = outputs(planned.input, images);
  return planned.kind == UnitKind::Squeeze ? maps.mean({2, 3}, true) : maps;
}

torch::Tensor FoldedPass::beforeActivation(int unit, const torch::Tensor& inputs) const {
  torch::NoGradGuard noGrad;
  const FoldedNetwork::Unit& convolution = network_.units()[std::size_t(unit)];
  return torch::conv2d(inputs, convolution.weight, convolution.bias);
}

torch::Tensor FoldedPass::features(const torch::Tensor& images) {
  return outputs(network_.plan().convolutions() - 1, images).mean({2, 3});
}

torch::Tensor FoldedPass::headInputs(int layer, const torch::Tensor& features) const {
  torch::Tensor x = features;
  for (int i = 0; i < layer; ++i) x = activate(headOutputs(i, x), network_.head()[std::size_t(i)].activation);
  return x;
}

torch::Tensor FoldedPass::headOutputs(int layer, const torch::Tensor& inputs) const {
  const FoldedNetwork::Linear& linear = network_.head()[std::size_t(layer)];
  return torch::linear(inputs, linear.weight, linear.bias);
}

torch::Tensor FoldedPass::outputs(int unit, const torch::Tensor& images) {
  torch::NoGradGuard noGrad;
  if (unit < 0) return images;
  if (!fused_) return network_.outputs(unit, images);
  const auto input = images.contiguous(torch::MemoryFormat::ChannelsLast);
  const UnitPlan& planned = network_.plan().units[std::size_t(unit)];
  auto result = torch::empty({images.size(0), planned.outputChannels, planned.outputSize, planned.outputSize},
                             images.options(), torch::MemoryFormat::ChannelsLast);
  fused_->maps(input.data_ptr<float>(), images.size(0), unit, result.data_ptr<float>());
  return result;
}

}  // namespace zipper
