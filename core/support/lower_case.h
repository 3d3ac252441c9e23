// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace zipper {

/// ASCII letters in lower case, whatever the locale; all other bytes stay.
inline std::string asciiLowerCase(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  return text;
}

}  // namespace zipper
