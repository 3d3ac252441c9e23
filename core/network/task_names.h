// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace zipper {

inline constexpr int mostTasks = 26;  ///< as many as there are letters

/// The letter of a task by its number, as keys in files and on the command line have it: "a", "b", "c", ...
std::string taskName(int task);
/// The same for people: "A", "B", "C", ...
std::string taskCapital(int task);

}  // namespace zipper
