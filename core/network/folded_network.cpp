// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/folded_network.h"

namespace zipper {

FoldedNetwork::FoldedNetwork(MobileNet& network) : spec_(network->spec()), plan_(network->plan()) {
  for (ConvUnit& unit : network->units()) units_.push_back(fold(*unit));
  std::size_t index = units_.size();
  for (torch::nn::Linear& layer : network->headLayers())
    head_.push_back({layer->weight.detach().clone(), layer->bias.detach().clone(), plan_.units[index++].activation});
}

FoldedNetwork::Unit FoldedNetwork::fold(ConvUnitImpl& unit) {
  torch::NoGradGuard noGrad;
  const auto& options = unit.options();
  Unit folded;
  if (options.normalizes) {
    const auto scale = unit.bn->weight / torch::sqrt(unit.bn->running_var + unit.bn->options.eps());
    folded.weight = (unit.conv->weight * scale.view({-1, 1, 1, 1})).contiguous(torch::MemoryFormat::ChannelsLast);
    folded.bias = unit.bn->bias - unit.bn->running_mean * scale;
  } else {
    folded.weight = unit.conv->weight.detach().clone(torch::MemoryFormat::ChannelsLast);
    folded.bias = unit.bias.detach().clone();
  }
  folded.pools = options.pools;
  folded.stride = options.stride;
  folded.padding = unit.padsAsymmetrically() ? 0 : options.kernel / 2;
  folded.groups = options.depthwise ? options.inputChannels : 1;
  folded.asymmetric = unit.padsAsymmetrically();
  folded.activation = options.activation;
  return folded;
}

torch::Tensor FoldedNetwork::apply(int index, const torch::Tensor& input) const {
  const Unit& unit = units_[std::size_t(index)];
  const auto& x = unit.asymmetric ? padLikeTensorFlow(input, int(unit.weight.size(2)))
                  : unit.pools    ? input.mean({2, 3}, true)
                                  : input;
  auto y = torch::conv2d(x, unit.weight, unit.bias, unit.stride, unit.padding, 1, unit.groups);
  switch (unit.activation) {
    case Activation::ReLU6:
      return torch::hardtanh_(y, 0.0, capOf(unit.activation));
    case Activation::ReLU:
      return torch::relu_(y);
    case Activation::HardSwish:
      return torch::hardswish_(y);
    case Activation::HardSigmoid:
      return torch::hardsigmoid_(y);
    case Activation::None:
      break;
  }
  return y;
}

torch::Tensor FoldedNetwork::walk(const torch::Tensor& x, int first, int end, std::vector<torch::Tensor>* taps) const {
  torch::NoGradGuard noGrad;
  const auto keepTap = [&](int index, const torch::Tensor& maps) {
    const int layer = plan_.units[std::size_t(index)].layer;
    if (taps != nullptr && layer > 0 && plan_.tap(layer) == index) taps->push_back(maps);
  };
  return walkUnits(
      plan_, first, end, x, [&](int index, const torch::Tensor& maps) { return apply(index, maps); }, keepTap);
}

ForwardResult FoldedNetwork::forward(const torch::Tensor& input, bool withTaps) const {
  ForwardResult result;
  result.logits = logitsOf(walk(input, 0, int(units_.size()), withTaps ? &result.taps : nullptr));
  return result;
}

torch::Tensor FoldedNetwork::logitsOf(const torch::Tensor& maps) const { return logitsOfFeatures(maps.mean({2, 3})); }

torch::Tensor FoldedNetwork::logitsOfFeatures(const torch::Tensor& features) const {
  torch::Tensor x = features;
  for (const Linear& layer : head_) x = activate(torch::linear(x, layer.weight, layer.bias), layer.activation);
  return x;
}

torch::Tensor FoldedNetwork::trunk(const torch::Tensor& input, int layer) const {
  return walk(input, 0, plan_.tap(layer) + 1);
}

torch::Tensor FoldedNetwork::branch(const torch::Tensor& maps, int layer) const {
  torch::NoGradGuard noGrad;
  return logitsOf(walk(maps, plan_.tap(layer) + 1, int(units_.size())));
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
