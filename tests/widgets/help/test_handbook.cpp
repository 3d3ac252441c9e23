// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTranslator>
#include <QtTest>
#include <set>

#include "app/workbench/window_fixture.h"
#include "core/recipe/fields.h"
#include "support/test_program.h"
#include "widgets/help/command_tables.h"
#include "widgets/help/handbook.h"
#include "widgets/style/glossary.h"
#include "widgets/style/plain_text.h"

using namespace zipper;

namespace {

QString pageSource(const QString& language, const QString& page) {
  QFile file(QString(":/handbook/%1/%2.html").arg(language, page));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What the first group of a pattern captures, each time.
QStringList allCaptured(const QString& text, const QString& pattern) {
  QStringList found;
  auto matches = QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption).globalMatch(text);
  while (matches.hasNext()) found << matches.next().captured(1);
  return found;
}

/// "2 loss": level and anchor of each heading.
QStringList headingsOf(const QString& html) {
  QStringList all;
  auto matches = QRegularExpression("<h([1-3])>(?:<a name=\"([^\"]+)\"></a>)?").globalMatch(html);
  while (matches.hasNext()) {
    const QRegularExpressionMatch one = matches.next();
    all << one.captured(1) + ' ' + one.captured(2);
  }
  return all;
}

/// As pages name commands: "Run › Step".
std::set<QString> commandsOf(const QMenuBar& bar) {
  std::set<QString> all;
  for (const QAction* entry : bar.actions())
    for (const QAction* action : entry->menu()->actions())
      all.insert(style::withoutMnemonic(entry->text()) + " › " + style::withoutMnemonic(action->text()).remove(u'…'));
  return all;
}

}  // namespace

class TestHandbook : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyPageIsThere_data() { languages(); }
  void everyPageIsThere() {
    QFETCH(QString, language);
    QStringList expected;
    for (const QString& page : Handbook::pages()) expected << page + ".html";
    expected.sort();
    QCOMPARE(QDir(":/handbook/" + language).entryList(QDir::Files, QDir::Name), expected);
    const Handbook handbook({}, language);
    for (const QString& page : Handbook::pages()) {
      QVERIFY2(pageSource(language, page).contains("<html lang=\"" + language + "\">"), qPrintable(page));
      QVERIFY2(!handbook.title(page).isEmpty(), qPrintable(page));
      QCOMPARE(handbook.sections(page).front().title, handbook.title(page));
    }
  }

  void languagesHaveTheSameHeadings() {
    for (const char* language : {"de", "zh_TW"})
      for (const QString& page : Handbook::pages())
        QCOMPARE(headingsOf(pageSource(language, page)), headingsOf(pageSource("en", page)));
  }

  void headingsOfOnePageDiffer() {
    const Handbook handbook({}, "en");
    for (const QString& page : Handbook::pages()) {
      const QStringList anchors = allCaptured(handbook.html(page), "<a name=\"([^\"]+)\">");
      QCOMPARE(int(std::set<QString>(anchors.begin(), anchors.end()).size()), int(anchors.size()));
    }
  }

  void everyLinkAndEveryImageResolves_data() { languages(); }
  void everyLinkAndEveryImageResolves() {
    QFETCH(QString, language);
    const Handbook handbook({}, language);
    for (const QString& page : Handbook::pages()) {
      const QString html = handbook.html(page);
      for (const QString& link : allCaptured(html, "href=\"([^\"]*)\"")) {
        if (link.startsWith("https://")) continue;
        const QString target = link.section(".html", 0, 0), anchor = link.section('#', 1);
        QVERIFY2(Handbook::pages().contains(target), qPrintable(page + ": " + link));
        const bool found = anchor.isEmpty() || handbook.html(target).contains("<a name=\"" + anchor + "\"></a>");
        QVERIFY2(found, qPrintable(page + ": " + link));
      }
      for (const QString& image : allCaptured(html, "src=\"([^\"]*)\""))
        QVERIFY2(QFile::exists(":/handbook/" + image), qPrintable(page + ": " + image));
    }
  }

  void onlyTheSourcesLeadOutside() {
    const Handbook handbook({}, "en");
    for (const QString& page : Handbook::pages())
      QCOMPARE(handbook.html(page).contains("href=\"http"), page == "sources");
  }

  void commandsThatPagesNameAreInTheMenus_data() { languages(); }
  void commandsThatPagesNameAreInTheMenus() {
    QFETCH(QString, language);
    QTranslator texts;
    QVERIFY(texts.load(":/i18n/zipper-workbench_" + language + ".qm"));
    QCoreApplication::installTranslator(&texts);
    test::WindowFixture fixture;
    const std::set<QString> commands = commandsOf(*fixture.window().menuBar());
    int named = 0;
    for (const QString& page : Handbook::pages()) {
      for (const QString& command : allCaptured(pageSource(language, page), "<i>([^<]+ › [^<]+)</i>")) {
        QVERIFY2(commands.count(command.simplified()) == 1, qPrintable(page + ": " + command.simplified()));
        ++named;
      }
    }
    QVERIFY(named > 20);
  }

  void pagesThatALanguageLacksAreEnglish() {
    const Handbook none({}, "xx"), english({}, "en");
    for (const QString& page : Handbook::pages()) QCOMPARE(none.html(page), english.html(page));
  }

  void speaksTheLanguageOfTheProgram() {
    QCOMPARE(Handbook::languageOfTexts(), QString("en"));
    QTranslator texts;
    QVERIFY(texts.load(":/i18n/zipper-workbench_de.qm"));
    QCoreApplication::installTranslator(&texts);
    QCOMPARE(Handbook::languageOfTexts(), QString("de"));
    QVERIFY(Handbook().html("start").contains("<html lang=\"de\">"));
  }

  void whatTheProgramMakesIsWhole() {
    const Handbook handbook([] { return QString("<p>all commands</p>"); }, "en");
    for (const QString& page : Handbook::pages()) QVERIFY(!handbook.html(page).contains("made by the program"));
    QVERIFY(handbook.html("keys").contains("<p>all commands</p>"));
    for (const GlossaryEntry& entry : glossary()) {
      QVERIFY2(handbook.html("glossary").contains("<a name=\"" + entry.key + "\"></a>"), qPrintable(entry.key));
      QVERIFY2(Handbook::pages().contains(entry.page), qPrintable(entry.key));
    }
    for (const RecipeFieldInfo& info : recipeFields()) {
      QVERIFY2(handbook.html("settings").contains(QString(info.meaning).toHtmlEscaped()), info.label);
      if (info.option != nullptr) QVERIFY2(handbook.html("settings").contains(info.option), info.option);
    }
  }

  void thereIsNothingElse() {
    const Handbook handbook;
    for (const char* page : {"", "..", "../en/start", "nothing"}) QCOMPARE(handbook.html(page), QString());
  }

 private:
  static void languages() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("German") << "de";
    QTest::newRow("Chinese") << "zh_TW";
  }
};

ZIPPER_TEST_WITH(QApplication, TestHandbook)
#include "test_handbook.moc"
