#include "core/data/image_folder_dataset.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "core/data/decode_image.h"
#include "core/data/folder_listing.h"
#include "core/support/error.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

struct Item {
  std::string path;
  int label = 0;
};

class ImageFolderDataset : public Dataset {
 public:
  ImageFolderDataset(std::vector<Item> items, std::vector<std::string> classNames, std::size_t cacheBytes)
      : items_(std::move(items)), classNames_(std::move(classNames)), cacheRoom_(cacheBytes) {}
  std::int64_t size() const override { return std::int64_t(items_.size()); }
  int label(std::int64_t index) const override { return items_.at(std::size_t(index)).label; }
  std::string describeImage(std::int64_t index) const override { return items_.at(std::size_t(index)).path; }
  const std::vector<std::string>& classNames() const override { return classNames_; }

  cv::Mat image(std::int64_t index) const override {
    if (auto cached = lookUp(index)) return *cached;
    const cv::Mat image = decodeImageFile(items_.at(std::size_t(index)).path);  // not under the lock
    keep(index, image);
    return image;
  }

 private:
  std::optional<cv::Mat> lookUp(std::int64_t index) const {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = cache_.find(index);
    return found == cache_.end() ? std::nullopt : std::make_optional(found->second);
  }

  void keep(std::int64_t index, const cv::Mat& image) const {
    const std::size_t bytes = image.total() * image.elemSize() + sizeof(cv::Mat);
    const std::lock_guard<std::mutex> lock(mutex_);
    if (bytes <= cacheRoom_ && cache_.emplace(index, image).second) cacheRoom_ -= bytes;
  }

  std::vector<Item> items_;
  std::vector<std::string> classNames_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::int64_t, cv::Mat> cache_;
  mutable std::size_t cacheRoom_;
};

std::vector<std::string> imagesIn(const fs::path& folder) {
  std::vector<std::string> images;
  for (const auto& file : listFolder(folder).files)
    if (hasImageExtension(file)) images.push_back(file.string());
  return images;
}

bool holdsClasses(const fs::path& folder) {
  std::error_code code;
  if (!fs::is_directory(folder, code)) return false;
  const auto folders = listFolder(folder).folders;
  return std::any_of(folders.begin(), folders.end(), [](const fs::path& path) { return !imagesIn(path).empty(); });
}

struct Layout {
  fs::path train;
  std::optional<fs::path> test;
};

/// ImageNet's test/ has no class folders: it then is val/ that counts.
Layout recognizeLayout(const fs::path& folder) {
  std::optional<fs::path> test;
  for (const char* name : {"val", "test"})
    if (holdsClasses(folder / name)) test = folder / name;
  if (holdsClasses(folder / "train")) return {folder / "train", test};
  if (test)
    fail(folder.string(), ": class folders with images were found in ", test->filename().string(),
         "/ but none in train/; "
         "the classes are defined by the folders in train/, add them");
  return {folder, std::nullopt};
}

std::vector<std::string> classesOf(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& path : listFolder(folder).folders) {
    if (imagesIn(path).empty())
      fail(path.string(),
           ": images (.jpg .jpeg .png .webp .bmp) of one class were expected, none were found; "
           "add some or remove the folder");
    names.push_back(path.filename().string());
  }
  return names;
}

std::vector<Item> itemsOf(const fs::path& folder, const std::vector<std::string>& classNames) {
  std::vector<Item> items;
  for (const auto& path : listFolder(folder).folders) {
    const auto known = std::find(classNames.begin(), classNames.end(), path.filename().string());
    if (known == classNames.end())
      fail(path.string(), ": the class \"", path.filename().string(),
           "\" was not expected: train/ has no such folder, it has ", classNames.size(), " classes from \"",
           classNames.front(), "\" to \"", classNames.back(), "\"; rename or remove the folder");
    for (auto& image : imagesIn(path)) items.push_back({std::move(image), int(known - classNames.begin())});
  }
  return items;
}

}  // namespace

bool holdsImageFolders(const fs::path& folder) {
  for (const char* name : {"", "train", "test", "val"})
    if (holdsClasses(folder / name)) return true;
  return false;
}

OpenedDataset openImageFolders(const fs::path& folder, Split split, std::size_t cacheBytes) {
  const Layout layout = recognizeLayout(folder);
  auto classNames = classesOf(layout.train);
  auto items = itemsOf(split == Split::Test && layout.test ? *layout.test : layout.train, classNames);
  return {std::make_shared<ImageFolderDataset>(std::move(items), std::move(classNames), cacheBytes),
          layout.test.has_value()};
}

}  // namespace zipper
