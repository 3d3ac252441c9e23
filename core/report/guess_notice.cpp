// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/guess_notice.h"

#include "core/models/guesses.h"
#include "core/network/mobilenet_spec.h"
#include "core/network/task_names.h"
#include "core/report/report_figures.h"
#include "core/support/text_format.h"

namespace zipper {

NetworkGuesses guessesOf(const Session& session) {
  NetworkGuesses guesses;
  for (const Teacher& teacher : session.teachers) guesses.push_back(guessesAmong(teacher.source.notes));
  return guesses;
}

Json guessesJson(const NetworkGuesses& guesses) {
  Json json = Json::object();
  for (std::size_t t = 0; t < guesses.size(); ++t)
    if (!guesses[t].empty()) json[taskName(int(t))] = guesses[t];
  return json;
}

std::string guessNotice(const NetworkGuesses& guesses) {
  std::string text;
  for (std::size_t t = 0; t < guesses.size(); ++t)
    if (!guesses[t].empty())
      text += concat(text.empty() ? "" : "; ", taskCapital(int(t)), ": ", guessSummary(guesses[t]));
  if (text.empty()) return "";
  return concat("<p class=\"warning\">Guessed, as the network's file doesn't tell: ", escapeXml(text),
                ". All figures are wrong if one of these is.</p>\n");
}

}  // namespace zipper
