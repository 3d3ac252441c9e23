// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/mobilenet.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

#include "core/support/error.h"

namespace zipper {

namespace {

ConvUnitImpl::Options unitOptions(const MobileNetSpec& spec, int in, int out, int kernel, int stride, bool depthwise) {
  return {in, out, kernel, stride, depthwise, spec.padding, spec.activation, spec.bnEpsilon};
}

void initialize(torch::Tensor& weight, double std, at::Generator& generator) {
  torch::NoGradGuard noGrad;
  weight.normal_(0.0, std, generator);
}

/// He initialization with fan-out, as in torchvision's MobileNets.
void initialize(ConvUnit& unit, at::Generator& generator) {
  auto weight = unit->conv->weight;
  const double fanOut = double(weight.size(0) * weight.size(2) * weight.size(3)) /
                        (unit->options().depthwise ? double(unit->options().outputChannels) : 1.0);
  initialize(weight, std::sqrt(2.0 / fanOut), generator);
}

void appendUnit(NamedTensors& state, const std::string& prefix, ConvUnit& unit) {
  state.emplace_back(prefix + ".conv.weight", unit->conv->weight);
  state.emplace_back(prefix + ".bn.weight", unit->bn->weight);
  state.emplace_back(prefix + ".bn.bias", unit->bn->bias);
  state.emplace_back(prefix + ".bn.running_mean", unit->bn->running_mean);
  state.emplace_back(prefix + ".bn.running_var", unit->bn->running_var);
}

}  // namespace

torch::Tensor padLikeTensorFlow(const torch::Tensor& x) {
  const std::int64_t top = x.size(2) % 2, left = x.size(3) % 2;
  return torch::constant_pad_nd(x, {left, 1, top, 1});
}

ConvUnitImpl::ConvUnitImpl(const Options& options) : options_(options) {
  const int pad = options.kernel == 3 && !padsAsymmetrically() ? 1 : 0;
  conv = register_module(
      "conv", torch::nn::Conv2d(torch::nn::Conv2dOptions(options.inputChannels, options.outputChannels, options.kernel)
                                    .stride(options.stride)
                                    .padding(pad)
                                    .groups(options.depthwise ? options.inputChannels : 1)
                                    .bias(false)));
  bn = register_module(
      "bn", torch::nn::BatchNorm2d(torch::nn::BatchNorm2dOptions(options.outputChannels).eps(options.bnEpsilon)));
}

torch::Tensor ConvUnitImpl::convolve(const torch::Tensor& x) {
  return conv->forward(padsAsymmetrically() ? padLikeTensorFlow(x) : x);
}

torch::Tensor ConvUnitImpl::activate(const torch::Tensor& x) const {
  return options_.activation == Activation::ReLU6 ? torch::hardtanh(x, 0.0, 6.0) : torch::relu(x);
}

torch::Tensor ConvUnitImpl::forward(const torch::Tensor& x) { return activate(bn->forward(convolve(x))); }

void ConvUnitImpl::shareConvolution(ConvUnitImpl& other) { conv = replace_module("conv", other.conv); }

void ConvUnitImpl::shareBatchNorm(ConvUnitImpl& other) { bn = replace_module("bn", other.bn); }

void ConvUnitImpl::share(ConvUnitImpl& other) {
  shareConvolution(other);
  shareBatchNorm(other);
}

MobileNetImpl::MobileNetImpl(const MobileNetSpec& spec, std::uint64_t seed) : spec_(spec) {
  validate(spec);
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  const auto channels = channelTable(spec);
  const auto strides = strideTable(spec);
  const auto add = [&](const std::string& name, int in, int out, int kernel, int stride, bool depthwise) {
    ConvUnit unit = register_module(name, ConvUnit(unitOptions(spec, in, out, kernel, stride, depthwise)));
    initialize(unit, generator);
    return unit;
  };
  stem = add("stem", spec.inputChannels, channels[0], 3, strides[0], false);
  for (std::size_t i = 1; i <= layerCount; ++i) {
    const std::string prefix = concat("layer_", i);
    depthwise_.push_back(add(prefix + "_depthwise", channels[i - 1], channels[i - 1], 3, strides[i], true));
    pointwise_.push_back(add(prefix + "_pointwise", channels[i - 1], channels[i], 1, 1, false));
  }
  if (spec.classes > 0) {
    head = register_module("head", torch::nn::Linear(channels.back(), spec.classes));
    initialize(head->weight, 0.01, generator);
    torch::NoGradGuard noGrad;
    head->bias.zero_();
  }
  for (torch::Tensor& weight : parameters())
    if (weight.dim() == 4) weight.set_data(weight.contiguous(torch::MemoryFormat::ChannelsLast));
}

ForwardResult MobileNetImpl::forward(const torch::Tensor& input, bool withTaps) {
  return branch(trunk(input, 0), 0, withTaps);
}

torch::Tensor MobileNetImpl::trunk(const torch::Tensor& input, int layer, std::vector<torch::Tensor>* taps) {
  torch::Tensor x = stem->forward(input);
  for (std::size_t i = 0; i < std::size_t(layer); ++i) {
    x = pointwise_[i]->forward(depthwise_[i]->forward(x));
    if (taps != nullptr) taps->push_back(x);
  }
  return x;
}

ForwardResult MobileNetImpl::branch(const torch::Tensor& maps, int layer, bool withTaps) {
  ForwardResult result;
  torch::Tensor x = maps;
  for (std::size_t i = std::size_t(layer); i < layerCount; ++i) {
    x = pointwise_[i]->forward(depthwise_[i]->forward(x));
    if (withTaps) result.taps.push_back(x);
  }
  const torch::Tensor features = x.mean({2, 3});
  result.logits = head ? head->forward(features) : features;
  return result;
}

torch::Tensor MobileNetImpl::features(const torch::Tensor& input) {
  torch::Tensor x = stem->forward(input);
  for (std::size_t i = 0; i < layerCount; ++i) x = pointwise_[i]->forward(depthwise_[i]->forward(x));
  return x.mean({2, 3});
}

std::vector<ConvUnit> MobileNetImpl::units() const {
  std::vector<ConvUnit> units{stem};
  for (std::size_t i = 0; i < pointwise_.size(); ++i) {
    units.push_back(depthwise_[i]);
    units.push_back(pointwise_[i]);
  }
  return units;
}

NamedTensors MobileNetImpl::state() {
  NamedTensors state;
  appendUnit(state, "stem", stem);
  for (int layer = 1; layer <= layerCount; ++layer) {
    appendUnit(state, concat("layers.", layer, ".depthwise"), depthwise(layer));
    appendUnit(state, concat("layers.", layer, ".pointwise"), pointwise(layer));
  }
  if (head) {
    state.emplace_back("head.weight", head->weight);
    state.emplace_back("head.bias", head->bias);
  }
  return state;
}

void MobileNetImpl::loadState(const NamedTensors& state) { copyValues(state, this->state()); }

MobileNet cloneNetwork(MobileNet& network) {
  MobileNet copy(network->spec());
  copy->loadState(network->state());
  copy->train(network->is_training());
  return copy;
}

MobileNet withNewHead(MobileNet& network, const MobileNetSpec& spec, std::uint64_t seed) {
  MobileNet copy(spec, seed);
  NamedTensors state;
  for (const auto& entry : network->state())
    if (entry.first.rfind("head.", 0) != 0) state.push_back(entry);
  for (const auto& entry : copy->state())
    if (entry.first.rfind("head.", 0) == 0) state.emplace_back(entry.first, entry.second.detach().clone());
  copy->loadState(state);
  return copy;
}

}  // namespace zipper
