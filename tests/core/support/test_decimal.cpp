// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <clocale>
#include <cmath>
#include <limits>

#include "core/support/decimal.h"
#include "support/test_program.h"

using namespace zipper;

class TestDecimal : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isTheNumberThatWasWritten_data() {
    QTest::addColumn<QByteArray>("locale");
    QTest::newRow("C") << QByteArray("C");
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ru_RU.UTF-8"})
      if (std::setlocale(LC_NUMERIC, name) != nullptr) QTest::newRow(name) << QByteArray(name);
  }
  /// As in a window whose user writes decimal commas.
  void isTheNumberThatWasWritten() {
    QFETCH(QByteArray, locale);
    std::setlocale(LC_NUMERIC, locale);
    const double numbers[] = {0.001, 0.485, 1.5, -127.5, 1e-5, 3.4e38, 0, 1.0 / 3.0};
    for (const double number : numbers) {
      const double found = decimalOf(float(number));
      QCOMPARE(float(found), float(number));
      if (number != 1.0 / 3.0) QVERIFY(found == number);
    }
    QVERIFY(std::isnan(decimalOf(std::numeric_limits<float>::quiet_NaN())));
    QVERIFY(std::isinf(decimalOf(std::numeric_limits<float>::infinity())));
    std::setlocale(LC_NUMERIC, "C");
  }
};

ZIPPER_TEST(TestDecimal)
#include "test_decimal.moc"
