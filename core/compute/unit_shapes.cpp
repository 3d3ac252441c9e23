// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/unit_shapes.h"

namespace zipper {

namespace {

DepthwiseShape shapeOf(const UnitPlan& unit, Padding padding) {
  const int most = unit.kernel / 2;
  DepthwiseShape shape;
  shape.height = shape.width = unit.inputSize;
  shape.outHeight = shape.outWidth = unit.outputSize;
  shape.channels = unit.inputChannels;
  shape.stride = unit.stride;
  shape.kernel = unit.kernel;
  shape.top = shape.left = padding == Padding::Same && unit.stride == 2 ? most - 1 + unit.inputSize % 2 : most;
  return shape;
}

/// Of a unit with batch normalization.
bool activationFits(Activation activation) { return cutsOff(activation) || activation == Activation::HardSwish; }

/// Stem or pointwise: their maps can be added, compared, and read by a depthwise convolution.
bool handsOnMaps(const NetworkPlan& plan, int unit) {
  const UnitKind kind = plan.units[std::size_t(unit)].kind;
  return kind == UnitKind::Stem || kind == UnitKind::Pointwise;
}

/// Whether a unit, which isn't the first, fits in behind the one before it.
bool fitsBehind(const NetworkPlan& plan, int index) {
  const UnitPlan& unit = plan.units[std::size_t(index)];
  const UnitKind before = plan.units[std::size_t(index) - 1].kind;
  switch (unit.kind) {
    case UnitKind::Depthwise:
      return (unit.kernel == 3 || unit.kernel == 5) && handsOnMaps(plan, index - 1) && activationFits(unit.activation);
    case UnitKind::Pointwise:
      return unit.kernel == 1 && unit.stride == 1 && before != UnitKind::Squeeze && activationFits(unit.activation);
    case UnitKind::Squeeze:
      return before == UnitKind::Depthwise && unit.activation == Activation::ReLU;
    case UnitKind::Excite:
      return before == UnitKind::Squeeze && unit.gated == index - 2 && unit.activation == Activation::HardSigmoid;
    case UnitKind::Stem:
    case UnitKind::Head:
      break;
  }
  return false;
}

}  // namespace

bool canBeFused(const NetworkPlan& plan) {
  const int count = plan.convolutions();
  if (plan.sites.empty() || plan.tap(0) < 0) return false;
  const UnitPlan& stem = plan.units.front();
  if (stem.kind != UnitKind::Stem || stem.kernel != 3 || !activationFits(stem.activation)) return false;
  for (int i = 0; i < count; ++i) {
    const UnitPlan& unit = plan.units[std::size_t(i)];
    if (unit.input != i - 1 || (i > 0 && !fitsBehind(plan, i))) return false;
    if (unit.gated >= 0 && unit.kind != UnitKind::Excite) return false;
    if (unit.addend >= 0 && (unit.kind != UnitKind::Pointwise || !handsOnMaps(plan, unit.addend))) return false;
  }
  for (int layer = 0; layer <= plan.layers(); ++layer)
    if (!handsOnMaps(plan, plan.tap(layer))) return false;
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
    shape.gated = unit.gated;
    shape.addend = unit.addend;
    shape.inputChannels = unit.inputChannels;
    shape.channels = unit.outputChannels;
    shape.side = unit.outputSize;
    if (unit.kind == UnitKind::Stem || unit.kind == UnitKind::Depthwise) shape.window = shapeOf(unit, padding);
  }
  for (int layer = 0; layer <= plan.layers(); ++layer) shapes.taps.push_back(plan.tap(layer));
  return shapes;
}

std::int64_t UnitShapes::imageSize() const {
  const DepthwiseShape& stem = units.front().window;
  return std::int64_t(stem.height) * stem.width * stem.channels;
}

std::size_t UnitShapes::sourceOf(std::size_t pointwise) const {
  return readsProduct(pointwise) ? std::size_t(units[pointwise - 1].gated) : pointwise - 1;
}

std::int64_t UnitShapes::work() const {
  std::int64_t sum = 0;
  for (const UnitShape& unit : units) {
    const std::int64_t inputs = unit.kind == UnitKind::Stem ? 9 * unit.inputChannels
                                : unit.isDepthwise()        ? unit.window.kernel * unit.window.kernel
                                                            : unit.inputChannels;
    if (unit.normalizes())
      sum += unit.size() * (inputs + 8);
    else  // the maps that an excite multiplies have been averaged before
      sum += unit.channels * inputs + (unit.kind == UnitKind::Excite ? 16 * unit.size() : 0);
  }
  return sum;
}

}  // namespace zipper
