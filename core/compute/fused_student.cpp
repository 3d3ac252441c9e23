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
  taps.resize(std::size_t(shapes.layers()));
  std::vector<float*> places;
  for (int layer = 1; layer <= shapes.layers(); ++layer)
    places.push_back(atLeast(taps[std::size_t(layer) - 1], count * shapes.tapSize(layer)));
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
      shapes_(unitShapes(network_->plan(), network_->spec().padding)),
      added_(shapes_.units.size(), false),
      keeps_(shapes_.units.size(), false),
      hasPending_(shapes_.units.size(), false) {
  for (ConvUnit& of : network_->units())
    units_.push_back(
        {of->conv->weight, std::make_shared<FusedBatchNorm>(of->bn, of->options().activation), {}, Weights(precision)});
  for (const UnitShape& unit : shapes_.units)
    if (unit.addend >= 0) added_[std::size_t(unit.addend)] = true;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const bool readByDepthwise = i + 1 < units_.size() && shapes_[i + 1].isDepthwise();
    keeps_[i] = !shapes_[i].isDepthwise() && (!readByDepthwise || added_[i] || shapes_[i].addend >= 0);
  }
}

/// Tasks with other shapes may have used the workspace in between.
void FusedStudent::takeMemory() {
  for (auto* memory : {&space_->outputs, &space_->maps, &space_->pending})
    if (memory->size() < units_.size()) memory->resize(units_.size());
  if (space_->parts.size() < division_.parts) space_->parts.resize(division_.parts);
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    atLeast(space_->outputs[unit], count_ * shapes_[unit].size());
    if (keeps_[unit]) atLeast(space_->maps[unit], count_ * shapes_[unit].size());
  }
}

torch::Tensor FusedStudent::forward(const float* images, std::int64_t count, const std::vector<const float*>& taps) {
  torch::NoGradGuard noGrad;
  count_ = count;
  // The work of one of the convolutions on average.
  division_ = divisionFor(count, count * shapes_.work() / std::int64_t(units_.size()));
  taps_ = taps;
  layerL1_.assign(std::size_t(shapes_.layers()), 0.0f);
  takeMemory();
  forwardStem(images);
  for (std::size_t unit = 1; unit < units_.size(); ++unit)
    shapes_[unit].isDepthwise() ? forwardDepthwise(unit) : forwardPointwise(unit);
  return features();
}

void FusedStudent::forwardStem(const float* images) {
  const DepthwiseShape& window = shapes_[0].window;
  const int channels = shapes_[0].channels, patch = 9 * window.channels;
  const std::int64_t pixels = shapes_[0].pixels(), most = blockRows(patch + channels);
  const std::int64_t imageSize = shapes_.imageSize();
  Unit& unit = units_[0];
  const torch::Tensor weight = unit.weight.contiguous(torch::MemoryFormat::ChannelsLast);
  unit.bn->beginForward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    float* patches = atLeast(space_->parts[part].block, most * patch);
    for (std::int64_t n = first; n < last; ++n)
      forRowBlocks(0, pixels, most, [&](std::int64_t row, std::int64_t rows) {
        float* y = space_->outputs[0].data() + (n * pixels + row) * channels;
        gatherPatches(window, images + n * imageSize, row, row + rows, patches);
        multiplyTransposed(rows, channels, patch, patches, weight.data_ptr<float>(), y);
        kernels().moments(y, unit.bn->around(), rows, channels, unit.bn->sums().first(part),
                          unit.bn->sums().second(part));
      });
  });
  unit.bn->endForward(rows(0), group_);
}

/// What the teacher hands on behind this unit; null where nothing is compared.
const float* FusedStudent::tapOf(std::size_t unit) const {
  return shapes_[unit].isTap && !taps_.empty() ? taps_[std::size_t(shapes_[unit].layer) - 1] : nullptr;
}

/// Where the maps of one image go.
float* FusedStudent::placeOf(std::size_t unit, std::int64_t image, std::size_t part) {
  const std::int64_t size = shapes_[unit].size();
  return keeps_[unit] ? space_->maps[unit].data() + image * size : atLeast(space_->parts[part].image, size);
}

/// What the stem or a pointwise convolution hands on for one image: activated, added to, and compared with the teacher.
const float* FusedStudent::finishMaps(std::size_t unit, std::int64_t image, std::size_t part) {
  const UnitShape& shape = shapes_[unit];
  const std::int64_t at = image * shape.size(), pixels = shape.pixels();
  const float *y = space_->outputs[unit].data() + at, *tap = tapOf(unit), *wanted = tap ? tap + at : nullptr;
  float* z = placeOf(unit, image, part);
  double& mismatch = space_->parts[part].mismatch;
  const ScaledActivation how = units_[unit].bn->activation();
  if (shape.addend < 0 && wanted != nullptr) {
    mismatch += kernels().activateAndCompare(y, how, wanted, pixels, shape.channels, z);
    return z;
  }
  kernels().activate(y, how, pixels, shape.channels, z);
  if (shape.addend >= 0)
    mismatch +=
        kernels().addAndCompare(z, space_->maps[std::size_t(shape.addend)].data() + at, wanted, pixels, shape.channels);
  return z;
}

/// The same again, on the way back.
const float* FusedStudent::finishedMaps(std::size_t unit, std::int64_t image, std::size_t part) {
  float* z = placeOf(unit, image, part);
  if (!keeps_[unit])
    kernels().activate(space_->outputs[unit].data() + image * shapes_[unit].size(), units_[unit].bn->activation(),
                       shapes_[unit].pixels(), shapes_[unit].channels, z);
  return z;
}

/// Behind finishMaps() of all images.
void FusedStudent::noteMismatch(std::size_t unit) {
  if (!shapes_[unit].isTap) return;
  double sum = 0;
  for (std::size_t part = 0; part < division_.parts; ++part) sum += space_->parts[part].mismatch;
  layerL1_[std::size_t(shapes_[unit].layer) - 1] =
      float(sum / double(std::max<std::int64_t>(1, count_ * shapes_[unit].size())));
}

void FusedStudent::forwardDepthwise(std::size_t index) {
  const DepthwiseShape& window = shapes_[index].window;
  Unit& unit = units_[index];
  depthwiseToKernels(unit.weight, unit.kernels);
  unit.bn->beginForward(division_.parts);
  const std::int64_t pixels = shapes_[index].pixels(), size = shapes_[index].size();
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    space_->parts[part].mismatch = 0;
    for (std::int64_t n = first; n < last; ++n) {
      float* y = space_->outputs[index].data() + n * size;
      kernels().depthwise(window, finishMaps(index - 1, n, part), unit.kernels.data(), y);
      kernels().moments(y, unit.bn->around(), pixels, window.channels, unit.bn->sums().first(part),
                        unit.bn->sums().second(part));
    }
  });
  noteMismatch(index - 1);
  unit.bn->endForward(rows(index), group_);
}

/// Behind a depthwise convolution, whose outputs are activated block by block; or behind maps that are kept.
void FusedStudent::forwardPointwise(std::size_t index) {
  const int in = shapes_[index].inputChannels, out = shapes_[index].channels;
  const std::int64_t pixels = shapes_[index].pixels(), most = blockRows(in + out);
  const bool activates = shapes_[index - 1].isDepthwise();
  Unit& unit = units_[index];
  const ScaledActivation how = units_[index - 1].bn->activation();
  unit.products.set(unit.weight.data_ptr<float>(), unit.weight.numel());
  unit.bn->beginForward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    FusedWorkspace::Part& own = space_->parts[part];
    own.mismatch = 0;
    for (std::int64_t n = first; n < last && !activates; ++n) finishMaps(index - 1, n, part);
    float* block = activates ? atLeast(own.block, most * in) : nullptr;
    forRowBlocks(first * pixels, last * pixels, most, [&](std::int64_t row, std::int64_t rows) {
      float *y = space_->outputs[index].data() + row * out, *x = block;
      if (activates)
        kernels().activate(space_->outputs[index - 1].data() + row * in, how, rows, in, x);
      else
        x = space_->maps[index - 1].data() + row * in;
      multiplyTransposed(rows, out, in, x, unit.products, y);
      kernels().moments(y, unit.bn->around(), rows, out, unit.bn->sums().first(part), unit.bn->sums().second(part));
    });
  });
  if (!activates) noteMismatch(index - 1);
  unit.bn->endForward(rows(index), group_);
}

torch::Tensor FusedStudent::features() {
  const std::size_t last = units_.size() - 1;
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t end) {
    space_->parts[part].mismatch = 0;
    for (std::int64_t n = first; n < end; ++n) finishMaps(last, n, part);
  });
  noteMismatch(last);
  return torch::from_blob(space_->maps[last].data(), {count_, shapes_[last].pixels(), shapes_[last].channels}).mean(1);
}

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
  const float *tap = weight != 0 ? tapOf(unit) : nullptr, *wanted = tap ? tap + at : nullptr;
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
  const int in = shapes_[index].inputChannels, out = shapes_[index].channels;
  const std::int64_t pixels = shapes_[index].pixels(), most = blockRows(in + out);
  const bool activates = shapes_[index - 1].isDepthwise();
  Unit& unit = units_[index];
  FusedBatchNorm &bn = *unit.bn, &before = *units_[index - 1].bn;
  before.beginBackward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    FusedWorkspace::Part& own = space_->parts[part];
    float* block = activates ? atLeast(own.block, most * in) : nullptr;
    own.weights.assign(std::size_t(in) * std::size_t(out), 0.0f);
    forRowBlocks(first * pixels, last * pixels, most, [&](std::int64_t row, std::int64_t rows) {
      float *dy = space_->gradient.data() + row * out, *dx = space_->next.data() + row * in, *x = block;
      const float* y = space_->outputs[index - 1].data() + row * in;
      kernels().combine(dy, space_->outputs[index].data() + row * out, bn.a(), bn.b(), bn.c(), rows, out);
      if (activates)
        kernels().activate(y, before.activation(), rows, in, x);
      else
        x = space_->maps[index - 1].data() + row * in;
      multiplyBackward(rows, out, in, dy, x, unit.products, own.weights.data(), dx);
      if (activates)
        kernels().activateBackward(dx, y, before.activation(), nullptr, 0, before.around(), rows, in,
                                   before.sums().first(part), before.sums().second(part));
    });
    for (std::int64_t n = first; n < last && !activates; ++n)
      backwardMaps(index - 1, space_->next.data() + n * shapes_[index - 1].size(), n, part);
  });
  if (!activates) noteAddend(index - 1);
  addPartialWeights(unit.weight, false);
  before.endBackward(rows(index - 1), group_);
}

void FusedStudent::backwardDepthwise(std::size_t index) {
  const DepthwiseShape& window = shapes_[index].window;
  const std::int64_t pixels = shapes_[index].pixels(), size = shapes_[index].size(), before = shapes_[index - 1].size();
  Unit& unit = units_[index];
  FusedBatchNorm &bn = *unit.bn, &outer = *units_[index - 1].bn;
  outer.beginBackward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    MappedFloats& weights = space_->parts[part].weights;
    weights.assign(9 * std::size_t(window.channels), 0.0f);
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
      gradient.add_(depthwiseFromKernels(share.data(), out));
    else
      gradient.add_(
          torch::from_blob(share.data(), {out, weight.size(2), weight.size(3), weight.size(1)}).permute({0, 3, 1, 2}));
  }
}

}  // namespace zipper
