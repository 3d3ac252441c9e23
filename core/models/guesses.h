// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace zipper {

/// Notes on a model (ModelSource::notes) are of two kinds. Guesses are conventions that the file doesn't tell and that
/// change every figure of the network if they are wrong: "stem stride guessed: 2 (by the convention of ...)". They all
/// hold the word "guessed:", whatever reader they come from. All others are only worth knowing.
std::vector<std::string> guessesAmong(const std::vector<std::string>& notes);

/// True if a note says that this was guessed: "stem stride", "normalization", ...
bool isGuessed(const std::vector<std::string>& notes, const std::string& what);

/// All guesses in a line, where each comes from left out: "input size 224, stem stride 2"; empty if there are none.
std::string guessSummary(const std::vector<std::string>& notes);

}  // namespace zipper
