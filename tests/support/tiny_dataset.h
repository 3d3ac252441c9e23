// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/data/dataset.h"
#include "core/support/error.h"
#include "core/support/random.h"

namespace zipper::test {

/// Learnable grey 28x28 images without a file: a bright bar whose place tells the class, over noise.
class TinyDataset : public Dataset {
 public:
  TinyDataset(int images, int classes, std::uint64_t seed) : size_(images), seed_(seed) {
    for (int i = 0; i < classes; ++i) names_.push_back(std::to_string(i));
  }
  std::int64_t size() const override { return size_; }
  int label(std::int64_t index) const override { return int(index) % int(names_.size()); }
  cv::Mat image(std::int64_t index) const override {
    Random random(mixSeed({seed_, std::uint64_t(index)}));
    cv::Mat image(28, 28, CV_8UC1);
    for (int i = 0; i < 28 * 28; ++i) image.data[i] = std::uint8_t(random.below(100));
    const int at = label(index) * 28 / int(names_.size());
    image.colRange(at, std::min(28, at + 3)).setTo(cv::Scalar(230));
    return image;
  }
  std::string describeImage(std::int64_t index) const override { return "tiny image " + std::to_string(index); }
  const std::vector<std::string>& classNames() const override { return names_; }

 private:
  int size_;
  std::uint64_t seed_;
  std::vector<std::string> names_;
};

/// Images that nobody knows the classes of.
class UnlabelledDataset : public TinyDataset {
 public:
  using TinyDataset::TinyDataset;
  int label(std::int64_t) const override { fail("no label"); }
  cv::Mat image(std::int64_t index) const override { return labelled_.image(index); }

 private:
  TinyDataset labelled_{int(size()), 4, 1};
};

}  // namespace zipper::test
