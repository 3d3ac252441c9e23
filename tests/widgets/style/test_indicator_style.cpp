// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCheckBox>
#include <QDockWidget>
#include <QMainWindow>
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

  /// Qt keeps the font that titles had when their dock was made.
  void titlesOfDocksGrowWithTheFont() {
    QApplication::setStyle(new style::IndicatorStyle);
    const QFont before = QApplication::font();
    QMainWindow window;  // alone, a dock has the desktop's title
    QDockWidget dock("Hgq");
    dock.setFeatures(QDockWidget::NoDockWidgetFeatures);
    window.addDockWidget(Qt::LeftDockWidgetArea, &dock);
    window.resize(300, 200);
    const auto heightOfWriting = [&dock] {
      const QImage title = dock.grab(QRect(0, 0, 60, 4 * dock.fontMetrics().height() / 2)).toImage();
      const QColor ground = title.pixelColor(title.width() - 2, 4);
      int top = title.height(), bottom = 0;
      for (int y = 3; y < title.height() - 3; ++y)
        for (int x = 3; x < title.width() - 3; ++x)
          if (style::contrast(title.pixelColor(x, y), ground) > 2) top = std::min(top, y), bottom = std::max(bottom, y);
      return bottom - top + 1;
    };
    dock.setWidget(new QWidget);
    window.show();
    const int usual = heightOfWriting();
    QFont large = before;
    large.setPointSizeF(2 * before.pointSizeF());
    QApplication::setFont(large);
    int grown = 0;
    (void)QTest::qWaitFor([&] { return (grown = heightOfWriting()) >= 1.6 * usual; });
    QApplication::setFont(before);
    QVERIFY2(usual > 4 && grown >= 1.6 * usual, qPrintable(QString("%1 became %2").arg(usual).arg(grown)));
  }
};

ZIPPER_TEST_WITH(QApplication, TestIndicatorStyle)
#include "test_indicator_style.moc"
