// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/canonical_names.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr const char* stemKey = "stem.conv.weight";
constexpr const char* lastKey = "layers.13.pointwise.conv.weight";

int clamped(std::int64_t size) { return int(std::min<std::int64_t>(size, std::numeric_limits<int>::max())); }

/// The shortest width multiplier that gives this number of channels in layer 13. All other layers have 1024 / 2^k
/// channels at width 1, so that every width with the same layer 13 gives the same network.
double widthOf(int lastChannels) {
  for (const double digits : {10.0, 100.0, 1000.0}) {
    const double width = std::ceil(lastChannels * digits / 1024.0) / digits;
    if (scaledChannels(1024, width) == lastChannels) return width;
  }
  return lastChannels / 1024.0;
}

}  // namespace

MobileNetSpec specFromShapes(const NamedTensors& tensors,
                             const std::function<std::string(const std::string&)>& keyText) {
  const auto ofRank = [&](const char* key, std::int64_t rank, const char* expected) {
    const std::string name = keyText ? keyText(key) : concat("'", key, "'");
    const torch::Tensor tensor = find(tensors, key);
    if (!tensor.defined()) fail("key ", name, " is missing");
    if (tensor.dim() != rank) fail("key ", name, " has shape ", shapeText(tensor), ", expected ", expected);
    return tensor;
  };
  const torch::Tensor stem = ofRank(stemKey, 4, "[channels,input channels,3,3]");
  const torch::Tensor last = ofRank(lastKey, 4, "[channels,channels of layer 12,1,1]");
  MobileNetSpec spec;
  spec.width = widthOf(clamped(last.size(0)));
  spec.inputChannels = clamped(stem.size(1));
  if (spec.inputChannels == 1) spec.normalization.mean = spec.normalization.std = {0.5};
  spec.classes = 0;
  if (find(tensors, headKey).defined())
    spec.classes = clamped(ofRank(headKey, 2, "[classes,channels of layer 13]").size(0));
  validate(spec);
  return spec;
}

}  // namespace zipper
