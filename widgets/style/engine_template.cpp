// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/engine_template.h"

#include <QCoreApplication>
#include <algorithm>
#include <numeric>

namespace zipper::style {

namespace {

/// Places where a template's own words are tried; texts of the engine need a few.
constexpr int mostTrials = 64;

/// The number of the placeholder that begins here, from 0; -1 if none does.
qsizetype placeholderAt(const QString& text, qsizetype at) {
  if (text[at] != u'%' || at + 1 >= text.size()) return -1;
  const char16_t digit = text[at + 1].unicode();
  return digit >= u'1' && digit <= u'9' ? digit - u'1' : -1;
}

bool isNumber(QStringView text) {
  constexpr qsizetype longest = 32;
  const auto belongs = [](QChar c) { return (c >= u'0' && c <= u'9') || QStringView(u".,-+e").contains(c); };
  return !text.isEmpty() && text.size() <= longest && (text[0] == u'-' || (text[0] >= u'0' && text[0] <= u'9')) &&
         std::all_of(text.begin(), text.end(), belongs);
}

}  // namespace

EnginePattern::EnginePattern(const EngineTemplate& text) : text_(text), own_{QString()} {
  const QString whole = QString::fromLatin1(text.text);
  for (qsizetype i = 0; i < whole.size(); ++i) {
    if (placeholderAt(whole, i) < 0) {
      own_.back() += whole[i];
      continue;
    }
    own_.append(QString());
    ++i;
  }
}

qsizetype EnginePattern::ownCharacters() const {
  return std::accumulate(own_.begin(), own_.end(), qsizetype(0),
                         [](qsizetype sum, const QString& words) { return sum + words.size(); });
}

bool EnginePattern::fits(qsizetype piece, QStringView text) const {
  if (kindOf(piece) == 'n') return isNumber(text);
  if (kindOf(piece) == 'w') return !text.isEmpty() && !text.contains(u' ');
  const bool begins = piece == 0 && own_.front().isEmpty();
  if (!begins) return true;
  // "... was found, ... were expected" is another sentence than "... found, ... expected".
  if (text.endsWith(u" was") || text.endsWith(u" were")) return false;
  return !text.isEmpty() && (kindOf(piece) == 'p' || !text.contains(u": "));
}

bool EnginePattern::match(const QString& text, QStringList& pieces) const {
  const QString &front = own_.front(), &back = own_.back();
  if (own_.size() == 1) return text == front;
  if (text.size() < front.size() + back.size() || !text.startsWith(front) || !text.endsWith(back)) return false;
  pieces.clear();
  int trials = mostTrials;
  return matchFrom(0, QStringView(text).sliced(front.size()).chopped(back.size()), pieces, trials);
}

bool EnginePattern::matchFrom(qsizetype piece, QStringView rest, QStringList& pieces, int& trials) const {
  if (piece + 2 == own_.size()) {
    if (!fits(piece, rest)) return false;
    pieces.append(rest.toString());
    return true;
  }
  const QString& next = own_[piece + 1];
  for (qsizetype at = rest.indexOf(next); at >= 0 && trials-- > 0; at = rest.indexOf(next, at + 1)) {
    if (!fits(piece, rest.first(at))) continue;
    pieces.append(rest.first(at).toString());
    if (matchFrom(piece + 1, rest.sliced(at + next.size()), pieces, trials)) return true;
    pieces.removeLast();
  }
  return false;
}

QString EnginePattern::filled(const QStringList& pieces) const {
  const QString text = QCoreApplication::translate("EngineText", text_.text);
  QString result;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const qsizetype piece = placeholderAt(text, i);
    if (piece < 0 || piece >= pieces.size()) {
      result += text[i];
      continue;
    }
    result += pieces[piece];
    ++i;
  }
  return result;
}

}  // namespace zipper::style
