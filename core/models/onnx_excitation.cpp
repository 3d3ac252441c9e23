// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_excitation.h"

#include "core/models/onnx_activation.h"
#include "core/models/onnx_gate.h"
#include "core/models/onnx_pooling.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// With u = scale · (W x + b) + shift, the layer becomes 6 (slope · u + offset - 1/2), of which the hard sigmoid is the
/// ramp of u.
void putRamp(OnnxLinear& layer, OnnxScale scale, const OnnxRamp& ramp) {
  const double slope = isNearly(6 * ramp.slope, 1) ? 1 : 6 * ramp.slope;
  const double offset = isNearly(ramp.shift, 0.5) ? 0 : 6 * (ramp.shift - 0.5);
  if (scale.first.empty() && slope == 1 && offset == 0) return;
  scale.scale = scale.scale * slope;
  scale.shift = scale.shift * slope + offset;
  scale.isScaled = scale.isScaled || slope != 1;
  putBehind(layer, scale);
}

OnnxLinear layerOf(OnnxChain& chain, OnnxAxes& axes, const std::string& key, const OnnxLinear* before,
                   OnnxTakenWeights& taken) {
  axes.follow(chain);
  std::optional<OnnxLinear> layer = takeLinear(chain, axes, key, before, taken);
  if (!layer) fail("a linear layer was expected for ", key, ", found ", chain.describeNext());
  return std::move(*layer);
}

}  // namespace

OnnxExcitation takeExcitation(OnnxChain& chain, OnnxAxes& axes, const std::string& prefix, int size,
                              OnnxTakenWeights& taken) {
  const OnnxArrangements maps = axes.arrangements();
  const std::string squeeze = prefix + ".squeeze", excite = prefix + ".excite";
  takePooling(chain, axes, size, prefix + ".depthwise");
  OnnxExcitation found;
  found.squeeze = layerOf(chain, axes, squeeze, nullptr, taken);
  const OnnxScale behind = takeScale(chain, axes);
  if (!behind.first.empty()) putBehind(found.squeeze, behind);
  std::string next = chain.describeNext();
  const std::optional<Activation> activation = takeActivation(chain, axes);
  if (activation != Activation::ReLU) fail("Relu was expected after ", squeeze, ", found ", next);
  found.excite = layerOf(chain, axes, excite, &found.squeeze, taken);
  const OnnxScale scale = takeScale(chain, axes);
  next = chain.describeNext();
  const std::optional<OnnxGate> gate = takeGate(chain, axes, maps);
  if (!gate) fail("a hard sigmoid was expected after ", excite, ", found ", next);
  putRamp(found.excite, scale, gate->ramp);
  return found;
}

}  // namespace zipper
