// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/file_dataset.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "core/data/decode_image.h"
#include "core/support/error.h"
#include "core/support/mapped_memory.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// Decoded images, up to a number of bytes. Their pixels lie in large blocks from the system: thousands of small ones
/// in the heap would settle in the places that batches leave, and each later batch would make it grow.
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

class FileDataset : public Dataset {
 public:
  FileDataset(FileImages images, std::size_t cacheBytes, const ImageReading& reading)
      : images_(std::move(images)), reading_(reading), cache_(cacheBytes) {}
  std::int64_t size() const override { return std::int64_t(images_.items.size()); }
  int label(std::int64_t index) const override { return images_.items.at(std::size_t(index)).label; }
  std::string describeImage(std::int64_t index) const override {
    return wholePrintable(images_.items.at(std::size_t(index)).path);
  }
  std::string imageFile(std::int64_t index) const override { return images_.items.at(std::size_t(index)).path; }
  const std::vector<std::string>& classNames() const override { return images_.classNames; }
  std::vector<std::string> notes() const override { return images_.notes; }

  cv::Mat image(std::int64_t index) const override {
    if (auto cached = cache_.find(index)) return *cached;
    const cv::Mat image = decodeImageFile(images_.items.at(std::size_t(index)).path, reading_);  // not under the lock
    cache_.keep(index, image);
    return image;
  }

 private:
  FileImages images_;
  ImageReading reading_;
  mutable ImageCache cache_;
};

/// Whether images that lie on their side in the file are left so, told by a few of them; empty if not.
std::string orientationNote(const FileImages& images, const ImageReading& reading) {
  constexpr std::size_t lookedAt = 32;
  if (reading.exif == Exif::Apply || images.items.empty()) return {};
  const std::size_t count = std::min(lookedAt, images.items.size());
  for (std::size_t i = 0; i < count; ++i)
    if (orientationOf(images.items[i * images.items.size() / count].path) != 1)
      return "images carry an orientation (EXIF) that is ignored, as PyTorch does; if the network was trained on "
             "upright images, apply it (--exif apply)";
  return {};
}

}  // namespace

DatasetPtr makeFileDataset(FileImages images, std::size_t cacheBytes, const ImageReading& reading) {
  if (std::string note = orientationNote(images, reading); !note.empty()) images.notes.push_back(std::move(note));
  return std::make_shared<FileDataset>(std::move(images), cacheBytes, reading);
}

}  // namespace zipper
