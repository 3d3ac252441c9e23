// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <zlib.h>

#include <QTemporaryDir>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <opencv2/imgcodecs.hpp>
#include <string>
#include <vector>

#include "core/support/error.h"
#include "core/support/random.h"

/// Small data sets on disk for the tests of core/data.
namespace zipper::test {

namespace fs = std::filesystem;

/// A temporary folder that is removed at the end of the scope.
class Folder {
 public:
  fs::path path() const { return folder_.path().toStdString(); }
  std::string text() const { return folder_.path().toStdString(); }

 private:
  QTemporaryDir folder_;
};

inline void writeBytes(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

inline std::string readBytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

inline void writeGzip(const fs::path& path, const std::string& bytes) {
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, bytes.data(), unsigned(bytes.size()));
  gzclose(file);
}

inline std::string bigEndian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += char(value >> shift & 0xFF);
  return bytes;
}

/// Pixel i of the whole file is i modulo 251.
inline std::string idxImages(int count, int rows, int columns) {
  std::string bytes = bigEndian(0x803) + bigEndian(std::uint32_t(count)) + bigEndian(std::uint32_t(rows)) +
                      bigEndian(std::uint32_t(columns));
  for (int i = 0; i < count * rows * columns; ++i) bytes += char(i % 251);
  return bytes;
}

inline std::string idxLabels(const std::vector<int>& labels) {
  std::string bytes = bigEndian(0x801) + bigEndian(std::uint32_t(labels.size()));
  for (int label : labels) bytes += char(label);
  return bytes;
}

/// labels[i] = i modulo classes.
inline std::vector<int> cyclicLabels(int count, int classes) {
  std::vector<int> labels;
  for (int i = 0; i < count; ++i) labels.push_back(i % classes);
  return labels;
}

/// train-* and t10k-* with these numbers of 28x28 images, 10 classes.
inline void writeIdx(const fs::path& folder, int train, int test) {
  writeBytes(folder / "train-images-idx3-ubyte", idxImages(train, 28, 28));
  writeBytes(folder / "train-labels-idx1-ubyte", idxLabels(cyclicLabels(train, 10)));
  if (test == 0) return;
  writeBytes(folder / "t10k-images-idx3-ubyte", idxImages(test, 28, 28));
  writeBytes(folder / "t10k-labels-idx1-ubyte", idxLabels(cyclicLabels(test, 10)));
}

/// Noise of this OpenCV type (BGR order for the files).
inline cv::Mat noise(int rows, int columns, int type, std::uint64_t seed) {
  cv::Mat image(rows, columns, type);
  Random random(seed);
  for (int y = 0; y < rows; ++y)
    for (std::size_t i = 0; i < std::size_t(columns) * image.elemSize(); ++i)
      image.ptr<std::uint8_t>(y)[i] = std::uint8_t(random.below(256));
  return image;
}

inline void writeImage(const fs::path& path, const cv::Mat& image) {
  fs::create_directories(path.parent_path());
  if (!cv::imwrite(path.string(), image)) fail(path.string(), ": the test can't write it");
}

inline bool equal(const cv::Mat& a, const cv::Mat& b) {
  return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0;
}

}  // namespace zipper::test
