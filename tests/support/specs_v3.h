// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/mobilenet_v3.h"

namespace zipper::test {

/// A V3 as it is published: with a hidden layer in its head, and ReLU where it has no hard swish.
inline MobileNetSpec specV3(Architecture architecture, double width = 1.0, bool minimalistic = false) {
  MobileNetSpec spec;
  spec.architecture = architecture;
  spec.width = width;
  spec.minimalistic = minimalistic;
  spec.activation = Activation::ReLU;
  spec.hidden = {{hiddenOfV3(architecture, width), minimalistic ? Activation::ReLU : Activation::HardSwish}};
  return spec;
}

}  // namespace zipper::test
