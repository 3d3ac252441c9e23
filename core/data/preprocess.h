// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/core.hpp>

#include "core/network/mobilenet_spec.h"
#include "core/support/random.h"

namespace zipper {

/// Random changes to training images.
struct Augmentation {
  int cropPadding = 0;  ///< shift by up to this many pixels (zero-padded, at network resolution): 4 is usual for 32x32
  double minimumScale = 1.0;  ///< random resized crop: smallest share of the area, 1 = off
  bool flip = false;          ///< mirror left-right with probability 1/2
  double colour = 0.0;        ///< brightness and contrast change by up to this factor, e.g. 0.2
  bool any() const { return cropPadding > 0 || minimumScale < 1.0 || flip || colour > 0; }
  /// Whether images are shifted at most: that may as well be done to an image that fit() returned.
  bool onlyShifts() const { return minimumScale >= 1.0 && !flip && colour <= 0; }
};

/// What comes between a decoded image and the network: channels made to fit (grey <-> RGB), resized so that the shorter
/// side is the input size, cropped in the centre, normalized per spec. The mean and std of the spec are in the channel
/// order of the network: for BGR, mean[0] belongs to blue. Immutable, may be used from several threads at once.
class Preprocessing {
 public:
  /// Throws Error if the input channels are neither 1 nor 3, if mean and std don't have one entry or one per channel,
  /// or a std is 0.
  explicit Preprocessing(const MobileNetSpec& spec);

  int size() const { return size_; }
  int channels() const { return channels_; }
  /// Number of floats of one network input: channels * size * size.
  std::size_t floats() const { return std::size_t(channels_) * std::size_t(size_) * std::size_t(size_); }

  /// 8-bit image at network resolution with the network's channels (RGB), not yet normalized; random changes if
  /// `random` is given, in this order: crop, mirror, colour, shift. What it returned without random changes fits: it is
  /// returned as it is. Never writes to `image`. Throws Error if `image` isn't 8-bit grey or RGB.
  cv::Mat fit(const cv::Mat& image, const Augmentation& augmentation = {}, Random* random = nullptr) const;
  /// Writes size*size*channels floats in HWC order (channels last): (pixel/255 - mean) / std.
  void normalize(const cv::Mat& fitted, float* output) const;

 private:
  int size_;
  int channels_;
  bool bgr_;
  std::vector<float> table_;  ///< [channel][256]: the normalized value of each pixel value
};

}  // namespace zipper
