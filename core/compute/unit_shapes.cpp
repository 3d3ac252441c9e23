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
  const int count = plan.convolutions();
  if (plan.sites.empty() || plan.tap(0) < 0) return false;
  const auto kindOf = [&](int unit) { return plan.units[std::size_t(unit)].kind; };
  for (int i = 0; i < count; ++i) {
    const UnitPlan& unit = plan.units[std::size_t(i)];
    const bool pointwise = unit.kind == UnitKind::Pointwise;
    if ((i == 0) != (unit.kind == UnitKind::Stem) || unit.input != i - 1) return false;
    if (unit.activation != Activation::None && unit.activation != Activation::ReLU &&
        unit.activation != Activation::ReLU6)
      return false;
    if (pointwise ? unit.kernel != 1 || unit.stride != 1 : unit.kernel != 3) return false;
    if (unit.kind == UnitKind::Depthwise && kindOf(i - 1) == UnitKind::Depthwise) return false;
    if (unit.addend >= 0 && (!pointwise || kindOf(unit.addend) == UnitKind::Depthwise)) return false;
  }
  for (int layer = 0; layer <= plan.layers(); ++layer)
    if (kindOf(plan.tap(layer)) == UnitKind::Depthwise) return false;
  return plan.tap(plan.layers()) == count - 1;
}

UnitShapes unitShapes(const NetworkPlan& plan, Padding padding) {
  UnitShapes shapes;
  for (int i = 0; i < plan.convolutions(); ++i) {
    const UnitPlan& unit = plan.units[std::size_t(i)];
    UnitShape& shape = shapes.units.emplace_back();
    shape.kind = unit.kind;
    shape.layer = unit.layer;
    shape.isTap = unit.layer > 0 && plan.tap(unit.layer) == i;
    shape.addend = unit.addend;
    shape.inputChannels = unit.inputChannels;
    shape.channels = unit.outputChannels;
    shape.side = unit.outputSize;
    if (unit.kind != UnitKind::Pointwise)
      shape.window = shapeOf(unit.inputSize, unit.inputChannels, unit.stride, padding);
  }
  for (int layer = 0; layer <= plan.layers(); ++layer) shapes.taps.push_back(plan.tap(layer));
  return shapes;
}

std::int64_t UnitShapes::imageSize() const {
  const DepthwiseShape& stem = units.front().window;
  return std::int64_t(stem.height) * stem.width * stem.channels;
}

std::int64_t UnitShapes::work() const {
  std::int64_t sum = 0;
  for (const UnitShape& unit : units) {
    const std::int64_t inputs = unit.kind == UnitKind::Stem ? 9 * unit.inputChannels
                                : unit.isDepthwise()        ? 9
                                                            : unit.inputChannels;
    sum += unit.size() * (inputs + 8);
  }
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
