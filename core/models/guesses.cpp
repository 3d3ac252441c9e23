// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/guesses.h"

#include <algorithm>
#include <iterator>

namespace zipper {

namespace {

const std::string mark = "guessed: ";

/// "stem stride guessed: 2 (by ...)" -> "stem stride 2"; "not in the graph, guessed: mean 0.5" -> "mean 0.5"
std::string shortened(const std::string& guess) {
  const auto at = guess.find(mark);
  std::string what = guess.substr(0, at), value = guess.substr(at + mark.size());
  if (what.size() > 1 && what[what.size() - 2] == ',') what.clear();
  if (what == "doubt ") what.clear();
  return what + value.substr(0, value.find(" ("));
}

}  // namespace

std::vector<std::string> guessesAmong(const std::vector<std::string>& notes) {
  std::vector<std::string> guesses;
  std::copy_if(notes.begin(), notes.end(), std::back_inserter(guesses),
               [](const std::string& note) { return note.find(mark) != std::string::npos; });
  return guesses;
}

bool isGuessed(const std::vector<std::string>& notes, const std::string& what) {
  return std::any_of(notes.begin(), notes.end(),
                     [&](const std::string& note) { return note.rfind(what + " " + mark, 0) == 0; });
}

std::string guessSummary(const std::vector<std::string>& notes) {
  std::string text;
  for (const std::string& guess : guessesAmong(notes)) text += (text.empty() ? "" : ", ") + shortened(guess);
  return text;
}

}  // namespace zipper
