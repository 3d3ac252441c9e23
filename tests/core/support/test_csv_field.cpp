// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/support/csv_field.h"
#include "support/test_program.h"

using namespace zipper;

class TestCsvField : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void quotesWhereItMust() {
    QCOMPARE(csvField("plain text"), std::string("plain text"));
    QCOMPARE(csvField("a,b"), std::string("\"a,b\""));
    QCOMPARE(csvField("say \"a\""), std::string("\"say \"\"a\"\"\""));
    QCOMPARE(csvField(""), std::string());
  }

  void staysOnItsLine() { QCOMPARE(csvField("a\nb\x1b[31m\u009b\xe9"), std::string("a?b?[31m??")); }

  void isNoFormula() {
    for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)"}) QCOMPARE(csvField(text), std::string("'") + text);
    QCOMPARE(csvField("=HYPERLINK(\"x\",\"y\")"), std::string("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""));
  }
};

ZIPPER_TEST(TestCsvField)
#include "test_csv_field.moc"
