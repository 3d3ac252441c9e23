// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace zipper {

/// A part of a page, from one heading to the next.
struct HandbookSection {
  QString anchor;  ///< of the heading, or of the last one before that has one; empty: the top of the page
  QString title;
  QString text;  ///< without markup, the title included
};

/// The pages of the handbook: HTML of the program's own, compiled in from resources/handbook/LANGUAGE. A page that its
/// language doesn't have is the English one. Glossary, settings, formats and commands are made by the program, so that
/// they are never out of date.
class Handbook {
 public:
  /// `commands`: the tables of commands and keys, as markup, at the time of asking; see commandTables(). `language`: of
  /// the folder of pages; empty: that of the program's texts.
  explicit Handbook(std::function<QString()> commands = {}, const QString& language = {});

  /// Names of all pages in the order of the contents; the first is where a newcomer begins.
  static QStringList pages();
  /// The language of the program's texts, as a folder of pages is called.
  static QString languageOfTexts();

  /// The whole page as markup; empty if there is none of that name.
  QString html(const QString& page) const;
  QString title(const QString& page) const;
  std::vector<HandbookSection> sections(const QString& page) const;

 private:
  QString source(const QString& page) const;
  QString madeByProgram(const QString& page) const;

  std::function<QString()> commands_;
  QString language_;
};

}  // namespace zipper
