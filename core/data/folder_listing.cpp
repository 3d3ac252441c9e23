// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/folder_listing.h"

#include <algorithm>

#include "core/support/error.h"

namespace fs = std::filesystem;

namespace zipper {

FolderListing listFolder(const fs::path& folder) {
  FolderListing listing;
  std::error_code code;
  for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
    if (it->path().filename().native().front() == '.') continue;
    std::error_code broken;  // a dangling link is neither file nor folder
    if (it->is_directory(broken)) listing.folders.push_back(it->path());
    if (it->is_regular_file(broken)) listing.files.push_back(it->path());
  }
  if (code) fail(folder.string(), ": the folder can't be read: ", code.message(), "; check its permissions");
  const auto byName = [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); };
  std::sort(listing.files.begin(), listing.files.end(), byName);
  std::sort(listing.folders.begin(), listing.folders.end(), byName);
  return listing;
}

}  // namespace zipper
