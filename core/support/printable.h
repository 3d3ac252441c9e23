// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <limits>
#include <string>

namespace zipper {

/// The text as it may stand in a one-line message, on a terminal or in a label: each control character (C0, DEL, C1),
/// each character that turns the direction of writing or breaks a line (U+061C, U+200E, U+200F, U+2028 to U+202E,
/// U+2066 to U+2069), each U+FEFF and each byte that is not UTF-8 becomes '?'. What is longer than `maximumBytes` is
/// cut between characters and ends with "...". For everything that comes out of files of strangers: names, paths, keys,
/// values.
std::string printable(const std::string& text, std::size_t maximumBytes = 200);

/// The same of any length.
inline std::string wholePrintable(const std::string& text) {
  return printable(text, std::numeric_limits<std::size_t>::max());
}

/// 'name', to stand in a sentence.
inline std::string inQuotes(const std::string& name) { return "'" + printable(name) + "'"; }

/// The text with U+FFFD for each byte that isn't UTF-8: as it reads in every file that this program writes.
std::string validUtf8(const std::string& text);

/// The text of a JSON document in which each of those characters above U+007E that are in it is written as \uXXXX: the
/// same document, and nothing in it that a terminal would obey. Expects UTF-8.
std::string jsonForTerminals(const std::string& json);

}  // namespace zipper
