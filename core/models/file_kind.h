// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace zipper {

/// What describeContent() says of what it doesn't know.
inline constexpr const char* unknownContent = "unknown binary data";

/// What a file or folder that no reader knows seems to hold, by its content, for messages, with what to do about it
/// where that helps: "a TensorFlow Lite model; convert it ...", "text", "nothing (it is empty)", "a folder with ...".
/// Throws Error if it can't be read.
std::string describeContent(const std::filesystem::path& path);

}  // namespace zipper
