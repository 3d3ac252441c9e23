// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/mobilenet_v3.h"

#include "core/network/mobilenet_v2.h"
#include "core/network/plan_builder.h"
#include "core/support/error.h"

namespace zipper {

namespace {

struct Block {
  int kernel, expanded, channels;
  bool squeezes, hardSwish;
  int stride;
};

constexpr int stemChannelsOfV3 = 16;

/// Made when first asked for: networks may be planned before main().
const std::vector<Block>& blocksOf(Architecture architecture) {
  static const std::vector<Block> large{
      {3, 16, 16, false, false, 1}, {3, 64, 24, false, false, 2}, {3, 72, 24, false, false, 1},
      {5, 72, 40, true, false, 2},  {5, 120, 40, true, false, 1}, {5, 120, 40, true, false, 1},
      {3, 240, 80, false, true, 2}, {3, 200, 80, false, true, 1}, {3, 184, 80, false, true, 1},
      {3, 184, 80, false, true, 1}, {3, 480, 112, true, true, 1}, {3, 672, 112, true, true, 1},
      {5, 672, 160, true, true, 2}, {5, 960, 160, true, true, 1}, {5, 960, 160, true, true, 1}};
  static const std::vector<Block> small{
      {3, 16, 16, true, false, 2}, {3, 72, 24, false, false, 2}, {3, 88, 24, false, false, 1},
      {5, 96, 40, true, true, 2},  {5, 240, 40, true, true, 1},  {5, 240, 40, true, true, 1},
      {5, 120, 48, true, true, 1}, {5, 144, 48, true, true, 1},  {5, 288, 96, true, true, 2},
      {5, 576, 96, true, true, 1}, {5, 576, 96, true, true, 1}};
  return architecture == Architecture::MobileNetV3Small ? small : large;
}

/// Of ChannelsOfV3.
int expandedAt(std::size_t block) { return int(3 * block) + 1; }
int squeezedAt(std::size_t block) { return int(3 * block) + 2; }
int channelsAt(std::size_t block) { return int(3 * block) + 3; }
std::size_t countOfNumbers(Architecture architecture) { return 3 * blocksOf(architecture).size() + 2; }

/// What the channels of a spec are.
ChannelsOfV3 channelsOf(const MobileNetSpec& spec) {
  return spec.channels.empty() ? channelsOfV3(spec.architecture, spec.width, spec.minimalistic) : spec.channels;
}

}  // namespace

int blocksOfV3(Architecture architecture) { return int(blocksOf(architecture).size()); }

int kernelOfV3(Architecture architecture, int block) { return blocksOf(architecture)[std::size_t(block)].kernel; }

bool squeezesInV3(Architecture architecture, int block) { return blocksOf(architecture)[std::size_t(block)].squeezes; }

ChannelsOfV3 channelsOfV3(Architecture architecture, double width, bool minimalistic) {
  ChannelsOfV3 channels{multipleOfEight(stemChannelsOfV3 * width)};
  for (const Block& block : blocksOf(architecture)) {
    const int expanded = multipleOfEight(block.expanded * width);
    channels.push_back(channels.size() == 1 ? channels[0] : expanded);
    channels.push_back(block.squeezes && !minimalistic ? multipleOfEight(channels.back() / 4) : 0);
    channels.push_back(multipleOfEight(block.channels * width));
  }
  channels.push_back(6 * channels.back());
  return channels;
}

double widthOfV3(Architecture architecture, const ChannelsOfV3& channels) {
  if (channels.size() != countOfNumbers(architecture)) return 0;
  const auto fits = [&](double width) {
    const ChannelsOfV3 wanted = channelsOfV3(architecture, width, false);
    for (std::size_t block = 0; block < blocksOf(architecture).size(); ++block)
      if (wanted[std::size_t(channelsAt(block))] != channels[std::size_t(channelsAt(block))]) return false;
    return true;
  };
  for (const double width : {1.0, 0.75, 0.5, 0.35, 1.25})
    if (fits(width)) return width;
  for (int twentieths = 3; twentieths <= 40; ++twentieths)
    if (fits(twentieths / 20.0)) return twentieths / 20.0;
  return 0;
}

int hiddenOfV3(Architecture architecture, double width) {
  return multipleOfEight((architecture == Architecture::MobileNetV3Small ? 1024 : 1280) * width);
}

std::vector<int> stridesOfV3(const MobileNetSpec& spec) {
  if (!spec.strides.empty()) return spec.strides;
  std::vector<int> strides;
  for (const Block& block : blocksOf(spec.architecture)) strides.push_back(block.stride);
  return strides;
}

void validateV3(const MobileNetSpec& spec, int mostChannels) {
  const std::vector<Block>& blocks = blocksOf(spec.architecture);
  if (!spec.strides.empty() && spec.strides.size() != blocks.size())
    fail("strides: ", spec.strides.size(), " numbers found, none, or ", blocks.size(), " of 1 or 2 expected");
  for (const int stride : spec.strides)
    if (stride != 1 && stride != 2) fail("strides: ", stride, " found, 1 or 2 expected");
  if (spec.channels.empty()) return;
  if (spec.channels.size() != countOfNumbers(spec.architecture))
    fail("channels: ", spec.channels.size(), " numbers found, none, or ", countOfNumbers(spec.architecture),
         " expected");
  for (std::size_t i = 0; i < spec.channels.size(); ++i) {
    const int channels = spec.channels[i];
    const bool squeezed = i % 3 == 2;  // 0 of them: no squeeze-and-excite
    if (channels < (squeezed ? 0 : 1) || channels > mostChannels)
      fail("channels: ", channels, " found, ", squeezed ? 0 : 1, " to 65,536 expected");
    if (squeezed && spec.minimalistic && channels > 0)
      fail("channels: ", channels, " squeezed ones found, 0 expected, as the network is minimalistic");
  }
  if (!spec.expandFirst && spec.channels[0] != spec.channels[std::size_t(expandedAt(0))])
    fail("channels: the first block has ", spec.channels[std::size_t(expandedAt(0))], " expanded channels, the stem ",
         spec.channels[0], "; the same expected, as the block has no expanding convolution");
}

NetworkPlan mobileNetV3(const MobileNetSpec& spec) {
  const std::vector<Block>& blocks = blocksOf(spec.architecture);
  const ChannelsOfV3 channels = channelsOf(spec);
  const std::vector<int> strides = stridesOfV3(spec);
  const auto activationOf = [&](const Block& block) {
    return block.hardSwish && !spec.minimalistic ? Activation::HardSwish : spec.activation;
  };
  const Activation outer = spec.minimalistic ? spec.activation : Activation::HardSwish;
  PlanBuilder builder(spec);
  int before = builder.convolution("stem", UnitKind::Stem, 0, channels[0], 3, spec.stemStride, outer);
  int inputs = channels[0];
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const int layer = int(i) + 1, outputs = channels[std::size_t(channelsAt(i))];
    const int expanded = channels[std::size_t(expandedAt(i))], squeezed = channels[std::size_t(squeezedAt(i))];
    const std::string prefix = concat("layers.", layer);
    const Activation activation = activationOf(blocks[i]);
    std::vector<int> merged;
    if (i > 0 || spec.expandFirst)
      merged.push_back(builder.convolution(prefix + ".expand", UnitKind::Pointwise, layer, expanded, 1, 1, activation));
    builder.convolution(prefix + ".depthwise", UnitKind::Depthwise, layer, expanded,
                        spec.minimalistic ? 3 : blocks[i].kernel, strides[i], activation);
    if (squeezed > 0)
      for (const int unit : builder.squeezeExcite(prefix, layer, squeezed)) merged.push_back(unit);
    const int project =
        builder.convolution(prefix + ".project", UnitKind::Pointwise, layer, outputs, 1, 1, Activation::None);
    if (strides[i] == 1 && inputs == outputs) builder.add(before);
    merged.push_back(project);
    builder.site(merged);
    before = project;
    inputs = outputs;
  }
  const int last = int(blocks.size()) + 1;
  builder.site({builder.convolution(concat("layers.", last, ".pointwise"), UnitKind::Pointwise, last, channels.back(),
                                    1, 1, outer)});
  builder.head("head");
  return builder.plan();
}

}  // namespace zipper
