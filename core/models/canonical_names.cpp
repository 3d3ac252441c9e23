// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/canonical_names.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/network/mobilenet_v1.h"
#include "core/network/plan.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr const char* stemKey = "stem.conv.weight";

/// The convolution of the last layer, at width 1.
UnitPlan lastUnit() {
  const NetworkPlan plan = planOf(MobileNetSpec());
  return plan.units[std::size_t(plan.tap(plan.layers()))];
}

int clamped(std::int64_t size) { return int(std::min<std::int64_t>(size, std::numeric_limits<int>::max())); }

/// The shortest width multiplier that gives this number of channels in the last layer, which has `atWidthOne` at width
/// 1. All other layers have that number / 2^k, so that every width with the same last layer gives the same network.
double widthOf(int lastChannels, int atWidthOne) {
  for (const double digits : {10.0, 100.0, 1000.0}) {
    const double width = std::ceil(lastChannels * digits / atWidthOne) / digits;
    if (scaledChannels(atWidthOne, width) == lastChannels) return width;
  }
  return lastChannels / double(atWidthOne);
}

}  // namespace

MobileNetSpec specFromShapes(const NamedTensors& tensors,
                             const std::function<std::string(const std::string&)>& keyText) {
  const auto ofRank = [&](const std::string& key, std::int64_t rank, const std::string& expected) {
    const std::string name = keyText ? keyText(key) : concat("'", key, "'");
    const torch::Tensor tensor = find(tensors, key);
    if (!tensor.defined()) fail("key ", name, " is missing");
    if (tensor.dim() != rank) fail("key ", name, " has shape ", shapeText(tensor), ", expected ", expected);
    return tensor;
  };
  const torch::Tensor stem = ofRank(stemKey, 4, "[channels,input channels,3,3]");
  const UnitPlan unit = lastUnit();
  const torch::Tensor last =
      ofRank(unit.name + ".conv.weight", 4, concat("[channels,channels of layer ", unit.layer - 1, ",1,1]"));
  MobileNetSpec spec;
  spec.width = widthOf(clamped(last.size(0)), unit.outputChannels);
  spec.inputChannels = clamped(stem.size(1));
  if (spec.inputChannels == 1) spec.normalization.mean = spec.normalization.std = {0.5};
  spec.classes = 0;
  if (find(tensors, headKey).defined())
    spec.classes = clamped(ofRank(headKey, 2, concat("[classes,channels of layer ", unit.layer, "]")).size(0));
  validate(spec);
  return spec;
}

}  // namespace zipper
