// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/data/opened_dataset.h"

namespace zipper {

/// Whether the folder holds class folders with images, directly or below train/, test/ or val/.
bool holdsImageFolders(const std::filesystem::path& folder);

/// One class per folder, in the order of their names; images lie directly in their class folder. The test split is
/// test/ (or val/) beside train/ and is labelled by the class folders of train/; without it, it has to be held out.
/// Decoded images stay in memory up to `cacheBytes`; nothing is ever replaced, since shuffled epochs would profit from
/// no replacement.
OpenedDataset openImageFolders(const std::filesystem::path& folder, Split split, std::size_t cacheBytes);

}  // namespace zipper
