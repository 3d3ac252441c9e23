// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

namespace zipper {

/// What a folder holds, sorted by name, so that the order doesn't depend on the file system. Hidden entries are left
/// out.
struct FolderListing {
  std::vector<std::filesystem::path> files;
  std::vector<std::filesystem::path> folders;
};

/// Throws Error that names the folder if it can't be listed.
FolderListing listFolder(const std::filesystem::path& folder);

}  // namespace zipper
