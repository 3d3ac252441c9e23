// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <opencv2/imgcodecs.hpp>
#include <string>
#include <vector>

#include "support/tiny_dataset.h"

namespace zipper::test {

/// PNG files in a folder per class, images that can be learned (see TinyDataset).
inline void writeClassFolders(const std::filesystem::path& folder, const std::vector<std::string>& classes, int each,
                              std::uint64_t seed) {
  const TinyDataset images(each * int(classes.size()), int(classes.size()), seed);
  for (std::int64_t i = 0; i < images.size(); ++i) {
    const std::filesystem::path place = folder / classes[std::size_t(images.label(i))];
    std::filesystem::create_directories(place);
    cv::imwrite((place / (std::to_string(i) + ".png")).string(), images.image(i));
  }
}

}  // namespace zipper::test
