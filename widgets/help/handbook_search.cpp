// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/help/handbook_search.h"

#include <QRegularExpression>
#include <algorithm>
#include <utility>

namespace zipper {

namespace {

constexpr int excerptBefore = 30, excerptAfter = 90;  ///< characters
constexpr int titleWorth = 1000;                      ///< more than a word stands anywhere

/// 0: not all of the words stand there.
int worthOf(const HandbookSection& section, const QStringList& words) {
  int worth = 0;
  for (const QString& word : words) {
    const auto times = section.text.count(word, Qt::CaseInsensitive);
    if (times == 0) return 0;
    worth += int(std::min<qsizetype>(times, titleWorth / 10));
    if (section.title.contains(word, Qt::CaseInsensitive)) worth += titleWorth;
  }
  return worth;
}

QString excerptOf(const HandbookSection& section, const QStringList& words) {
  const QString body = section.text.mid(section.title.size()).trimmed();
  qsizetype first = body.size();
  for (const QString& word : words) {
    const qsizetype at = body.indexOf(word, 0, Qt::CaseInsensitive);
    if (at >= 0) first = std::min(first, at);
  }
  if (first == body.size()) first = 0;
  qsizetype begin = std::max<qsizetype>(0, first - excerptBefore);
  if (begin > 0) begin = std::max<qsizetype>(0, body.lastIndexOf(u' ', begin) + 1);
  const QString part = body.mid(begin, excerptBefore + excerptAfter);
  return (begin > 0 ? QStringLiteral("… ") : QString()) + part +
         (begin + part.size() < body.size() ? QStringLiteral(" …") : QString());
}

}  // namespace

HandbookSearch::HandbookSearch(const Handbook& handbook) {
  for (const QString& page : Handbook::pages()) pages_.push_back({page, handbook.title(page), handbook.sections(page)});
}

QStringList HandbookSearch::wordsOf(const QString& text) {
  static const QRegularExpression gaps(QStringLiteral("\\s+"));
  return text.split(gaps, Qt::SkipEmptyParts);
}

std::vector<HandbookHit> HandbookSearch::find(const QString& text) const {
  const QStringList words = wordsOf(text);
  std::vector<std::pair<int, HandbookHit>> hits;
  for (const Page& page : pages_) {
    for (const HandbookSection& section : page.sections) {
      const int worth = words.isEmpty() ? 0 : worthOf(section, words);
      if (worth == 0) continue;
      const QString title = section.title == page.title ? page.title : page.title + " › " + section.title;
      hits.push_back({worth, {page.name, section.anchor, title, excerptOf(section, words)}});
    }
  }
  std::stable_sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<HandbookHit> sorted;
  for (auto& hit : hits) sorted.push_back(std::move(hit.second));
  return sorted;
}

}  // namespace zipper
