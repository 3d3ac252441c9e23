// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

#include "core/kernels/gemm.h"
#include "core/kernels/kernel_sets.h"
#include "core/kernels/kernels.h"
#include "kernel_values.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

float fromBFloat16(std::uint16_t value) {
  const std::uint32_t bits = std::uint32_t(value) << 16;
  float result;
  std::memcpy(&result, &bits, sizeof result);
  return result;
}

Doubles rounded(const Floats& values) {
  std::vector<std::uint16_t> bits(values.size());
  genericKernels.roundToBFloat16(values.data(), std::int64_t(values.size()), bits.data());
  Doubles result;
  for (const std::uint16_t value : bits) result.push_back(double(fromBFloat16(value)));
  return result;
}

}  // namespace

class TestKernels : public QObject {
  Q_OBJECT

  RandomValues randomValues;

 private Q_SLOTS:
  void initTestCase() {
    randomValues.seed();
    QVERIFY(!sets().empty());
  }

  void sumsMoments_data() { addSizes(); }
  void sumsMoments() {
    QFETCH(int, rows);
    QFETCH(int, channels);
    const Floats y = randomValues(std::size_t(rows * channels)), around = randomValues(std::size_t(channels));
    for (const Kernels* set : sets()) {
      Doubles sum(std::size_t(channels), 1), squares(std::size_t(channels), 2);
      set->moments(y.data(), around.data(), rows, channels, sum.data(), squares.data());
      for (std::size_t c = 0; c < std::size_t(channels); ++c) {
        double s = 1, q = 2;
        for (std::size_t r = 0; r < std::size_t(rows); ++r) {
          const double d = double(y[r * std::size_t(channels) + c]) - double(around[c]);
          s += d;
          q += d * d;
        }
        QVERIFY2(close(sum[c], s, 12.0 * rows) && close(squares[c], q, 144.0 * rows), set->name);
      }
    }
  }

  void activatesAndCompares_data() { addSizes(); }
  void activatesAndCompares() {
    QFETCH(int, rows);
    QFETCH(int, channels);
    const auto size = std::size_t(rows * channels);
    const Floats y = randomValues(size), wanted = randomValues(size),
                 scale = randomValues(std::size_t(channels), 0.5, 2), shift = randomValues(std::size_t(channels));
    for (const Kernels* set : sets())
      for (const auto& [floor, cap] : {std::pair{0.0f, 6.0f}, {0.0f, INFINITY}, {-INFINITY, INFINITY}}) {
        const ScaledActivation how{scale.data(), shift.data(), cap, floor};
        Floats z(size), compared(size);
        set->activate(y.data(), how, rows, channels, z.data());
        const double mismatch = set->activateAndCompare(y.data(), how, wanted.data(), rows, channels, compared.data());
        double expected = 0;
        for (std::size_t i = 0; i < size; ++i) {
          const std::size_t c = i % std::size_t(channels);
          const double value =
              std::clamp(double(y[i]) * double(scale[c]) + double(shift[c]), double(floor), double(cap));
          QVERIFY2(close(double(z[i]), value, 30) && z[i] == compared[i], set->name);
          expected += std::abs(value - double(wanted[i]));
        }
        QVERIFY2(close(mismatch, expected, 30.0 * double(size)), set->name);
      }
  }

  void addsAndCompares_data() { addSizes(); }
  void addsAndCompares() {
    QFETCH(int, rows);
    QFETCH(int, channels);
    const auto size = std::size_t(rows * channels);
    const Floats maps = randomValues(size), added = randomValues(size), wanted = randomValues(size),
                 gradient = randomValues(size);
    for (const Kernels* set : sets()) {
      Floats z = maps, alone = maps, plain = maps, g = gradient;
      const double mismatch = set->addAndCompare(z.data(), added.data(), wanted.data(), rows, channels);
      QCOMPARE(set->addAndCompare(alone.data(), added.data(), nullptr, rows, channels), 0.0);
      set->add(plain.data(), added.data(), std::int64_t(size));
      set->addSigns(g.data(), z.data(), wanted.data(), 0.25f, rows, channels);
      double expected = 0;
      for (std::size_t i = 0; i < size; ++i) {
        const float sum = maps[i] + added[i], sign = sum > wanted[i] ? 1.0f : sum < wanted[i] ? -1.0f : 0.0f;
        QVERIFY2(z[i] == sum && alone[i] == sum && plain[i] == sum && g[i] == gradient[i] + 0.25f * sign, set->name);
        expected += std::abs(double(sum) - double(wanted[i]));
      }
      QVERIFY2(close(mismatch, expected, 30.0 * double(size)), set->name);
    }
  }

  void notANumberStaysOne() {
    const float y[] = {NAN, 1}, scale[] = {1}, shift[] = {0}, wanted[] = {0, 0};
    for (const Kernels* set : sets()) {
      float z[2];
      QVERIFY(std::isnan(set->activateAndCompare(y, {scale, shift, 6}, wanted, 2, 1, z)));
      QVERIFY(std::isnan(z[0]) && z[1] == 1);
    }
  }

  void differentiatesTheActivation_data() { addSizes(); }
  void differentiatesTheActivation() {
    QFETCH(int, rows);
    QFETCH(int, channels);
    const auto size = std::size_t(rows * channels);
    const Floats y = randomValues(size), wanted = randomValues(size), scale(std::size_t(channels), 1.0f),
                 shift(std::size_t(channels), 0.0f), around = randomValues(std::size_t(channels)),
                 gradient = randomValues(size);
    for (const Kernels* set : sets())
      for (const auto& [compares, linear] : {std::pair{false, false}, {true, false}, {false, true}, {true, true}}) {
        Floats g = gradient;
        const float floor = linear ? -INFINITY : 0, cap = linear ? INFINITY : 6;
        const auto n = std::size_t(channels);
        Doubles sum(n), product(n), s(n), p(n);
        set->activateBackward(g.data(), y.data(), {scale.data(), shift.data(), cap, floor},
                              compares ? wanted.data() : nullptr, 0.25f, around.data(), rows, channels, sum.data(),
                              product.data());
        for (std::size_t i = 0; i < size; ++i) {
          const std::size_t c = i % std::size_t(channels);
          const double z = std::clamp(double(y[i]), double(floor), double(cap)), w = double(wanted[i]);
          double value = double(gradient[i]) + (compares ? 0.25 * ((z > w) - (z < w)) : 0);
          if (y[i] <= floor || y[i] >= cap) value = 0;
          QVERIFY2(close(double(g[i]), value, 10), set->name);
          s[c] += value;
          p[c] += value * (double(y[i]) - double(around[c]));
        }
        for (std::size_t c = 0; c < s.size(); ++c)
          QVERIFY2(close(sum[c], s[c], 10.0 * rows) && close(product[c], p[c], 120.0 * rows), set->name);
      }
  }

  void combines_data() { addSizes(); }
  void combines() {
    QFETCH(int, rows);
    QFETCH(int, channels);
    const auto size = std::size_t(rows * channels), n = std::size_t(channels);
    const Floats gradient = randomValues(size), y = randomValues(size), a = randomValues(n), b = randomValues(n),
                 c = randomValues(n);
    for (const Kernels* set : sets()) {
      Floats g = gradient;
      set->combine(g.data(), y.data(), a.data(), b.data(), c.data(), rows, channels);
      for (std::size_t i = 0; i < size; ++i)
        QVERIFY2(
            close(double(g[i]),
                  double(a[i % n]) * double(gradient[i]) + double(b[i % n]) * double(y[i]) + double(c[i % n]), 200),
            set->name);
    }
  }

  void roundsToBFloat16() {
    const float infinity = std::numeric_limits<float>::infinity();
    Floats values{0.0f,
                  -0.0f,
                  1.0f,
                  1.00390625f /* a tie */,
                  1.01171875f /* the next one */,
                  3.4e38f,
                  -infinity,
                  infinity,
                  std::numeric_limits<float>::quiet_NaN()};
    const Floats more = randomValues(100, -1e3, 1e3);
    values.insert(values.end(), more.begin(), more.end());
    for (const Kernels* set : sets()) {
      std::vector<std::uint16_t> rounded(values.size());
      set->roundToBFloat16(values.data(), std::int64_t(values.size()), rounded.data());
      for (std::size_t i = 0; i < values.size(); ++i) {
        const float found = fromBFloat16(rounded[i]);
        if (std::isnan(values[i])) {
          QVERIFY2(std::isnan(found), set->name);
        } else if (std::isinf(values[i]) || i == 5) {  // 3.4e38 is nearer to 2^128 than to the largest bfloat16
          QVERIFY2(std::isinf(found) && (found > 0) == (values[i] > 0), set->name);
        } else {
          const int exponent = values[i] == 0 ? 0 : std::ilogb(values[i]);
          QVERIFY2(std::abs(found - values[i]) <= std::ldexp(1.0f, exponent - 8), set->name);
        }
      }
      QCOMPARE(fromBFloat16(rounded[3]), 1.0f);
      QCOMPARE(fromBFloat16(rounded[4]), 1.015625f);
    }
  }

  /// Factors rounded one by one, products and sums in double.
  void multipliesInBFloat16() {
    if (!hasBFloat16()) QSKIP("this processor has no instructions for bfloat16");
    for (const auto& [m, n, k] : {std::array<std::int64_t, 3>{13, 5, 9}, {64, 48, 80}, {130, 16, 32}}) {
      const Floats x = randomValues(std::size_t(m * k)), w = randomValues(std::size_t(n * k)),
                   dy = randomValues(std::size_t(m * n));
      Floats y(std::size_t(m * n)), dx(std::size_t(m * k)), dw(std::size_t(n * k), 1);
      Weights weights(Precision::BFloat16);
      weights.set(w.data(), n * k);
      multiplyTransposed(m, n, k, x.data(), weights, y.data());
      multiplyBackward(m, n, k, dy.data(), x.data(), weights, dw.data(), dx.data());
      const Doubles xr = rounded(x), wr = rounded(w), gr = rounded(dy);
      const auto at = [](std::int64_t row, std::int64_t columns, std::int64_t column) {
        return std::size_t(row * columns + column);
      };
      Doubles wantedY(y.size()), wantedX(dx.size()), wantedW(dw.size(), 1);
      for (std::int64_t r = 0; r < m; ++r)
        for (std::int64_t o = 0; o < n; ++o)
          for (std::int64_t i = 0; i < k; ++i) {
            wantedY[at(r, n, o)] += xr[at(r, k, i)] * wr[at(o, k, i)];
            wantedX[at(r, k, i)] += gr[at(r, n, o)] * wr[at(o, k, i)];
            wantedW[at(o, k, i)] += gr[at(r, n, o)] * xr[at(r, k, i)];
          }
      for (std::size_t i = 0; i < y.size(); ++i) QVERIFY(close(double(y[i]), wantedY[i], 81.0 * double(k)));
      for (std::size_t i = 0; i < dx.size(); ++i) QVERIFY(close(double(dx[i]), wantedX[i], 81.0 * double(n)));
      for (std::size_t i = 0; i < dw.size(); ++i) QVERIFY(close(double(dw[i]), wantedW[i], 81.0 * double(m)));
    }
  }

  void multipliesMatrices() {
    const std::int64_t m = 13, n = 5, k = 9;
    const Floats x = randomValues(m * k), w = randomValues(n * k), dy = randomValues(m * n);
    Floats y(m * n), dx(m * k), dw(n * k, 1);
    multiplyTransposed(m, n, k, x.data(), w.data(), y.data());
    multiply(m, k, n, dy.data(), w.data(), dx.data());
    addOuterProducts(n, k, m, dy.data(), x.data(), dw.data());
    Doubles wantedY(m * n), wantedX(m * k), wantedW(n * k, 1);
    for (std::size_t r = 0; r < m; ++r)
      for (std::size_t o = 0; o < n; ++o)
        for (std::size_t i = 0; i < k; ++i) {
          wantedY[r * n + o] += double(x[r * k + i]) * double(w[o * k + i]);
          wantedX[r * k + i] += double(dy[r * n + o]) * double(w[o * k + i]);
          wantedW[o * k + i] += double(dy[r * n + o]) * double(x[r * k + i]);
        }
    for (std::size_t i = 0; i < y.size(); ++i) QVERIFY(close(double(y[i]), wantedY[i], 800));
    for (std::size_t i = 0; i < dx.size(); ++i) QVERIFY(close(double(dx[i]), wantedX[i], 800));
    for (std::size_t i = 0; i < dw.size(); ++i) QVERIFY(close(double(dw[i]), wantedW[i], 1200));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestKernels)
#include "test_kernels.moc"
