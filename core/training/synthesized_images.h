// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <opencv2/core.hpp>
#include <vector>

#include "core/network/mobilenet.h"
#include "core/support/compute_device.h"
#include "core/support/work.h"

namespace zipper {

/// How images are made out of a network alone. The weights are those of terms without a unit.
struct SynthesisOptions {
  int images = 256;
  int batchSize = 64;         ///< images that have the statistics together
  int iterations = 200;       ///< of Adam, for each batch
  double learningRate = 0.2;  ///< in [0,1] of a pixel's range, at the beginning
  double statisticsWeight = 10;
  double smoothnessWeight = 0.1;
  std::uint64_t seed = 1;
  ComputeDevice device = {};
};

struct SynthesizedImage {
  int output = -1;  ///< of the network, that the image was made for; -1: the network has no head
  cv::Mat pixels;   ///< 8-bit, grey or RGB, as large as the network's input
};

/// How far the statistics of the maps of images are from those that batch normalization holds: over all units that
/// normalize, the mean of ((m - M)^2 + (s - S)^2) / S^2 of their channels, with mean m and standard deviation s of what
/// the convolution puts out, M and S as they are in the network, the deviations as batch normalization divides by them,
/// with its epsilon in the root. 0: the same. `images`: [N,C,H,W], normalized as the spec says. Differentiable; the
/// network isn't changed.
torch::Tensor statisticsDistance(MobileNet& network, const torch::Tensor& images);

/// Images whose statistics are those that a trained network remembers of its training images, and that it takes for its
/// classes, in turn: for calibration where the images themselves aren't there (DeepInversion, Yin et al. 2020). What is
/// minimized by Adam, beginning with noise, is the cross entropy, the distance above, and the mean absolute difference
/// of neighbouring pixels; images are shifted at random in each iteration. Background classes, that no data set holds,
/// are left out. Nobody can tell from them how good a network is. `take` gets each image as soon as its batch is done;
/// progress is told in iterations. Deterministic for a seed, a number of threads and a device. Throws Error for a
/// network without statistics, because its batch normalization is folded or was never trained; Cancelled.
void synthesizeImages(MobileNet& network, const SynthesisOptions& options,
                      const std::function<void(const SynthesizedImage&)>& take, const Work& work = {});

}  // namespace zipper
