// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/models/naming_scheme.h"

namespace zipper {

// A table of naming schemes per generation, and what their rows have in common.

std::vector<NamingScheme> namingSchemesOfV1();
std::vector<NamingScheme> namingSchemesOfV2();
/// Each publisher's of the large one, then of the small one, under one name.
std::vector<NamingScheme> namingSchemesOfV3();
/// Those of V2 with torchvision's names and the conventions of CIFAR.
NamingScheme cifarSchemeOfV2();
/// timm's, with the conventions of what it took over from TensorFlow.
NamingScheme tensorFlowSchemeOfTimm(Architecture architecture);

namespace naming {

inline constexpr Framework torchNames{"weight", "bias",   "running_mean", "running_var",
                                      "bias",   axesOIHW, axesOIHW,       false};
inline constexpr Framework kerasNames{"gamma", "beta",   "moving_mean", "moving_variance",
                                      "bias",  axesHWIO, axesHWCM,      true};
inline constexpr Framework slimNames{"gamma",  "beta",   "moving_mean", "moving_variance",
                                     "biases", axesHWIO, axesHWCM,      true};
inline constexpr Framework paddleNames{"weight", "bias", "_mean", "_variance", "bias", axesOIHW, axesOIHW, true};

inline constexpr std::array<double, 3> imagenetMean{0.485, 0.456, 0.406}, imagenetStd{0.229, 0.224, 0.225};
inline constexpr std::array<double, 3> cifarMean{0.4914, 0.4822, 0.4465}, cifarStd{0.2023, 0.1994, 0.2010};
inline constexpr std::array<double, 3> half{0.5, 0.5, 0.5};

//                                    epsilon, activation,   padding,      size, stem, mean, std
inline constexpr Conventions ofOurs{1e-3, Activation::ReLU6, Padding::Pad1, 224, 2, half,
                                    half, ChannelOrder::RGB, 1001,          {}};
inline constexpr Conventions ofTensorFlow{1e-3, Activation::ReLU6, Padding::Same, 224, 2, half,
                                          half, ChannelOrder::RGB, 1001,          {}};
/// Of V3, which has ReLU where it has no hard swish.
inline constexpr Conventions ofTensorFlowV3{1e-3, Activation::ReLU,  Padding::Same, 224, 2, half,
                                            half, ChannelOrder::RGB, 1001,          {}};

/// Of most networks of PyTorch, trained on ImageNet.
constexpr Conventions ofTorch(double bnEpsilon, Activation activation) {
  return {bnEpsilon, activation, Padding::Pad1, 224, 2, imagenetMean, imagenetStd, ChannelOrder::RGB, 1001, {}};
}

}  // namespace naming

}  // namespace zipper
