// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/workbench/theme.h"
#include "support/test_program.h"
#include "widgets/style/colors.h"
#include "widgets/style/task_cues.h"

using namespace zipper;

namespace {

constexpr int runs = 5;

double distance(const QColor& a, const QColor& b) {
  return std::hypot(a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue());
}

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

/// What linear RGB becomes for an eye without receptors for red or green (Machado, Oliveira, Fernandes 2009).
const Matrix usualEye{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
const Matrix protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
const Matrix deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};

Triple product(const Matrix& matrix, const Triple& vector) {
  Triple result{};
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) result[i] += matrix[i][j] * vector[j];
  return result;
}

/// CIE L*a*b* of a colour as this eye sees it.
Triple seen(const QColor& color, const Matrix& eye) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  Triple rgb = product(eye, {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
  for (double& c : rgb) c = std::clamp(c, 0.0, 1.0);
  const Matrix toXyz{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
  const Triple xyz = product(toXyz, rgb);
  const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = root(xyz[0] / 0.9505), y = root(xyz[1]), z = root(xyz[2] / 1.089);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distanceFor(const Matrix& eye, const QColor& a, const QColor& b) {
  const Triple x = seen(a, eye), y = seen(b, eye);
  return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

void addPalettes() {
  QTest::addColumn<QPalette>("palette");
  QTest::newRow("light") << Theme::lightPalette();
  QTest::newRow("dark") << Theme::darkPalette();
  QTest::newRow("black on white") << QPalette(Qt::black, QColor("#F6F8FA"), Qt::white, Qt::gray, Qt::gray, Qt::black,
                                              Qt::white);
  QTest::newRow("white on black") << QPalette(Qt::white, Qt::black, Qt::gray, Qt::darkGray, Qt::darkGray, Qt::white,
                                              Qt::black);
}

}  // namespace

class TestColors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void runsDifferFromTasksAndFromEachOther_data() {
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << QPalette(QColor("#F3F4F6"));
    QPalette dark(QColor("#202427"));
    dark.setColor(QPalette::Base, "#191C1F");
    QTest::newRow("dark") << dark;
  }

  void runsDifferFromTasksAndFromEachOther() {
    QFETCH(QPalette, palette);
    for (int run = 0; run < runs; ++run) {
      const QColor color = style::seriesColor(run, palette);
      QVERIFY(style::contrast(color, palette.color(QPalette::Base)) >= 3);
      for (int task = 0; task < 2; ++task) QVERIFY(distance(color, style::taskColor(task, palette)) > 60);
      for (int other = 0; other < run; ++other) QVERIFY(distance(color, style::seriesColor(other, palette)) > 60);
    }
  }

  void tasksAreSeenOnEveryGround_data() { addPalettes(); }
  void tasksAreSeenOnEveryGround() {
    QFETCH(QPalette, palette);
    for (const auto role : {QPalette::Base, QPalette::Window})
      for (int task = 0; task < style::taskLooks; ++task)
        QVERIFY2(style::contrast(style::taskColor(task, palette), palette.color(role)) >= 3,
                 qPrintable(QString::number(task)));
  }

  /// Distances in CIE L*a*b*; 2 can just be seen side by side.
  void tasksAreToldApartByEveryEye_data() { addPalettes(); }
  void tasksAreToldApartByEveryEye() {
    QFETCH(QPalette, palette);
    const QColor merged = style::mergedColor(palette), work = style::workColor(palette);
    for (const Matrix& eye : {usualEye, protanopia, deuteranopia}) {
      const bool usual = eye == usualEye;
      for (int task = 0; task < style::taskLooks; ++task) {
        const QColor color = style::taskColor(task, palette);
        for (int other = 0; other < task; ++other)
          QVERIFY2(distanceFor(eye, color, style::taskColor(other, palette)) >= (usual ? 40 : 20),
                   qPrintable(QString("%1, %2").arg(task).arg(other)));
        QVERIFY2(distanceFor(eye, color, merged) >= (usual ? 40 : 20), qPrintable(QString::number(task)));
        // What is in work is also hatched.
        QVERIFY2(distanceFor(eye, color, work) >= (usual ? 30 : 12), qPrintable(QString::number(task)));
      }
    }
  }

  void theFirstTasksKeepTheirColours() {
    QCOMPARE(style::taskColor(0, Theme::lightPalette()), QColor("#0072B2"));
    QCOMPARE(style::taskColor(1, Theme::lightPalette()), QColor("#D55E00"));
    QCOMPARE(style::taskColor(0, Theme::darkPalette()), QColor("#56B4E9"));
    QCOMPARE(style::taskColor(1, Theme::darkPalette()), QColor("#FF9248"));
    QCOMPARE(style::taskColor(style::taskLooks, Theme::darkPalette()), QColor("#56B4E9"));
  }

  void everyTaskHasALookBesidesItsColour() {
    QVERIFY(style::taskDash(0).isEmpty());
    for (int task = 0; task < style::taskLooks; ++task) {
      QCOMPARE(style::taskDash(task).size() % 2, 0);
      QCOMPARE(style::taskDash(task + style::taskLooks), style::taskDash(task));
      const QPainterPath marker = style::taskMarker(task, {10, 20}, 4);
      QVERIFY(marker.contains(QPointF(10, 20)));
      const QRectF extent = marker.boundingRect();
      QVERIFY(extent.width() >= 6 && extent.width() <= 10.1 && extent.height() >= 6 && extent.height() <= 10.1);
      for (int other = 0; other < task; ++other) {
        QVERIFY(style::taskDash(other) != style::taskDash(task));
        QVERIFY(style::taskMarker(other, {10, 20}, 4) != marker);
      }
    }
  }
};

ZIPPER_TEST_WITH(QApplication, TestColors)
#include "test_colors.moc"
