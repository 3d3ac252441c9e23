// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/fitted_dataset.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <numeric>
#include <utility>

#include "core/data/preprocess.h"
#include "core/support/mapped_memory.h"

namespace zipper {

namespace {

/// What fitted images have in common.
struct FittedShape {
  int size = 0, channels = 0;
  bool operator==(const FittedShape& other) const { return size == other.size && channels == other.channels; }
};

FittedShape shapeOf(const MobileNetSpec& spec) { return {spec.inputSize, spec.inputChannels}; }

/// Bytes of an image; 0 if there can be none.
std::size_t bytesOf(const FittedShape& shape) {
  if (shape.size < 1 || (shape.channels != 1 && shape.channels != 3)) return 0;
  return std::size_t(shape.size) * std::size_t(shape.size) * std::size_t(shape.channels);
}

/// Images of one shape in a single block from the system, of which only what is used takes memory: thousands of small
/// ones in the heap would settle in the places that batches leave.
class FittedImages {
 public:
  FittedImages(std::int64_t count, const FittedShape& shape, std::size_t bytes)
      : shape_(shape), imageBytes_(bytesOf(shape)), places_(std::size_t(count), nullptr) {
    if (imageBytes_ > 0) room_ = std::min(places_.size(), bytes / imageBytes_);
  }

  /// A copy: the block may be gone before it. Empty if it isn't kept.
  cv::Mat find(std::int64_t index) const {
    std::uint8_t* pixels = nullptr;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (isInside(index)) pixels = places_[std::size_t(index)];
    }
    return pixels == nullptr ? cv::Mat() : at(pixels).clone();  // what is kept never changes
  }

  void keep(std::int64_t index, const cv::Mat& image) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (room_ == 0 || !isInside(index) || places_[std::size_t(index)] != nullptr || !reserve()) return;
    const std::size_t begin = pixels_.size();
    pixels_.resize(begin + imageBytes_);
    image.copyTo(at(pixels_.data() + begin));
    places_[std::size_t(index)] = pixels_.data() + begin;
    --room_;
  }

 private:
  bool isInside(std::int64_t index) const { return index >= 0 && std::size_t(index) < places_.size(); }
  cv::Mat at(std::uint8_t* pixels) const { return {shape_.size, shape_.size, CV_8UC(shape_.channels), pixels}; }

  /// The whole block, before its first image: it mustn't move. Without memory for it nothing is kept.
  bool reserve() {
    if (pixels_.capacity() > 0) return true;
    try {
      pixels_.reserve(room_ * imageBytes_);
      return true;
    } catch (const std::bad_alloc&) {
      room_ = 0;
      return false;
    }
  }

  const FittedShape shape_;
  const std::size_t imageBytes_;
  mutable std::mutex mutex_;  // guards everything below
  std::size_t room_ = 0;      // for so many more images
  std::vector<std::uint8_t, MappedAllocator<std::uint8_t>> pixels_;
  std::vector<std::uint8_t*> places_;  // of each image; null: not kept
};

class FittedDataset : public Dataset {
 public:
  FittedDataset(DatasetPtr base, const FittedShape& shape, std::size_t bytes)
      : base_(std::move(base)), shape_(shape), bytes_(bytes), kept_(base_->size(), shape, bytes) {}
  std::int64_t size() const override { return base_->size(); }
  int label(std::int64_t index) const override { return base_->label(index); }
  cv::Mat image(std::int64_t index) const override { return base_->image(index); }
  std::string describeImage(std::int64_t index) const override { return base_->describeImage(index); }
  std::string imageFile(std::int64_t index) const override { return base_->imageFile(index); }
  const std::vector<std::string>& classNames() const override { return base_->classNames(); }
  std::vector<std::string> notes() const override { return base_->notes(); }

  cv::Mat fitted(std::int64_t index, const Preprocessing& preprocessing) const override {
    if (!(FittedShape{preprocessing.size(), preprocessing.channels()} == shape_))
      return base_->fitted(index, preprocessing);
    if (cv::Mat kept = kept_.find(index); !kept.empty()) return kept;
    cv::Mat image = base_->fitted(index, preprocessing);  // not under the lock
    kept_.keep(index, image);
    return image;
  }

  const DatasetPtr& base() const { return base_; }
  bool keeps(const FittedShape& shape, std::size_t bytes) const { return shape_ == shape && bytes_ == bytes; }

 private:
  DatasetPtr base_;
  FittedShape shape_;
  std::size_t bytes_;
  mutable FittedImages kept_;
};

}  // namespace

DatasetPtr fittedDataset(const DatasetPtr& base, const MobileNetSpec& spec, std::size_t bytes) {
  const auto* before = dynamic_cast<const FittedDataset*>(base.get());
  if (before != nullptr && before->keeps(shapeOf(spec), bytes)) return base;
  return std::make_shared<FittedDataset>(before == nullptr ? base : before->base(), shapeOf(spec), bytes);
}

std::size_t fittedBytes(const DatasetPtr& dataset, const MobileNetSpec& spec) {
  return dataset ? std::size_t(dataset->size()) * bytesOf(shapeOf(spec)) : 0;
}

std::vector<std::size_t> dividedBudget(const std::vector<std::size_t>& needs, std::size_t budget) {
  std::vector<std::size_t> modestFirst(needs.size());
  std::iota(modestFirst.begin(), modestFirst.end(), std::size_t(0));
  std::stable_sort(modestFirst.begin(), modestFirst.end(),
                   [&](std::size_t a, std::size_t b) { return needs[a] < needs[b]; });
  std::vector<std::size_t> shares(needs.size());
  std::size_t others = needs.size();
  for (const std::size_t i : modestFirst) {
    shares[i] = std::min(needs[i], budget / others--);
    budget -= shares[i];
  }
  return shares;
}

}  // namespace zipper
