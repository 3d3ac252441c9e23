// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/percent.h"

#include <QTextLayout>
#include <QtTest>

#include "support/test_program.h"

using namespace zipper::style;

class TestPercent : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void numberAndSignStayTogether() {
    QCOMPARE(percent(0.9123), QString("91.2\u00a0%"));
    QCOMPARE(percent(0.9123, 2), QString("91.23\u00a0%"));
    QCOMPARE(percent(0), QString("0.0\u00a0%"));
    QCOMPARE(withPercent("42"), QString("42\u00a0%"));
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(percent(0.9123), QString("91,2\u00a0%"));
    QLocale::setDefault(before);
  }

  void sentencesKeepThem() {
    QCOMPARE(keepPercents("(95 % interval: 1 % to 2 %)"), QString("(95\u00a0% interval: 1\u00a0% to 2\u00a0%)"));
    QCOMPARE(keepPercents("%1 % of it"), QString("%1\u00a0% of it"));
    QCOMPARE(keepPercents("in % of all"), QString("in % of all"));  // no number before it
    QCOMPARE(keepPercents(" %"), QString(" %"));
    QCOMPARE(keepPercents({}), QString());
  }

  /// At every width, no line begins with the sign.
  void noLineBeginsWithASign() {
    for (int width = 40; width < 400; width += 7) {
      QTextLayout layout(keepPercents("Of them 91 % are right, which is 5 % more than the 86 % before."));
      layout.beginLayout();
      for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        QVERIFY(layout.text()[line.textStart()] != u'%');
      }
      layout.endLayout();
    }
  }
};

ZIPPER_TEST_WITH(QGuiApplication, TestPercent)
#include "test_percent.moc"
