// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/mobilenet_v2.h"

#include <algorithm>

#include "core/network/plan_builder.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// Blocks that have the same number of output channels; the stride is that of the first of them.
struct Row {
  int ratio, channels, blocks, stride;
};

constexpr std::array<Row, 7> rows{
    {{1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}}};
constexpr int stemChannels = 32, lastChannels = 1280;

/// Adds blocks to a plan, one behind the other.
class BlockWriter {
 public:
  BlockWriter(PlanBuilder& builder, const MobileNetSpec& spec, int stem, int channels)
      : builder_(builder), spec_(spec), before_(stem), channels_(channels) {}

  void add(int ratio, int outputs, int stride) {
    const std::string prefix = concat("layers.", ++layer_);
    std::vector<int> merged;
    const int hidden = channels_ * ratio;
    if (ratio > 1 || spec_.expandFirst)
      merged.push_back(
          builder_.convolution(prefix + ".expand", UnitKind::Pointwise, layer_, hidden, 1, 1, spec_.activation));
    builder_.convolution(prefix + ".depthwise", UnitKind::Depthwise, layer_, hidden, 3, stride, spec_.activation);
    const int project =
        builder_.convolution(prefix + ".project", UnitKind::Pointwise, layer_, outputs, 1, 1, Activation::None);
    if (stride == 1 && channels_ == outputs) builder_.add(before_);
    merged.push_back(project);
    builder_.site(merged);
    before_ = project;
    channels_ = outputs;
  }

  int layer() const { return layer_; }

 private:
  PlanBuilder& builder_;
  const MobileNetSpec& spec_;
  int before_, channels_;
  int layer_ = 0;
};

}  // namespace

int multipleOfEight(double channels) {
  const int rounded = std::max(8, int(channels + 4) / 8 * 8);
  return rounded < 0.9 * channels ? rounded + 8 : rounded;
}

std::array<int, 7> firstLayersOfRows() {
  std::array<int, 7> layers{};
  int next = 1;
  for (std::size_t i = 0; i < rows.size(); next += rows[i++].blocks) layers[i] = next;
  return layers;
}

ChannelsOfV2 channelsOfV2(double width) {
  ChannelsOfV2 channels{};
  channels.front() = multipleOfEight(stemChannels * width);
  for (std::size_t i = 0; i < rows.size(); ++i) channels[i + 1] = multipleOfEight(rows[i].channels * width);
  channels.back() = multipleOfEight(lastChannels * std::max(width, 1.0));
  return channels;
}

double widthOfV2(const ChannelsOfV2& channels) {
  for (const double width : {1.0, 0.35, 0.5, 0.75, 1.3, 1.4})
    if (channelsOfV2(width) == channels) return width;
  for (int twentieths = 3; twentieths <= 40; ++twentieths)
    if (channelsOfV2(twentieths / 20.0) == channels) return twentieths / 20.0;
  return 0;
}

std::array<int, 7> stridesOfV2(const MobileNetSpec& spec) {
  std::array<int, 7> strides{};
  for (std::size_t i = 0; i < rows.size(); ++i)
    strides[i] = spec.strides.size() == rows.size() ? spec.strides[i] : rows[i].stride;
  return strides;
}

NetworkPlan mobileNetV2(const MobileNetSpec& spec) {
  ChannelsOfV2 channels = channelsOfV2(spec.width);
  if (spec.channels.size() == channels.size()) std::copy(spec.channels.begin(), spec.channels.end(), channels.begin());
  PlanBuilder builder(spec);
  const int stem =
      builder.convolution("stem", UnitKind::Stem, 0, channels.front(), 3, spec.stemStride, spec.activation);
  BlockWriter blocks(builder, spec, stem, channels.front());
  const std::array<int, 7> strides = stridesOfV2(spec);
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (int block = 0; block < rows[i].blocks; ++block)
      blocks.add(rows[i].ratio, channels[i + 1], block == 0 ? strides[i] : 1);
  const int last = blocks.layer() + 1;
  builder.site({builder.convolution(concat("layers.", last, ".pointwise"), UnitKind::Pointwise, last, channels.back(),
                                    1, 1, spec.activation)});
  builder.head("head");
  return builder.plan();
}

}  // namespace zipper
