// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/core.hpp>

#include "core/network/mobilenet_spec.h"
#include "core/support/libtorch.h"

namespace zipper {

/// One image as the evaluation feeds it to a network, [1,C,H,W]. 8 bits, grey or RGB, any size. Throws Error.
torch::Tensor networkInput(const cv::Mat& image, const MobileNetSpec& spec);

}  // namespace zipper
