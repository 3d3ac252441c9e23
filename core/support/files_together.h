// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace zipper {

/// What was put into one folder.
struct WrittenFiles {
  std::vector<std::filesystem::path> files;  ///< the one that was asked for first
  std::int64_t bytes = 0;                    ///< of all of them
};

/// Replaces `path` as makeFileAtomically() does, and the files that belong beside it: `make` gets the path of a file of
/// the same name in an empty folder, and what it puts into that folder is moved into the folder of `path`, `path` last.
/// If `make` throws, nothing is left behind; each file is replaced atomically, all of them together are not. For a
/// device or a pipe there is only the one file.
WrittenFiles makeFilesAtomically(const std::filesystem::path& path,
                                 const std::function<void(const std::filesystem::path& temporary)>& make);

}  // namespace zipper
