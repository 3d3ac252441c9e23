// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/mobilenet.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>

#include "core/support/error.h"

namespace zipper {

namespace {

ConvUnitImpl::Options unitOptions(const MobileNetSpec& spec, const UnitPlan& unit) {
  ConvUnitImpl::Options options;
  options.inputChannels = unit.inputChannels;
  options.outputChannels = unit.outputChannels;
  options.kernel = unit.kernel;
  options.stride = unit.stride;
  options.depthwise = unit.kind == UnitKind::Depthwise;
  options.padding = spec.padding;
  options.activation = unit.activation;
  options.bnEpsilon = spec.bnEpsilon;
  options.normalizes = unit.normalizes();
  options.pools = unit.kind == UnitKind::Squeeze;
  return options;
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

}  // namespace

torch::Tensor padLikeTensorFlow(const torch::Tensor& x, int kernel) {
  const std::int64_t most = kernel / 2, top = most - 1 + x.size(2) % 2, left = most - 1 + x.size(3) % 2;
  return torch::constant_pad_nd(x, {left, most, top, most});
}

torch::Tensor activate(const torch::Tensor& x, Activation activation) {
  switch (activation) {
    case Activation::ReLU6:
      return torch::hardtanh(x, 0.0, capOf(activation));
    case Activation::ReLU:
      return torch::relu(x);
    case Activation::None:
      return x;
    case Activation::HardSwish:
      return torch::hardswish(x);
    case Activation::HardSigmoid:
      return torch::hardsigmoid(x);
  }
  return x;
}

ConvUnitImpl::ConvUnitImpl(const Options& options) : options_(options) {
  const int pad = padsAsymmetrically() ? 0 : options.kernel / 2;
  conv = register_module(
      "conv", torch::nn::Conv2d(torch::nn::Conv2dOptions(options.inputChannels, options.outputChannels, options.kernel)
                                    .stride(options.stride)
                                    .padding(pad)
                                    .groups(options.depthwise ? options.inputChannels : 1)
                                    .bias(false)));
  if (options.normalizes)
    bn = register_module(
        "bn", torch::nn::BatchNorm2d(torch::nn::BatchNorm2dOptions(options.outputChannels).eps(options.bnEpsilon)));
  else
    bias = register_parameter("bias", torch::zeros({options.outputChannels}));
}

torch::Tensor ConvUnitImpl::convolve(const torch::Tensor& x) {
  return conv->forward(padsAsymmetrically() ? padLikeTensorFlow(x, options_.kernel) : seen(x));
}

torch::Tensor ConvUnitImpl::beforeActivation(const torch::Tensor& x) {
  return options_.normalizes ? bn->forward(convolve(x)) : convolve(x) + bias.view({1, -1, 1, 1});
}

torch::Tensor ConvUnitImpl::forward(const torch::Tensor& x) { return activate(beforeActivation(x)); }

void ConvUnitImpl::shareConvolution(ConvUnitImpl& other) { conv = replace_module("conv", other.conv); }

void ConvUnitImpl::share(ConvUnitImpl& other) {
  shareConvolution(other);
  if (options_.normalizes)
    bn = replace_module("bn", other.bn);
  else
    bias = parameters_["bias"] = other.bias;
}

NamedTensors ConvUnitImpl::tensors() const {
  if (!options_.normalizes) return {{"conv.weight", conv->weight}, {"bias", bias}};
  return {{"conv.weight", conv->weight},
          {"bn.weight", bn->weight},
          {"bn.bias", bn->bias},
          {"bn.running_mean", bn->running_mean},
          {"bn.running_var", bn->running_var}};
}

MobileNetImpl::MobileNetImpl(const MobileNetSpec& spec, std::uint64_t seed)
    : MobileNetImpl(spec, (validate(spec), planOf(spec)), seed) {}

MobileNetImpl::MobileNetImpl(const MobileNetSpec& spec, NetworkPlan plan, std::uint64_t seed)
    : spec_(spec), plan_(std::move(plan)) {
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  for (const UnitPlan& unit : plan_.units) {
    if (unit.kind == UnitKind::Head) continue;
    std::string name = unit.name;  // a module's name can't have dots
    std::replace(name.begin(), name.end(), '.', '_');
    units_.push_back(register_module(name, ConvUnit(unitOptions(spec, unit))));
    initialize(units_.back(), generator);
  }
  for (std::size_t i = units_.size(); i < plan_.units.size(); ++i) {
    const UnitPlan& unit = plan_.units[i];
    std::string name = unit.name;
    std::replace(name.begin(), name.end(), '.', '_');
    auto linear = register_module(name, torch::nn::Linear(unit.inputChannels, unit.outputChannels));
    const bool isLast = i + 1 == plan_.units.size();
    initialize(linear->weight, isLast ? 0.01 : std::sqrt(2.0 / unit.inputChannels), generator);
    torch::NoGradGuard noGrad;
    linear->bias.zero_();
    if (isLast)
      head = linear;
    else
      hidden.push_back(linear);
  }
  for (torch::Tensor& weight : parameters())
    if (weight.dim() == 4) weight.set_data(weight.contiguous(torch::MemoryFormat::ChannelsLast));
}

ConvUnit& MobileNetImpl::unit(int layer, UnitKind kind) {
  for (int i = plan_.firstUnitOf(layer); i < plan_.endOfUnitsOf(layer); ++i)
    if (plan_.units[std::size_t(i)].kind == kind) return unit(i);
  fail("layer ", layer, " has no ", toString(kind), " convolution");
}

torch::Tensor MobileNetImpl::walk(const torch::Tensor& x, int first, int end, std::vector<torch::Tensor>* taps) {
  const auto apply = [&](int index, const torch::Tensor& maps) { return unit(index)->forward(maps); };
  const auto keepTap = [&](int index, const torch::Tensor& maps) {
    const int layer = plan_.units[std::size_t(index)].layer;
    if (taps != nullptr && layer > 0 && plan_.tap(layer) == index) taps->push_back(maps);
  };
  return walkUnits(plan_, first, end, x, apply, keepTap);
}

ForwardResult MobileNetImpl::forward(const torch::Tensor& x, bool withTaps) { return branch(trunk(x, 0), 0, withTaps); }

torch::Tensor MobileNetImpl::trunk(const torch::Tensor& x, int layer, std::vector<torch::Tensor>* taps) {
  return walk(x, 0, plan_.tap(layer) + 1, taps);
}

ForwardResult MobileNetImpl::branch(const torch::Tensor& maps, int layer, bool withTaps) {
  ForwardResult result;
  const torch::Tensor x = walk(maps, plan_.tap(layer) + 1, int(units_.size()), withTaps ? &result.taps : nullptr);
  result.logits = logitsOf(x.mean({2, 3}));
  return result;
}

std::vector<torch::nn::Linear> MobileNetImpl::headLayers() {
  std::vector<torch::nn::Linear> layers = hidden;
  if (head) layers.push_back(head);
  return layers;
}

torch::Tensor MobileNetImpl::logitsOf(const torch::Tensor& features) {
  torch::Tensor x = features;
  std::size_t unit = units_.size();
  for (torch::nn::Linear& layer : headLayers()) x = zipper::activate(layer->forward(x), plan_.units[unit++].activation);
  return x;
}

torch::Tensor MobileNetImpl::features(const torch::Tensor& x) {
  return walk(x, 0, int(units_.size()), nullptr).mean({2, 3});
}

NamedTensors MobileNetImpl::state() {
  NamedTensors state;
  for (std::size_t i = 0; i < units_.size(); ++i)
    for (const auto& [leaf, tensor] : units_[i]->tensors())
      state.emplace_back(plan_.units[i].name + "." + leaf, tensor);
  std::size_t unit = units_.size();
  for (torch::nn::Linear& layer : headLayers()) {
    const std::string& name = plan_.units[unit++].name;
    state.emplace_back(name + ".weight", layer->weight);
    state.emplace_back(name + ".bias", layer->bias);
  }
  return state;
}

void MobileNetImpl::loadState(const NamedTensors& state) { copyValues(state, this->state()); }

MobileNet cloneNetwork(MobileNet& network) {
  MobileNet copy(network->spec(), network->plan(), std::uint64_t(0));
  copy->loadState(network->state());
  copy->train(network->is_training());
  return copy;
}

MobileNet withNewHead(MobileNet& network, const MobileNetSpec& spec, std::uint64_t seed) {
  MobileNet copy(spec, seed);
  const auto isOfHead = [](const std::string& key) {
    return key.rfind("head.", 0) == 0 || key.rfind("hidden.", 0) == 0;
  };
  NamedTensors state;
  for (const auto& entry : network->state())
    if (!isOfHead(entry.first)) state.push_back(entry);
  for (const auto& entry : copy->state())
    if (isOfHead(entry.first)) state.emplace_back(entry.first, entry.second.detach().clone());
  copy->loadState(state);
  return copy;
}

}  // namespace zipper
