// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/image_folder_dataset.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "core/data/decode_image.h"
#include "core/data/folder_listing.h"
#include "core/support/error.h"
#include "core/support/mapped_memory.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

struct Item {
  std::string path;
  int label = 0;
};

/// Decoded images, up to a number of bytes. Their pixels lie in large blocks from the system: thousands of small ones in
/// the heap would settle in the places that batches leave, and each later batch would make it grow.
class ImageCache {
 public:
  explicit ImageCache(std::size_t room) : room_(room) {}

  /// A copy: the cache may be gone before it.
  std::optional<cv::Mat> find(std::int64_t index) const {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = images_.find(index);
    if (found == images_.end()) return std::nullopt;
    const Entry& entry = found->second;
    return cv::Mat(entry.height, entry.width, entry.type, entry.pixels).clone();
  }

  void keep(std::int64_t index, const cv::Mat& image) {
    const std::size_t bytes = image.total() * image.elemSize();
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!image.isContinuous() || bytes + sizeof(Entry) > room_ || images_.count(index) > 0) return;
    room_ -= bytes + sizeof(Entry);
    std::uint8_t* const pixels = take(bytes);
    std::copy_n(image.ptr(), bytes, pixels);
    images_[index] = {image.rows, image.cols, image.type(), pixels};
  }

 private:
  struct Entry {
    int height = 0, width = 0, type = 0;
    std::uint8_t* pixels = nullptr;
  };
  using Block = std::vector<std::uint8_t, MappedAllocator<std::uint8_t>>;
  static constexpr std::size_t blockBytes = std::size_t(8) << 20;

  std::uint8_t* take(std::size_t bytes) {
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < bytes) {
      blocks_.emplace_back();
      blocks_.back().reserve(std::max(blockBytes, bytes));
    }
    Block& block = blocks_.back();
    const std::size_t begin = block.size();
    block.resize(begin + bytes);
    return block.data() + begin;
  }

  mutable std::mutex mutex_;
  std::size_t room_;
  std::vector<Block> blocks_;
  std::unordered_map<std::int64_t, Entry> images_;
};

class ImageFolderDataset : public Dataset {
 public:
  ImageFolderDataset(std::vector<Item> items, std::vector<std::string> classNames, std::size_t cacheBytes)
      : items_(std::move(items)), classNames_(std::move(classNames)), cache_(cacheBytes) {}
  std::int64_t size() const override { return std::int64_t(items_.size()); }
  int label(std::int64_t index) const override { return items_.at(std::size_t(index)).label; }
  std::string describeImage(std::int64_t index) const override { return items_.at(std::size_t(index)).path; }
  const std::vector<std::string>& classNames() const override { return classNames_; }

  cv::Mat image(std::int64_t index) const override {
    if (auto cached = cache_.find(index)) return *cached;
    const cv::Mat image = decodeImageFile(items_.at(std::size_t(index)).path);  // not under the lock
    cache_.keep(index, image);
    return image;
  }

 private:
  std::vector<Item> items_;
  std::vector<std::string> classNames_;
  mutable ImageCache cache_;
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
