#pragma once

#include <filesystem>
#include <string>

namespace zipper {

/// What a file seems to hold by its first bytes, for messages: "a ZIP archive (a PyTorch file?)", "text", "nothing (it
/// is empty)", ... Throws Error if it can't be read.
std::string describeContent(const std::filesystem::path& path);

}  // namespace zipper
