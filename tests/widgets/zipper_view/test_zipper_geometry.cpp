// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/test_program.h"
#include "widgets/zipper_view/zipper_geometry.h"

#include <QtTest>
#include <cmath>
#include <limits>
#include <random>

#include "widgets/zipper_view/zipper_picture.h"

using namespace zipper;

namespace {

constexpr int usualLayers = 13;

/// Nothing is closed but these layers.
ColumnShares closedLayers(std::initializer_list<int> layers) {
  ColumnShares closed(usualLayers + 2);
  for (const int layer : layers) closed[std::size_t(layer)] = 1;
  return closed;
}

bool near(double a, double b) { return std::abs(a - b) < 1e-9; }

/// What the picture of two networks of 13 layers has always looked like.
struct Reference {
  double aspect, textScale;
  double axis, apart, halfway, tallest, body, upperBand, lowerBandEnd, cost;
};

}  // namespace

class TestZipperGeometry : public QObject {
  Q_OBJECT

  static void addShapes() {
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("tasks");
    for (const int layers : {1, 4, 11, 13, 15, 18, 30})
      for (const int tasks : {2, 3, 4, 6}) QTest::addRow("%d layers, %d tasks", layers, tasks) << layers << tasks;
  }

 private Q_SLOTS:
  /// The word for the mismatch bars and the title of the strand stand one above the other, or the word isn't there.
  void wordsOfTheBarsAreClearOfTheTitles() {
    int omitted = 0;
    for (double aspect = 0.3; aspect < 1; aspect += 0.05)
      for (double scale = 1; scale <= ZipperGeometry::largestTextScale; scale += 0.1)
        for (const int layers : {2, 13, 18}) {
          const ZipperGeometry geometry(layers, 2, aspect, scale);
          for (const int task : {0, 1}) {
            const QRectF word = geometry.bandWordRect(task);
            if (word.isEmpty()) {
              ++omitted;
              continue;
            }
            const double title = geometry.titleTop(task, 0);
            QVERIFY(word.bottom() <= title + 1e-9 || word.top() >= title + geometry.titleHeight() - 1e-9);
            QVERIFY(word.top() >= geometry.headerRect(0).bottom() - 1e-9);
            QVERIFY(word.bottom() <= geometry.labelRect(0).top() + 1e-9);
          }
        }
    QVERIFY(omitted > 0);  // large writing in a flat picture
    QVERIFY(!ZipperGeometry(13, 2, 0.5625, 1).bandWordRect(0).isEmpty());
  }

  void columnsRunFromLeftToRightWithoutOverlap_data() { addShapes(); }
  void columnsRunFromLeftToRightWithoutOverlap() {
    QFETCH(int, layers);
    QFETCH(int, tasks);
    for (const double aspect : {0.1, 0.44, 0.5625, 0.74, 3.0}) {
      const ZipperGeometry geometry(layers, tasks, aspect);
      QCOMPARE(geometry.columns(), layers + 2);
      for (int column = 0; column < geometry.columns(); ++column) {
        QVERIFY(geometry.bounds().contains(geometry.columnRect(column)));
        QCOMPARE(geometry.columnAt(geometry.columnRect(column).center()), column);
        if (column > 0) QVERIFY(!geometry.columnRect(column).intersects(geometry.columnRect(column - 1)));
      }
      QVERIFY(geometry.blockWidth() + 15 < geometry.pitch());  // strands and depthwise layers are seen between them
      QCOMPARE(geometry.columnAt(QPointF(-5, 100)), -1);
      QCOMPARE(geometry.columnAt(geometry.legendRect().center()), -1);
    }
  }

  void rowsLieBelowOneAnother_data() { addShapes(); }
  void rowsLieBelowOneAnother() {
    QFETCH(int, layers);
    QFETCH(int, tasks);
    for (const double aspect : {0.44, 0.5625, 0.74}) {
      const ZipperGeometry geometry(layers, tasks, aspect);
      std::vector<QRectF> rows{geometry.headerRect(1)};
      for (int task = 0; task < tasks; ++task) {
        if (!geometry.isAbove(task) && geometry.isAbove(task - 1)) rows.push_back(geometry.bodyRect());
        rows.push_back(geometry.bandRect(task));
        QVERIFY(near(geometry.bandRect(task).height(), geometry.bandRect(0).height()));  // one scale for all
      }
      rows.push_back(geometry.labelRect(1));
      QCOMPARE(geometry.keyRect().isEmpty(), tasks == 2);  // two have their titles at their strands
      if (tasks > 2) {
        QVERIFY(geometry.keyRect().top() > geometry.columnRect(1).bottom());  // clear of the frame of a selected layer
        rows.push_back(geometry.keyRect());
      }
      rows.push_back(geometry.legendRect());
      for (std::size_t i = 1; i < rows.size(); ++i) QVERIFY(rows[i].top() >= rows[i - 1].bottom() - 1e-6);
      for (const QRectF& row : rows) QVERIFY(row.height() >= 20);
    }
  }

  void strandsFanOutWithRoomForTheirBlocks_data() { addShapes(); }
  void strandsFanOutWithRoomForTheirBlocks() {
    QFETCH(int, layers);
    QFETCH(int, tasks);
    for (const double textScale : {1.0, ZipperGeometry::largestTextScale})
      for (const double aspect : {0.44, 0.5625, 0.74}) {
        const ZipperGeometry geometry(layers, tasks, aspect, textScale);
        const double half = geometry.tallestBlock() / 2;
        QVERIFY(half >= 15);
        double last = geometry.bodyRect().top();  // the end of the block above
        for (int task = 0; task < tasks; ++task) {
          const double strand = geometry.sideY(task, geometry.strandOffset(0, task));
          QVERIFY2(strand - half > last + 5, qPrintable(QString::number(task)));
          QCOMPARE(strand < geometry.axisY(), task < (tasks + 1) / 2);
          last = strand + half;
        }
        QVERIFY(last + 5 < geometry.bodyRect().bottom());
        const QRectF cost = geometry.costRect();
        QVERIFY(cost.height() >= 28);
        QVERIFY(near(cost.center().y(), geometry.axisY()));
        QVERIFY(cost.height() / 2 + half < geometry.strandOffset(0, tasks / 2));
      }
  }

  void threeStrandsLieAtEqualDistances() {
    for (const double aspect : {0.5, 0.5625, 0.74}) {
      const ZipperGeometry geometry(usualLayers, 3, aspect);
      const auto strand = [&geometry](int task) { return geometry.sideY(task, geometry.strandOffset(0, task)); };
      QVERIFY(near(strand(1) - strand(0), strand(2) - strand(1)));
    }
  }

  void manyStrandsNeedATallPictureAndManyLayersAWideOne() {
    QVERIFY(near(ZipperGeometry(usualLayers, 2, 0.3).bounds().height(), 440));
    double last = 440;
    for (const int tasks : {3, 4, 5, 6}) {
      const double height = ZipperGeometry(usualLayers, tasks, 0.3).bounds().height();
      QVERIFY(height > last + 20);
      QVERIFY(near(height, 1000 * ZipperGeometry::leastAspect(tasks)));
      last = height;
    }
    for (const int layers : {4, 13, 18}) QVERIFY(near(ZipperGeometry(layers, 2).width(), 1000));
    QVERIFY(ZipperGeometry(30, 2).width() > 1400);
  }

  void twoStrandsLieWhereTheyHaveAlwaysBeen() {
    const std::vector<Reference> references{
        {0.5625, 1, 258.25, 114.13275, 36.421331, 91.0845, 89.575, 42, 474.5, 64},
        {0.44, 1.7, 163.3, 50.5023, 18.946819, 44.0154, 81.79, 58.8, 267.8, 44.9892},
        {0.74, 1.3, 325.7, 148.4391, 45.842713, 116.4618, 110.03, 49.2, 602.2, 64},
    };
    const auto equals = [](double a, double b) { return std::abs(a - b) < 1e-5; };
    for (const Reference& reference : references) {
      const ZipperGeometry geometry(usualLayers, 2, reference.aspect, reference.textScale);
      QVERIFY(equals(geometry.columnX(7), 500));
      QVERIFY(equals(geometry.columnX(14), 957.113924));
      QVERIFY(equals(geometry.axisY(), reference.axis));
      for (int task = 0; task < 2; ++task) {
        QVERIFY(equals(geometry.strandOffset(0, task), reference.apart));
        QVERIFY(equals(geometry.strandOffset(0.35, task), reference.halfway));
        QVERIFY(equals(geometry.strandOffset(1, task), 7));
      }
      QVERIFY(equals(geometry.tallestBlock(), reference.tallest));
      QVERIFY(equals(geometry.blockWidth(), 28));
      QVERIFY(equals(geometry.bodyRect().top(), reference.body));
      QVERIFY(equals(geometry.bandRect(0).top(), reference.upperBand));
      QVERIFY(equals(geometry.bandRect(0).bottom(), reference.body));
      QVERIFY(equals(geometry.bandRect(1).top(), geometry.bodyRect().bottom()));
      QVERIFY(equals(geometry.bandRect(1).bottom(), reference.lowerBandEnd));
      QVERIFY(equals(geometry.costRect().height(), reference.cost));
    }
  }

  void frontCountsTheLayersThatAreClosedFromTheFirstOn() {
    QVERIFY(near(ZipperGeometry::front(closedLayers({})), 0));
    QVERIFY(near(ZipperGeometry::front(closedLayers({1, 2, 3})), 3));
    QVERIFY(near(ZipperGeometry::front(closedLayers({7, 9, 13})), 0));
    QVERIFY(near(ZipperGeometry::front(closedLayers({1, 2, 4, 5})), 2));
    QVERIFY(near(ZipperGeometry::front(ColumnShares(20, 1)), 18));
    QVERIFY(near(ZipperGeometry::front(ColumnShares(2, 1)), 0));  // stem and head alone
    ColumnShares leaning = closedLayers({1});
    leaning[2] = leaningShare;
    QVERIFY(near(ZipperGeometry::front(leaning), 1));
    leaning[2] = 0.6;
    const double front = ZipperGeometry::front(leaning);
    QVERIFY(front > 1.4 && front < 1.6);
  }

  void sliderStandsBetweenTheLastClosedLayerAndTheNext_data() { addShapes(); }
  void sliderStandsBetweenTheLastClosedLayerAndTheNext() {
    QFETCH(int, layers);
    QFETCH(int, tasks);
    const ZipperGeometry geometry(layers, tasks);
    for (int merged = 0; merged <= layers; ++merged) {
      const double x = geometry.sliderX(merged);
      QVERIFY(x > geometry.columnX(merged) + 15);
      QVERIFY(x < geometry.columnX(merged + 1) - 15);
    }
    for (double front = 0; front < layers; front += 0.05)
      QVERIFY(geometry.sliderX(front + 0.05) > geometry.sliderX(front));
  }

  void strandsMeetInTheSliderAndInClosedLayers_data() { addShapes(); }
  void strandsMeetInTheSliderAndInClosedLayers() {
    QFETCH(int, layers);
    QFETCH(int, tasks);
    const ZipperGeometry geometry(layers, tasks);
    for (int merged = 0; merged <= layers; ++merged) {
      ColumnShares closed(std::size_t(layers) + 2);
      for (int layer = 1; layer <= merged; ++layer) closed[std::size_t(layer)] = 1;
      const double left = geometry.columnX(merged), right = geometry.columnX(merged + 1);
      const double share = (geometry.sliderX(merged) - left) / (right - left);
      for (int task = 0; task < tasks; ++task) {
        QVERIFY(geometry.strandOffset(1, task) <= 19);  // within the slider
        QVERIFY(geometry.offsetInGap(merged, share, closed, task) < geometry.strandOffset(1, task) + 0.01);
        QVERIFY(near(geometry.offsetInGap(merged, 0, closed, task), geometry.strandOffset(merged ? 1 : 0, task)));
        QVERIFY(near(geometry.offsetInGap(merged, 1, closed, task), geometry.strandOffset(0, task)));
      }
    }
  }

  void strandsNeverJumpOrCrossWhileLayersClose_data() { addShapes(); }
  void strandsNeverJumpOrCrossWhileLayersClose() {
    QFETCH(int, layers);
    QFETCH(int, tasks);
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> uniform(0, 1);
    const ZipperGeometry geometry(layers, tasks);
    const int rounds = layers == usualLayers && tasks == 2 ? 200 : 20;
    for (int round = 0; round < rounds; ++round) {
      ColumnShares closed(std::size_t(layers) + 2);
      for (int layer = 1; layer <= layers; ++layer)
        closed[std::size_t(layer)] = uniform(random) < 0.5 ? 1 : uniform(random);
      std::vector<std::vector<double>> offsets;
      offsets.resize(std::size_t(tasks));
      for (int task = 0; task < tasks; ++task)
        for (int gap = 0; gap <= layers; ++gap)
          for (int i = 0; i <= 200; ++i)
            offsets[std::size_t(task)].push_back(geometry.offsetInGap(gap, i / 200.0, closed, task));
      for (int task = 0; task < tasks; ++task) {
        const double open = geometry.strandOffset(0, task), most = std::min(12.0, open / 10);
        const double together = geometry.strandOffset(1, task);
        const int inner = geometry.rank(task) == 0 ? -1 : geometry.isAbove(task) ? task + 1 : task - 1;
        double last = open;
        for (std::size_t i = 0; i < offsets[std::size_t(task)].size(); ++i) {
          const double offset = offsets[std::size_t(task)][i];
          const bool isApart = inner < 0 || offset > offsets[std::size_t(inner)][i] + 3;
          if (offset >= together - 1e-9 && offset <= open + 1e-9 && std::abs(offset - last) < most && isApart) {
            last = offset;
            continue;
          }
          QFAIL(qPrintable(QString("gap %1, %2: %3 after %4").arg(i / 201).arg(i % 201).arg(offset).arg(last)));
        }
        QVERIFY(near(last, open));
      }
    }
  }

  void blockAreaFollowsTheParameters() {
    for (const int tasks : {2, 6}) {
      const ZipperGeometry geometry(usualLayers, tasks);
      QVERIFY(near(geometry.blockHeight(1000000, 1000000), geometry.tallestBlock()));
      QVERIFY(near(geometry.blockHeight(250000, 1000000), geometry.tallestBlock() / 2));
      QVERIFY(geometry.blockHeight(10, 1000000) >= 10);  // still to be seen
      QVERIFY(std::isfinite(geometry.blockHeight(0, 0)));
    }
  }

  void fullBarsStandForRoundNumbers() {
    QVERIFY(near(niceCeiling(0.013), 0.02));
    QVERIFY(near(niceCeiling(0.05), 0.05));
    QVERIFY(near(niceCeiling(0.051), 0.1));
    QVERIFY(near(niceCeiling(7), 10));
    QVERIFY(near(niceCeiling(0), 1));
    QVERIFY(near(niceCeiling(std::numeric_limits<double>::quiet_NaN()), 1));
    QVERIFY(near(niceCeiling(std::numeric_limits<double>::infinity()), 1));
  }
};

ZIPPER_TEST(TestZipperGeometry)
#include "test_zipper_geometry.moc"
