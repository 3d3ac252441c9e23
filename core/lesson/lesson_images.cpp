// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lesson/lesson_images.h"

#include <algorithm>
#include <cstdio>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <set>
#include <system_error>

#include "core/data/folder_listing.h"
#include "core/lesson/lesson_names.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/lower_case.h"
#include "core/support/printable.h"
#include "core/support/temporary_folder.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::size_t largestImage = std::size_t(64) << 20, largestLicence = std::size_t(1) << 20;
constexpr std::size_t mostLicences = 20;
constexpr std::int64_t imagesLookedAt = 32;

std::vector<std::vector<std::int64_t>> byClass(const Dataset& dataset) {
  std::vector<std::vector<std::int64_t>> images(dataset.classNames().size());
  for (std::int64_t i = 0; i < dataset.size(); ++i) images.at(std::size_t(dataset.label(i))).push_back(i);
  return images;
}

std::int64_t atMost(ImagesPerClass perClass, std::int64_t there) {
  return perClass ? std::min<std::int64_t>(there, std::max(0, *perClass)) : there;
}

/// The image as a file: its own, or a PNG of its pixels.
std::string fileOf(const Dataset& dataset, std::int64_t index) {
  const std::string file = dataset.imageFile(index);
  if (!file.empty()) return readTextFile(file, largestImage);
  cv::Mat image = dataset.image(index);
  if (image.channels() == 3) cv::cvtColor(image, image, cv::COLOR_RGB2BGR);
  std::vector<std::uint8_t> bytes;
  if (!cv::imencode(".png", image, bytes)) fail(dataset.describeImage(index), ": can't be written as PNG");
  return {bytes.begin(), bytes.end()};
}

double meanBytes(const Dataset& dataset) {
  const std::int64_t count = std::min(imagesLookedAt, dataset.size());
  double bytes = 0;
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t index = i * dataset.size() / count;
    const std::string file = dataset.imageFile(index);
    std::error_code code;
    const auto size = file.empty() ? std::uintmax_t(fileOf(dataset, index).size()) : fs::file_size(file, code);
    bytes += code ? 0.0 : double(size);
  }
  return count > 0 ? bytes / double(count) : 0;
}

PartSize sizeOf(const DatasetPtr& dataset) {
  PartSize size;
  if (!dataset) return size;
  for (const auto& images : byClass(*dataset)) size.perClass.push_back(std::int64_t(images.size()));
  size.bytesPerImage = meanBytes(*dataset);
  return size;
}

/// Writes images and their lines of the list.
class ImageWriter {
 public:
  ImageWriter(const fs::path& folder, ImagesPerClass perClass, const std::function<void(int)>& written)
      : folder_(folder), perClass_(perClass), written_(written) {}

  LessonCount add(const DatasetPtr& dataset, Split split) {
    if (!dataset) return {};
    const std::vector<std::int64_t> chosen = imagesOfEachClass(*dataset, perClass_);
    for (const std::int64_t index : chosen) {
      const std::string name = nameOf(*dataset, index);
      writeUnsynced(folder_ / "images" / name, fileOf(*dataset, index));
      list_ += concat("images/", name, ",", dataset->label(index), ",", toString(split), "\n");
      written_(1);
    }
    return {std::int64_t(chosen.size()), dataset->size()};
  }

  void writeList(const std::vector<std::string>& classNames) const {
    std::string names;
    for (const std::string& name : classNames) names += name + "\n";
    writeUnsynced(folder_ / "images.csv", list_);
    writeUnsynced(folder_ / "classes.txt", names);
  }

 private:
  /// Tells images apart that are called the same, and keeps the name that a list of their makers has.
  std::string nameOf(const Dataset& dataset, std::int64_t index) {
    const std::string file = dataset.imageFile(index);
    char number[16];
    std::snprintf(number, sizeof number, "%06d-", count_++);
    const std::string own = file.empty() ? concat(index, ".png") : lessonFileName(fs::path(file).filename().string());
    const std::string name = number + own;
    return name == lessonFileName(name) ? name
                                        : number + own.substr(own.size() - std::min<std::size_t>(own.size(), 60));
  }

  fs::path folder_;
  ImagesPerClass perClass_;
  const std::function<void(int)>& written_;
  std::string list_ = "file,label,split\n";
  int count_ = 0;
};

/// By its name; pictures and the like are no licences, whatever they are called.
bool saysLicence(const std::string& name) {
  const std::string lower = asciiLowerCase(name), ending = fs::path(lower).extension().string();
  const std::set<std::string> texts{"", ".txt", ".md", ".rst", ".tsv", ".csv", ".html", ".htm", ".licence", ".license"};
  if (texts.count(ending) == 0) return false;
  for (const char* start : {"copying", "copyright", "notice", "credits", "authors", "readme", "citation"})
    if (lower.rfind(start, 0) == 0) return true;
  for (const char* part : {"license", "licence", "attribution"})
    if (lower.find(part) != std::string::npos) return true;
  return false;
}

}  // namespace

std::vector<std::int64_t> imagesOfEachClass(const Dataset& dataset, ImagesPerClass perClass) {
  std::vector<std::int64_t> chosen;
  for (const std::vector<std::int64_t>& images : byClass(dataset)) {
    const auto there = std::int64_t(images.size()), wanted = atMost(perClass, there);
    for (std::int64_t i = 0; i < wanted; ++i) chosen.push_back(images[std::size_t(i * there / wanted)]);
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

std::int64_t PartSize::images(ImagesPerClass most) const {
  std::int64_t sum = 0;
  for (const std::int64_t there : perClass) sum += atMost(most, there);
  return sum;
}

std::int64_t LessonSizes::images(ImagesPerClass most) const {
  std::int64_t sum = 0;
  for (const Task& task : tasks)
    for (const PartSize* part : {&task.train, &task.validation, &task.test}) sum += part->images(most);
  return sum;
}

std::int64_t LessonSizes::bytes(ImagesPerClass most) const {
  constexpr double perFile = 350;  // its places in the archive's directory and in the lists
  double sum = double(sessionBytes);
  for (const Task& task : tasks)
    for (const PartSize* part : {&task.train, &task.validation, &task.test})
      sum += double(part->images(most)) * (part->bytesPerImage + perFile);
  return std::int64_t(sum);
}

LessonSizes::Task sizesOfTask(const TaskData& data, const std::string& folder) {
  LessonSizes::Task sizes{sizeOf(data.train), sizeOf(data.validation), sizeOf(data.test), {}};
  for (const fs::path& file : licenceFiles(folder)) sizes.licences.push_back(file.filename().string());
  return sizes;
}

std::vector<fs::path> licenceFiles(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const fs::path& file : listFolder(folder).files) {
    std::error_code code;
    const auto bytes = fs::file_size(file, code);
    const bool isText = saysLicence(file.filename().string()) && !code && bytes > 0 && bytes <= largestLicence;
    if (isText && found.size() < mostLicences) found.push_back(file);
  }
  return found;
}

LessonImages writeLessonImages(const TaskData& data, ImagesPerClass perClass, const fs::path& folder,
                               const std::function<void(int)>& written) {
  createFolder(folder / "images");
  ImageWriter writer(folder, perClass, written);
  LessonImages images;
  images.train = writer.add(data.train, Split::Train);
  images.validation = writer.add(data.validation, Split::Validation);
  images.test = writer.add(data.test, Split::Test);
  writer.writeList(data.train->classNames());
  return images;
}

}  // namespace zipper
