// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/data/dataset.h"

namespace zipper {

/// A random colour image with structures as coarse as those of photographs: compresses about as they do.
cv::Mat randomPicture(int side, std::uint64_t seed);

/// Random square images in memory, as many of each class as of any other.
class MemoryImages : public Dataset {
 public:
  /// `pictures`: how many differ, the others are the same again; 0: all.
  MemoryImages(int count, int side, int classes, std::uint64_t seed, int pictures = 0);

  std::int64_t size() const override { return count_; }
  int label(std::int64_t index) const override { return int(index) % int(names_.size()); }
  cv::Mat image(std::int64_t index) const override { return images_[std::size_t(index) % images_.size()]; }
  std::string describeImage(std::int64_t index) const override;
  const std::vector<std::string>& classNames() const override { return names_; }

 private:
  int count_;
  std::vector<cv::Mat> images_;
  std::vector<std::string> names_;
};

}  // namespace zipper
