// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"

namespace zipper {

/// What a folder of this name serves for, in any case: "train", "Training", "train_images", "trainset", "val", "valid",
/// "validation", "dev", "eval", "test", "Testing Set" and the like; nothing for other names.
std::optional<Split> splitOfFolder(const std::string& name);

/// The same for each of the folders that lie side by side. If no name is that plain, names that differ in nothing but
/// such a word ("seg_train" and "seg_test") say it too.
std::vector<std::optional<Split>> splitsOfFolders(const std::vector<std::string>& names);

/// The same for the name of a list without its ending, which may hold other words beside one of these: "train",
/// "labels_train", "my-validation-list"; nothing if there is none, or several that differ.
std::optional<Split> splitOfList(const std::string& stem);

}  // namespace zipper
