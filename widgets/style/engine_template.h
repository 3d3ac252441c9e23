// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace zipper::style {

/// What a text of the engine looks like: "stem stride guessed: %1". Each placeholder stands for a piece, in the order
/// %1, %2, ...; `pieces` says with a letter each what that may be:
///   -  anything, taken over as it is: a name, a path, a list
///   n  a number
///   w  a word without blanks
///   t  again a text of the engine
///   p  the same at the beginning, with the path, task or layer that stands before it
///   l  several, separated by ", ", where each may be a text of the engine
///   s  the same, separated by "; "
/// A piece at the beginning of a text holds no ": " (unless it is a p): what stands before one is no part of the text.
struct EngineTemplate {
  const char* text;
  const char* pieces;
};

// A table per part of the engine. Their texts are translated in the context "EngineText".
std::vector<EngineTemplate> engineTextsOfFiles();
std::vector<EngineTemplate> engineTextsOfData();
std::vector<EngineTemplate> engineTextsOfClasses();
std::vector<EngineTemplate> engineTextsOfNetworks();
std::vector<EngineTemplate> engineTextsOfCompatibility();
std::vector<EngineTemplate> engineTextsOfHeads();
std::vector<EngineTemplate> engineTextsOfRecognition();
std::vector<EngineTemplate> engineTextsOfGraphs();
std::vector<EngineTemplate> engineTextsOfRuns();
std::vector<EngineTemplate> engineTextsOfExports();
std::vector<EngineTemplate> engineTextsOfLessons();

/// A template, taken apart once.
class EnginePattern {
 public:
  explicit EnginePattern(const EngineTemplate& text);

  /// Whether the whole text looks like this; `pieces` then holds what stands for %1, %2, ... The time it takes grows
  /// with the length of the text only: a text in which the template's own words come again and again is given up.
  bool match(const QString& text, QStringList& pieces) const;
  /// What may stand for a placeholder (from 0): see EngineTemplate.
  char kindOf(qsizetype piece) const { return text_.pieces[piece]; }
  /// The template in the user's language, with these pieces. They are inserted as they are, also where they hold "%1".
  QString filled(const QStringList& pieces) const;
  /// How many characters are the template's own: the more, the surer a match.
  qsizetype ownCharacters() const;

 private:
  bool matchFrom(qsizetype piece, QStringView rest, QStringList& pieces, int& trials) const;
  bool fits(qsizetype piece, QStringView text) const;

  EngineTemplate text_;
  QStringList own_;  // what stands before, between and behind the placeholders
};

}  // namespace zipper::style
