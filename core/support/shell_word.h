// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace zipper {

/// A text as it is to be typed or pasted into a terminal: in quotation marks where a shell would take it apart, and
/// with what a terminal would obey by its number ($'\033', as bash, zsh and POSIX of 2024 have it).
std::string shellWord(const std::string& text);

}  // namespace zipper
