// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/histogram.h"

#include <QtTest>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/support/random.h"
#include "support/test_program.h"

using namespace zipper;

class TestHistogram : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void countsOnCommonBins() {
    const std::vector<float> a{0, 1, 2, 3}, b{4, 4, 2};
    const Histogram result = histogram({&a, &b}, 4);
    QCOMPARE(result.low, 0.0);
    QCOMPARE(result.high, 4.0);
    QCOMPARE(result.counts[0], (std::vector<int>{1, 1, 1, 1}));
    QCOMPARE(result.counts[1], (std::vector<int>{0, 0, 1, 2}));
  }

  void makesRoomForEqualNumbers() {
    const std::vector<float> same{2, 2, 2}, zero{0};
    const Histogram result = histogram({&same}, 2);
    QVERIFY(result.low < 2 && result.high > 2);
    QCOMPARE(result.counts[0][0] + result.counts[0][1], 3);
    QVERIFY(histogram({&zero}, 1).low < 0);
  }

  void leavesOutWhatIsNotFinite() {
    const float inf = std::numeric_limits<float>::infinity(), nan = std::nanf("");
    const std::vector<float> mixed{inf, -1, nan, 1, -inf}, none{nan}, empty;
    const Histogram result = histogram({&mixed, &none, &empty}, 2);
    QCOMPARE(result.low, -1.0);
    QCOMPARE(result.high, 1.0);
    QCOMPARE(result.counts, (std::vector<std::vector<int>>{{1, 1}, {0, 0}, {0, 0}}));
    const Histogram nothing = histogram({&none}, 3);
    QCOMPARE(nothing.low, nothing.high);
    QCOMPARE(nothing.counts[0], (std::vector<int>{0, 0, 0}));
  }

  void agreesWithCountingOneByOne() {
    const std::uint64_t seed = QRandomGenerator::global()->generate();
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Random random(seed);
    std::vector<float> values(5000);
    for (float& value : values) value = float(random.uniform(-3, 5) * random.uniform());
    const Histogram result = histogram({&values}, 37);
    QCOMPARE(std::accumulate(result.counts[0].begin(), result.counts[0].end(), 0), 5000);
    // Cumulative counts up to inner edges, computed the slow way; rounding may move a number that sits on an edge.
    int below = 0;
    for (int bin = 0; bin < 36; ++bin) {
      below += result.counts[0][std::size_t(bin)];
      const double edge = result.low + (result.high - result.low) * (bin + 1) / 37;
      const auto expected = std::count_if(values.begin(), values.end(), [edge](float v) { return v < edge; });
      QVERIFY(std::abs(below - int(expected)) <= 1);
    }
  }
};

ZIPPER_TEST(TestHistogram)
#include "test_histogram.moc"
