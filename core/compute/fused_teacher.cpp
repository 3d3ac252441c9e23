// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/fused_teacher.h"

#include <algorithm>

#include "core/compute/fused_workspace.h"
#include "core/compute/image_threads.h"
#include "core/compute/squeeze_excite.h"
#include "core/compute/stem_patches.h"

namespace zipper {

namespace {

/// Values of the largest maps of several images that are worked on together where only one layer's are wanted: 2 MB.
constexpr std::int64_t mapsAtOnce = 1 << 19;
/// Rows of a product that have work enough to do.
constexpr std::int64_t rowsAtOnce = 256;

LinearMap linearMap(const FoldedNetwork::Unit& unit) {
  return {unit.weight.data_ptr<float>(), unit.bias.data_ptr<float>(), unit.weight.size(1), unit.weight.size(0)};
}

}  // namespace

void depthwiseToKernels(const torch::Tensor& weight, MappedFloats& out) {
  const torch::Tensor rows = weight.detach().flatten(1).t().contiguous();
  out.assign(rows.data_ptr<float>(), rows.data_ptr<float>() + rows.numel());
}

torch::Tensor depthwiseFromKernels(float* weights, std::int64_t channels, std::int64_t kernel) {
  return torch::from_blob(weights, {kernel * kernel, channels}).t().reshape({channels, 1, kernel, kernel});
}

FusedTeacher::FusedTeacher(const FoldedNetwork& network, Precision precision)
    : network_(network), shapes_(unitShapes(network.plan(), network.spec().padding)) {
  int most = 0;
  for (std::size_t i = 0; i < shapes_.units.size(); ++i) {
    most = std::max(most, shapes_[i].channels);
    const torch::Tensor& weight = network.units()[i].weight;
    kernels_.emplace_back();
    products_.emplace_back(precision);
    if (shapes_[i].isDepthwise()) depthwiseToKernels(weight, kernels_.back());
    if (shapes_[i].kind == UnitKind::Pointwise) products_.back().set(weight.data_ptr<float>(), weight.numel());
  }
  ones_.assign(std::size_t(most), 1.0f);
  while (alone_ < shapes_.layers() && shapes_.tapPixels(alone_ + 1) >= rowsAtOnce) ++alone_;
}

Division FusedTeacher::prepare(std::int64_t count) {
  const Division division = divisionFor(count, count * shapes_.work());
  if (scratch_.size() < division.parts) scratch_.resize(division.parts);
  return division;
}

void FusedTeacher::forward(const float* images, std::int64_t count, const std::vector<float*>& taps) {
  forImages(count, prepare(count), [&](std::size_t part, std::int64_t first, std::int64_t last) {
    Scratch& scratch = scratch_[part];
    scratch.maps.resize(std::size_t(shapes_.tapSize(0)));
    const auto place = [&](int i, std::int64_t n) { return taps[std::size_t(i) - 1] + n * shapes_.tapSize(i); };
    const int alone = std::max(1, alone_);
    for (std::int64_t n = first; n < last; ++n) {
      beforeLayers(images + n * shapes_.imageSize(), scratch.maps.data(), scratch);
      layer(1, scratch.maps.data(), 1, place(1, n), scratch);
      for (int i = 2; i <= alone; ++i) layer(i, place(i - 1, n), 1, place(i, n), scratch);
    }
    for (int i = alone + 1; i <= shapes_.layers(); ++i)
      layer(i, place(i - 1, first), last - first, place(i, first), scratch);
  });
}

void FusedTeacher::maps(const float* in, int layer, std::int64_t count, int unit, float* out) {
  const UnitShape& wanted = shapes_[std::size_t(unit)];
  std::int64_t largest = wanted.size();
  for (int i = 0; i <= wanted.layer; ++i) largest = std::max(largest, shapes_.tapSize(i));
  // Of a layer that isn't computed as a whole, what lies before the unit is kept for all images of a group.
  const int before = wanted.layer > 0 ? shapes_.taps[std::size_t(wanted.layer) - 1] : unit;
  for (int i = before + 1; i < unit && !wanted.isTap; ++i) largest = std::max(largest, shapes_[std::size_t(i)].size());
  const std::int64_t most = std::max<std::int64_t>(1, mapsAtOnce / largest);
  const std::int64_t size = layer < 0 ? shapes_.imageSize() : shapes_.tapSize(layer);
  forImages(count, prepare(count), [&](std::size_t part, std::int64_t first, std::int64_t last) {
    for (std::int64_t n = first; n < last; n += most)
      mapsOfPart(in + n * size, layer, std::min(most, last - n), unit, out + n * wanted.size(), scratch_[part]);
  });
}

/// What layer `to` hands on for an image, from what layer `from` does; -1: from the image.
void FusedTeacher::oneImage(const float* in, int from, int to, float* out, Scratch& scratch) const {
  const auto place = [&](int i) { return i == to ? out : atLeast(scratch.image[i % 2], shapes_.tapSize(i)); };
  const float* maps = in;
  if (from < 0) {
    float* first = place(0);
    beforeLayers(in, first, scratch);
    maps = first;
  }
  for (int i = std::max(from, 0) + 1; i <= to; ++i) {
    float* next = place(i);
    layer(i, maps, 1, next, scratch);
    maps = next;
  }
}

/// Layer by layer; image by image where that is work enough; of the layer that the unit is part of as far as it is
/// needed.
void FusedTeacher::mapsOfPart(const float* in, int layer, std::int64_t count, int wanted, float* out,
                              Scratch& scratch) const {
  int whole = 0;  // the last layer that is needed as a whole
  while (whole < shapes_.layers() && shapes_.taps[std::size_t(whole) + 1] <= wanted) ++whole;
  const auto place = [&](int i) {
    return shapes_.taps[std::size_t(i)] == wanted
               ? out
               : atLeast(i % 2 == 1 ? scratch.after : scratch.before, count * shapes_.tapSize(i));
  };
  const float* maps = in;
  int at = layer;
  const int alone = std::min(alone_, whole);
  if (at < alone) {
    const std::int64_t size = at < 0 ? shapes_.imageSize() : shapes_.tapSize(at);
    float* next = place(alone);
    for (std::int64_t n = 0; n < count; ++n)
      oneImage(in + n * size, at, alone, next + n * shapes_.tapSize(alone), scratch);
    maps = next;
    at = alone;
  }
  for (++at; at <= whole; ++at) {
    float* next = place(at);
    this->layer(at, maps, count, next, scratch);
    maps = next;
  }
  if (maps != out) partOfLayer(wanted, maps, count, out, scratch);
}

void FusedTeacher::partOfLayer(int wanted, const float* in, std::int64_t images, float* out, Scratch& scratch) const {
  const UnitShape& last = shapes_[std::size_t(wanted)];
  units(shapes_.taps[std::size_t(last.layer) - 1] + 1, wanted, images, in, out, scratch);
  if (last.isDepthwise() && isGated(std::size_t(wanted)))
    kernels().activate(out, after(std::size_t(wanted)), images * last.pixels(), last.channels, out);
}

ScaledActivation FusedTeacher::after(std::size_t index) const {
  const FoldedNetwork::Unit& unit = network_.units()[index];
  return {ones_.data(), unit.bias.data_ptr<float>(), capOf(unit.activation), floorOf(unit.activation),
          unit.activation == Activation::HardSwish};
}

/// What comes before the first layer, of one image: the stem alone in all networks that there are.
void FusedTeacher::beforeLayers(const float* image, float* out, Scratch& scratch) const {
  if (shapes_.taps[0] == 0) return stem(image, out, scratch);
  MappedFloats first;
  first.resize(std::size_t(shapes_[0].size()));
  stem(image, first.data(), scratch);
  units(1, shapes_.taps[0], 1, first.data(), out, scratch);
}

/// The stem of one image.
void FusedTeacher::stem(const float* image, float* out, Scratch& scratch) const {
  const FoldedNetwork::Unit& stem = network_.units()[0];
  const DepthwiseShape& window = shapes_[0].window;
  const std::int64_t pixels = shapes_[0].pixels(), patch = 9 * window.channels;
  const int channels = shapes_[0].channels;
  const std::int64_t most = blockRows(patch + channels);
  scratch.patches.resize(std::size_t(most * patch));
  const ScaledActivation how = after(0);
  forRowBlocks(0, pixels, most, [&](std::int64_t row, std::int64_t rows) {
    float* maps = out + row * channels;
    gatherPatches(window, image, row, row + rows, scratch.patches.data());
    multiplyTransposed(rows, channels, patch, scratch.patches.data(), stem.weight.data_ptr<float>(), maps);
    kernels().activate(maps, how, rows, channels, maps);
  });
}

/// A squeeze reads what a depthwise convolution puts out, and activates it itself.
bool FusedTeacher::isGated(std::size_t depthwise) const {
  return depthwise + 1 < shapes_.units.size() && shapes_[depthwise + 1].kind == UnitKind::Squeeze;
}

/// Activated, unless a squeeze reads it.
void FusedTeacher::depthwise(std::size_t unit, const float* in, std::int64_t images, float* out) const {
  const DepthwiseShape& window = shapes_[unit].window;
  const std::int64_t inSize = std::int64_t(window.height) * window.width * window.channels;
  const ScaledActivation how = after(unit), *then = isGated(unit) ? nullptr : &how;
  for (std::int64_t n = 0; n < images; ++n)
    kernels().depthwise(window, in + n * inSize, kernels_[unit].data(), then, out + n * shapes_[unit].size());
}

/// `in`: depthwise outputs before their activation.
void FusedTeacher::squeezeMaps(std::size_t unit, const float* in, std::int64_t images, float* out,
                               Scratch& scratch) const {
  const UnitShape& maps = shapes_[unit - 1];
  float* averages = atLeast(scratch.averages, images * maps.channels);
  averageActivated(in, after(unit - 1), images, maps.pixels(), maps.channels, averages);
  squeeze(linearMap(network_.units()[unit]), images, averages, out);
}

/// What an excite hands on.
void FusedTeacher::multiplyMaps(std::size_t unit, const float* maps, const float* factors, std::int64_t images,
                                float* out) const {
  const UnitShape& shape = shapes_[unit];
  scaleActivated(maps, after(std::size_t(shape.gated)), factors, shape.pixels(), 0, images * shape.pixels(),
                 shape.channels, out);
}

/// What is multiplied goes through its activation here, in place, while it is in the cache.
void FusedTeacher::pointwise(std::size_t unit, float* in, const float* factors, std::int64_t images, float* out) const {
  const UnitShape& shape = shapes_[unit];
  const int channels = shape.inputChannels, outChannels = shape.channels;
  const ScaledActivation how = after(shapes_.sourceOf(unit)), then = after(unit);
  forRowBlocks(0, images * shape.pixels(), blockRows(channels + outChannels), [&](std::int64_t row, std::int64_t rows) {
    float *x = in + row * channels, *y = out + row * outChannels;
    if (factors != nullptr) scaleActivated(in, how, factors, shape.pixels(), row, rows, channels, x);
    multiplyTransposed(rows, outChannels, channels, x, products_[unit], y);
    kernels().activate(y, then, rows, outChannels, y);
  });
}

/// One unit behind `outputs` of those from `first` on, without its addition. What it changes of them is a depthwise
/// output that is multiplied.
void FusedTeacher::apply(std::size_t unit, int first, const Outputs& outputs, std::int64_t images, float* out,
                         Scratch& scratch) const {
  const auto outputOf = [&](std::size_t of) { return outputs[of + 1 - std::size_t(first)]; };
  switch (shapes_[unit].kind) {
    case UnitKind::Depthwise:
      return depthwise(unit, outputs.back(), images, out);
    case UnitKind::Squeeze:
      return squeezeMaps(unit, outputs.back(), images, out, scratch);
    case UnitKind::Excite:
      return excite(linearMap(network_.units()[unit]), images, outputs.back(), out);
    default:
      break;
  }
  const float* factors = shapes_.readsProduct(unit) ? outputs.back() : nullptr;
  pointwise(unit, const_cast<float*>(outputOf(shapes_.sourceOf(unit))), factors, images, out);
}

/// Units first ... last, of one layer, from what it reads on.
void FusedTeacher::units(int first, int last, std::int64_t images, const float* in, float* out,
                         Scratch& scratch) const {
  const auto count = std::size_t(last - first + 1);
  if (scratch.units.size() < count) scratch.units.resize(count);
  Outputs outputs{in};
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t unit = std::size_t(first) + i;
    const UnitShape& shape = shapes_[unit];
    const bool excites = shape.kind == UnitKind::Excite, isLast = i + 1 == count;
    float* maps = excites && isLast ? atLeast(scratch.factors, images * shape.channels)
                  : isLast          ? out
                                    : atLeast(scratch.units[i], images * (excites ? shape.channels : shape.size()));
    apply(unit, first, outputs, images, maps, scratch);
    if (shape.addend >= 0)
      kernels().addAndCompare(maps, outputs[std::size_t(shape.addend - first + 1)], nullptr, images * shape.pixels(),
                              shape.channels);
    if (excites && isLast) multiplyMaps(unit, outputs[outputs.size() - 2], maps, images, out);
    outputs.push_back(maps);
  }
}

/// Goes through the images in groups, of so many that the multiplication has work to do, and so few that they stay in
/// the cache.
void FusedTeacher::layer(int layer, const float* in, std::int64_t images, float* out, Scratch& scratch) const {
  const int last = shapes_.taps[std::size_t(layer)], first = shapes_.taps[std::size_t(layer) - 1] + 1;
  const std::int64_t most = std::max<std::int64_t>(1, rowsAtOnce / shapes_[std::size_t(last)].pixels());
  for (std::int64_t n = 0; n < images; n += most)
    units(first, last, std::min(most, images - n), in + n * shapes_.tapSize(layer - 1),
          out + n * shapes_.tapSize(layer), scratch);
}

torch::Tensor FusedTeacher::logits(const std::vector<const float*>& lastTaps) const {
  const UnitShape& last = shapes_.units.back();
  const auto maps = torch::empty({std::int64_t(lastTaps.size()), last.pixels(), last.channels});
  float* to = maps.data_ptr<float>();
  for (const float* image : lastTaps) to = std::copy_n(image, last.size(), to);
  return network_.logitsOfFeatures(maps.mean(1));
}

}  // namespace zipper
