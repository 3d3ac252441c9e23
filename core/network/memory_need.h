// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// What a step of computing may take for feature maps where it can do with fewer images at a time: an input size comes
/// out of a file, which may claim what it likes.
inline constexpr std::uint64_t featureMapBudget = std::uint64_t(2) << 30;

/// Bytes of feature maps, at most, while a network computes its outputs for so many images at once: input and output of
/// the largest layer, what is between convolution and activation, and what a later layer adds.
std::uint64_t inferenceBytes(const MobileNetSpec& spec, std::int64_t images);

/// How many of `wanted` images a network should look at, at once or at all, so that it stays within the budget; at
/// least one.
int imagesWithinBudget(const MobileNetSpec& spec, int wanted);

/// Bytes while a network is trained on batches of so many images: the feature maps of all layers and their gradients.
std::uint64_t trainingBytes(const MobileNetSpec& spec, std::int64_t images);

/// Throws Error if the machine doesn't have so much memory. `what` begins the message: "to check the export on 1 image
/// of 4096x4096".
void checkMemory(const std::string& what, std::uint64_t bytes);

/// "2 images of 4096x4096"
std::string imagesText(const MobileNetSpec& spec, std::int64_t images);

}  // namespace zipper
