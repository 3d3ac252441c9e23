// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel_values.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Scale and shift of a batch normalization, and the activations that may stand behind it.
struct Activations {
  Floats scale, shift;
  std::vector<ScaledActivation> all() const {
    std::vector<ScaledActivation> kinds;
    for (const auto& [floor, cap] : {std::pair{0.0f, 6.0f}, {0.0f, INFINITY}, {-INFINITY, INFINITY}})
      kinds.push_back({scale.data(), shift.data(), cap, floor});
    kinds.push_back(hardSwish());
    return kinds;
  }
  ScaledActivation hardSwish() const { return {scale.data(), shift.data(), 0, 0, true}; }
};

double valueOf(const ScaledActivation& how, double u) {
  if (!how.hardSwish) return std::clamp(u, double(how.floor), double(how.cap));
  return u < -3 ? 0 : u > 3 ? u : (u * u + 3 * u) / 6;
}

double slopeOf(const ScaledActivation& how, double u) {
  if (!how.hardSwish) return u > double(how.floor) && u < double(how.cap) ? 1 : 0;
  return u < -3 ? 0 : u > 3 ? 1 : (2 * u + 3) / 6;
}

}  // namespace

/// The hard swish and what squeeze-and-excite does to maps, of every set of loops, against plain loops in double.
class TestGates : public QObject {
  Q_OBJECT

  RandomValues randomValues;
  int rows_ = 0, channels_ = 0;
  std::size_t size_ = 0, n_ = 0;

  void fetch() {
    QFETCH(int, rows);
    QFETCH(int, channels);
    rows_ = rows;
    channels_ = channels;
    n_ = std::size_t(channels);
    size_ = std::size_t(rows) * n_;
  }
  /// Most values lie between the ends of the hard swish, or near them.
  Floats values() { return randomValues(size_, -5, 5); }
  Activations scaled() { return {randomValues(n_, 0.5, 2), randomValues(n_, -2, 2)}; }
  /// So that a value that is beside a kink is so in float, too.
  Activations unscaled() const { return {Floats(n_, 1.0f), Floats(n_, 0.0f)}; }
  double u(const ScaledActivation& how, const Floats& y, std::size_t i) const {
    return double(y[i]) * double(how.scale[i % n_]) + double(how.shift[i % n_]);
  }

 private Q_SLOTS:
  void initTestCase() { randomValues.seed(); }

  void activatesByHardSwish_data() { addSizes(); }
  void activatesByHardSwish() {
    fetch();
    const Floats y = values(), wanted = values();
    const Activations activations = scaled();
    const ScaledActivation how = activations.hardSwish();
    for (const Kernels* set : sets()) {
      Floats z(size_), compared(size_);
      set->activate(y.data(), how, rows_, channels_, z.data());
      const double mismatch = set->activateAndCompare(y.data(), how, wanted.data(), rows_, channels_, compared.data());
      double expected = 0;
      for (std::size_t i = 0; i < size_; ++i) {
        const double value = valueOf(how, u(how, y, i));
        QVERIFY2(close(double(z[i]), value) && z[i] == compared[i], set->name);
        expected += std::abs(value - double(wanted[i]));
      }
      QVERIFY2(close(mismatch, expected, 5.0 * double(size_)), set->name);
    }
  }

  /// Below -3, above 3, where nothing may be lost, and beside numbers.
  void hardSwishHasThreeParts() {
    const float y[] = {-1e30f, -3.0f, 3.0f, 12345.678f, NAN, 1.0f}, scale[] = {1}, shift[] = {0};
    const ScaledActivation how{scale, shift, 0, 0, true};
    for (const Kernels* set : sets()) {
      float z[6];
      set->activate(y, how, 6, 1, z);
      QVERIFY2(z[0] == 0 && z[1] == 0 && z[2] == 3 && z[3] == y[3] && std::isnan(z[4]), set->name);
      QVERIFY2(close(double(z[5]), 4.0 / 6), set->name);
    }
  }

  void differentiatesTheHardSwish_data() { addSizes(); }
  void differentiatesTheHardSwish() {
    fetch();
    const Floats y = values(), gradient = randomValues(size_), around = randomValues(n_);
    const Activations activations = unscaled();
    const ScaledActivation how = activations.hardSwish();
    Floats wanted = values();
    for (std::size_t i = 0; i < size_; ++i)  // |z - wanted| has a kink, too
      if (std::abs(valueOf(how, double(y[i])) - double(wanted[i])) < 1e-3) wanted[i] += 1;
    for (const Kernels* set : sets())
      for (const bool compares : {false, true}) {
        Floats g = gradient;
        Doubles sum(n_, 1), product(n_, 2), s(n_, 1), p(n_, 2);
        set->activateBackward(g.data(), y.data(), how, compares ? wanted.data() : nullptr, 0.25f, around.data(), rows_,
                              channels_, sum.data(), product.data());
        for (std::size_t i = 0; i < size_; ++i) {
          const double in = double(y[i]), z = valueOf(how, in), w = double(wanted[i]);
          const double value = (double(gradient[i]) + (compares ? 0.25 * ((z > w) - (z < w)) : 0)) * slopeOf(how, in);
          QVERIFY2(close(double(g[i]), value, 10), set->name);
          s[i % n_] += value;
          p[i % n_] += value * (in - double(around[i % n_]));
        }
        for (std::size_t c = 0; c < n_; ++c)
          QVERIFY2(close(sum[c], s[c], 10.0 * rows_) && close(product[c], p[c], 140.0 * rows_), set->name);
      }
  }

  void sumsWhatIsActivated_data() { addSizes(); }
  void sumsWhatIsActivated() {
    fetch();
    const Floats y = values(), weights = values();
    const Activations activations = scaled();
    for (const Kernels* set : sets())
      for (const ScaledActivation& how : activations.all())
        for (const bool weighs : {false, true}) {
          Doubles sum(n_, 1), expected(n_, 1);
          set->sumActivated(y.data(), how, weighs ? weights.data() : nullptr, rows_, channels_, sum.data());
          for (std::size_t i = 0; i < size_; ++i)
            expected[i % n_] += valueOf(how, u(how, y, i)) * (weighs ? double(weights[i]) : 1);
          for (std::size_t c = 0; c < n_; ++c) QVERIFY2(close(sum[c], expected[c], 12.0 * rows_), set->name);
        }
  }

  void scalesWhatIsActivated_data() { addSizes(); }
  void scalesWhatIsActivated() {
    fetch();
    const Floats y = values(), factors = randomValues(n_, 0, 1);
    const Activations activations = scaled();
    for (const Kernels* set : sets())
      for (const ScaledActivation& how : activations.all()) {
        Floats z(size_), inPlace = y;
        set->activateAndScale(y.data(), how, factors.data(), rows_, channels_, z.data());
        set->activateAndScale(inPlace.data(), how, factors.data(), rows_, channels_, inPlace.data());
        for (std::size_t i = 0; i < size_; ++i)
          QVERIFY2(close(double(z[i]), valueOf(how, u(how, y, i)) * double(factors[i % n_])), set->name);
        QVERIFY2(z == inPlace, set->name);
      }
  }

  void differentiatesWhatIsScaled_data() { addSizes(); }
  /// The sums are those that a batch normalization goes back with.
  void differentiatesWhatIsScaled() {
    fetch();
    const Floats y = values(), gradient = randomValues(size_), around = randomValues(n_),
                 factors = randomValues(n_, 0, 1), offsets = randomValues(n_, -2, 2);
    const Activations activations = unscaled();
    for (const Kernels* set : sets())
      for (const ScaledActivation& how : activations.all()) {
        Floats g = gradient;
        Doubles sum(n_, 1), product(n_, 2), s(n_, 1), p(n_, 2);
        set->scaledBackward(g.data(), y.data(), how, factors.data(), offsets.data(), around.data(), rows_, channels_,
                            sum.data(), product.data());
        for (std::size_t i = 0; i < size_; ++i) {
          const std::size_t c = i % n_;
          const double value =
              (double(gradient[i]) * double(factors[c]) + double(offsets[c])) * slopeOf(how, double(y[i]));
          QVERIFY2(close(double(g[i]), value, 11), set->name);
          s[c] += value;
          p[c] += value * (double(y[i]) - double(around[c]));
        }
        for (std::size_t c = 0; c < n_; ++c)
          QVERIFY2(close(sum[c], s[c], 11.0 * rows_) && close(product[c], p[c], 154.0 * rows_), set->name);
      }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestGates)
#include "test_gates.moc"
