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

bool canBeFused(const NetworkPlan& plan) {
  const std::size_t count = 1 + 2 * plan.sites.size();
  if (plan.sites.empty() || plan.units.size() < count) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const UnitPlan& unit = plan.units[i];
    const UnitKind kind = i == 0 ? UnitKind::Stem : i % 2 == 1 ? UnitKind::Depthwise : UnitKind::Pointwise;
    const bool isInPlace = unit.kind == kind && unit.layer == int(i + 1) / 2 && unit.input == int(i) - 1;
    const bool hasShape = kind == UnitKind::Pointwise ? unit.kernel == 1 && unit.stride == 1 : unit.kernel == 3;
    if (!isInPlace || !hasShape || unit.addend >= 0 || unit.activation == Activation::None) return false;
  }
  for (int layer = 1; layer <= plan.layers(); ++layer)
    if (plan.tap(layer) != 2 * layer) return false;
  return plan.units.size() == count || (plan.units.size() == count + 1 && plan.units.back().kind == UnitKind::Head);
}

UnitShapes unitShapes(const NetworkPlan& plan, Padding padding) {
  UnitShapes shapes;
  for (const UnitPlan& unit : plan.units) {
    if (unit.kind == UnitKind::Stem) shapes.stem = shapeOf(unit.inputSize, unit.inputChannels, unit.stride, padding);
    if (unit.kind == UnitKind::Depthwise)
      shapes.depthwise.push_back(shapeOf(unit.inputSize, unit.inputChannels, unit.stride, padding));
    if (unit.kind == UnitKind::Stem || unit.kind == UnitKind::Pointwise) shapes.channels.push_back(unit.outputChannels);
  }
  return shapes;
}

std::int64_t UnitShapes::work() const {
  std::int64_t sum = pixels(0) * channels[0] * (9 * stem.channels + 8);
  for (std::size_t layer = 1; layer <= depthwise.size(); ++layer)
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
