// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/network/activation.h"

namespace zipper {

/// Pad1: one pixel of zeros on every side of each 3x3 convolution, two of each 5x5 one (PyTorch). Same: TensorFlow's
/// SAME, where a stride-2 convolution of an even-sized input is padded by one pixel less at the left and at the top.
enum class Padding { Pad1, Same };

enum class ChannelOrder { RGB, BGR };

/// What turns pixels in [0,1] into network inputs: (pixel - mean) / std, per channel.
struct Normalization {
  std::vector<double> mean{0.5, 0.5, 0.5};
  std::vector<double> std{0.5, 0.5, 0.5};
  ChannelOrder order = ChannelOrder::RGB;
};

/// Which network it is: see mobilenet_v1.h, mobilenet_v2.h and mobilenet_v3.h.
enum class Architecture { MobileNetV1, MobileNetV2, MobileNetV3Large, MobileNetV3Small };

constexpr bool isV3(Architecture architecture) {
  return architecture == Architecture::MobileNetV3Large || architecture == Architecture::MobileNetV3Small;
}

/// Whether some of its units have the hard swish in place of MobileNetSpec::activation.
constexpr bool hasHardSwish(Architecture architecture, bool minimalistic) {
  return isV3(architecture) && !minimalistic;
}

/// A linear layer of a head before the last one, which gives the logits, and the activation behind it.
struct HiddenLayer {
  int channels = 0;
  Activation activation = Activation::ReLU;

  friend bool operator==(const HiddenLayer& a, const HiddenLayer& b) {
    return a.channels == b.channels && a.activation == b.activation;
  }
};

/// What sets the channels of a network: MobileNetSpec::width and channels.
struct NetworkWidth {
  double width = 0;
  std::vector<int> channels;
};

/// Everything that the weights of a MobileNet do not tell.
struct MobileNetSpec {
  Architecture architecture = Architecture::MobileNetV1;
  double width = 1.0;                         ///< width multiplier, 0.125 ... 2.0
  int inputSize = 224;                        ///< height and width of the input image, >= 32
  int inputChannels = 3;                      ///< 1 or 3
  int stemStride = 2;                         ///< 1 or 2
  int classes = 1000;                         ///< outputs of the head, background class included; 0: no head
  int classOffset = 0;                        ///< 1 when output 0 is a background class that no data set holds
  Activation activation = Activation::ReLU6;  ///< of V3: where it has no hard swish
  Padding padding = Padding::Pad1;
  double bnEpsilon = 1e-3;
  /// Channels where they aren't those of the width; empty: by the width. V2, see mobilenet_v2.h: put out by the stem,
  /// the seven rows and the last convolution. V3, see mobilenet_v3.h: ChannelsOfV3.
  std::vector<int> channels;
  std::vector<int> strides;         ///< of the seven rows of a V2, of the blocks of a V3; empty: the usual ones
  bool expandFirst = false;         ///< V2, V3: the first block has an expanding convolution, too
  bool minimalistic = false;        ///< V3 alone: 3x3 kernels, no squeeze-and-excite, no hard swish
  std::vector<HiddenLayer> hidden;  ///< of the head, from the features to the last layer
  Normalization normalization;
  std::vector<std::string> classNames;  ///< empty, or one per output
  /// Of a network that was given channels more, which are zero, to fit wider ones (see common_width.h): what it had.
  std::optional<NetworkWidth> widenedFrom;
};

/// Throws Error that names the field, the value found and the values allowed.
void validate(const MobileNetSpec& spec);

/// Height (= width) after a padded convolution of odd size with this stride; the same for both kinds of padding.
int outputSize(int inputSize, int stride);

/// "mobilenet_v1", "mobilenet_v2", "mobilenet_v3_large", "mobilenet_v3_small": as files have it.
std::string toString(Architecture architecture);
/// For people: "MobileNet V1".
std::string titleOf(Architecture architecture);
std::string toString(Padding padding);
std::string toString(ChannelOrder order);
/// The reverse; each throws Error that lists what is known.
Architecture architectureFromString(const std::string& text);
Padding paddingFromString(const std::string& text);
ChannelOrder channelOrderFromString(const std::string& text);

/// The spec as a JSON object, one line; and back. Unknown keys are ignored, missing ones keep their defaults, wrong
/// ones throw.
std::string specToJson(const MobileNetSpec& spec);
MobileNetSpec specFromJson(const std::string& json);

/// One line for people: "MobileNet V1, width 0.25, 32x32x3, stem stride 2, 10 classes, ReLU6, pad-1, BN epsilon 0.001".
std::string describe(const MobileNetSpec& spec);

}  // namespace zipper
