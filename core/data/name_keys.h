// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace zipper {

/// For each name of `wanted` the index of the one in `known` that means the same, or -1. First names that are equal;
/// of the rest those that are when case and all but letters and digits are left out; then those that share an ImageNet
/// synset ("n02123045_tabby") or one of the names between commas ("tabby, tabby cat"). What fits several fits none,
/// and no name is given twice.
std::vector<int> matchNames(const std::vector<std::string>& wanted, const std::vector<std::string>& known);

/// The class or output that a name of the other side means, tolerantly as above: its index, or -1 (none, or several).
int indexOfName(const std::string& name, const std::vector<std::string>& names);

}  // namespace zipper
