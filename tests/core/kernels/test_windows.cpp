// SPDX-License-Identifier: GPL-3.0-or-later

#include <utility>

#include "kernel_values.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// What lies under a tap of the window at a position; zero outside of the image.
double under(const DepthwiseShape& s, const Floats& image, int position, int tap, int c) {
  const int y = position / s.outWidth * s.stride - s.top + tap / s.kernel;
  const int x = position % s.outWidth * s.stride - s.left + tap % s.kernel;
  if (y < 0 || y >= s.height || x < 0 || x >= s.width) return 0;
  return double(image[std::size_t((y * s.width + x) * s.channels + c)]);
}

/// The arrays of WindowSums, all in one.
struct Sums {
  Sums(const DepthwiseShape& s, double before)
      : taps(std::size_t(s.kernel) * std::size_t(s.kernel)),
        channels(std::size_t(s.channels)),
        values((2 * taps + 2 + taps * (taps + 1) / 2) * channels, before) {}
  WindowSums places(const Floats& weights, const Floats& bias) {
    double* at = values.data();
    const auto next = [&](std::size_t rows) { return std::exchange(at, at + rows * channels); };
    double *x = next(taps), *z = next(1), *xx = next(taps * (taps + 1) / 2), *zx = next(taps), *zz = next(1);
    return {weights.data(), bias.data(), x, z, xx, zx, zz};
  }

  std::size_t taps, channels;
  Doubles values;
};

/// By the definition, channel by channel.
void addByHand(const DepthwiseShape& s, const Floats& own, const Floats& others, const std::vector<int>& positions,
               const WindowSums& sums) {
  const int taps = s.kernel * s.kernel, all = s.channels;
  for (const int position : positions)
    for (int c = 0; c < all; ++c) {
      double z = double(sums.bias[c]);
      for (int tap = 0; tap < taps; ++tap)
        z += under(s, others, position, tap, c) * double(sums.weights[tap * all + c]);
      int pair = 0;
      for (int i = 0; i < taps; ++i) {
        const double x = under(s, own, position, i, c);
        sums.x[i * all + c] += x;
        sums.zx[i * all + c] += z * x;
        for (int j = 0; j <= i; ++j) sums.xx[pair++ * all + c] += x * under(s, own, position, j, c);
      }
      sums.z[c] += z;
      sums.zz[c] += z * z;
    }
}

}  // namespace

class TestWindows : public QObject {
  Q_OBJECT

  RandomValues randomValues;

 private Q_SLOTS:
  void initTestCase() { randomValues.seed(); }

  void sums_data() {
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("channels");
    for (const int kernel : {3, 5})
      for (const int channels : {1, 3, 8, 24, 41})
        for (const int size : {1, 2, 7, 8})
          for (const int stride : {1, 2})
            for (const int before : {kernel / 2 - 1, kernel / 2}) {
              if (stride == 1 && before < kernel / 2) continue;
              QTest::addRow("%dx%d, %d px, stride %d, before %d, %d", kernel, kernel, size, stride, before, channels)
                  << kernel << size << stride << before << channels;
            }
  }
  /// All positions, one of them twice; the channels in two parts.
  void sums() {
    QFETCH(int, kernel);
    QFETCH(int, size);
    QFETCH(int, stride);
    QFETCH(int, before);
    QFETCH(int, channels);
    const int out = (size + stride - 1) / stride, taps = kernel * kernel;
    const DepthwiseShape s{size, size, out, out, channels, stride, before, before, kernel};
    const auto values = std::size_t(size * size * channels);
    const Floats own = randomValues(values, -1, 1), others = randomValues(values, -1, 1);
    const Floats weights = randomValues(std::size_t(taps * channels), -1, 1),
                 bias = randomValues(std::size_t(channels), -1, 1);
    std::vector<int> positions{out * out - 1};
    for (int i = 0; i < out * out; ++i) positions.push_back(i);
    Sums wanted(s, 0.5);
    addByHand(s, own, others, positions, wanted.places(weights, bias));
    for (const Kernels* set : sets()) {
      Sums found(s, 0.5);
      const WindowSums places = found.places(weights, bias);
      const int middle = channels / 3, count = int(positions.size());
      set->windowMoments(s, own.data(), others.data(), positions.data(), count, 0, middle, places);
      set->windowMoments(s, own.data(), others.data(), positions.data(), count, middle, channels, places);
      for (std::size_t i = 0; i < wanted.values.size(); ++i)
        QVERIFY2(close(found.values[i], wanted.values[i], double(taps * taps)), set->name);
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestWindows)
#include "test_windows.moc"
