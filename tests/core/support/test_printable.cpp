// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest/QtTest>

#include "core/support/printable.h"
#include "support/test_program.h"

using namespace zipper;

class TestPrintable : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsText() {
    const std::string text = "plain, Ж €, ジッパー, 😀, \u00a0, combining e\u0301";
    QCOMPARE(printable(text), text);
  }

  void replacesControlCharactersAndBrokenBytes() {
    QCOMPARE(printable("a\nb\x7f\xff"), std::string("a?b\?\?"));
    QCOMPARE(printable("\xe2\x82"), std::string("\?\?"));
    QCOMPARE(printable(std::string("\x1b[31m\a\0", 7)), std::string("?[31m\?\?"));
  }

  void replacesWhatTurnsOrHidesText_data() {
    QTest::addColumn<QByteArray>("character");
    for (const char* character : {"\u0080", "\u009b", "\u009f", "\u061c", "\u200b", "\u2060", "\u200e", "\u200f",
                                  "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff"})
      QTest::newRow(QByteArray(character).toHex()) << QByteArray(character);
  }
  void replacesWhatTurnsOrHidesText() {
    QFETCH(QByteArray, character);
    QCOMPARE(printable("a" + character.toStdString() + "b"), std::string("a?b"));
  }

  void refusesFormsThatOnlyLookLikeUtf8() {
    QCOMPARE(printable("\xed\xa0\x80"), std::string("?"));      // a surrogate
    QCOMPARE(printable("\xe0\x80\xaf"), std::string("?"));      // '/' in three bytes
    QCOMPARE(printable("\xf4\x90\x80\x80"), std::string("?"));  // beyond U+10FFFF
  }

  void whatATerminalObeysIsEscapedInJson() {
    QCOMPARE(jsonForTerminals("{\"a\": \"\u009bx\u202e\x7f\u00fc\u20ac\"}"),
             std::string("{\"a\": \"\\u009bx\\u202e\\u007f\u00fc\u20ac\"}"));
    QCOMPARE(jsonForTerminals("\xf0\x9f\x98\x80"), std::string("\xf0\x9f\x98\x80"));
  }

  void otherBytesBecomeACharacter() {
    QCOMPARE(validUtf8("caf\xe9"), std::string("caf\ufffd"));
    QCOMPARE(validUtf8("\x1b\u00e9"), std::string("\x1b\u00e9"));
    QCOMPARE(validUtf8("\xed\xa0\x80"), std::string("\ufffd\ufffd\ufffd"));
  }

  void cutsBetweenCharacters() {
    QCOMPARE(printable(std::string(300, 'x'), 10), std::string(10, 'x') + "...");
    QCOMPARE(printable("€€€", 4), std::string("€€..."));
    QCOMPARE(wholePrintable(std::string(5000, 'x')).size(), std::size_t(5000));
  }
};

ZIPPER_TEST(TestPrintable)
#include "test_printable.moc"
