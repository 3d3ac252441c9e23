// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/layer_table.h"

#include <algorithm>

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

/// What sharing one row saves for each task after the first.
struct Saving {
  std::int64_t parameters = 0, buffers = 0, macs = 0;
};

Saving savingOf(const LayerInfo& info, const std::vector<int>& mergedLayers, BnPolicy policy, int trunk) {
  if (trunk > 0 && info.layer <= trunk) return {info.parameters, info.buffers, info.macs};
  const bool merged = std::find(mergedLayers.begin(), mergedLayers.end(), info.layer) != mergedLayers.end();
  if (info.kind != LayerKind::Pointwise || !merged) return {};
  if (policy == BnPolicy::Shared) return {info.parameters, info.buffers, 0};
  const std::int64_t scaleAndShift = 2 * std::int64_t(info.outputChannels);
  return {info.parameters - scaleAndShift, 0, 0};
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

MergeCost mergeCost(const std::vector<MobileNetSpec>& tasks, const std::vector<int>& mergedLayers, BnPolicy policy,
                    int trunk) {
  MergeCost cost;
  std::int64_t separateBuffers = 0;
  for (const MobileNetSpec& spec : tasks) {
    const Cost one = totalCost(spec);
    cost.separateParameters += one.parameters;
    cost.separateMacs += one.macs;
    separateBuffers += one.buffers;
  }
  cost.mergedParameters = cost.separateParameters;
  cost.mergedMacs = cost.separateMacs;
  std::int64_t mergedBuffers = separateBuffers;
  const auto others = std::int64_t(tasks.size()) - 1;
  for (const LayerInfo& info : layerTable(tasks.at(0))) {
    const Saving saving = savingOf(info, mergedLayers, policy, trunk);
    cost.mergedParameters -= others * saving.parameters;
    cost.mergedMacs -= others * saving.macs;
    mergedBuffers -= others * saving.buffers;
  }
  cost.separateBytes = 4 * (cost.separateParameters + separateBuffers);
  cost.mergedBytes = 4 * (cost.mergedParameters + mergedBuffers);
  cost.compression = double(cost.separateParameters) / double(cost.mergedParameters);
  return cost;
}

}  // namespace zipper
