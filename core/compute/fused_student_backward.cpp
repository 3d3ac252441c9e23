// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "core/compute/fused_student.h"
#include "core/compute/fused_teacher.h"
#include "core/compute/stem_patches.h"

namespace zipper {

void FusedStudent::backward(const float* images, const torch::Tensor& featureGradient, double l1Weight) {
  torch::NoGradGuard noGrad;
  l1Weight_ = l1Weight;
  std::int64_t largest = 0;
  for (const UnitShape& unit : shapes_.units) largest = std::max(largest, count_ * unit.size());
  atLeast(space_->gradient, largest);
  atLeast(space_->next, largest);
  for (std::size_t unit = 0; unit < units_.size(); ++unit)
    if (added_[unit]) atLeast(space_->pending[unit], count_ * shapes_[unit].size());
  hasPending_.assign(units_.size(), false);
  backwardHead(featureGradient);
  for (std::size_t unit = units_.size() - 1; unit > 0; --unit) {
    if (!shapes_[unit].normalizes()) continue;  // what reads the product went back through squeeze and excite
    shapes_[unit].isDepthwise() ? backwardDepthwise(unit) : backwardPointwise(unit);
    std::swap(space_->gradient, space_->next);
  }
  backwardStem(images);
}

/// Adds a gradient of one image's maps that were added to others to what comes to them from where they are read.
void FusedStudent::passOn(std::size_t addend, const float* gradient, std::int64_t image) {
  const std::int64_t size = shapes_[addend].size();
  float* pending = space_->pending[addend].data() + image * size;
  if (hasPending_[addend])
    kernels().add(pending, gradient, size);
  else
    std::copy_n(gradient, size, pending);
}

/// Gradient with respect to what the stem or a pointwise convolution hands on for one image in, as far as it comes from
/// the unit behind it; to its normalized outputs out.
void FusedStudent::backwardMaps(std::size_t unit, float* gradient, std::int64_t image, std::size_t part) {
  const UnitShape& shape = shapes_[unit];
  const std::int64_t at = image * shape.size(), pixels = shape.pixels();
  const auto weight = float(l1Weight_ / double(std::max<std::int64_t>(1, count_ * shape.size())));
  const float* wanted = weight != 0 ? tapOf(unit, image) : nullptr;
  if (hasPending_[unit]) kernels().add(gradient, space_->pending[unit].data() + at, shape.size());
  if (shape.addend >= 0) {
    if (wanted != nullptr)
      kernels().addSigns(gradient, space_->maps[unit].data() + at, wanted, weight, pixels, shape.channels);
    wanted = nullptr;
    passOn(std::size_t(shape.addend), gradient, image);
  }
  FusedBatchNorm& bn = *units_[unit].bn;
  kernels().activateBackward(gradient, space_->outputs[unit].data() + at, bn.activation(), wanted,
                             wanted != nullptr ? weight : 0, bn.around(), pixels, shape.channels, bn.sums().first(part),
                             bn.sums().second(part));
}

void FusedStudent::backwardHead(const torch::Tensor& featureGradient) {
  const std::size_t unit = units_.size() - 1;
  const std::int64_t pixels = shapes_[unit].pixels(), channels = shapes_[unit].channels;
  const torch::Tensor each =
      featureGradient.defined() ? (featureGradient / double(pixels)).contiguous() : torch::zeros({count_, channels});
  FusedBatchNorm& bn = *units_[unit].bn;
  bn.beginBackward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    for (std::int64_t n = first; n < last; ++n) {
      const float* from = each.data_ptr<float>() + n * channels;
      float* gradient = space_->gradient.data() + n * shapes_[unit].size();
      for (std::int64_t p = 0; p < pixels; ++p) std::copy_n(from, channels, gradient + p * channels);
      backwardMaps(unit, gradient, n, part);
    }
  });
  noteAddend(unit);
  bn.endBackward(rows(unit), group_);
}

void FusedStudent::backwardPointwise(std::size_t index) {
  const std::size_t from = shapes_.sourceOf(index);
  const int in = shapes_[index].inputChannels, out = shapes_[index].channels;
  const std::int64_t pixels = shapes_[index].pixels(), most = blockRows(in + out);
  const bool activates = shapes_[from].isDepthwise();
  Unit& unit = units_[index];
  FusedBatchNorm &bn = *unit.bn, &before = *units_[from].bn;
  before.beginBackward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    FusedWorkspace::Part& own = space_->parts[part];
    float* block = activates ? atLeast(own.block, most * in) : nullptr;
    own.weights.assign(std::size_t(in) * std::size_t(out), 0.0f);
    forRowBlocks(first * pixels, last * pixels, most, [&](std::int64_t row, std::int64_t rows) {
      float *dy = space_->gradient.data() + row * out, *dx = space_->next.data() + row * in;
      kernels().combine(dy, space_->outputs[index].data() + row * out, bn.a(), bn.b(), bn.c(), rows, out);
      multiplyBackward(rows, out, in, dy, readRows(index, row, rows, block), unit.products, own.weights.data(), dx);
      if (activates && !unit.squeezeExcite)
        kernels().activateBackward(dx, space_->outputs[from].data() + row * in, before.activation(), nullptr, 0,
                                   before.around(), rows, in, before.sums().first(part), before.sums().second(part));
    });
    if (unit.squeezeExcite)
      unit.squeezeExcite->backward(space_->next.data(), space_->outputs[from].data(), before, part, first, last,
                                   own.squeezeExcite);
    for (std::int64_t n = first; n < last && !activates; ++n)
      backwardMaps(from, space_->next.data() + n * shapes_[from].size(), n, part);
  });
  if (!activates) noteAddend(from);
  addPartialWeights(unit.weight, false);
  if (unit.squeezeExcite) addPartialSqueezeExcite(*unit.squeezeExcite);
  before.endBackward(rows(from), group_);
}

void FusedStudent::backwardDepthwise(std::size_t index) {
  const DepthwiseShape& window = shapes_[index].window;
  const std::int64_t pixels = shapes_[index].pixels(), size = shapes_[index].size(), before = shapes_[index - 1].size();
  Unit& unit = units_[index];
  FusedBatchNorm &bn = *unit.bn, &outer = *units_[index - 1].bn;
  outer.beginBackward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    MappedFloats& weights = space_->parts[part].weights;
    weights.assign(std::size_t(window.kernel * window.kernel) * std::size_t(window.channels), 0.0f);
    for (std::int64_t n = first; n < last; ++n) {
      float *dy = space_->gradient.data() + n * size, *dx = space_->next.data() + n * before;
      kernels().combine(dy, space_->outputs[index].data() + n * size, bn.a(), bn.b(), bn.c(), pixels, window.channels);
      kernels().depthwiseBackwardWeights(window, finishedMaps(index - 1, n, part), dy, weights.data());
      kernels().depthwiseBackwardInput(window, dy, unit.kernels.data(), dx);
      backwardMaps(index - 1, dx, n, part);
    }
  });
  noteAddend(index - 1);
  addPartialWeights(unit.weight, true);
  outer.endBackward(rows(index - 1), group_);
}

void FusedStudent::backwardStem(const float* images) {
  const DepthwiseShape& window = shapes_[0].window;
  const int channels = shapes_[0].channels, patch = 9 * window.channels;
  const std::int64_t pixels = shapes_[0].pixels(), most = blockRows(patch + channels);
  const std::int64_t imageSize = shapes_.imageSize();
  FusedBatchNorm& bn = *units_[0].bn;
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    FusedWorkspace::Part& own = space_->parts[part];
    float* patches = atLeast(own.block, most * patch);
    own.weights.assign(std::size_t(channels) * std::size_t(patch), 0.0f);
    for (std::int64_t n = first; n < last; ++n)
      forRowBlocks(0, pixels, most, [&](std::int64_t row, std::int64_t rows) {
        const std::int64_t at = (n * pixels + row) * channels;
        float* dy = space_->gradient.data() + at;
        kernels().combine(dy, space_->outputs[0].data() + at, bn.a(), bn.b(), bn.c(), rows, channels);
        gatherPatches(window, images + n * imageSize, row, row + rows, patches);
        addOuterProducts(channels, patch, rows, dy, patches, own.weights.data());
      });
  });
  addPartialWeights(units_[0].weight, false);
}

/// The same values, with a gradient of their own.
void FusedStudent::keepGradientsApart() {
  keepsApart_ = true;
  for (std::size_t unit = 0; unit < units_.size(); ++unit)
    if (shapes_[unit].kind == UnitKind::Pointwise) units_[unit].weight = units_[unit].weight.detach();
}

void FusedStudent::addGradients() {
  torch::NoGradGuard noGrad;
  for (std::size_t unit = 0; keepsApart_ && unit < units_.size(); ++unit) {
    if (shapes_[unit].kind != UnitKind::Pointwise || !units_[unit].weight.grad().defined()) continue;
    gradientOf(network_->unit(int(unit))->conv->weight).add_(units_[unit].weight.grad());
    units_[unit].weight.mutable_grad().zero_();
  }
}

/// Behind backwardMaps() of all images.
void FusedStudent::noteAddend(std::size_t unit) {
  if (shapes_[unit].addend >= 0) hasPending_[std::size_t(shapes_[unit].addend)] = true;
}

/// Adds the threads' shares, in their order, to the gradient of a weight.
void FusedStudent::addPartialWeights(torch::Tensor& weight, bool kernelsOrder) {
  torch::Tensor& gradient = gradientOf(weight);
  if (count_ == 0) return;
  const std::int64_t out = weight.size(0);
  for (std::size_t part = 0; part < division_.parts; ++part) {
    MappedFloats& share = space_->parts[part].weights;
    if (kernelsOrder)
      gradient.add_(depthwiseFromKernels(share.data(), out, weight.size(2)));
    else
      gradient.add_(
          torch::from_blob(share.data(), {out, weight.size(2), weight.size(3), weight.size(1)}).permute({0, 3, 1, 2}));
  }
}

void FusedStudent::addPartialSqueezeExcite(FusedSqueezeExcite& of) {
  if (count_ == 0) return of.addShare(nullptr);
  for (std::size_t part = 0; part < division_.parts; ++part) of.addShare(space_->parts[part].squeezeExcite.data());
}

}  // namespace zipper
