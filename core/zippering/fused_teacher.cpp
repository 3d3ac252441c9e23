#include "core/zippering/fused_teacher.h"

#include <limits>

#include "core/kernels/gemm.h"
#include "core/zippering/image_threads.h"

namespace zipper {

void depthwiseToKernels(const torch::Tensor& weight, std::vector<float>& out) {
  const torch::Tensor rows = weight.detach().flatten(1).t().contiguous();
  out.assign(rows.data_ptr<float>(), rows.data_ptr<float>() + rows.numel());
}

torch::Tensor depthwiseFromKernels(float* weights, std::int64_t channels) {
  return torch::from_blob(weights, {9, channels}).t().reshape({channels, 1, 3, 3});
}

FusedTeacher::FusedTeacher(const FoldedNetwork& network)
    : network_(network),
      shapes_(unitShapes(network.spec())),
      cap_(network.spec().activation == Activation::ReLU6 ? 6.0f : std::numeric_limits<float>::infinity()) {
  ones_.assign(std::size_t(*std::max_element(shapes_.channels.begin(), shapes_.channels.end())), 1.0f);
  for (std::size_t layer = 1; layer <= layerCount; ++layer) {
    depthwiseWeights_.emplace_back();
    depthwiseToKernels(network.units()[2 * layer - 1].weight, depthwiseWeights_.back());
  }
}

void FusedTeacher::forward(const float* images, std::int64_t count, const std::vector<float*>& taps) {
  const std::int64_t imageSize = std::int64_t(shapes_.stem.height) * shapes_.stem.width * shapes_.stem.channels;
  const std::size_t parts = partsFor(count, count * shapes_.work());
  if (scratch_.size() < parts) scratch_.resize(parts);
  forImages(count, parts, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    Scratch& scratch = scratch_[part];
    for (std::int64_t n = first; n < last; ++n)
      firstLayers(images + n * imageSize, taps[0] + n * shapes_.size(1), scratch);
    for (int i = 2; i <= layerCount; ++i) {
      // So many images at once that the multiplication has work to do, and few enough to stay in the cache.
      const std::int64_t group = std::max<std::int64_t>(1, 256 / shapes_.pixels(i));
      for (std::int64_t n = first; n < last; n += group)
        layer(i, taps[std::size_t(i) - 2] + n * shapes_.size(i - 1), std::min(group, last - n),
              taps[std::size_t(i) - 1] + n * shapes_.size(i), scratch);
    }
  });
}

/// Stem and layer 1 of one image.
void FusedTeacher::firstLayers(const float* image, float* tap, Scratch& scratch) const {
  const FoldedNetwork::Unit& stem = network_.units()[0];
  const std::int64_t pixels = shapes_.pixels(0), patch = 9 * shapes_.stem.channels;
  const int channels = shapes_.channels[0];
  scratch.maps.resize(std::size_t(shapes_.size(0)));
  const std::int64_t most = blockRows(patch + channels);
  scratch.patches.resize(std::size_t(most * patch));
  const ScaledActivation how{ones_.data(), stem.bias.data_ptr<float>(), cap_};
  forRowBlocks(0, pixels, most, [&](std::int64_t row, std::int64_t rows) {
    float* out = scratch.maps.data() + row * channels;
    gatherPatches(shapes_.stem, image, row, row + rows, scratch.patches.data());
    multiplyTransposed(rows, channels, patch, scratch.patches.data(), stem.weight.data_ptr<float>(), out);
    kernels().activate(out, how, rows, channels, out);
  });
  layer(1, scratch.maps.data(), 1, tap, scratch);
}

void FusedTeacher::layer(int layer, const float* in, std::int64_t images, float* out, Scratch& scratch) const {
  const std::size_t i = std::size_t(layer);
  const FoldedNetwork::Unit &depthwise = network_.units()[2 * i - 1], &pointwise = network_.units()[2 * i];
  const int channels = shapes_.channels[i - 1], outChannels = shapes_.channels[i];
  const std::int64_t pixels = shapes_.pixels(layer);
  scratch.depthwise.resize(std::size_t(images * pixels * channels));
  float* maps = scratch.depthwise.data();
  for (std::int64_t n = 0; n < images; ++n)
    kernels().depthwise(shapes_.depthwise[i - 1], in + n * shapes_.size(layer - 1), depthwiseWeights_[i - 1].data(),
                        maps + n * pixels * channels);
  const ScaledActivation how{ones_.data(), depthwise.bias.data_ptr<float>(), cap_},
      then{ones_.data(), pointwise.bias.data_ptr<float>(), cap_};
  forRowBlocks(0, images * pixels, blockRows(channels + outChannels), [&](std::int64_t row, std::int64_t rows) {
    float *x = maps + row * channels, *y = out + row * outChannels;
    kernels().activate(x, how, rows, channels, x);
    multiplyTransposed(rows, outChannels, channels, x, pointwise.weight.data_ptr<float>(), y);
    kernels().activate(y, then, rows, outChannels, y);
  });
}

torch::Tensor FusedTeacher::logits(const float* lastTaps, std::int64_t count) const {
  const auto maps = torch::from_blob(const_cast<float*>(lastTaps),
                                     {count, shapes_.pixels(layerCount), shapes_.channels.back()});
  return network_.logitsOfFeatures(maps.mean(1));
}

}  // namespace zipper
