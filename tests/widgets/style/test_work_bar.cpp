// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "support/test_program.h"
#include "widgets/style/motion.h"
#include "widgets/style/work_bar.h"

using namespace zipper;

namespace {

/// Share of the middle line that has the colour of what is done.
double filled(style::WorkBar& bar) {
  const QImage image = bar.grab().toImage();
  const QColor done = bar.palette().color(QPalette::Highlight);
  int count = 0;
  for (int x = 0; x < image.width(); ++x) {
    const QColor color = image.pixelColor(x, image.height() / 2);
    count += std::abs(color.hue() - done.hue()) < 20 && color.saturation() > 60;
  }
  return double(count) / image.width();
}

}  // namespace

class TestWorkBar : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsUnknownDoesNotLookFull() {
    for (const bool reduced : {false, true}) {
      style::setReducedMotion(reduced);
      style::WorkBar bar;
      bar.resize(200, 12);
      bar.show();
      bar.setShare(-1);
      const double share = filled(bar);
      QVERIFY2(share > 0.1 && share < 0.4, qPrintable(QString::number(share)));
    }
    style::setReducedMotion(false);
  }

  void whatIsKnownIsShown() {
    style::WorkBar bar;
    bar.resize(200, 12);
    bar.show();
    bar.setShare(0.5);
    QVERIFY(std::abs(filled(bar) - 0.5) < 0.1);
    bar.setShare(-1);  // what was known of another job is gone
    QVERIFY(filled(bar) < 0.4);
    bar.setShare(7);
    QCOMPARE(bar.value(), bar.maximum());
  }
};

ZIPPER_TEST_WITH(QApplication, TestWorkBar)
#include "test_work_bar.moc"
