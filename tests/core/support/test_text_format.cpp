// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cstdint>

#include "core/support/text_format.h"
#include "support/test_program.h"

using namespace zipper;

class TestTextFormat : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void countsInWords_data() {
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << "0 classes";
    QTest::newRow("one") << qint64(1) << "1 class";
    QTest::newRow("two") << qint64(2) << "2 classes";
    QTest::newRow("many") << qint64(101) << "101 classes";
    QTest::newRow("less than none") << qint64(-1) << "-1 classes";
    QTest::newRow("beyond 32 bits") << (qint64(1) << 32) + 1 << "4294967297 classes";
  }
  void countsInWords() {
    QFETCH(qint64, count);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(counted(std::int64_t(count), "class", "classes")), text);
  }
};

ZIPPER_TEST(TestTextFormat)
#include "test_text_format.moc"
