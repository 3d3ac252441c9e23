// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCheckBox>
#include <QRadioButton>
#include <QtTest>
#include <algorithm>

#include "support/test_program.h"
#include "widgets/style/colors.h"
#include "widgets/style/indicator_style.h"

using namespace zipper;

class TestIndicatorStyle : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void outlinesAreSeenInTheDark() {
    QPalette dark(QColor("#2C3237"), QColor("#202427"));
    dark.setColor(QPalette::Base, "#191C1F");
    dark.setColor(QPalette::WindowText, "#E7EAED");
    QApplication::setStyle(new style::IndicatorStyle);
    QApplication::setPalette(dark);
    QRadioButton radio;
    QCheckBox check;
    for (QWidget* button : {static_cast<QWidget*>(&radio), static_cast<QWidget*>(&check)}) {
      button->resize(button->sizeHint());
      const QImage image = button->grab().toImage();
      double best = 0;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
          best = std::max(best, style::contrast(image.pixelColor(x, y), dark.color(QPalette::Base)));
      QVERIFY2(best >= 3, qPrintable(QString::number(best)));
    }
  }
};

ZIPPER_TEST_WITH(QApplication, TestIndicatorStyle)
#include "test_indicator_style.moc"
