// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDockWidget>
#include <QtTest>

#include "window_fixture.h"

using namespace zipper;
using namespace zipper::test;

/// The window on small screens and with large fonts.
class TestLayout : public QObject {
  Q_OBJECT

 private:
  /// What can't be made narrower, for the message of a failure.
  static QString leastSizes(MainWindow& window) {
    QString text = QString("window %1x%2").arg(window.minimumSizeHint().width()).arg(window.minimumSizeHint().height());
    for (QDockWidget* dock : window.panels().docks)
      text += QString("\n%1 %2x%3 (hint %4x%5)")
                  .arg(dock->objectName())
                  .arg(dock->widget()->minimumSizeHint().width())
                  .arg(dock->widget()->minimumSizeHint().height())
                  .arg(dock->minimumSizeHint().width())
                  .arg(dock->minimumSizeHint().height());
    return text;
  }

 private Q_SLOTS:
  void fitsTheScreen_data() {
    QTest::addColumn<double>("font");
    QTest::addColumn<QSize>("screen");
    QTest::newRow("1024x700") << 1.0 << QSize(1024, 700);
    QTest::newRow("1440x900, 150 dpi") << 150.0 / 96 << QSize(1440, 900);
  }
  void fitsTheScreen() {
    QFETCH(double, font);
    QFETCH(QSize, screen);
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * font);
    QApplication::setFont(large);
    {
      WindowFixture fixture;
      fixture.openSample();
      MainWindow& window = fixture.window();
      window.resize(screen);
      QCoreApplication::processEvents();
      const QSize least = window.minimumSizeHint().expandedTo(window.minimumSize());
      const bool fits = least.width() <= screen.width() && least.height() <= screen.height();
      QVERIFY2(fits, qPrintable(leastSizes(window)));
      QCOMPARE(window.size(), screen);
    }
    QApplication::setFont(before);
  }
};

QTEST_MAIN(TestLayout)
#include "test_layout.moc"
