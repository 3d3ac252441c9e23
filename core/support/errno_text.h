// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cerrno>
#include <filesystem>
#include <string>

namespace zipper {

/// What the system says to an error number, with what can be done about it where that is known: "No space left on
/// device; free some space or choose another place".
std::string errnoText(int code);

/// Throws the Error "PATH: WHAT: the text of the error number".
[[noreturn]] void failWithErrno(const char* what, const std::filesystem::path& path, int code = errno);

}  // namespace zipper
