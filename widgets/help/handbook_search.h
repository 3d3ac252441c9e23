// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "widgets/help/handbook.h"

namespace zipper {

/// A section in which all words stand that were looked for.
struct HandbookHit {
  QString page, anchor;
  QString title;    ///< of page and section: "Curves › Loss"
  QString excerpt;  ///< around the first of the words
};

/// Looks for words in all pages, which it reads once.
class HandbookSearch {
 public:
  explicit HandbookSearch(const Handbook& handbook);

  /// Sections with all words of the text, or parts of words; case doesn't matter. First those with the words in their
  /// title, then those where they stand most often. Nothing for a text without words.
  std::vector<HandbookHit> find(const QString& text) const;
  /// What a text is taken for.
  static QStringList wordsOf(const QString& text);

 private:
  struct Page {
    QString name, title;
    std::vector<HandbookSection> sections;
  };
  std::vector<Page> pages_;
};

}  // namespace zipper
