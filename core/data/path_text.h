// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

#include "core/support/printable.h"

namespace zipper {

/// The whole path, and its last part, as they may stand in a message.
inline std::string nameOf(const std::filesystem::path& path) { return wholePrintable(path.string()); }
inline std::string lastOf(const std::filesystem::path& path) { return printable(path.filename().string()); }

}  // namespace zipper
