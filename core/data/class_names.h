// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace zipper {

/// One name a line; blank lines at the end are ignored. Throws Error if there is no name, a blank line between names,
/// or a name that occurs twice.
std::vector<std::string> readClassNames(const std::filesystem::path& file);

/// "0", "1", ... for data sets whose classes have no names.
std::vector<std::string> numberedClassNames(int count);

/// The first few, in quotation marks, fit for a message: "cat", "dog" and 8 more.
std::string shortList(const std::vector<std::string>& names);

}  // namespace zipper
