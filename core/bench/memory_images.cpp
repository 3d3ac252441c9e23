// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/memory_images.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "core/data/class_names.h"
#include "core/support/error.h"
#include "core/support/random.h"

namespace zipper {

namespace {

cv::Mat noise(int side, Random& random, int range) {
  cv::Mat image(side, side, CV_8UC3);
  for (int y = 0; y < side; ++y) {
    auto* row = image.ptr<std::uint8_t>(y);
    for (int x = 0; x < 3 * side; ++x) row[x] = std::uint8_t(random.below(std::uint64_t(range)));
  }
  return image;
}

}  // namespace

cv::Mat randomPicture(int side, std::uint64_t seed) {
  Random random(seed);
  cv::Mat coarse;
  cv::resize(noise(std::max(2, side / 16), random, 240), coarse, {side, side}, 0, 0, cv::INTER_CUBIC);
  return coarse + noise(side, random, 16);
}

MemoryImages::MemoryImages(int count, int side, int classes, std::uint64_t seed, int pictures)
    : count_(count), names_(numberedClassNames(classes)) {
  const int different = pictures > 0 ? std::min(count, pictures) : count;
  for (int i = 0; i < different; ++i) images_.push_back(randomPicture(side, mixSeed({seed, std::uint64_t(i)})));
}

std::string MemoryImages::describeImage(std::int64_t index) const { return concat("random image ", index); }

}  // namespace zipper
