// SPDX-License-Identifier: GPL-3.0-or-later

#include <numeric>
#include <vector>

#include "core/compute/stem_patches.h"
#include "support/test_program.h"

using namespace zipper;

class TestStemPatches : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void gathers_data() {
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("before");
    for (const int channels : {1, 3, 4})
      for (const auto& [height, width] : {std::pair{1, 1}, {2, 3}, {5, 4}, {8, 9}})
        for (const auto& [stride, before] : {std::pair{1, 1}, {2, 1}, {2, 0}})
          QTest::addRow("%dx%dx%d, stride %d, before %d", height, width, channels, stride, before)
              << height << width << channels << stride << before;
  }
  /// By its definition, all rows at once and one after another.
  void gathers() {
    QFETCH(int, height);
    QFETCH(int, width);
    QFETCH(int, channels);
    QFETCH(int, stride);
    QFETCH(int, before);
    DepthwiseShape stem{height, width, (height + stride - 1) / stride, (width + stride - 1) / stride, channels, stride,
                        before, before};
    std::vector<float> image(std::size_t(height * width * channels));
    std::iota(image.begin(), image.end(), 1.0f);
    std::vector<float> wanted;
    for (int y = 0; y < stem.outHeight; ++y)
      for (int x = 0; x < stem.outWidth; ++x)
        for (int k = 0; k < 9; ++k)
          for (int c = 0; c < channels; ++c) {
            const int row = y * stride + k / 3 - before, column = x * stride + k % 3 - before;
            const bool inside = row >= 0 && row < height && column >= 0 && column < width;
            wanted.push_back(inside ? image[std::size_t((row * width + column) * channels + c)] : 0.0f);
          }
    const std::int64_t pixels = std::int64_t(stem.outHeight) * stem.outWidth, patch = 9 * channels;
    for (const std::int64_t together : {pixels, std::int64_t(1), std::int64_t(3)}) {
      std::vector<float> found(wanted.size(), -1);
      for (std::int64_t first = 0; first < pixels; first += together)
        gatherPatches(stem, image.data(), first, std::min(pixels, first + together), found.data() + first * patch);
      QCOMPARE(found, wanted);
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestStemPatches)
#include "test_stem_patches.moc"
