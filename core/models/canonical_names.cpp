// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/canonical_names.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/network/mobilenet_v1.h"
#include "core/network/mobilenet_v2.h"
#include "core/network/mobilenet_v3.h"
#include "core/network/plan.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr const char* stemKey = "stem.conv.weight";
constexpr int mostHidden = 8;

int clamped(std::int64_t size) { return int(std::min<std::int64_t>(size, std::numeric_limits<int>::max())); }

/// The shortest width multiplier that gives this number of channels in the last layer, which has `atWidthOne` at width
/// 1. All other layers have that number / 2^k, so that every width with the same last layer gives the same network.
double widthOfV1(int lastChannels, int atWidthOne) {
  for (const double digits : {10.0, 100.0, 1000.0}) {
    const double width = std::ceil(lastChannels * digits / atWidthOne) / digits;
    if (scaledChannels(atWidthOne, width) == lastChannels) return width;
  }
  return lastChannels / double(atWidthOne);
}

class ShapeReader {
 public:
  ShapeReader(const NamedTensors& tensors, const std::function<std::string(const std::string&)>& keyText)
      : tensors_(tensors), keyText_(keyText) {}

  MobileNetSpec read() {
    spec_.architecture = architecture();
    const torch::Tensor stem = ofRank(stemKey, 4, "[channels,input channels,3,3]");
    if (isV3(spec_.architecture))
      readChannelsOfV3(clamped(stem.size(0)));
    else if (spec_.architecture == Architecture::MobileNetV2)
      readChannels(clamped(stem.size(0)));
    else
      readWidth();
    spec_.inputChannels = clamped(stem.size(1));
    if (spec_.inputChannels == 1) spec_.normalization.mean = spec_.normalization.std = {0.5};
    readHead();
    validate(spec_);
    return spec_;
  }

 private:
  bool has(const std::string& key) const { return find(tensors_, key).defined(); }

  /// By where the last convolution is; in a V1 every layer is like it.
  Architecture architecture() const {
    if (has("layers.16.pointwise.conv.weight")) return Architecture::MobileNetV3Large;
    if (has("layers.18.pointwise.conv.weight")) return Architecture::MobileNetV2;
    if (!has("layers.1.project.conv.weight")) return Architecture::MobileNetV1;
    return has("layers.12.pointwise.conv.weight") ? Architecture::MobileNetV3Small : Architecture::MobileNetV2;
  }

  torch::Tensor ofRank(const std::string& key, std::int64_t rank, const std::string& expected) const {
    const std::string name = keyText_ ? keyText_(key) : concat("'", key, "'");
    const torch::Tensor tensor = find(tensors_, key);
    if (!tensor.defined()) fail("key ", name, " is missing");
    if (tensor.dim() != rank) fail("key ", name, " has shape ", shapeText(tensor), ", expected ", expected);
    return tensor;
  }

  /// Output channels of a pointwise convolution.
  int outputsOf(const UnitPlan& unit) const {
    const std::string inputs =
        unit.role() == "project" ? "hidden channels" : concat("channels of layer ", unit.layer - 1);
    return clamped(ofRank(unit.name + ".conv.weight", 4, concat("[channels,", inputs, ",1,1]")).size(0));
  }

  /// The convolution that hands on what a network of this architecture and width 1 ends with.
  UnitPlan lastUnit() const {
    MobileNetSpec wide;
    wide.architecture = spec_.architecture;
    const NetworkPlan plan = planOf(wide);
    return plan.units[std::size_t(plan.tap(plan.layers()))];
  }

  void readWidth() {
    const UnitPlan last = lastUnit();
    spec_.width = widthOfV1(outputsOf(last), last.outputChannels);
  }

  /// A row is told by the first of its blocks: at width 1 all rows have different channels.
  void readChannels(int stem) {
    MobileNetSpec any;
    any.architecture = spec_.architecture;
    const NetworkPlan plan = planOf(any);
    ChannelsOfV2 channels{};
    channels.front() = stem;
    std::size_t row = 0;
    for (const int layer : firstLayersOfRows())
      channels.at(++row) = outputsOf(plan.units[std::size_t(plan.tap(layer))]);
    channels.back() = outputsOf(lastUnit());
    spec_.expandFirst = has("layers.1.expand.conv.weight");
    const double width = widthOfV2(channels);
    spec_.width = width > 0 ? width : nearestWidth(channels[channels.size() - 2], lastUnit().inputChannels);
    if (width == 0) spec_.channels.assign(channels.begin(), channels.end());
  }

  /// The channels that a tensor's first axis has.
  int channelsOf(const std::string& unit, const char* shape) const {
    return clamped(ofRank(unit + ".conv.weight", 4, shape).size(0));
  }

  /// A V3 of widths other than 1 has, depending on its publisher, other channels than those of the width.
  void readChannelsOfV3(int stem) {
    const Architecture architecture = spec_.architecture;
    spec_.expandFirst = has("layers.1.expand.conv.weight");
    spec_.minimalistic = true;
    ChannelsOfV3 channels{stem};
    for (int block = 0; block < blocksOfV3(architecture); ++block) {
      const std::string layer = concat("layers.", block + 1);
      const torch::Tensor depthwise = ofRank(layer + ".depthwise.conv.weight", 4, "[channels,1,k,k]");
      const bool squeezes = has(layer + ".squeeze.conv.weight");
      spec_.minimalistic =
          spec_.minimalistic && !squeezes && (kernelOfV3(architecture, block) == 3 || depthwise.size(2) == 3);
      channels.push_back(block == 0 && !spec_.expandFirst ? stem : clamped(depthwise.size(0)));
      channels.push_back(squeezes ? channelsOf(layer + ".squeeze", "[squeezed channels,hidden channels,1,1]") : 0);
      channels.push_back(channelsOf(layer + ".project", "[channels,hidden channels,1,1]"));
    }
    channels.push_back(outputsOf(lastUnit()));
    const double width = widthOfV3(architecture, channels);
    spec_.width = width > 0 ? width : nearestWidth(channels[channels.size() - 2], lastUnit().inputChannels);
    if (channels != channelsOfV3(architecture, spec_.width, spec_.minimalistic)) spec_.channels = channels;
  }

  /// For people: channels that no width gives are read as they are. By those of the last row or block.
  static double nearestWidth(int channels, int atWidthOne) {
    const double width = std::round(100.0 * channels / atWidthOne) / 100;
    return std::min(std::max(width, 0.125), 2.0);
  }

  void readHead() {
    spec_.classes = 0;
    if (!has(headKey)) return;
    for (int i = 1; i <= mostHidden && has(concat("hidden.", i, ".weight")); ++i)
      spec_.hidden.push_back({clamped(ofRank(concat("hidden.", i, ".weight"), 2, "[channels,inputs]").size(0))});
    const std::string inputs = spec_.hidden.empty() ? concat("channels of layer ", lastUnit().layer)
                                                    : concat("channels of hidden layer ", spec_.hidden.size());
    spec_.classes = clamped(ofRank(headKey, 2, concat("[classes,", inputs, "]")).size(0));
  }

  const NamedTensors& tensors_;
  const std::function<std::string(const std::string&)>& keyText_;
  MobileNetSpec spec_;
};

}  // namespace

MobileNetSpec specFromShapes(const NamedTensors& tensors,
                             const std::function<std::string(const std::string&)>& keyText) {
  return ShapeReader(tensors, keyText).read();
}

}  // namespace zipper
