// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/data/opened_dataset.h"

namespace zipper {

/// Which folders hold the class folders of what.
struct FolderLayout {
  std::filesystem::path train;
  std::optional<std::filesystem::path> validation, test;  ///< validation only beside test
  std::vector<std::string> notes;                         ///< which serves for what
  std::size_t classes = 0;                                ///< class folders with images in `train`
  /// Why the folders say no classes, e.g. images without class folders in train/ and test/; empty if they do.
  std::string problem;
  std::string advice;  ///< what to do about it, where that is known
};

/// Folders that are called "train", "Validation", "testing" and the like (see split_names.h) and hold class folders
/// serve for that; a validation folder without a test folder is the test set. Without such folders, the folder itself
/// holds the class folders. Throws Error if two folders may be the same, or class folders are found below test or
/// validation only.
FolderLayout recognizeFolders(const std::filesystem::path& folder);

/// One class per folder, in the order of the bytes of their names, as PyTorch's ImageFolder and Keras order them;
/// images lie in their class folder or anywhere below it. Test and validation images are labelled by the class folders
/// of train; without test images, they have to be held out. What was left out is in the notes. The data set is null for
/// validation images that aren't there.
OpenedDataset openImageFolders(const FolderLayout& layout, const OpenOptions& options);

}  // namespace zipper
