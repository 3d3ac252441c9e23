// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/unit_shapes.h"

#include <algorithm>

namespace zipper {

namespace {

DepthwiseShape shapeOf(int size, int channels, int stride, Padding padding) {
  DepthwiseShape shape;
  shape.height = shape.width = size;
  shape.outHeight = shape.outWidth = outputSize(size, stride);
  shape.channels = channels;
  shape.stride = stride;
  shape.top = shape.left = padding == Padding::Same && stride == 2 ? size % 2 : 1;
  return shape;
}

}  // namespace

UnitShapes unitShapes(const MobileNetSpec& spec) {
  UnitShapes shapes;
  shapes.channels = channelTable(spec);
  const auto strides = strideTable(spec);
  shapes.stem = shapeOf(spec.inputSize, spec.inputChannels, strides[0], spec.padding);
  int size = shapes.stem.outHeight;
  for (std::size_t layer = 1; layer <= layerCount; ++layer) {
    shapes.depthwise.push_back(shapeOf(size, shapes.channels[layer - 1], strides[layer], spec.padding));
    size = shapes.depthwise.back().outHeight;
  }
  return shapes;
}

std::int64_t UnitShapes::work() const {
  std::int64_t sum = pixels(0) * channels[0] * (9 * stem.channels + 8);
  for (std::size_t layer = 1; layer <= layerCount; ++layer)
    sum += pixels(int(layer)) * (channels[layer - 1] * (9 + channels[layer] + 8) + 8 * channels[layer]);
  return sum;
}

void gatherPatches(const DepthwiseShape& stem, const float* image, std::int64_t first, std::int64_t last,
                   float* patches) {
  for (std::int64_t pixel = first; pixel < last; ++pixel)
    for (int k = 0; k < 9; ++k, patches += stem.channels) {
      const int y = int(pixel / stem.outWidth) * stem.stride + k / 3 - stem.top;
      const int x = int(pixel % stem.outWidth) * stem.stride + k % 3 - stem.left;
      if (y < 0 || y >= stem.height || x < 0 || x >= stem.width)
        std::fill_n(patches, stem.channels, 0.0f);
      else
        std::copy_n(image + (std::int64_t(y) * stem.width + x) * stem.channels, stem.channels, patches);
    }
}

}  // namespace zipper
