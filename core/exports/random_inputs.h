// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/mobilenet_spec.h"

namespace at {
class Tensor;
}

namespace zipper {

/// Normally distributed inputs [count,C,H,W] for a network of this spec, always the same.
at::Tensor randomInputs(const MobileNetSpec& spec, int count);

}  // namespace zipper
