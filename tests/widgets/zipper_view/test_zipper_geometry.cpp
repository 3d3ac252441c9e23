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

ColumnShares closedLayers(std::initializer_list<int> layers) {
  ColumnShares closed{};
  for (const int layer : layers) closed[std::size_t(layer)] = 1;
  return closed;
}

bool near(double a, double b) { return std::abs(a - b) < 1e-9; }

}  // namespace

class TestZipperGeometry : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void columnsRunFromLeftToRightWithoutOverlap() {
    for (const double aspect : {0.1, 0.44, 0.5625, 0.74, 3.0}) {
      const ZipperGeometry geometry(aspect);
      for (int column = 0; column < columnCount; ++column) {
        QVERIFY(geometry.bounds().contains(geometry.columnRect(column)));
        QCOMPARE(geometry.columnAt(geometry.columnRect(column).center()), column);
        if (column > 0) QVERIFY(!geometry.columnRect(column).intersects(geometry.columnRect(column - 1)));
      }
      QCOMPARE(geometry.columnAt(QPointF(-5, 100)), -1);
      QCOMPARE(geometry.columnAt(geometry.legendRect().center()), -1);
    }
  }

  void rowsLieBelowOneAnother() {
    for (const double aspect : {0.44, 0.5625, 0.74}) {
      const ZipperGeometry geometry(aspect);
      const std::vector<QRectF> rows{geometry.headerRect(3), geometry.bandRect(0),  geometry.bodyRect(),
                                     geometry.bandRect(1),   geometry.labelRect(3), geometry.legendRect()};
      for (std::size_t i = 1; i < rows.size(); ++i) QVERIFY(rows[i].top() >= rows[i - 1].bottom() - 1e-6);
      for (const QRectF& row : rows) QVERIFY(row.height() >= 20);
      const double strand = geometry.strandOffset(0);
      QVERIFY(strand + geometry.tallestBlock() / 2 < geometry.bodyRect().height() / 2);
      QVERIFY(strand - geometry.tallestBlock() / 2 > 0);
    }
  }

  void frontCountsTheLayersThatAreClosedFromTheFirstOn() {
    QVERIFY(near(ZipperGeometry::front({}), 0));
    QVERIFY(near(ZipperGeometry::front(closedLayers({1, 2, 3})), 3));
    QVERIFY(near(ZipperGeometry::front(closedLayers({7, 9, 13})), 0));
    QVERIFY(near(ZipperGeometry::front(closedLayers({1, 2, 4, 5})), 2));
    ColumnShares leaning = closedLayers({1});
    leaning[2] = leaningShare;
    QVERIFY(near(ZipperGeometry::front(leaning), 1));
    leaning[2] = 0.6;
    const double front = ZipperGeometry::front(leaning);
    QVERIFY(front > 1.4 && front < 1.6);
  }

  void sliderStandsBetweenTheLastClosedLayerAndTheNext() {
    const ZipperGeometry geometry;
    for (int layers = 0; layers <= layerCount; ++layers) {
      const double x = geometry.sliderX(layers);
      QVERIFY(x > geometry.columnX(layers) + 15);
      QVERIFY(x < geometry.columnX(layers + 1) - 15);
    }
    for (double front = 0; front < layerCount; front += 0.05)
      QVERIFY(geometry.sliderX(front + 0.05) > geometry.sliderX(front));
  }

  void strandsMeetInTheSliderAndInClosedLayers() {
    const ZipperGeometry geometry;
    for (int layers = 0; layers <= layerCount; ++layers) {
      ColumnShares closed{};
      for (int layer = 1; layer <= layers; ++layer) closed[std::size_t(layer)] = 1;
      const double left = geometry.columnX(layers), right = geometry.columnX(layers + 1);
      const double share = (geometry.sliderX(layers) - left) / (right - left);
      QVERIFY(geometry.offsetInGap(layers, share, closed) < geometry.strandOffset(1) + 0.01);
      QVERIFY(near(geometry.offsetInGap(layers, 0, closed), geometry.strandOffset(layers ? 1 : 0)));
      QVERIFY(near(geometry.offsetInGap(layers, 1, closed), geometry.strandOffset(0)));
    }
  }

  void strandsNeverJumpWhileLayersClose() {
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> uniform(0, 1);
    const ZipperGeometry geometry;
    for (int round = 0; round < 200; ++round) {
      ColumnShares closed{};
      for (int layer = 1; layer <= layerCount; ++layer)
        closed[std::size_t(layer)] = uniform(random) < 0.5 ? 1 : uniform(random);
      double last = geometry.strandOffset(0);
      for (int gap = 0; gap <= layerCount; ++gap)
        for (int i = 0; i <= 200; ++i) {
          const double offset = geometry.offsetInGap(gap, i / 200.0, closed);
          QVERIFY(offset >= geometry.strandOffset(1) - 1e-9 && offset <= geometry.strandOffset(0) + 1e-9);
          QVERIFY2(std::abs(offset - last) < 12, qPrintable(QString("gap %1, %2").arg(gap).arg(i)));
          last = offset;
        }
      QVERIFY(near(last, geometry.strandOffset(0)));
    }
  }

  void blockAreaFollowsTheParameters() {
    const ZipperGeometry geometry;
    QVERIFY(near(geometry.blockHeight(1000000, 1000000), geometry.tallestBlock()));
    QVERIFY(near(geometry.blockHeight(250000, 1000000), geometry.tallestBlock() / 2));
    QVERIFY(geometry.blockHeight(10, 1000000) >= 10);  // still to be seen
    QVERIFY(std::isfinite(geometry.blockHeight(0, 0)));
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
