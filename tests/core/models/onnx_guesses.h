// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/mobilenet_spec.h"

namespace zipper::test {

/// The normalization that a reader guesses for a MobileNet V2 or V3 that PyTorch exported without any in its graph:
/// that of ImageNet (torchvision's documentation) where all else is as for ImageNet.
inline void guessAsForPyTorch(MobileNetSpec& spec) {
  if (spec.padding != Padding::Pad1 || spec.stemStride != 2 || spec.inputChannels != 3) return;
  spec.normalization.mean = {0.485, 0.456, 0.406};
  spec.normalization.std = {0.229, 0.224, 0.225};
}

}  // namespace zipper::test
