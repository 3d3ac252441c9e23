// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <fstream>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

#include "core/data/dataset.h"

namespace zipper::test {

/// An IDX file of bytes: its dimensions big-endian, then the values.
inline void writeIdx(const std::filesystem::path& path, const std::vector<std::uint32_t>& sizes,
                     const std::string& values) {
  std::string bytes{'\0', '\0', '\x08', char(sizes.size())};
  for (const std::uint32_t size : sizes)
    for (int shift = 24; shift >= 0; shift -= 8) bytes += char(size >> shift);
  std::ofstream(path, std::ios::binary) << bytes << values;
}

/// Keeps the first images of a split of a folder of the sample, for tests that look at no score.
inline void keepImages(const std::filesystem::path& folder, Split split, int count) {
  OpenOptions options;
  options.split = split;
  const DatasetPtr all = openDataset(folder.string(), options);
  std::string images, labels;
  for (int i = 0; i < count; ++i) {
    const cv::Mat image = all->image(i);
    for (int row = 0; row < image.rows; ++row) images.append(image.ptr<char>(row), std::size_t(image.cols));
    labels += char(all->label(i));
  }
  const auto size = std::uint32_t(all->image(0).rows);
  const std::string of = split == Split::Test ? "t10k-" : "train-";
  for (const char* name : {"images-idx3-ubyte.gz", "labels-idx1-ubyte.gz"})
    std::filesystem::remove(folder / (of + name));
  writeIdx(folder / (of + "images-idx3-ubyte"), {std::uint32_t(count), size, size}, images);
  writeIdx(folder / (of + "labels-idx1-ubyte"), {std::uint32_t(count)}, labels);
}

}  // namespace zipper::test
