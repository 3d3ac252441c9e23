// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>
#include <limits>
#include <set>

#include "core/report/chart_axis.h"
#include "core/report/curve_smoothing.h"
#include "core/report/series_looks.h"
#include "core/report/svg_chart.h"
#include "core/support/error.h"
#include "core/support/text_format.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

const double notANumber = std::numeric_limits<double>::quiet_NaN();
const double infinity = std::numeric_limits<double>::infinity();

std::string labelsOf(const ChartAxis& axis) {
  std::string labels;
  for (const ChartTick& tick : axis.ticks) labels += (labels.empty() ? "" : " ") + tick.label;
  return labels;
}

int count(const std::string& text, const std::string& part) {
  int found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

class TestChart : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Six tasks can be told apart by colour, by line and by marker; none looks like what stands for all.
  void looksDiffer() {
    std::set<int> colors;
    std::set<ChartLine> lines;
    std::set<ChartMarker> markers;
    for (int t = 0; t < 6; ++t) {
      const ChartSeries series = seriesWithLook("task", t);
      colors.insert(series.color);
      lines.insert(series.line);
      markers.insert(series.marker);
      LineChart chart;
      chart.series = {series};
      chart.series[0].points = {{0, 1}, {1, 2}};
      QVERIFY(count(svgOf(chart), concat("var(--chart-", series.color, ",#")) > 0);
    }
    QCOMPARE(colors.size() + lines.size() + markers.size(), std::size_t(18));
    QVERIFY(colors.count(neutralColor) == 0);
  }

  void choosesNiceTicks_data() {
    QTest::addColumn<QVector<double>>("values");
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<QString>("labels");
    QTest::newRow("linear") << QVector<double>{3, 97} << false << "0 20 40 60 80 100";
    QTest::newRow("small") << QVector<double>{0.012, 0.031} << false << "0.010 0.015 0.020 0.025 0.030 0.035";
    QTest::newRow("negative") << QVector<double>{-1, 1} << false
                              << QString::fromUtf8("\u22121.0 \u22120.5 0.0 0.5 1.0");
    QTest::newRow("one value") << QVector<double>{50} << false << "44 46 48 50 52 54 56";
    QTest::newRow("nothing") << QVector<double>{notANumber, infinity} << false << "0.0 0.2 0.4 0.6 0.8 1.0";
    QTest::newRow("decades") << QVector<double>{0.02, 400} << true << "0.01 0.1 1 10 100 1000";
    QTest::newRow("one decade") << QVector<double>{0.3, 4} << true << "0.2 0.5 1 2 5";
    QTest::newRow("no positive value") << QVector<double>{-3, 0} << true << "0.0 0.2 0.4 0.6 0.8 1.0";
  }

  void choosesNiceTicks() {
    QFETCH(QVector<double>, values);
    QFETCH(bool, logarithmic);
    QFETCH(QString, labels);
    const ChartAxis axis = niceAxis({values.begin(), values.end()}, logarithmic, 5);
    QCOMPARE(QString::fromStdString(labelsOf(axis)), labels);
  }

  void containsItsValues() {
    for (const double low : {1e-7, 0.003, 0.999, 7.0, 12345.0})
      for (const double factor : {1.0, 1.001, 3.0, 1e3, 1e12})
        for (const bool logarithmic : {false, true}) {
          const ChartAxis axis = niceAxis({low, low * factor}, logarithmic, 6);
          QVERIFY(axis.place(low) > -1e-9 && axis.place(low * factor) < 1 + 1e-9);
          QVERIFY(axis.low < axis.high);
          QVERIFY(axis.ticks.size() >= 2 && axis.ticks.size() <= 14);
        }
  }

  void keepsToItsLimits() {
    const ChartAxis axis = niceAxis({93, 99.9}, false, 5, {0, 100});
    QCOMPARE(axis.high, 100.0);
    QCOMPARE(labelsOf(axis), std::string("92 94 96 98 100"));
  }

  void smoothsWithoutPullToZero() {
    for (const double value : smoothed(std::vector<float>(50, 3.0f), 20)) QVERIFY(std::abs(value - 3) < 1e-9);
    // Window 3: a share of 1/2. (1/2*4 + 1/4*1) / (3/4)
    QCOMPARE(smoothed({1, 4}, 3)[1], 3.0);
  }

  void keepsNonFiniteValuesOutOfTheAverage() {
    const auto result = smoothed({2, NAN, 2, INFINITY, 2}, 5);
    QVERIFY(std::isnan(result[1]) && std::isinf(result[3]));
    QCOMPARE(result[4], 2.0);
  }

  void losesNoPeakWhenThinning() {
    std::vector<ChartPoint> points;
    for (int i = 0; i < 100000; ++i) points.push_back({double(i), std::sin(i * 0.001)});
    points[31337].y = 9;
    points[77777].y = -9;
    points[50001].y = notANumber;
    const auto kept = thinned(points, 1500);
    QVERIFY(kept.size() <= 1500);
    const auto has = [&](double x) {
      return std::any_of(kept.begin(), kept.end(), [x](const ChartPoint& point) { return point.x == x; });
    };
    for (const double x : {0.0, 31337.0, 77777.0, 50001.0, 99999.0}) QVERIFY(has(x));
    for (std::size_t i = 1; i < kept.size(); ++i) QVERIFY(kept[i - 1].x < kept[i].x);
  }

  void interruptsLinesAndMarksWhatHasNoPlace() {
    LineChart chart;
    chart.series = {{"a", 0, ChartLine::Solid, ChartMarker::Circle, false, {}}};
    chart.series[0].points = {{0, 1}, {1, 2}, {2, notANumber}, {3, 1}, {4, 0, true}, {5, 2}, {6, 3}};
    const std::string svg = svgOf(chart);
    QCOMPARE(count(svg, "<polyline"), 3);
    QCOMPARE(count(svg, "class=\"outside\""), 2);  // the mark and its line in the legend
    QCOMPARE(count(svg, "<circle"), 5 + 1);
    QCOMPARE(count(svg, "nan\""), 0);
  }

  void marksZeroOnALogarithmicAxis() {
    LineChart chart;
    chart.logarithmicY = true;
    chart.series = {{"a", 0, ChartLine::Solid, ChartMarker::None, false, {{0, 1}, {1, 0}, {2, 100}}}};
    QCOMPARE(count(svgOf(chart), "class=\"outside\""), 2);
  }

  void drawsAnEmptyChart() { QVERIFY(svgOf({}).find("</svg>") != std::string::npos); }

  void formatsNumbers() {
    QCOMPARE(withThousands(0) + withThousands(-1234567), std::string("0-1,234,567"));
    QCOMPARE(fixedNumber(-0.0001, 2), std::string("0.00"));
    QCOMPARE(shortestNumber(0.1), std::string("0.1"));
    QCOMPARE(percentText(0.91234), std::string("91.23\u00a0%"));
    QCOMPARE(pointsText(-0.004), std::string("\u22120.40\u00a0points"));
    QCOMPARE(bytesText(12868000), std::string("12.9\u00a0MB"));
    QCOMPARE(durationText(41.24), std::string("41.2\u00a0s"));
    QCOMPARE(durationText(192), std::string("3\u00a0min 12\u00a0s"));
    QCOMPARE(durationText(3900), std::string("1\u00a0h 05\u00a0min"));
    QCOMPARE(shortened("bl\u00fcten", 4), std::string("bl\u00fc\u2026"));
  }
};

ZIPPER_TEST(TestChart)
#include "test_chart.moc"
