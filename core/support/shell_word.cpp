// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/shell_word.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "core/support/printable.h"

namespace zipper {

namespace {

/// What a terminal would obey when the text is pasted, or what isn't UTF-8: by the numbers of its bytes.
std::string byNumbers(const std::string& text) {
  std::string word = "$'";
  for (const unsigned char c : text) {
    if (c < 0x20 || c >= 0x7f)
      word += {'\\', char('0' + (c >> 6)), char('0' + ((c >> 3) & 7)), char('0' + (c & 7))};
    else if (c == '\'' || c == '\\')
      word += {'\\', char(c)};
    else
      word += char(c);
  }
  return word + "'";
}

}  // namespace

std::string shellWord(const std::string& text) {
  const auto isPlain = [](unsigned char c) {
    return c >= 0x80 || std::isalnum(c) != 0 || std::string_view("/._-+=:,@%").find(char(c)) != std::string_view::npos;
  };
  if (text.empty()) return "''";
  if (wholePrintable(text) != text) return byNumbers(text);
  const bool isExpanded = text[0] == '=';  // by zsh
  if (!isExpanded && std::all_of(text.begin(), text.end(), isPlain)) return text;
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + "'";
}

}  // namespace zipper
