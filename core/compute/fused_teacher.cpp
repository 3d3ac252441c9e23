// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/fused_teacher.h"

#include <algorithm>

#include "core/compute/image_threads.h"

namespace zipper {

namespace {

/// Values of the largest maps that are worked on together where only one layer's are wanted: 16 MB.
constexpr std::int64_t mapsAtOnce = 1 << 22;

}  // namespace

void depthwiseToKernels(const torch::Tensor& weight, std::vector<float>& out) {
  const torch::Tensor rows = weight.detach().flatten(1).t().contiguous();
  out.assign(rows.data_ptr<float>(), rows.data_ptr<float>() + rows.numel());
}

torch::Tensor depthwiseFromKernels(float* weights, std::int64_t channels) {
  return torch::from_blob(weights, {9, channels}).t().reshape({channels, 1, 3, 3});
}

FusedTeacher::FusedTeacher(const FoldedNetwork& network, Precision precision)
    : network_(network), shapes_(unitShapes(network.plan(), network.spec().padding)) {
  ones_.assign(std::size_t(*std::max_element(shapes_.channels.begin(), shapes_.channels.end())), 1.0f);
  for (std::size_t layer = 1; layer <= shapes_.depthwise.size(); ++layer) {
    depthwiseWeights_.emplace_back();
    depthwiseToKernels(network.units()[2 * layer - 1].weight, depthwiseWeights_.back());
    const torch::Tensor& pointwise = network.units()[2 * layer].weight;
    pointwiseWeights_.emplace_back(precision).set(pointwise.data_ptr<float>(), pointwise.numel());
  }
}

Division FusedTeacher::prepare(std::int64_t count) {
  const Division division = divisionFor(count, count * shapes_.work());
  if (scratch_.size() < division.parts) scratch_.resize(division.parts);
  return division;
}

void FusedTeacher::forward(const float* images, std::int64_t count, const std::vector<float*>& taps) {
  forImages(count, prepare(count), [&](std::size_t part, std::int64_t first, std::int64_t last) {
    Scratch& scratch = scratch_[part];
    scratch.maps.resize(std::size_t(shapes_.size(0)));
    for (std::int64_t n = first; n < last; ++n) {
      stem(images + n * shapes_.imageSize(), scratch.maps.data(), scratch);
      layer(1, scratch.maps.data(), 1, taps[0] + n * shapes_.size(1), scratch);
    }
    for (int i = 2; i <= shapes_.layers(); ++i)
      layer(i, taps[std::size_t(i) - 2] + first * shapes_.size(i - 1), last - first,
            taps[std::size_t(i) - 1] + first * shapes_.size(i), scratch);
  });
}

void FusedTeacher::maps(const float* images, std::int64_t count, int wanted, bool depthwiseOnly, float* out) {
  const std::int64_t outSize =
      depthwiseOnly ? shapes_.pixels(wanted) * shapes_.channels[std::size_t(wanted) - 1] : shapes_.size(wanted);
  std::int64_t largest = 0;
  for (int i = 0; i <= wanted; ++i) largest = std::max(largest, shapes_.size(i));
  const std::int64_t most = std::max<std::int64_t>(1, mapsAtOnce / largest);
  forImages(count, prepare(count), [&](std::size_t part, std::int64_t first, std::int64_t last) {
    for (std::int64_t n = first; n < last; n += most)
      mapsOfPart(images + n * shapes_.imageSize(), std::min(most, last - n), wanted, depthwiseOnly, out + n * outSize,
                 scratch_[part]);
  });
}

void FusedTeacher::mapsOfPart(const float* images, std::int64_t count, int wanted, bool depthwiseOnly, float* out,
                              Scratch& scratch) const {
  const int whole = depthwiseOnly ? wanted - 1 : wanted;  // the last layer that is computed as a whole
  const auto place = [&](int layer, MappedFloats& memory) {
    if (layer == wanted) return out;
    if (memory.size() < std::size_t(count * shapes_.size(layer)))
      memory.resize(std::size_t(count * shapes_.size(layer)));
    return memory.data();
  };
  float* maps = place(0, scratch.before);
  for (std::int64_t n = 0; n < count; ++n) stem(images + n * shapes_.imageSize(), maps + n * shapes_.size(0), scratch);
  for (int i = 1; i <= whole; ++i) {
    float* next = place(i, i % 2 == 1 ? scratch.after : scratch.before);
    layer(i, maps, count, next, scratch);
    maps = next;
  }
  if (!depthwiseOnly) return;
  depthwise(wanted, maps, count, out);
  kernels().activate(out, after(2 * std::size_t(wanted) - 1), count * shapes_.pixels(wanted),
                     shapes_.channels[std::size_t(wanted) - 1], out);
}

ScaledActivation FusedTeacher::after(std::size_t index) const {
  const FoldedNetwork::Unit& unit = network_.units()[index];
  return {ones_.data(), unit.bias.data_ptr<float>(), capOf(unit.activation)};
}

/// The stem of one image.
void FusedTeacher::stem(const float* image, float* out, Scratch& scratch) const {
  const FoldedNetwork::Unit& stem = network_.units()[0];
  const std::int64_t pixels = shapes_.pixels(0), patch = 9 * shapes_.stem.channels;
  const int channels = shapes_.channels[0];
  const std::int64_t most = blockRows(patch + channels);
  scratch.patches.resize(std::size_t(most * patch));
  const ScaledActivation how = after(0);
  forRowBlocks(0, pixels, most, [&](std::int64_t row, std::int64_t rows) {
    float* maps = out + row * channels;
    gatherPatches(shapes_.stem, image, row, row + rows, scratch.patches.data());
    multiplyTransposed(rows, channels, patch, scratch.patches.data(), stem.weight.data_ptr<float>(), maps);
    kernels().activate(maps, how, rows, channels, maps);
  });
}

void FusedTeacher::depthwise(int layer, const float* in, std::int64_t images, float* out) const {
  const std::size_t i = std::size_t(layer) - 1;
  for (std::int64_t n = 0; n < images; ++n)
    kernels().depthwise(shapes_.depthwise[i], in + n * shapes_.size(layer - 1), depthwiseWeights_[i].data(),
                        out + n * shapes_.pixels(layer) * shapes_.channels[i]);
}

/// Goes through the images in groups, of so many that the multiplication has work to do, and so few that they stay in
/// the cache.
void FusedTeacher::layer(int layer, const float* in, std::int64_t images, float* out, Scratch& scratch) const {
  const std::size_t i = std::size_t(layer);
  const int channels = shapes_.channels[i - 1], outChannels = shapes_.channels[i];
  const std::int64_t pixels = shapes_.pixels(layer), most = std::max<std::int64_t>(1, 256 / pixels);
  scratch.depthwise.resize(std::size_t(std::min(most, images) * pixels * channels));
  float* maps = scratch.depthwise.data();
  const ScaledActivation how = after(2 * i - 1), then = after(2 * i);
  for (std::int64_t first = 0; first < images; first += most) {
    const std::int64_t group = std::min(most, images - first);
    depthwise(layer, in + first * shapes_.size(layer - 1), group, maps);
    forRowBlocks(0, group * pixels, blockRows(channels + outChannels), [&](std::int64_t row, std::int64_t rows) {
      float *x = maps + row * channels, *y = out + first * shapes_.size(layer) + row * outChannels;
      kernels().activate(x, how, rows, channels, x);
      multiplyTransposed(rows, outChannels, channels, x, pointwiseWeights_[i - 1], y);
      kernels().activate(y, then, rows, outChannels, y);
    });
  }
}

torch::Tensor FusedTeacher::logits(const float* lastTaps, std::int64_t count) const {
  const auto maps = torch::from_blob(const_cast<float*>(lastTaps),
                                     {count, shapes_.pixels(shapes_.layers()), shapes_.channels.back()});
  return network_.logitsOfFeatures(maps.mean(1));
}

}  // namespace zipper
