// SPDX-License-Identifier: GPL-3.0-or-later

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFragment>
#include <QTranslator>
#include <QtTest>
#include <set>

#include "support/test_program.h"
#include "widgets/style/glossary.h"

using namespace zipper;

class TestGlossary : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyWordIsExplained_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("German") << "de";
    QTest::newRow("Chinese") << "zh_TW";
  }
  void everyWordIsExplained() {
    QFETCH(QString, language);
    QTranslator texts;
    QVERIFY(texts.load(":/i18n/zipper-workbench_" + language + ".qm"));
    const std::vector<GlossaryEntry> english = glossary();
    QCoreApplication::installTranslator(&texts);
    std::set<QString> keys, titles;
    for (const GlossaryEntry& entry : glossary()) {
      QVERIFY2(keys.insert(entry.key).second && titles.insert(entry.title).second, qPrintable(entry.key));
      QVERIFY2(QRegularExpression("^[a-z0-9-]+$").match(entry.key).hasMatch(), qPrintable(entry.key));
      QVERIFY2(!entry.forms.isEmpty() && !entry.forms.contains(QString()), qPrintable(entry.key));
      const QString text = QString(entry.text).replace(u"。"_qs, ". ").trimmed();  // Chinese ends sentences so
      QVERIFY2(text.endsWith('.') && text.count(". ") <= 2, qPrintable(entry.text));
      QVERIFY2(entry.text.size() < 320, qPrintable(entry.text));
      const bool same = std::any_of(english.begin(), english.end(), [&entry](const GlossaryEntry& other) {
        return other.key == entry.key && other.text == entry.text;
      });
      QVERIFY2(same == (language == "en"), qPrintable(entry.text));
    }
    QVERIFY(keys.size() > 50);
  }

  void wordsAndRowsBelongTogether() {
    const std::vector<GlossaryEntry> all = glossary();
    for (std::size_t i = 0; i < all.size(); ++i) QCOMPARE(int(glossaryEntry(Word(i)).word), int(i));
    QCOMPARE(glossaryEntry(Word::Top1).key, QString("top-1"));
    QCOMPARE(glossaryEntry(Word::Zippering).key, QString("zippering"));
  }

  void isSortedByTitle() {
    const std::vector<GlossaryEntry> all = glossary();
    for (std::size_t i = 1; i < all.size(); ++i)
      QVERIFY(QString::compare(all[i - 1].title, all[i].title, Qt::CaseInsensitive) < 0);
  }

  void tipsHaveShortLines() {
    for (const GlossaryEntry& entry : glossary()) {
      const QString tip = wordTip(entry.word);
      for (const QString& line : tip.split('\n')) QVERIFY2(line.size() <= 72, qPrintable(line));
      QCOMPARE(tip.simplified(), (entry.title + ": " + entry.text).simplified());
    }
    QVERIFY(withWordTip("CE of A", Word::CrossEntropy).startsWith("CE of A\n\nCross entropy (CE): How wrong"));
  }

  void wordsBecomeLinks() {
    const QString html = linkWords("<p>The loss adds the cross entropy; Losses &amp; CE fall.</p>", Qt::black);
    QCOMPARE(html.count("<a href="), 2);
    QVERIFY(html.contains("href=\"glossary.html#loss\"") && html.contains("href=\"glossary.html#cross-entropy\""));
    QTextDocument shown;
    shown.setHtml(html);
    QCOMPARE(shown.toPlainText(), QString("The loss adds the cross entropy; Losses & CE fall."));
  }

  void onlyWholeWordsOutsideOfTagsAreLinked() {
    const QString tagged = "<p class='loss' title=\"trunk\">blossoms, stemming</p>";
    QCOMPARE(linkWords(tagged, Qt::black), tagged);
    QCOMPARE(linkWords("This layer, this step.", Qt::black), QString("This layer, this step."));  // of every sentence
    QVERIFY(linkWords("batch normalization", Qt::black).contains(">batch normalization</a>"));
    QVERIFY(linkWords("fine-tuning", Qt::black).contains(">fine-tuning</a>"));
  }

  void tipsStandInLinks() {
    QTextDocument shown;
    shown.setHtml(linkWords("top-1", Qt::black));
    const QTextCharFormat format = QTextCursor(&shown).block().begin().fragment().charFormat();
    QCOMPARE(format.anchorHref(), wordLink("top-1"));
    QCOMPARE(format.toolTip().simplified(), wordTip(Word::Top1).simplified());
  }
};

ZIPPER_TEST_WITH(QApplication, TestGlossary)
#include "test_glossary.moc"
