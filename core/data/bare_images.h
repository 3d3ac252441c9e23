// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/data/opened_dataset.h"

namespace zipper {

/// All images that lie in a folder or anywhere below it, in the natural order of their paths, of one class without a
/// name: see OpenOptions::labels and hasClasses(). Where its only images are in a folder for training beside one for
/// testing or validation (see split_names.h), these serve for that; otherwise test images have to be held out. What was
/// left out is in the notes. The data set is null for validation images that aren't there. Throws Error: no image, a
/// folder that can't be listed.
OpenedDataset openBareImages(const std::filesystem::path& folder, const OpenOptions& options);

}  // namespace zipper
