// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/data/dataset.h"
#include "core/network/mobilenet.h"
#include "core/support/work.h"

namespace zipper {

/// True for batch normalization that a file had folded into its convolution (TensorFlow Lite, most ONNX exports), as
/// the readers leave it: it scales nothing and only adds the convolution's bias. One that was never trained has no bias
/// either.
bool isFolded(torch::nn::BatchNorm2dImpl& norm);
bool hasFoldedNorms(MobileNet& network);

/// So many images are enough.
inline constexpr int unfoldingImages = 512;

/// Gives folded batch normalization the statistics of `count` random images, and the scale and shift that undo them:
/// the network computes the same, within rounding, but survives statistics that are estimated anew, and training. What
/// was never folded stays as it is. The same images for the same seed. Throws Cancelled, Error.
void unfoldNorms(MobileNet& network, const DatasetPtr& images, int count, std::uint64_t seed, const Work& work = {});

/// The same values for folded batch normalization of a network with the same channels in the same order.
void copyUnfoldedNorms(MobileNet& from, MobileNet& to);

}  // namespace zipper
