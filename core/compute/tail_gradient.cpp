// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/tail_gradient.h"

#include <algorithm>

#include "core/compute/fused_teacher.h"
#include "core/compute/image_threads.h"

namespace zipper {

bool TailGradient::supports(const FoldedNetwork& network, int unit) {
  const NetworkPlan& plan = network.plan();
  const torch::Tensor& weight = network.units().front().weight;
  if (!canBeFused(plan) || weight.scalar_type() != torch::kFloat32 || !weight.device().is_cpu()) return false;
  const auto first = plan.units.begin() + unit, last = plan.units.begin() + plan.convolutions();
  return std::none_of(first, last, [](const UnitPlan& one) {
    return one.gated >= 0 || one.kind == UnitKind::Squeeze || one.kind == UnitKind::Excite;
  });
}

TailGradient::TailGradient(const FoldedNetwork& network, int unit)
    : network_(network), unit_(unit), shapes_(unitShapes(network.plan(), network.spec().padding)) {
  int most = 0;
  kernels_.resize(shapes_.units.size());
  for (std::size_t i = std::size_t(unit); i < shapes_.units.size(); ++i) {
    most = std::max(most, shapes_[i].channels);
    if (shapes_[i].isDepthwise()) depthwiseToKernels(network.units()[i].weight, kernels_[i]);
  }
  ones_.assign(std::size_t(most), 1.0f);
}

ScaledActivation TailGradient::after(int unit) const {
  const FoldedNetwork::Unit& folded = network_.units()[std::size_t(unit)];
  return {ones_.data(), folded.bias.data_ptr<float>(), capOf(folded.activation), floorOf(folded.activation),
          folded.activation == Activation::HardSwish};
}

torch::Tensor TailGradient::emptyMaps(int unit, std::int64_t images) const {
  const UnitShape& shape = shapes_[std::size_t(unit)];
  return torch::empty({images, shape.channels, shape.side, shape.side}, torch::kFloat32,
                      torch::MemoryFormat::ChannelsLast);
}

const torch::Tensor& TailGradient::mapsOf(int unit) const {
  if (unit >= unit_) return maps_[std::size_t(unit - unit_)];
  return std::find_if(known_.begin(), known_.end(), [unit](const auto& one) { return one.first == unit; })->second;
}

void TailGradient::convolve(int unit, std::int64_t images, const float* in, float* out) const {
  const UnitShape& shape = shapes_[std::size_t(unit)];
  if (!shape.isDepthwise())
    return multiplyTransposed(images * shape.pixels(), shape.channels, shape.inputChannels, in,
                              network_.units()[std::size_t(unit)].weight.data_ptr<float>(), out);
  const std::int64_t inSize = std::int64_t(shape.window.height) * shape.window.width * shape.window.channels;
  for (std::int64_t n = 0; n < images; ++n)
    kernels().depthwise(shape.window, in + n * inSize, kernels_[std::size_t(unit)].data(), nullptr,
                        out + n * shape.size());
}

void TailGradient::forward(int unit, std::int64_t first, std::int64_t last) {
  const UnitShape& shape = shapes_[std::size_t(unit)];
  const auto index = std::size_t(unit - unit_);
  const std::int64_t size = shape.size(), rows = (last - first) * shape.pixels();
  float *y = outputs_[index].data_ptr<float>() + first * size, *maps = maps_[index].data_ptr<float>() + first * size;
  if (unit > unit_) {
    const std::int64_t inSize = shapes_[std::size_t(unit) - 1].size();
    convolve(unit, last - first, maps_[index - 1].data_ptr<float>() + first * inSize, y);
  }
  kernels().activate(y, after(unit), rows, shape.channels, maps);
  if (shape.addend >= 0)
    kernels().add(maps, mapsOf(shape.addend).data_ptr<float>() + first * size, (last - first) * size);
}

torch::Tensor TailGradient::features(const torch::Tensor& z, const KnownMaps& known) {
  torch::NoGradGuard noGrad;
  const std::int64_t images = z.size(0);
  const int count = int(shapes_.units.size());
  known_.clear();
  for (const auto& [unit, maps] : known) known_.emplace_back(unit, maps.contiguous(torch::MemoryFormat::ChannelsLast));
  outputs_.clear();
  maps_.clear();
  std::int64_t work = 0;
  for (int unit = unit_; unit < count; ++unit) {
    outputs_.push_back(emptyMaps(unit, images));
    maps_.push_back(emptyMaps(unit, images));
    work += images * network_.plan().units[std::size_t(unit)].macs;
  }
  const torch::Tensor& bias = network_.units()[std::size_t(unit_)].bias;
  outputs_.front().copy_(z).sub_(bias.view({1, -1, 1, 1}));
  forImages(images, divisionFor(images, work), [&](std::size_t, std::int64_t first, std::int64_t last) {
    for (int unit = unit_; unit < count; ++unit) forward(unit, first, last);
  });
  return maps_.back().mean({2, 3});
}

/// What later units that added these maps hand back.
void TailGradient::addPending(int unit, std::int64_t first, std::int64_t last, float* gradient) const {
  const std::int64_t size = shapes_[std::size_t(unit)].size();
  for (std::size_t later = std::size_t(unit) + 1; later < shapes_.units.size(); ++later)
    if (shapes_[later].addend == unit)
      kernels().add(gradient, maps_[later - std::size_t(unit_)].data_ptr<float>() + first * size,
                    (last - first) * size);
}

/// From the gradient of what a unit hands on to that of what it reads. The former is kept in the place of the maps
/// where an addition hands it back further down.
void TailGradient::backward(int unit, std::int64_t first, std::int64_t last, float* gradient, float* next) const {
  const UnitShape& shape = shapes_[std::size_t(unit)];
  const auto index = std::size_t(unit - unit_);
  const std::int64_t images = last - first, rows = images * shape.pixels();
  addPending(unit, first, last, gradient);
  if (shape.addend >= unit_)
    std::copy_n(gradient, images * shape.size(), maps_[index].data_ptr<float>() + first * shape.size());
  const std::vector<float> around(std::size_t(shape.channels), 0.0f);
  std::vector<double> sum(around.size()), product(around.size());
  kernels().activateBackward(gradient, outputs_[index].data_ptr<float>() + first * shape.size(), after(unit), nullptr,
                             0, around.data(), rows, shape.channels, sum.data(), product.data());
  if (unit == unit_) return;
  if (!shape.isDepthwise())
    return multiply(rows, shape.inputChannels, shape.channels, gradient,
                    network_.units()[std::size_t(unit)].weight.data_ptr<float>(), next);
  const std::int64_t inSize = std::int64_t(shape.window.height) * shape.window.width * shape.window.channels;
  for (std::int64_t n = 0; n < images; ++n)
    kernels().depthwiseBackwardInput(shape.window, gradient + n * shape.size(), kernels_[std::size_t(unit)].data(),
                                     next + n * inSize);
}

torch::Tensor TailGradient::gradient(const torch::Tensor& ofFeatures) {
  torch::NoGradGuard noGrad;
  const int count = int(shapes_.units.size());
  const std::int64_t images = ofFeatures.size(0);
  std::int64_t largest = 0, work = 0;
  for (int unit = unit_; unit < count; ++unit) {
    largest = std::max(largest, shapes_[std::size_t(unit)].size());
    work += images * network_.plan().units[std::size_t(unit)].macs;
  }
  torch::Tensor result = emptyMaps(unit_, images);
  const torch::Tensor start = (ofFeatures / double(shapes_.units.back().pixels()))
                                  .view({images, -1, 1, 1})
                                  .expand_as(maps_.back())
                                  .contiguous(torch::MemoryFormat::ChannelsLast);
  forImages(images, divisionFor(images, work), [&](std::size_t, std::int64_t first, std::int64_t last) {
    MappedFloats places[2];
    for (MappedFloats& place : places) place.resize(std::size_t((last - first) * largest));
    const std::int64_t size = shapes_.units.back().size(), own = shapes_[std::size_t(unit_)].size();
    std::copy_n(start.data_ptr<float>() + first * size, (last - first) * size, places[0].data());
    for (int unit = count - 1, from = 0; unit >= unit_; --unit, from = 1 - from) {
      backward(unit, first, last, places[from].data(), places[1 - from].data());
      if (unit == unit_) std::copy_n(places[from].data(), (last - first) * own, result.data_ptr<float>() + first * own);
    }
  });
  return result;
}

}  // namespace zipper
