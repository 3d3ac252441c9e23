// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"

namespace zipper {

/// What a list says about an image. Nothing is checked yet.
struct ListedImage {
  std::string path;   ///< as it stands in the list
  std::string label;  ///< name or number of its class
  std::optional<Split> split;
  std::size_t line = 0;  ///< of the list, from 1; 0 where it has no lines
  std::size_t list = 0;  ///< into ImageLists::files
};

struct ImageLists {
  std::vector<std::filesystem::path> files;
  std::vector<ListedImage> images;
  /// Of the labels in the order of their numbers, where the list brings them along; else they follow from the labels.
  std::vector<std::string> classNames;
  std::vector<std::string> notes;
};

/// What was found, and what looks like a list but can't be used as one: "labels.csv: no column says the class".
struct FoundLists {
  std::optional<ImageLists> lists;
  std::vector<std::string> reasons;
};

/// Looks for lists in the folder and in its folders for training, validation and test images:
///  - CUB-200: images.txt, image_class_labels.txt, train_test_split.txt and classes.txt, the last two if they are
///  there;
///  - Flowers-102: imagelabels.mat and, if it is there, setid.mat;
///  - tables (.csv, .tsv) with a column for the file, one for its class and perhaps one for its split (or "is_valid",
///    "is_test": true or false), or two columns without a heading;
///  - text files whose lines are "path class", called after what they are for: train.txt, test_list.txt, labels.txt.
/// A classes.txt beside them names the classes of labels that are numbers. Throws Error that names file and line if
/// CUB-200's or Flowers-102's lists are damaged.
FoundLists findImageLists(const std::filesystem::path& folder);

}  // namespace zipper
