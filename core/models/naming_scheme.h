// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>

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
  std::array<int, 7> strides{};      ///< of the rows of a V2, see MobileNetSpec::strides; zeros: the usual ones
  bool stridesVary = false;          ///< of V3: there are versions with the same names and other strides
  double exciteFactor = 1;           ///< of squeeze-and-excite: six times the slope of the publisher's hard sigmoid
  double headFactor = 1;             ///< by which the publisher multiplies what the last layer of the head reads
};

/// Which axes of a file's array are those of a canonical one: canonical = array.permute(axes).
using Axes = std::array<int, 4>;
inline constexpr Axes axesOIHW{0, 1, 2, 3};
inline constexpr Axes axesHWIO{3, 2, 0, 1};
inline constexpr Axes axesHWCM{2, 3, 0, 1};  ///< depthwise kernels of TensorFlow, one multiplier M

/// The names of a convolution and of the batch normalization behind it.
struct UnitNames {
  const char* weight;  ///< the convolution's; its bias, if there is one, has `bias` in the place of the last part
  const char* bn;  ///< what the four names of batch normalization begin with; of squeeze and excite: its bias's name
};

/// Which layers some names are for.
enum class NamedLayers { All, First, StartOfStage };

/// The names of the units with one role ("depthwise", see UnitPlan::role()).
struct RoleNames {
  const char* role = nullptr;
  UnitNames names{};
  NamedLayers layers = NamedLayers::All;
};

/// Whether the first block of a V2 or V3 has an expanding convolution: see MobileNetSpec::expandFirst.
enum class FirstExpand { Never, Always, Possible };

/// Which blocks of a V3 have squeeze-and-excite: those that have it in the paper; these, or none (see
/// MobileNetSpec::minimalistic); any.
enum class SqueezeExcites { Usual, UsualOrNone, Any };

/// How a framework stores what PyTorch stores as [out,in,k,k], and what it calls the rest.
struct Framework {
  const char *gamma, *beta, *mean, *variance;  ///< batch normalization
  const char* bias;                            ///< of a convolution
  Axes kernel, depthwiseKernel;
  bool headTransposed;  ///< heads of two axes are [inputs,classes]
};

/// How a publisher names the tensors of a network, and what goes with it. Templates hold placeholders for the number i
/// of a layer (from 1 on): {i}, {i-1}, {i-2}, {2i-2}, {2i-1}; for the stage that it lies in and its place there, both
/// from 0 on: {stage}, {stage+1}, {stage+2}, {block}, {block+1}; of a V3 for the place of a part among those that its
/// block has, from 0 on: {depthwise}, {squeeze}, {project}; {task} for what files with several tasks append to the
/// names of one (TF-slim), where the name without it is that of a shared tensor; '|' separates alternatives. What
/// stands before the names ("module.", "model.", a scope) is no part of the templates.
struct NamingScheme {
  const char* name;   ///< short: "timm"
  const char* title;  ///< for people
  Architecture architecture;
  UnitNames stem;
  std::array<RoleNames, 10> units;  ///< all other convolutions; of several that fit a unit the first counts
  const char* headWeight;           ///< null: networks without a head
  const char* headBias;
  const Framework* framework;
  std::array<const char*, 2> extraHead;  ///< begins of the names of layers before the head that V1 lacks, or null
  Conventions conventions;
  FirstExpand firstExpand = FirstExpand::Never;
  const char* hidden = nullptr;  ///< hidden layer n of the head is called this and "n."; null: it has no fixed name
  const char* hiddenWeight = nullptr;  ///< of the hidden layer that the head of a V3 has; null: it has no name
  const char* hiddenBias = nullptr;    ///< null: it has none
  SqueezeExcites squeezeExcites = SqueezeExcites::Usual;
};

}  // namespace zipper
