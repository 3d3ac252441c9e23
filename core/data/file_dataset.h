// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/data/dataset.h"

namespace zipper {

/// Image files and their classes.
struct FileImages {
  struct Item {
    std::string path;
    int label = 0;  ///< index into classNames
  };
  std::vector<Item> items;
  std::vector<std::string> classNames;
  std::vector<std::string> notes;  ///< see Dataset::notes()
};

/// Decodes each file when it is asked for. Decoded images stay in memory up to `cacheBytes`; nothing is ever replaced,
/// since shuffled epochs would profit from no replacement.
DatasetPtr makeFileDataset(FileImages images, std::size_t cacheBytes, const ImageReading& reading);

}  // namespace zipper
