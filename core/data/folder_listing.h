// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace zipper {

/// What a folder holds, sorted by name, so that the order doesn't depend on the file system. Hidden entries, and what
/// systems leave behind (.DS_Store, Thumbs.db, __MACOSX and the like), are in neither of the first two.
struct FolderListing {
  std::vector<std::filesystem::path> files;    ///< regular ones, and links to them
  std::vector<std::filesystem::path> folders;  ///< and links to them
  std::int64_t hidden = 0;                     ///< files and folders whose names begin with a dot
  std::int64_t special = 0;                    ///< pipes, devices, sockets and links that lead nowhere
};

/// Throws Error that names the folder if it can't be listed.
FolderListing listFolder(const std::filesystem::path& folder);

/// Files that a data set doesn't take, by the reason.
struct LeftOutFiles {
  std::map<std::string, std::int64_t> endings;  ///< ".gif": how many; "": of names without an ending
  std::int64_t hidden = 0, special = 0, circles = 0;

  std::int64_t count() const;
  /// "8 .gif, 3 hidden, 1 without an ending"; empty if there are none.
  std::string text() const;
  void add(const LeftOutFiles& other);
};

/// The images below a folder, in the order of their names: those of the folder itself, then those of its subfolders.
struct FoundImages {
  std::vector<std::string> files;
  std::int64_t inSubfolders = 0;  ///< how many of them
  LeftOutFiles leftOut;
};

/// Walks down a folder (links that lead in a circle aside) and takes every file whose name ends as one of an image, or
/// has no ending and begins as an image. Throws Error that names a folder that can't be listed or lies too deep.
FoundImages findImages(const std::filesystem::path& folder);

/// Whether findImages() would find any; stops at the first.
bool holdsImages(const std::filesystem::path& folder);

/// Whether any image lies in the folder itself.
bool holdsImagesDirectly(const std::filesystem::path& folder);

}  // namespace zipper
