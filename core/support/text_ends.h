// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace zipper {

inline bool beginsWith(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

inline bool endsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Without spaces, tabs and line ends at both ends.
inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace zipper
