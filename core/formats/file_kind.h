// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace zipper {

/// What a file that no reader knows seems to hold by its first bytes, for messages, with what to do about it where that
/// helps: "a TensorFlow Lite model", "text", "nothing (it is empty)", ... Throws Error if it can't be read.
std::string describeContent(const std::filesystem::path& path);

}  // namespace zipper
