// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// What the publisher of a network took for granted: nothing of it is in a file of weights.
struct Conventions {
  double bnEpsilon = 1e-3;
  Activation activation = Activation::ReLU6;
  Padding padding = Padding::Pad1;
  int inputSize = 224;
  int stemStride = 2;
  std::array<double, 3> mean{0.5, 0.5, 0.5};
  std::array<double, 3> std{0.5, 0.5, 0.5};
  ChannelOrder order = ChannelOrder::RGB;
  int classesWithBackground = 1001;  ///< a head with so many outputs has a background class as its output 0
};

/// Which axes of a file's array are those of a canonical one: canonical = array.permute(axes).
using Axes = std::array<int, 4>;
inline constexpr Axes axesOIHW{0, 1, 2, 3};
inline constexpr Axes axesHWIO{3, 2, 0, 1};
inline constexpr Axes axesHWCM{2, 3, 0, 1};  ///< depthwise kernels of TensorFlow, one multiplier M

/// The names of a convolution and of the batch normalization behind it.
struct UnitNames {
  const char* weight;  ///< the convolution's; its bias, if there is one, has `bias` in the place of the last part
  const char* bn;      ///< what the four names of batch normalization begin with
};

/// How a framework stores what PyTorch stores as [out,in,k,k], and what it calls the rest.
struct Framework {
  const char *gamma, *beta, *mean, *variance;  ///< batch normalization
  const char* bias;                            ///< of a convolution
  Axes kernel, depthwiseKernel;
  bool headTransposed;  ///< heads of two axes are [inputs,classes]
};

/// How a publisher names the tensors of a MobileNet V1, and what goes with it. Templates hold placeholders for the
/// number i of a layer (from 1 on): {i}, {i-1}, {2i-2}, {2i-1}, {stage}, {block} (five stages of 1, 2, 2, 6, 2 blocks);
/// {task} for what files with several tasks append to the names of one (TF-slim), where the name without it is that of
/// a shared tensor; '|' separates alternatives. What stands before the names ("module.", "model.", a scope) is no part
/// of the templates.
struct NamingScheme {
  const char* name;   ///< short: "timm"
  const char* title;  ///< for people
  UnitNames stem, depthwise, pointwise;
  const char* headWeight;  ///< null: networks without a head
  const char* headBias;
  const Framework* framework;
  std::array<const char*, 2> extraHead;  ///< begins of the names of layers before the head that V1 lacks, or null
  Conventions conventions;
};

/// All schemes of MobileNet V1. Another one is another row of this table.
const std::array<NamingScheme, 8>& namingSchemes();
/// What stands for a scheme where layers were told by their shapes (see matchByShapes()): no names, and the conventions
/// of most networks of PyTorch, or of TensorFlow.
const NamingScheme& schemeOfShapes(bool tensorFlow);
/// The scheme of that name, or null.
const NamingScheme* namingScheme(const std::string& name);

/// A tensor's name in a file and in a network.
struct ExpectedName {
  std::string canonical;  ///< "layers.3.depthwise.conv.weight"; "….conv.bias" where a file may have one
  std::vector<std::string> alternatives;  ///< in the file, best first
};

/// All names of a scheme, in the order of the network. Convolutions with folded batch normalization have "X.weight" and
/// "X.bias" and no tensors of batch normalization: loading gives them one that does nothing but add the bias.
/// `task`: what stands for {task}.
std::vector<ExpectedName> expectedNames(const NamingScheme& scheme, const std::string& task);

/// The name of the last layer's weights and the like, from which the beginning of all names can be told.
std::vector<std::string> anchorTemplates(const NamingScheme& scheme);

/// Which other network has such names: "MobileNet V2 (torchvision)"; empty if none is known.
std::string otherNetworkOf(const std::vector<std::string>& names);

}  // namespace zipper
