// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/preprocess.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/support/error.h"

namespace zipper {

namespace {

void checkEntries(const char* field, const std::vector<double>& values, int channels) {
  if (values.size() != 1 && values.size() != std::size_t(channels))
    fail("normalization: ", field, " has ", values.size(), " entries, ",
         channels == 1 ? std::string("1 was") : concat("1 or ", channels, " were"),
         " expected; give one for each input channel");
}

std::vector<float> pixelTable(const MobileNetSpec& spec) {
  const auto& [mean, std, order] = spec.normalization;
  std::vector<float> table;
  for (int c = 0; c < spec.inputChannels; ++c) {
    const double m = mean.size() == 1 ? mean[0] : mean[std::size_t(c)];
    const double s = std.size() == 1 ? std[0] : std[std::size_t(c)];
    if (!std::isfinite(m) || !std::isfinite(s) || s == 0.0)
      fail("normalization: mean ", m, " and std ", s, " of channel ", c,
           " were found, finite numbers and a std other than 0 "
           "were expected");
    for (int pixel = 0; pixel < 256; ++pixel) table.push_back(float((pixel / 255.0 - m) / s));
  }
  return table;
}

cv::Mat resized(const cv::Mat& image, cv::Size size) {
  if (image.size() == size) return image;
  const bool shrinks = size.width < image.cols || size.height < image.rows;
  cv::Mat result;
  cv::resize(image, result, size, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
  return result;
}

cv::Mat centre(const cv::Mat& image, int width, int height) {
  return image(cv::Rect((image.cols - width) / 2, (image.rows - height) / 2, width, height));
}

cv::Mat resizedAndCropped(const cv::Mat& image, int size) {
  // Of a strip only the middle gets resized: one of 1x65000 pixels would become a huge image.
  const int shorter = std::min(image.cols, image.rows), longest = 8 * shorter;
  const cv::Mat middle = centre(image, std::min(image.cols, longest), std::min(image.rows, longest));
  const auto scaled = [&](int side) { return int(std::lround(double(side) * size / shorter)); };
  return centre(resized(middle, {scaled(middle.cols), scaled(middle.rows)}), size, size);
}

/// Random area and aspect ratio (3/4 to 4/3) as in Szegedy et al., "Going deeper with convolutions", 2015, section 6.
cv::Mat randomResizedCrop(const cv::Mat& image, int size, double minimumScale, Random& random) {
  const double area = double(image.cols) * image.rows;
  const double wide = std::log(4.0 / 3.0);
  for (int attempt = 0; attempt < 10; ++attempt) {
    const double target = area * random.uniform(std::max(0.0, minimumScale), 1.0);
    const double ratio = std::exp(random.uniform(-wide, wide));
    const int width = int(std::lround(std::sqrt(target * ratio)));
    const int height = int(std::lround(std::sqrt(target / ratio)));
    if (width < 1 || height < 1 || width > image.cols || height > image.rows) continue;
    const int x = int(random.below(std::uint64_t(image.cols - width) + 1));
    const int y = int(random.below(std::uint64_t(image.rows - height) + 1));
    return resized(image(cv::Rect(x, y, width, height)), {size, size});
  }
  return resizedAndCropped(image, size);  // no such crop fits, e.g. into a strip
}

/// Brightness scales all pixels, contrast their distance to the image's mean; both in one pass.
cv::Mat recoloured(const cv::Mat& image, double strength, Random& random) {
  const double low = std::max(0.0, 1.0 - strength), high = 1.0 + strength;
  const double brightness = random.uniform(low, high);
  const double contrast = random.uniform(low, high);
  const cv::Scalar sums = cv::sum(image);
  const double mean = (sums[0] + sums[1] + sums[2]) / (double(image.total()) * image.channels());
  cv::Mat result;
  image.convertTo(result, -1, brightness * contrast, brightness * mean * (1.0 - contrast));
  return result;
}

cv::Mat shifted(const cv::Mat& image, int padding, Random& random) {
  const auto range = 2 * std::uint64_t(padding) + 1;
  const int dx = int(random.below(range)) - padding;
  const int dy = int(random.below(range)) - padding;
  cv::Mat result = cv::Mat::zeros(image.size(), image.type());
  const cv::Rect frame(0, 0, image.cols, image.rows);
  const cv::Rect target = frame & (frame + cv::Point(dx, dy));
  if (!target.empty()) image(target - cv::Point(dx, dy)).copyTo(result(target));
  return result;
}

cv::Mat changed(cv::Mat image, const Augmentation& augmentation, Random& random) {
  if (augmentation.flip && random.below(2) == 1) {
    cv::Mat mirrored;
    cv::flip(image, mirrored, 1);
    image = mirrored;
  }
  if (augmentation.colour > 0) image = recoloured(image, augmentation.colour, random);
  // Last, so that the margin keeps the value 0.
  if (augmentation.cropPadding > 0) image = shifted(image, augmentation.cropPadding, random);
  return image;
}

}  // namespace

Preprocessing::Preprocessing(const MobileNetSpec& spec)
    : size_(spec.inputSize), channels_(spec.inputChannels), bgr_(spec.normalization.order == ChannelOrder::BGR) {
  if (channels_ != 1 && channels_ != 3)
    fail("preprocessing: 1 or 3 input channels were expected, the network has ", channels_);
  if (size_ < 1) fail("preprocessing: an input size of at least 1 was expected, the network has ", size_);
  checkEntries("mean", spec.normalization.mean, channels_);
  checkEntries("std", spec.normalization.std, channels_);
  table_ = pixelTable(spec);
}

cv::Mat Preprocessing::fit(const cv::Mat& image, const Augmentation& augmentation, Random* random) const {
  if (image.empty() || (image.type() != CV_8UC1 && image.type() != CV_8UC3))
    fail("preprocessing: an 8-bit image with 1 or 3 channels was expected, one of ", image.cols, "x", image.rows,
         " with ", image.channels(), " channels of ", 8 * image.elemSize1(), " bits was found");
  cv::Mat result = image;
  if (image.channels() == 3 && channels_ == 1) cv::cvtColor(image, result, cv::COLOR_RGB2GRAY);
  result = random && augmentation.minimumScale < 1.0
               ? randomResizedCrop(result, size_, augmentation.minimumScale, *random)
               : resizedAndCropped(result, size_);
  if (random) result = changed(result, augmentation, *random);
  // Grey becomes RGB only now: there is a third to do until here.
  if (result.channels() == 1 && channels_ == 3) {
    cv::Mat colour;
    cv::cvtColor(result, colour, cv::COLOR_GRAY2RGB);
    result = colour;
  }
  return result;
}

void Preprocessing::normalize(const cv::Mat& fitted, float* output) const {
  if (fitted.type() != CV_8UC(channels_) || fitted.rows != size_ || fitted.cols != size_)
    fail("preprocessing: only images that fit() returned can be normalized");
  const float* table = table_.data();
  const int first = bgr_ ? 2 : 0, third = 2 - first;
  for (int y = 0; y < size_; ++y) {
    const auto* in = fitted.ptr<std::uint8_t>(y);
    if (channels_ == 1) {
      for (int x = 0; x < size_; ++x) *output++ = table[in[x]];
      continue;
    }
    for (int x = 0; x < size_; ++x, in += 3, output += 3) {
      output[0] = table[in[first]];
      output[1] = table[256 + in[1]];
      output[2] = table[512 + in[third]];
    }
  }
}

}  // namespace zipper
