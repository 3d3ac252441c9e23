// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace zipper {

/// How many characters have to be inserted, removed or replaced to make one text of the other (Levenshtein 1966); of
/// long texts only the last 100 bytes count.
std::size_t editDistance(const std::string& one, const std::string& other);

/// The one of the known names with the smallest distance, the first of several; empty if there are none.
std::string nearestName(const std::string& name, const std::vector<std::string>& known);

}  // namespace zipper
