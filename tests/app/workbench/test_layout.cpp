// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDockWidget>
#include <QTranslator>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/inspector/feature_maps_page.h"
#include "widgets/inspector/map_grid.h"
#include "widgets/notices/notice_bar.h"
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
    for (QDockWidget* dock : window.findChildren<QDockWidget*>())
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
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("presenting");
    for (const char* language : {"en", "de", "zh_TW"}) {
      for (const bool presenting : {false, true}) {
        const QString how = presenting ? QString("%1, presenting").arg(language) : language;
        QTest::newRow(qPrintable("1024x700, " + how)) << 1.0 << QSize(1024, 700) << language << presenting;
        QTest::newRow(qPrintable("1440x900, 150 dpi, " + how))
            << 150.0 / 96 << QSize(1440, 850) << language
            << presenting;  // what a desktop's panel and a title bar leave
        QTest::newRow(qPrintable("2560x1440, " + how)) << 1.0 << QSize(2560, 1440) << language << presenting;
      }
      // The same where Qt makes pixels larger instead of fonts, in its own.
      QTest::newRow(qPrintable(QString("921x576, %1").arg(language))) << 1.0 << QSize(913, 545) << language << false;
    }
  }
  void fitsTheScreen() {
    QFETCH(double, font);
    QFETCH(QSize, screen);
    QFETCH(QString, language);
    QFETCH(bool, presenting);
    QTranslator texts;
    QVERIFY(texts.load(":/i18n/zipper-workbench_" + language + ".qm"));
    QCoreApplication::installTranslator(&texts);
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * font);
    QApplication::setFont(large);
    {
      WindowFixture fixture;
      fixture.openSample();
      MainWindow& window = fixture.window();
      window.resize(screen);
      fixture.actions().presentation->setChecked(presenting);
      const QString text(300, u'n');
      fixture.part<NoticeBar>()->setNotices({{"a", "A notice. " + text, "", "Change Conventions…", false},
                                             {"b", "Another. " + text, "", "Match Classes…", false},
                                             {"c", "A third one. " + text, "", "Find Folder…", true}});
      // The panels are as high as they get: with what the networks make of an image.
      const auto* maps = window.findChild<FeatureMapsPage*>()->findChild<MapGrid*>();
      QVERIFY(maps != nullptr);
      if (!presenting) QTRY_VERIFY_WITH_TIMEOUT(maps->isVisible(), 20000);
      QTest::qWait(50);
      const QSize least = window.minimumSizeHint().expandedTo(window.minimumSize());
      const bool fits = least.width() <= screen.width() && least.height() <= screen.height();
      QVERIFY2(fits, qPrintable(leastSizes(window)));
      QCOMPARE(window.size(), screen);
    }
    QApplication::setFont(before);
  }
};

ZIPPER_TEST_WITH(QApplication, TestLayout)
#include "test_layout.moc"
