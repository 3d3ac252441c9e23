// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/lesson/lesson.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// At most so many images of each class, of training, validation and test images each; nothing: all; 0: none.
using ImagesPerClass = std::optional<int>;

/// As many images as a lesson holds at most, of all tasks together.
inline constexpr std::int64_t mostLessonImages = 16'000;

/// Indices of these images, evenly spread over each class, in the order of the data set.
std::vector<std::int64_t> imagesOfEachClass(const Dataset& dataset, ImagesPerClass perClass);

/// What the images of one part of a data set take: whole, and how many there are of each class.
struct PartSize {
  std::vector<std::int64_t> perClass;
  double bytesPerImage = 0;  ///< estimated from some of them
  std::int64_t images(ImagesPerClass most) const;
};

/// The same of all that a lesson may hold.
struct LessonSizes {
  struct Task {
    PartSize train, validation, test;
    std::vector<std::string> licences;  ///< names of files
  };
  std::vector<Task> tasks;
  std::int64_t sessionBytes = 0;

  std::int64_t images(ImagesPerClass most) const;
  /// Estimated.
  std::int64_t bytes(ImagesPerClass most) const;
};

/// Reads some images of each part to say it.
LessonSizes::Task sizesOfTask(const TaskData& data, const std::string& folder);

/// Files beside the images of a data set that say under which licence they are and whose they are, by their names
/// (LICENSE, COPYING, ATTRIBUTION.tsv, README and the like); in the order of their names.
std::vector<std::filesystem::path> licenceFiles(const std::filesystem::path& folder);

/// Writes images into a folder that is there, as a data set that openDataset() reads with the same classes, labels and
/// pixels in the same order: files as they are, other images as PNG, a list and the names of classes. `written` is told
/// how many more are. Error if an image can't be read, or the classes have names that no list can hold.
LessonImages writeLessonImages(const TaskData& data, ImagesPerClass perClass, const std::filesystem::path& folder,
                               const std::function<void(int)>& written);

}  // namespace zipper
