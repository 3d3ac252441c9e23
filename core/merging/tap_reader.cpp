// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/tap_reader.h"

#include <algorithm>
#include <utility>

#include "core/training/image_sample.h"
#include "core/training/network_device.h"

namespace zipper {

TapReader::TapReader(std::vector<FoldedPass*> passes, int layer, const CalibrationImages& images, int batchSize,
                     const Work& work)
    : passes_(std::move(passes)),
      place_(deviceOf(passes_.front()->network())),
      images_(images),
      batchSize_(batchSize),
      work_(work) {
  const bool canBeKnown = images.store && layer >= 0 && !work.group && place_.is_cpu();
  for (std::size_t i = 0; canBeKnown && i < passes_.size() && known_.size() == i; ++i) {
    const ImageDraw draw{images.dataset, std::max(images.images, images.stored), images.seed};
    if (auto taps = images.store->require(*passes_[i], layer, draw, work)) known_.push_back(std::move(taps));
  }
  const std::int64_t count = std::min<std::int64_t>(images.images, images.dataset->size());
  batches_ = int((count + batchSize - 1) / batchSize);
  if (known_.size() == passes_.size()) return;
  known_.clear();
  LoaderOptions options;
  options.batchSize = batchSize;
  options.labels = false;
  options.share = shareOf(work.group);
  loader_ = std::make_unique<BatchLoader>(imageSample(images.dataset, images.images, images.seed),
                                          passes_.front()->network().spec(), options);
}

std::optional<TapReader::Batch> TapReader::next() {
  work_.throwIfStopped();
  return loader_ ? nextLoaded() : nextKnown();
}

/// The images of a batch are those of its positions, also where some of them can't be read.
std::optional<TapReader::Batch> TapReader::nextKnown() {
  const std::vector<std::int64_t>& positions = known_.front()->positions;
  if (row_ == positions.size() || positions[row_] >= images_.images) return std::nullopt;
  const std::int64_t end = std::min<std::int64_t>(images_.images, (positions[row_] / batchSize_ + 1) * batchSize_);
  const std::size_t first = row_;
  while (row_ < positions.size() && positions[row_] < end) ++row_;
  const auto count = std::int64_t(row_ - first);
  Batch batch;
  for (const auto& taps : known_)
    batch.starts.emplace_back(taps->layer, taps->maps.narrow(0, std::int64_t(first), count));
  batch.part = {0, count};
  batch.number = ++number_;
  return batch;
}

std::optional<TapReader::Batch> TapReader::nextLoaded() {
  const auto next = nextReadable(*loader_, work_.group);
  if (!next) return std::nullopt;
  Batch batch;
  batch.starts.assign(passes_.size(), PassStart(batchOn(place_, next->batch).images));
  batch.part = next->part;
  batch.number = ++number_;
  return batch;
}

}  // namespace zipper
