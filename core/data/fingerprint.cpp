// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/fingerprint.h"

#include <algorithm>
#include <cstdint>

#include "core/data/relabelled_dataset.h"
#include "core/support/error.h"
#include "core/support/files.h"

namespace zipper {

namespace {

void appendNumber(std::string& text, std::uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8) text += char(value >> shift & 0xFF);
}

std::string imageDigest(const Dataset& dataset, std::int64_t index) {
  try {
    const cv::Mat image = dataset.image(index);
    std::string bytes;
    for (int value : {image.rows, image.cols, image.channels()}) appendNumber(bytes, std::uint64_t(value));
    for (int y = 0; y < image.rows; ++y) bytes.append(image.ptr<char>(y), std::size_t(image.cols) * image.elemSize());
    return sha256(bytes.data(), bytes.size());
  } catch (const Error&) {
    return "unreadable";  // such images are left out of training; the fingerprint only has to notice when that changes
  }
}

}  // namespace

std::string fingerprint(const Dataset& labelled) {
  const Dataset& dataset = asOpened(labelled);
  const std::int64_t size = dataset.size();
  std::string text;
  appendNumber(text, std::uint64_t(size));
  for (std::int64_t i = 0; i < size; ++i) appendNumber(text, std::uint64_t(dataset.label(i)));
  appendNumber(text, dataset.classNames().size());
  for (const auto& name : dataset.classNames()) {
    appendNumber(text, name.size());
    text += name;
  }
  const std::int64_t samples = std::min<std::int64_t>(size, 64);
  for (std::int64_t i = 0; i < samples; ++i)
    text += imageDigest(dataset, samples > 1 ? i * (size - 1) / (samples - 1) : 0);
  return sha256(text.data(), text.size());
}

}  // namespace zipper
