// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/help/handbook.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTextDocumentFragment>
#include <utility>

#include "widgets/help/formats_page.h"
#include "widgets/help/glossary_page.h"
#include "widgets/help/settings_page.h"

namespace zipper {

namespace {

struct HandbookTexts {
  Q_DECLARE_TR_FUNCTIONS(Handbook)
};

/// Where a page has what the program makes.
const char* const insertMark = "<!-- made by the program -->";

QString pathOf(const QString& language, const QString& page) {
  return QStringLiteral(":/handbook/%1/%2.html").arg(language, page);
}

/// Without markup; soft hyphens would hide words from who looks for them.
QString plain(const QString& html) {
  return QTextDocumentFragment::fromHtml(html).toPlainText().remove(QChar(0xAD)).simplified();
}

/// The heading's own anchor: <h2><a name="loss"></a>Loss</h2>.
QString anchorOf(const QString& heading) {
  static const QRegularExpression anchors(QStringLiteral("<a name=\"([^\"]+)\"></a>"));
  return anchors.match(heading).captured(1);
}

}  // namespace

Handbook::Handbook(std::function<QString()> commands, const QString& language)
    : commands_(std::move(commands)), language_(language.isEmpty() ? languageOfTexts() : language) {}

QStringList Handbook::pages() {
  return {"start",     "tour",         "open",  "zipper",   "initialization", "calibration", "curves",   "changes",
          "inspector", "costs",        "sizes", "compare",  "export",         "train",       "sessions", "lessons",
          "settings",  "command-line", "keys",  "glossary", "formats",        "sources"};
}

QString Handbook::languageOfTexts() {
  return HandbookTexts::tr("en", "the folder of the handbook in this language, if there is one in resources/handbook");
}

QString Handbook::source(const QString& page) const {
  if (!pages().contains(page)) return {};
  QFile file(pathOf(language_, page));
  if (!file.exists()) file.setFileName(pathOf(QStringLiteral("en"), page));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString Handbook::madeByProgram(const QString& page) const {
  if (page == QLatin1String("glossary")) return glossaryPage([this](const QString& name) { return title(name); });
  if (page == QLatin1String("settings")) return settingsPage();
  if (page == QLatin1String("formats")) return formatsPage();
  return page == QLatin1String("keys") && commands_ ? commands_() : QString();
}

QString Handbook::html(const QString& page) const {
  QString text = source(page);
  const QString mark = QLatin1String(insertMark);
  return text.contains(mark) ? text.replace(mark, madeByProgram(page)) : text;
}

QString Handbook::title(const QString& page) const {
  static const QRegularExpression titles(QStringLiteral("<title>(.*?)</title>"));
  return plain(titles.match(source(page)).captured(1));
}

std::vector<HandbookSection> Handbook::sections(const QString& page) const {
  static const QRegularExpression headings(QStringLiteral("<h[1-3]>(.*?)</h[1-3]>"),
                                           QRegularExpression::DotMatchesEverythingOption);
  const QString text = html(page);
  std::vector<HandbookSection> sections;
  std::vector<qsizetype> begins;
  auto found = headings.globalMatch(text);
  while (found.hasNext()) {
    const QRegularExpressionMatch heading = found.next();
    const QString own = anchorOf(heading.captured(1));
    const QString before = sections.empty() ? QString() : sections.back().anchor;
    sections.push_back({own.isEmpty() ? before : own, plain(heading.captured(1)), {}});
    begins.push_back(heading.capturedStart());
  }
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const qsizetype end = i + 1 < begins.size() ? begins[i + 1] : text.size();
    sections[i].text = plain(text.mid(begins[i], end - begins[i]));
  }
  return sections;
}

}  // namespace zipper
