// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/data/image_lists.h"
#include "core/data/opened_dataset.h"

namespace zipper {

/// Images whose classes are told by lists. A path is looked for beside its list, in the data set's folder and in the
/// first 64 folders directly in there, with an ending if it has none; it never leads out of the data set's folder:
/// absolute paths and ".." are an Error. Labels that are numbers keep their order: class 0 (or 1, if the smallest is 1)
/// to the largest, named by classes.txt if that is there. Other labels are ordered by their bytes. Listed images that
/// aren't there, and images that no list names, are counted in the notes. Without a list or a column for test images,
/// they have to be held out; validation images without test images are the test set. Throws Error that names list and
/// line: an image with two classes, labels that training images don't have, none of the images there, a single class.
OpenedDataset openImageLists(const std::filesystem::path& folder, const ImageLists& lists, const OpenOptions& options);

}  // namespace zipper
