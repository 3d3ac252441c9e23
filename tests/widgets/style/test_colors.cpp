// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>

#include "support/test_program.h"
#include "widgets/style/colors.h"

using namespace zipper;

namespace {

constexpr int runs = 5;

double distance(const QColor& a, const QColor& b) {
  return std::hypot(a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue());
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
};

ZIPPER_TEST_WITH(QApplication, TestColors)
#include "test_colors.moc"
