// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/mobilenet_spec.h"

namespace zipper::test {

/// A 32x32 network with 10 classes and (pixel/255 - 0.5) / 0.5.
inline MobileNetSpec loaderSpec(int channels) {
  MobileNetSpec spec;
  spec.inputSize = 32;
  spec.inputChannels = channels;
  spec.classes = 10;
  spec.normalization.mean = {0.5};
  spec.normalization.std = {0.5};
  return spec;
}

}  // namespace zipper::test
