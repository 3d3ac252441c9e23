// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/folded_network.h"

namespace zipper {

FoldedNetwork::FoldedNetwork(MobileNet& network) : spec_(network->spec()) {
  units_.push_back(fold(*network->stem));
  for (int layer = 1; layer <= layerCount; ++layer) {
    units_.push_back(fold(*network->depthwise(layer)));
    units_.push_back(fold(*network->pointwise(layer)));
  }
  if (!network->head) return;
  headWeight_ = network->head->weight.detach().clone();
  headBias_ = network->head->bias.detach().clone();
}

FoldedNetwork::Unit FoldedNetwork::fold(ConvUnitImpl& unit) {
  torch::NoGradGuard noGrad;
  const auto& options = unit.options();
  const auto scale = unit.bn->weight / torch::sqrt(unit.bn->running_var + unit.bn->options.eps());
  Unit folded;
  folded.weight = (unit.conv->weight * scale.view({-1, 1, 1, 1})).contiguous(torch::MemoryFormat::ChannelsLast);
  folded.bias = unit.bn->bias - unit.bn->running_mean * scale;
  folded.stride = options.stride;
  folded.padding = options.kernel == 3 && !unit.padsAsymmetrically() ? 1 : 0;
  folded.groups = options.depthwise ? options.inputChannels : 1;
  folded.asymmetric = unit.padsAsymmetrically();
  return folded;
}

torch::Tensor FoldedNetwork::apply(const Unit& unit, const torch::Tensor& input) const {
  const auto& x = unit.asymmetric ? padLikeTensorFlow(input) : input;
  auto y = torch::conv2d(x, unit.weight, unit.bias, unit.stride, unit.padding, 1, unit.groups);
  return spec_.activation == Activation::ReLU6 ? torch::hardtanh_(y, 0.0, 6.0) : torch::relu_(y);
}

ForwardResult FoldedNetwork::forward(const torch::Tensor& input, bool withTaps) const {
  torch::NoGradGuard noGrad;
  ForwardResult result;
  torch::Tensor x = apply(units_.front(), input);
  for (std::size_t i = 1; i < units_.size(); i += 2) {
    x = apply(units_[i + 1], apply(units_[i], x));
    if (withTaps) result.taps.push_back(x);
  }
  result.logits = logitsOf(x);
  return result;
}

torch::Tensor FoldedNetwork::logitsOf(const torch::Tensor& maps) const { return logitsOfFeatures(maps.mean({2, 3})); }

torch::Tensor FoldedNetwork::logitsOfFeatures(const torch::Tensor& features) const {
  return headWeight_.defined() ? torch::linear(features, headWeight_, headBias_) : features;
}

torch::Tensor FoldedNetwork::trunk(const torch::Tensor& input, int layer) const {
  torch::NoGradGuard noGrad;
  torch::Tensor x = input;
  for (std::size_t i = 0; i <= 2 * std::size_t(layer); ++i) x = apply(units_[i], x);
  return x;
}

torch::Tensor FoldedNetwork::branch(const torch::Tensor& maps, int layer) const {
  torch::NoGradGuard noGrad;
  torch::Tensor x = maps;
  for (std::size_t i = 2 * std::size_t(layer) + 1; i < units_.size(); ++i) x = apply(units_[i], x);
  return logitsOf(x);
}

FoldedTrunk::FoldedTrunk(MergedNetwork& network) : layer_(network.trunk()) {
  for (int t = 0; t < network.taskCount(); ++t) tasks_.emplace_back(network.task(t));
}

std::vector<torch::Tensor> FoldedTrunk::forward(const torch::Tensor& x) const {
  const torch::Tensor maps = tasks_.front().trunk(x, layer_);
  std::vector<torch::Tensor> logits;
  for (const FoldedNetwork& task : tasks_) logits.push_back(task.branch(maps, layer_));
  return logits;
}

}  // namespace zipper
