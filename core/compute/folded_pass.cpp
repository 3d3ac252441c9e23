// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/folded_pass.h"

#include <utility>

#include "core/compute/image_threads.h"
#include "core/kernels/gemm.h"

namespace zipper {

FoldedPass::FoldedPass(FoldedNetwork network) : network_(std::move(network)) {
  const torch::Tensor& weight = network_.units().front().weight;
  if (canBeFused(network_.plan()) && weight.scalar_type() == torch::kFloat32 && weight.device().is_cpu())
    fused_.emplace(network_);
}

torch::Tensor FoldedPass::inputs(int unit, const PassStart& start) {
  const UnitPlan& planned = network_.plan().units[std::size_t(unit)];
  const torch::Tensor maps = outputs(planned.input, start);
  return planned.kind == UnitKind::Squeeze ? maps.mean({2, 3}, true) : maps;
}

torch::Tensor FoldedPass::beforeActivation(int unit, const torch::Tensor& inputs) const {
  torch::NoGradGuard noGrad;
  const FoldedNetwork::Unit& convolution = network_.units()[std::size_t(unit)];
  if (!fused_) return torch::conv2d(inputs, convolution.weight, convolution.bias);
  // LibTorch would give many images to NNPACK, whose threads wait for work for so long that others lose theirs.
  const auto maps = inputs.contiguous(torch::MemoryFormat::ChannelsLast), weight = convolution.weight.contiguous();
  const std::int64_t n = maps.size(0), pixels = maps.size(2) * maps.size(3);
  const std::int64_t in = weight.size(1), out = weight.size(0);
  auto result = torch::empty({n, out, maps.size(2), maps.size(3)}, maps.options(), torch::MemoryFormat::ChannelsLast);
  const float *x = maps.data_ptr<float>(), *w = weight.data_ptr<float>();
  float* y = result.data_ptr<float>();
  forImages(n, divisionFor(n, n * pixels * in * out), [&](std::size_t, std::int64_t first, std::int64_t last) {
    multiplyTransposed((last - first) * pixels, out, in, x + first * pixels * in, w, y + first * pixels * out);
  });
  return result.add_(convolution.bias.view({1, -1, 1, 1}));
}

torch::Tensor FoldedPass::features(const PassStart& start) {
  if (start.layer > network_.layers()) return start.maps.flatten(1);
  return outputs(network_.plan().convolutions() - 1, start).mean({2, 3});
}

torch::Tensor FoldedPass::behind(int layer, const PassStart& start) {
  if (layer > network_.layers()) return features(start).unsqueeze(2).unsqueeze(3);
  return outputs(network_.plan().tap(layer), start);
}

void FoldedPass::behind(int layer, const PassStart& start, const torch::Tensor& maps) {
  torch::NoGradGuard noGrad;
  const bool fuses = fused_ && layer <= network_.layers() && layer != start.layer;
  if (fuses && maps.is_contiguous(torch::MemoryFormat::ChannelsLast))
    fusedOutputs(network_.plan().tap(layer), start, maps);
  else
    maps.copy_(behind(layer, start));
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

torch::Tensor FoldedPass::outputs(int unit, const PassStart& start) {
  torch::NoGradGuard noGrad;
  if (unit == (start.layer < 0 ? -1 : network_.plan().tap(start.layer))) return start.maps;
  if (!fused_) return network_.outputs(unit, start.maps, start.layer);
  const UnitPlan& planned = network_.plan().units[std::size_t(unit)];
  auto result = torch::empty({start.maps.size(0), planned.outputChannels, planned.outputSize, planned.outputSize},
                             start.maps.options(), torch::MemoryFormat::ChannelsLast);
  fusedOutputs(unit, start, result);
  return result;
}

void FoldedPass::fusedOutputs(int unit, const PassStart& start, const torch::Tensor& maps) {
  const auto input = start.maps.contiguous(torch::MemoryFormat::ChannelsLast);
  fused_->maps(input.data_ptr<float>(), start.layer, input.size(0), unit, maps.data_ptr<float>());
}

}  // namespace zipper
