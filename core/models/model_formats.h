// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace zipper {

/// The formats that loadModel() recognizes, as people call them.
std::vector<std::string> modelFormatNames();

/// That of a file, recognized by its content; empty if it is none of them. Throws Error if it can't be read.
std::string modelFormatOf(const std::filesystem::path& path);

}  // namespace zipper
