// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/support/error.h"

namespace zipper {

/// How many of several names a message lists.
inline constexpr std::size_t mostListed = 4;

/// "'a', 'b' and 7 more", of parts that are printable already.
inline std::string listedParts(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < std::min(parts.size(), mostListed); ++i) text += (i > 0 ? ", " : "") + parts[i];
  return parts.size() > mostListed ? concat(text, " and ", parts.size() - mostListed, " more") : text;
}

}  // namespace zipper
