// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel_values.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// The value at row y, column x of an image, zero outside.
double pixel(const DepthwiseShape& s, const Floats& image, int y, int x, int c) {
  if (y < 0 || y >= s.height || x < 0 || x >= s.width) return 0;
  return double(image[std::size_t((y * s.width + x) * s.channels + c)]);
}

}  // namespace

class TestDepthwise : public QObject {
  Q_OBJECT

  RandomValues randomValues;

 private Q_SLOTS:
  void initTestCase() { randomValues.seed(); }

  void convolves_data() {
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("channels");
    for (const int kernel : {3, 5})
      for (const int channels : {3, 8, 24, 80})
        for (const int size : {1, 2, 3, 7, 8, 14})
          for (const int stride : {1, 2})
            for (const int before : {kernel / 2 - 1, kernel / 2}) {
              if (stride == 1 && before < kernel / 2) continue;
              QTest::addRow("%dx%d, %d px, stride %d, before %d, %d", kernel, kernel, size, stride, before, channels)
                  << kernel << size << stride << before << channels;
            }
  }
  /// Forward by its definition; backward as the transposed map: <dy, conv(x)> is linear in x and in the weights.
  void convolves() {
    QFETCH(int, kernel);
    QFETCH(int, size);
    QFETCH(int, stride);
    QFETCH(int, before);
    QFETCH(int, channels);
    const int out = (size + stride - 1) / stride, taps = kernel * kernel;
    const DepthwiseShape s{size, size, out, out, channels, stride, before, before, kernel};
    const auto inputs = std::size_t(size * size * channels), outputs = std::size_t(out * out * channels);
    const Floats x = randomValues(inputs), dy = randomValues(outputs), w = randomValues(std::size_t(taps * channels));
    Doubles y(outputs), dx(inputs), dw(w.size());
    for (int oy = 0; oy < out; ++oy)
      for (int ox = 0; ox < out; ++ox)
        for (int k = 0; k < taps; ++k)
          for (int c = 0; c < channels; ++c) {
            const int iy = oy * stride + k / kernel - before, ix = ox * stride + k % kernel - before;
            const auto o = std::size_t((oy * out + ox) * channels + c), at = std::size_t(k * channels + c);
            y[o] += pixel(s, x, iy, ix, c) * double(w[at]);
            dw[at] += pixel(s, x, iy, ix, c) * double(dy[o]);
            if (iy >= 0 && iy < size && ix >= 0 && ix < size)
              dx[std::size_t((iy * size + ix) * channels + c)] += double(dy[o]) * double(w[at]);
          }
    for (const Kernels* set : sets()) {
      Floats found(outputs), back(inputs, 7), weights(w.size(), 1);
      set->depthwise(s, x.data(), w.data(), nullptr, found.data());
      set->depthwiseBackwardInput(s, dy.data(), w.data(), back.data());
      set->depthwiseBackwardWeights(s, x.data(), dy.data(), weights.data());
      for (std::size_t i = 0; i < outputs; ++i) QVERIFY2(close(double(found[i]), y[i], 81.0 * taps), set->name);
      for (std::size_t i = 0; i < inputs; ++i) QVERIFY2(close(double(back[i]), dx[i], 81.0 * taps), set->name);
      for (std::size_t i = 0; i < w.size(); ++i)
        QVERIFY2(close(double(weights[i]), dw[i] + 1, 81.0 * double(out * out)), set->name);
    }
  }

  /// In one go the same as one after the other.
  void activates() {
    for (const int channels : {3, 16, 44})
      for (const int kernel : {3, 5}) {
        const int size = 7, before = kernel / 2;
        const DepthwiseShape s{size, size, size, size, channels, 1, before, before, kernel};
        const auto values = std::size_t(size * size * channels);
        const Floats x = randomValues(values), w = randomValues(std::size_t(kernel * kernel * channels));
        const Floats scale = randomValues(std::size_t(channels)), shift = randomValues(std::size_t(channels));
        for (const bool hardSwish : {false, true}) {
          const ScaledActivation how{scale.data(), shift.data(), 6, 0, hardSwish};
          for (const Kernels* set : sets()) {
            Floats wanted(values), found(values);
            set->depthwise(s, x.data(), w.data(), nullptr, wanted.data());
            set->activate(wanted.data(), how, size * size, channels, wanted.data());
            set->depthwise(s, x.data(), w.data(), &how, found.data());
            for (std::size_t i = 0; i < values; ++i) QVERIFY2(close(double(found[i]), double(wanted[i]), 9), set->name);
          }
        }
      }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestDepthwise)
#include "test_depthwise.moc"
