// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace zipper {

/// Whether `a` comes before `b` as people order names: runs of digits by their value, so that class2 comes before
/// class10; everything else by its bytes.
bool naturallyBefore(const std::string& a, const std::string& b);

/// What to say about class names in the order of their bytes, where people would order them in another way; empty where
/// both orders are the same.
std::string orderNote(const std::vector<std::string>& classNames);

}  // namespace zipper
