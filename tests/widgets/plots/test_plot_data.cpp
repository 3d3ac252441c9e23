// SPDX-License-Identifier: GPL-3.0-or-later

#include <QImage>
#include <QPainter>
#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/report/curve_smoothing.h"
#include "support/test_program.h"
#include "widgets/plots/follow_view.h"
#include "widgets/plots/odd_values.h"
#include "widgets/plots/ranges.h"
#include "widgets/plots/running_average.h"
#include "widgets/plots/series_style.h"
#include "widgets/plots/thinned_line.h"

using namespace zipper;
using namespace zipper::plots;
using namespace zipper::test;

namespace {

ValueTrack trackOf(const std::vector<float>& values) {
  ValueTrack track;
  track.write(0, values.data(), values.size());
  return track;
}

bool holds(const ThinnedLine& line, float value) {
  return std::any_of(line.points.begin(), line.points.end(), [value](const LinePoint& p) { return p.y == value; });
}

bool sameSpan(const Span& a, double lower, double upper) {
  return std::abs(a.lower - lower) < 1e-9 && std::abs(a.upper - upper) < 1e-9;
}

}  // namespace

class TestPlotData : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void extremesAreThoseOfBruteForce() {
    std::mt19937 random = seeded();
    for (int round = 0; round < 60; ++round) {
      std::vector<float> values;
      ValueTrack track;
      for (int change = 0; change < 12; ++change) {  // appended, overwritten and both at once
        const std::size_t begin = below(random, values.size() + 1);
        const std::vector<float> chunk = oddValues(random, 1 + below(random, 700));
        values.resize(std::max(values.size(), begin + chunk.size()));
        std::copy(chunk.begin(), chunk.end(), values.begin() + std::ptrdiff_t(begin));
        track.write(begin, chunk.data(), chunk.size());
        QCOMPARE(track.size(), values.size());
        for (int query = 0; query < 30; ++query) {
          std::size_t from = below(random, values.size() + 1), to = below(random, values.size() + 1);
          if (from > to) std::swap(from, to);
          QVERIFY(same(track.extremes(from, to), bruteForce(values, from, to)));
        }
      }
    }
  }

  void averagesLikeTheEngine() {
    std::mt19937 random = seeded();
    for (const int window : {1, 2, 9, 100, 5000}) {
      std::vector<float> values = oddValues(random, 2000);
      for (float& value : values)
        if (value == 1e30F) value = 2;  // so that the comparison of rounding stays meaningful
      const std::vector<double> expected = smoothed(values, window);
      RunningAverage average(window);
      for (std::size_t i = 0; i < values.size(); ++i) QVERIFY(sameValue(average.next(values[i]), float(expected[i])));
    }
  }

  void binsArePowersOfTwo() {
    QCOMPARE(rowsPerBin(500, 1000), std::size_t(1));
    QCOMPARE(rowsPerBin(1000, 1000), std::size_t(1));
    QCOMPARE(rowsPerBin(1001, 1000), std::size_t(2));
    QCOMPARE(rowsPerBin(1e6, 1000), std::size_t(1024));
    QCOMPARE(rowsPerBin(5, 0), std::size_t(8));
  }

  void thinningLosesNoPeakAndNoOddValue() {
    std::mt19937 random = seeded();
    for (int round = 0; round < 40; ++round) {
      const std::vector<float> values = oddValues(random, 1 + below(random, 5000));
      const ValueTrack track = trackOf(values);
      const bool logarithmic = below(random, 2) == 1;
      const std::size_t bin = std::size_t(1) << below(random, 8);
      ThinnedLine line;
      thin(track, {100, 0, 1e9, bin, logarithmic}, line);
      std::size_t odd = 0;
      for (std::size_t begin = 0; begin < values.size(); begin += bin) {
        const Extremes span = bruteForce(values, begin, std::min(values.size(), begin + bin));
        odd += std::size_t(span.notANumber) + span.plusInfinity + span.minusInfinity + (logarithmic && span.low <= 0);
        if (logarithmic && span.anyPositive()) QVERIFY(holds(line, span.lowestPositive) && holds(line, span.high));
        if (!logarithmic && span.anyFinite()) QVERIFY(holds(line, span.low) && holds(line, span.high));
      }
      QCOMPARE(line.odd.size(), odd);
      QVERIFY(line.points.size() <= 3 * (values.size() / bin + 2));
      for (const LinePoint& point : line.points) {
        QVERIFY(point.x > 100 && point.x <= 100.5 + double(values.size()));
        QVERIFY(!std::isinf(point.y));
      }
    }
  }

  void keepsTheLineToTheEdgesOnly() {
    std::vector<float> values(100000);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = float(i % 97);
    const ValueTrack track = trackOf(values);
    ThinnedLine line;
    thin(track, {0, 50000, 50100, 1, false}, line);
    QVERIFY(line.points.size() >= 101 && line.points.size() <= 106);
    QVERIFY(line.points.front().x < 50000);
    QVERIFY(line.points[line.points.size() - 2].x > 50100);
    ThinnedLine outside;
    thin(track, {0, 200000, 300000, 8, false}, outside);
    thin(track, {0, -3000, -2000, 8, false}, outside);
    QVERIFY(outside.points.empty());
  }

  void interruptsTheLineWhereValuesAreMissing() {
    const ValueTrack track = trackOf({1, 2, NAN, 4, 5});
    ThinnedLine line;
    thin(track, {0, 0, 10, 1, false}, line);
    QCOMPARE(line.points.size(), std::size_t(6));  // the last interruption ends the step
    QVERIFY(std::isnan(line.points[2].y) && std::isnan(line.points[5].y));
    QCOMPARE(line.odd.size(), std::size_t(1));
    QCOMPARE(line.odd[0].x, 3.0);
    QVERIFY(line.odd[0].kind == OddKind::NotANumber);
  }

  void followsTheNewestUntilTheUserMoves() {
    FollowView view;
    QVERIFY(sameSpan(view.span(100, 100), 0, 102.5));
    view.zoomTo({60, 110}, 100, 100);
    QVERIFY(view.follows() && !view.showsAll());
    QVERIFY(sameSpan(view.span(140, 140), 100, 150));  // the newest keeps its place
    view.panTo({20, 70}, 140);
    QVERIFY(!view.follows());
    QVERIFY(sameSpan(view.span(500, 500), 20, 70));
    view.setFollows(true, 500, 500);
    QVERIFY(sameSpan(view.span(500, 500), 451.5, 501.5));
    view.fitAll();
    QVERIFY(sameSpan(view.span(500, 500), 0, 510.5));
  }

  void zoomingAwayFromTheNewestStopsFollowing() {
    FollowView view;
    view.zoomTo({10, 50}, 100, 100);
    QVERIFY(!view.follows());
    view.zoomTo({-1000, 5000}, 100, 100);
    QVERIFY(view.span(100, 100).size() <= 2 * wholeSpan(100).size() + 1e-9);
    view.zoomTo({20, 20.1}, 100, 100);
    QVERIFY(view.span(100, 100).size() >= 8);
    view.panTo({1e6, 1e6 + 8}, 100);
    QVERIFY(view.span(100, 100).lower < 100);  // something stays in view
    FollowView whole;
    whole.setFollows(false, 100, 100);
    QVERIFY(sameSpan(whole.span(400, 400), 0, 102.5));  // off keeps what was in view
  }

  void axesHaveRoomForTheirValues() {
    Extremes none;
    QVERIFY(sameSpan(valueSpan(none, false), 0, 1));
    QVERIFY(valueSpan(none, true).lower > 0);
    Extremes some;
    for (const float value : {0.5F, 4.0F, NAN}) some.add(value);
    QCOMPARE(valueSpan(some, false).lower, 0.0);
    QVERIFY(valueSpan(some, false).upper > 4);
    QVERIFY(valueSpan(some, true).lower < 0.5 && valueSpan(some, true).lower > 0.3);
    Extremes constant;
    constant.add(-2);
    QVERIFY(valueSpan(constant, false).lower < -2 && valueSpan(constant, false).upper > -2);
    QVERIFY(valueSpan(constant, true).lower > 0);
    Extremes zero;
    zero.add(0);
    QVERIFY(valueSpan(zero, false).size() > 0);
  }

  void samplesAreDashedLikeTheirCurves() {
    for (const auto& [quantity, parts] : {std::pair(Quantity::CrossEntropy, 3), std::pair(Quantity::L1, 5)}) {
      SeriesStyle style = styleInOneRun({quantity, 0}, QPalette(Qt::white));
      style.color = Qt::black;
      QImage image(24, 12, QImage::Format_RGB32);
      image.fill(Qt::white);
      QPainter painter(&image);
      drawSample(painter, image.rect(), style, true, true, Qt::white);
      painter.end();
      int found = 0;
      for (int x = 0; x < 24; ++x)
        found += image.pixelColor(x, 5).lightness() < 128 && (x == 0 || image.pixelColor(x - 1, 5).lightness() >= 128);
      QVERIFY2(found >= parts, qPrintable(QString::number(found)));
    }
  }
};

ZIPPER_TEST(TestPlotData)
#include "test_plot_data.moc"
