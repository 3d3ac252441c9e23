// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/mobilenet.h"

namespace zipper {

/// The network under one of atCommonWidth()'s specs: the first channels of every layer are its own, those behind them
/// have weights, scale, shift, bias and mean 0 and variance 1, so that they put out nothing, nor are they read. The
/// same answers, within the rounding of longer sums. Throws Error if the spec leaves no room for a tensor.
MobileNet widened(MobileNet& network, const MobileNetSpec& spec);

}  // namespace zipper
