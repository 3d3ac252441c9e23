// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>

#include "core/recipe/recipe.h"

namespace zipper {

/// Images per task that depthwise kernels are fitted on: the nine unknowns of a channel, or the 25 of a 5x5 kernel,
/// need no more than 256, unless those of every layer are fitted to the same ones.
inline int kernelImages(const StepSettings& settings) {
  return std::min(settings.initializationImages, settings.sameImages ? 1024 : 256);
}

}  // namespace zipper
