// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/engine_texts.h"

#include <QStringList>
#include <algorithm>
#include <optional>

#include "widgets/style/plain_text.h"

namespace zipper::style {

namespace {

constexpr qsizetype longestText = 4000;
constexpr int deepest = 6;       // texts in texts
constexpr int mostPrefixes = 8;  // a path, a task, a layer, ...
constexpr int mostParts = 60;    // of a list

/// The surest first.
std::vector<EnginePattern> sortedPatterns() {
  std::vector<EnginePattern> patterns;
  for (const EngineTemplate& text : engineTemplates()) patterns.emplace_back(text);
  std::stable_sort(patterns.begin(), patterns.end(), [](const EnginePattern& a, const EnginePattern& b) {
    return a.ownCharacters() > b.ownCharacters();
  });
  return patterns;
}

std::optional<QString> translated(const QString& text, int depth);

/// A separator may stand within a part: as few as are known together belong together.
QString translatedList(const QString& text, const QString& separator, int depth) {
  const QStringList parts = text.split(separator);
  if (parts.size() > mostParts) return text;
  QStringList result;
  for (qsizetype i = 0; i < parts.size();) {
    qsizetype count = 0;
    std::optional<QString> found;
    while (!found && count < 3 && i + count < parts.size())
      found = translated(parts.mid(i, ++count).join(separator), depth);
    result << found.value_or(parts[i]);
    i += found ? count : 1;
  }
  return result.join(separator);
}

QString translatedPiece(const QString& text, char kind, int depth) {
  if (kind == 'l') return translatedList(text, QStringLiteral(", "), depth);
  if (kind == 's') return translatedList(text, QStringLiteral("; "), depth);
  return kind == 't' || kind == 'p' ? translated(text, depth).value_or(text) : text;
}

std::optional<QString> translatedWhole(const QString& text, int depth) {
  static const std::vector<EnginePattern> patterns = sortedPatterns();
  QStringList pieces;
  for (const EnginePattern& pattern : patterns) {
    if (!pattern.match(text, pieces)) continue;
    for (qsizetype i = 0; i < pieces.size(); ++i) pieces[i] = translatedPiece(pieces[i], pattern.kindOf(i), depth + 1);
    return pattern.filled(pieces);
  }
  return std::nullopt;
}

/// "task a: layer 3": each part, unless it is a path.
QString translatedPrefix(const QString& prefix, int depth) {
  const QString colon = QStringLiteral(": ");
  QStringList parts = prefix.split(colon);
  for (QString& part : parts)
    if (!part.contains(u'/')) part = translatedWhole(part, depth).value_or(part);
  return parts.join(colon);
}

/// The text itself, or what stands behind the first ": " from which on it is known.
std::optional<QString> translated(const QString& text, int depth) {
  if (depth > deepest) return std::nullopt;
  if (auto whole = translatedWhole(text, depth)) return whole;
  qsizetype colon = text.indexOf(u": ");
  for (int i = 0; i < mostPrefixes && colon >= 0; ++i, colon = text.indexOf(u": ", colon + 1))
    if (const auto rest = translatedWhole(text.sliced(colon + 2), depth))
      return translatedPrefix(text.first(colon), depth) + QStringLiteral(": ") + *rest;
  return std::nullopt;
}

}  // namespace

std::vector<EngineTemplate> engineTemplates() {
  std::vector<EngineTemplate> all;
  for (const auto& table :
       {engineTextsOfFiles(), engineTextsOfLessons(), engineTextsOfData(), engineTextsOfClasses(),
        engineTextsOfNetworks(), engineTextsOfCompatibility(), engineTextsOfHeads(), engineTextsOfRecognition(),
        engineTextsOfGraphs(), engineTextsOfRuns(), engineTextsOfExports()})
    all.insert(all.end(), table.begin(), table.end());
  return all;
}

QString engineText(const QString& text) {
  const QString line = shown(text);
  return line.size() > longestText ? line : translated(line, 0).value_or(line);
}

QString engineText(const std::string& text) { return engineText(shown(text)); }

QString engineText(const char* text) { return engineText(std::string(text)); }

QString engineSentence(const std::string& text) {
  QString sentence = engineText(text);
  if (!sentence.isEmpty()) sentence[0] = sentence[0].toUpper();
  return sentence + QLatin1Char('.');
}

}  // namespace zipper::style
