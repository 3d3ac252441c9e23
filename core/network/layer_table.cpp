// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/layer_table.h"

#include "core/support/error.h"

namespace zipper {

namespace {

/// Fills the counts of a convolution with `kernel`² x `inputsPerOutput` weights per output channel, and its batch
/// normalization.
void countConvolution(LayerInfo& info, int inputsPerOutput) {
  const std::int64_t weights =
      std::int64_t(info.kernel) * info.kernel * inputsPerOutput * std::int64_t(info.outputChannels);
  info.parameters = weights + 2 * std::int64_t(info.outputChannels);
  info.buffers = 2 * std::int64_t(info.outputChannels);
  info.macs = weights * info.outputSize * info.outputSize;
}

LayerInfo convolutionRow(int layer, LayerKind kind, const std::string& name, int inputChannels, int outputChannels,
                         int kernel, int stride, int inputSize) {
  LayerInfo info;
  info.layer = layer;
  info.kind = kind;
  info.name = name;
  info.inputChannels = inputChannels;
  info.outputChannels = outputChannels;
  info.kernel = kernel;
  info.stride = stride;
  info.inputSize = inputSize;
  info.outputSize = outputSize(inputSize, stride);
  countConvolution(info, kind == LayerKind::Depthwise ? 1 : inputChannels);
  return info;
}

LayerInfo headRow(const MobileNetSpec& spec, int inputChannels) {
  LayerInfo info;
  info.layer = layerCount + 1;
  info.kind = LayerKind::Head;
  info.name = "head";
  info.inputChannels = inputChannels;
  info.outputChannels = spec.classes;
  info.inputSize = info.outputSize = 1;
  info.macs = std::int64_t(inputChannels) * spec.classes;
  info.parameters = info.macs + spec.classes;
  return info;
}

}  // namespace

std::string toString(LayerKind kind) {
  switch (kind) {
    case LayerKind::Stem:
      return "stem";
    case LayerKind::Depthwise:
      return "depthwise";
    case LayerKind::Pointwise:
      return "pointwise";
    case LayerKind::Head:
      return "head";
  }
  return {};
}

std::vector<LayerInfo> layerTable(const MobileNetSpec& spec) {
  const auto channels = channelTable(spec);
  const auto strides = strideTable(spec);
  std::vector<LayerInfo> table{
      convolutionRow(0, LayerKind::Stem, "stem", spec.inputChannels, channels[0], 3, strides[0], spec.inputSize)};
  for (int layer = 1; layer <= layerCount; ++layer) {
    const int in = channels[std::size_t(layer) - 1], out = channels[std::size_t(layer)];
    const std::string prefix = concat("layers.", layer);
    const int size = table.back().outputSize;
    table.push_back(convolutionRow(layer, LayerKind::Depthwise, prefix + ".depthwise", in, in, 3,
                                   strides[std::size_t(layer)], size));
    table.push_back(
        convolutionRow(layer, LayerKind::Pointwise, prefix + ".pointwise", in, out, 1, 1, table.back().outputSize));
  }
  if (spec.classes > 0) table.push_back(headRow(spec, channels.back()));
  return table;
}

Cost totalCost(const MobileNetSpec& spec) {
  Cost cost;
  for (const LayerInfo& info : layerTable(spec)) {
    cost.parameters += info.parameters;
    cost.buffers += info.buffers;
    cost.macs += info.macs;
  }
  return cost;
}

std::string toString(BnPolicy policy) { return policy == BnPolicy::Shared ? "shared" : "per-task"; }

BnPolicy bnPolicyFromString(const std::string& text) {
  if (text == "shared") return BnPolicy::Shared;
  if (text == "per-task") return BnPolicy::PerTask;
  fail("batch normalization: '", text, "' found, 'shared' or 'per-task' expected");
}

}  // namespace zipper
