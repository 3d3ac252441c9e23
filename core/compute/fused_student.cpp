// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/fused_student.h"

#include <algorithm>

#include "core/compute/fused_teacher.h"
#include "core/compute/image_threads.h"

namespace zipper {

namespace {

/// Grows, never shrinks: the memory stays for the next iteration.
float* atLeast(MappedFloats& values, std::int64_t size) {
  if (values.size() < std::size_t(size)) values.resize(std::size_t(size));
  return values.data();
}

}  // namespace

std::vector<float*> FusedWorkspace::tapsFor(const UnitShapes& shapes, std::int64_t count) {
  taps.resize(shapes.depthwise.size());
  std::vector<float*> places;
  for (int layer = 1; layer <= shapes.layers(); ++layer)
    places.push_back(atLeast(taps[std::size_t(layer) - 1], count * shapes.size(layer)));
  return places;
}

bool FusedStudent::supports(const MobileNet& network) {
  const auto parameters = network->parameters();
  return canBeFused(network->plan()) &&
         std::all_of(parameters.begin(), parameters.end(), [](const torch::Tensor& parameter) {
           return parameter.scalar_type() == torch::kFloat32 && parameter.device().is_cpu();
         });
}

bool FusedStudent::supports(MergedNetwork& network) {
  for (int t = 0; t < network.taskCount(); ++t)
    if (!supports(network.task(t))) return false;
  return true;
}

FusedStudent::FusedStudent(MobileNet network, std::shared_ptr<FusedWorkspace> workspace, ProcessGroupPtr group,
                           Precision precision)
    : network_(std::move(network)),
      space_(std::move(workspace)),
      group_(std::move(group)),
      shapes_(unitShapes(network_->plan(), network_->spec().padding)) {
  for (ConvUnit& of : network_->units()) {
    auto& units = of->options().depthwise ? depthwise_ : pointwise_;
    const float cap = capOf(of->options().activation);
    units.push_back({of->conv->weight, std::make_shared<FusedBatchNorm>(of->bn, cap), {}, Weights(precision)});
  }
  space_->depthwise.resize(layers());
  space_->pointwise.resize(layers() + 1);
  space_->maps.resize(layers() + 1);
}

torch::Tensor FusedStudent::forward(const float* images, std::int64_t count, const std::vector<const float*>& taps) {
  torch::NoGradGuard noGrad;
  count_ = count;
  division_ = divisionFor(
      count, count * shapes_.work() / std::int64_t(2 * layers() + 1));  // of one of the convolutions on average
  taps_ = taps;
  layerL1_.assign(layers(), 0.0f);
  if (space_->parts.size() < division_.parts) space_->parts.resize(division_.parts);
  for (std::size_t layer = 0; layer <= layers(); ++layer) {
    atLeast(space_->pointwise[layer], count * shapes_.size(int(layer)));
    atLeast(space_->maps[layer], count * shapes_.size(int(layer)));
    if (layer > 0) atLeast(space_->depthwise[layer - 1], rows(layer) * shapes_.channels[layer - 1]);
  }
  forwardStem(images);
  for (std::size_t layer = 1; layer <= layers(); ++layer) {
    forwardDepthwise(layer);
    forwardPointwise(layer);
  }
  return features();
}

void FusedStudent::forwardStem(const float* images) {
  const int channels = shapes_.channels[0], patch = 9 * shapes_.stem.channels;
  const std::int64_t pixels = shapes_.pixels(0), most = blockRows(patch + channels);
  const std::int64_t imageSize = shapes_.imageSize();
  Unit& unit = pointwise_[0];
  const torch::Tensor weight = unit.weight.contiguous(torch::MemoryFormat::ChannelsLast);
  unit.bn->beginForward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    float* patches = atLeast(space_->parts[part].block, most * patch);
    for (std::int64_t n = first; n < last; ++n)
      forRowBlocks(0, pixels, most, [&](std::int64_t row, std::int64_t rows) {
        float* y = space_->pointwise[0].data() + (n * pixels + row) * channels;
        gatherPatches(shapes_.stem, images + n * imageSize, row, row + rows, patches);
        multiplyTransposed(rows, channels, patch, patches, weight.data_ptr<float>(), y);
        kernels().moments(y, unit.bn->around(), rows, channels, unit.bn->sums().first(part),
                          unit.bn->sums().second(part));
      });
  });
  unit.bn->endForward(rows(0), group_);
}

/// What the stem or a layer puts out for one image: activated, and compared with the teacher.
void FusedStudent::activateMaps(std::size_t layer, std::int64_t image, double& mismatch) {
  const std::int64_t at = image * shapes_.size(int(layer)), pixels = shapes_.pixels(int(layer));
  const float* y = space_->pointwise[layer].data() + at;
  float* z = space_->maps[layer].data() + at;
  const ScaledActivation how = pointwise_[layer].bn->activation();
  if (layer == 0 || taps_.empty())
    kernels().activate(y, how, pixels, shapes_.channels[layer], z);
  else
    mismatch += kernels().activateAndCompare(y, how, taps_[layer - 1] + at, pixels, shapes_.channels[layer], z);
}

void FusedStudent::noteMismatch(std::size_t layer) {
  double sum = 0;
  for (std::size_t part = 0; part < division_.parts; ++part) sum += space_->parts[part].mismatch;
  layerL1_[layer - 1] = float(sum / double(std::max<std::int64_t>(1, count_ * shapes_.size(int(layer)))));
}

void FusedStudent::forwardDepthwise(std::size_t layer) {
  const DepthwiseShape& shape = shapes_.depthwise[layer - 1];
  Unit& unit = depthwise_[layer - 1];
  depthwiseToKernels(unit.weight, unit.kernels);
  unit.bn->beginForward(division_.parts);
  const std::int64_t pixels = shapes_.pixels(int(layer)), size = pixels * shape.channels;
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    space_->parts[part].mismatch = 0;
    for (std::int64_t n = first; n < last; ++n) {
      activateMaps(layer - 1, n, space_->parts[part].mismatch);
      float* y = space_->depthwise[layer - 1].data() + n * size;
      kernels().depthwise(shape, space_->maps[layer - 1].data() + n * shapes_.size(int(layer) - 1), unit.kernels.data(),
                          y);
      kernels().moments(y, unit.bn->around(), pixels, shape.channels, unit.bn->sums().first(part),
                        unit.bn->sums().second(part));
    }
  });
  if (layer > 1) noteMismatch(layer - 1);
  unit.bn->endForward(rows(layer), group_);
}

void FusedStudent::forwardPointwise(std::size_t layer) {
  const int in = shapes_.channels[layer - 1], out = shapes_.channels[layer];
  const std::int64_t pixels = shapes_.pixels(int(layer)), most = blockRows(in + out);
  Unit& unit = pointwise_[layer];
  const ScaledActivation how = depthwise_[layer - 1].bn->activation();
  unit.products.set(unit.weight.data_ptr<float>(), unit.weight.numel());
  unit.bn->beginForward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    float* x = atLeast(space_->parts[part].block, most * in);
    forRowBlocks(first * pixels, last * pixels, most, [&](std::int64_t row, std::int64_t rows) {
      float* y = space_->pointwise[layer].data() + row * out;
      kernels().activate(space_->depthwise[layer - 1].data() + row * in, how, rows, in, x);
      multiplyTransposed(rows, out, in, x, unit.products, y);
      kernels().moments(y, unit.bn->around(), rows, out, unit.bn->sums().first(part), unit.bn->sums().second(part));
    });
  });
  unit.bn->endForward(rows(layer), group_);
}

torch::Tensor FusedStudent::features() {
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    space_->parts[part].mismatch = 0;
    for (std::int64_t n = first; n < last; ++n) activateMaps(layers(), n, space_->parts[part].mismatch);
  });
  noteMismatch(layers());
  return torch::from_blob(space_->maps[layers()].data(),
                          {count_, shapes_.pixels(shapes_.layers()), shapes_.channels.back()})
      .mean(1);
}

float FusedStudent::mismatchWeight(std::size_t layer, double l1Weight) const {
  return layer == 0 ? 0 : float(l1Weight / double(std::max<std::int64_t>(1, count_ * shapes_.size(int(layer)))));
}

void FusedStudent::backward(const float* images, const torch::Tensor& featureGradient, double l1Weight) {
  torch::NoGradGuard noGrad;
  std::int64_t largest = 0, inner = 0;
  for (std::size_t layer = 0; layer <= layers(); ++layer) {
    largest = std::max(largest, count_ * shapes_.size(int(layer)));
    if (layer > 0) inner = std::max(inner, rows(layer) * shapes_.channels[layer - 1]);
  }
  atLeast(space_->gradient, largest);
  atLeast(space_->inner, inner);
  backwardHead(featureGradient, mismatchWeight(layers(), l1Weight));
  for (std::size_t layer = layers(); layer > 0; --layer) {
    backwardPointwise(layer);
    backwardDepthwise(layer, mismatchWeight(layer - 1, l1Weight));
  }
  backwardStem(images);
}

/// Gradient with respect to the maps of a layer in, to its normalized outputs out; all in `gradient`.
void FusedStudent::backwardActivation(std::size_t layer, float weight, std::int64_t row, std::int64_t rows,
                                      std::size_t part) {
  const std::int64_t at = row * shapes_.channels[layer];
  FusedBatchNorm& bn = *pointwise_[layer].bn;
  const bool compares = layer > 0 && weight != 0;
  kernels().activateBackward(space_->gradient.data() + at, space_->pointwise[layer].data() + at, bn.activation(),
                             compares ? taps_[layer - 1] + at : nullptr, weight, bn.around(), rows,
                             shapes_.channels[layer], bn.sums().first(part), bn.sums().second(part));
}

void FusedStudent::backwardHead(const torch::Tensor& featureGradient, float weight) {
  const std::int64_t pixels = shapes_.pixels(shapes_.layers()), channels = shapes_.channels.back();
  const torch::Tensor each =
      featureGradient.defined() ? (featureGradient / double(pixels)).contiguous() : torch::zeros({count_, channels});
  FusedBatchNorm& bn = *pointwise_[layers()].bn;
  bn.beginBackward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    for (std::int64_t n = first; n < last; ++n) {
      const float* from = each.data_ptr<float>() + n * channels;
      for (std::int64_t p = 0; p < pixels; ++p)
        std::copy_n(from, channels, space_->gradient.data() + (n * pixels + p) * channels);
      backwardActivation(layers(), weight, n * pixels, pixels, part);
    }
  });
  bn.endBackward(rows(layers()), group_);
}

void FusedStudent::backwardPointwise(std::size_t layer) {
  const int in = shapes_.channels[layer - 1], out = shapes_.channels[layer];
  const std::int64_t pixels = shapes_.pixels(int(layer)), most = blockRows(in + out);
  Unit& unit = pointwise_[layer];
  FusedBatchNorm &bn = *unit.bn, &inner = *depthwise_[layer - 1].bn;
  inner.beginBackward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    FusedWorkspace::Part& own = space_->parts[part];
    float* x = atLeast(own.block, most * in);
    own.weights.assign(std::size_t(in) * std::size_t(out), 0.0f);
    forRowBlocks(first * pixels, last * pixels, most, [&](std::int64_t row, std::int64_t rows) {
      float *dy = space_->gradient.data() + row * out, *dx = space_->inner.data() + row * in;
      const float* y = space_->depthwise[layer - 1].data() + row * in;
      kernels().combine(dy, space_->pointwise[layer].data() + row * out, bn.a(), bn.b(), bn.c(), rows, out);
      kernels().activate(y, inner.activation(), rows, in, x);
      multiplyBackward(rows, out, in, dy, x, unit.products, own.weights.data(), dx);
      kernels().activateBackward(dx, y, inner.activation(), nullptr, 0, inner.around(), rows, in,
                                 inner.sums().first(part), inner.sums().second(part));
    });
  });
  addPartialWeights(unit.weight, false);
  inner.endBackward(rows(layer), group_);
}

void FusedStudent::backwardDepthwise(std::size_t layer, float weight) {
  const DepthwiseShape& shape = shapes_.depthwise[layer - 1];
  const std::int64_t pixels = shapes_.pixels(int(layer)), size = pixels * shape.channels;
  const std::int64_t before = shapes_.size(int(layer) - 1), pixelsBefore = shapes_.pixels(int(layer) - 1);
  Unit& unit = depthwise_[layer - 1];
  FusedBatchNorm &bn = *unit.bn, &outer = *pointwise_[layer - 1].bn;
  outer.beginBackward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    MappedFloats& weights = space_->parts[part].weights;
    weights.assign(9 * std::size_t(shape.channels), 0.0f);
    for (std::int64_t n = first; n < last; ++n) {
      float* dy = space_->inner.data() + n * size;
      kernels().combine(dy, space_->depthwise[layer - 1].data() + n * size, bn.a(), bn.b(), bn.c(), pixels,
                        shape.channels);
      kernels().depthwiseBackwardWeights(shape, space_->maps[layer - 1].data() + n * before, dy, weights.data());
      kernels().depthwiseBackwardInput(shape, dy, unit.kernels.data(), space_->gradient.data() + n * before);
      backwardActivation(layer - 1, weight, n * pixelsBefore, pixelsBefore, part);
    }
  });
  addPartialWeights(unit.weight, true);
  outer.endBackward(rows(layer - 1), group_);
}

void FusedStudent::backwardStem(const float* images) {
  const int channels = shapes_.channels[0], patch = 9 * shapes_.stem.channels;
  const std::int64_t pixels = shapes_.pixels(0), most = blockRows(patch + channels);
  const std::int64_t imageSize = shapes_.imageSize();
  FusedBatchNorm& bn = *pointwise_[0].bn;
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    FusedWorkspace::Part& own = space_->parts[part];
    float* patches = atLeast(own.block, most * patch);
    own.weights.assign(std::size_t(channels) * std::size_t(patch), 0.0f);
    for (std::int64_t n = first; n < last; ++n)
      forRowBlocks(0, pixels, most, [&](std::int64_t row, std::int64_t rows) {
        const std::int64_t at = (n * pixels + row) * channels;
        float* dy = space_->gradient.data() + at;
        kernels().combine(dy, space_->pointwise[0].data() + at, bn.a(), bn.b(), bn.c(), rows, channels);
        gatherPatches(shapes_.stem, images + n * imageSize, row, row + rows, patches);
        addOuterProducts(channels, patch, rows, dy, patches, own.weights.data());
      });
  });
  addPartialWeights(pointwise_[0].weight, false);
}

/// Adds the threads' shares, in their order, to the gradient of a weight.
void FusedStudent::addPartialWeights(torch::Tensor& weight, bool kernelsOrder) {
  torch::Tensor& gradient = gradientOf(weight);
  if (count_ == 0) return;
  const std::int64_t out = weight.size(0);
  for (std::size_t part = 0; part < division_.parts; ++part) {
    MappedFloats& share = space_->parts[part].weights;
    if (kernelsOrder)
      gradient.add_(depthwiseFromKernels(share.data(), out));
    else
      gradient.add_(
          torch::from_blob(share.data(), {out, weight.size(2), weight.size(3), weight.size(1)}).permute({0, 3, 1, 2}));
  }
}

}  // namespace zipper
