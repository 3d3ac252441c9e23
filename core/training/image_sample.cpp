// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/image_sample.h"

#include <algorithm>
#include <numeric>

#include "core/support/random.h"

namespace zipper {

namespace {

constexpr std::uint64_t scoringSeed = 1;  ///< not the recipe's: scores of other recipes can be compared, too

/// Images of a test set that know how many it has, so that a score of them can't be taken for one of all.
class ScoringSample : public Dataset {
 public:
  ScoringSample(const DatasetPtr& testSet, int images)
      : images_(imageSample(testSet, images, scoringSeed)), drawnFrom_(testSet->size()) {}

  std::int64_t size() const override { return images_->size(); }
  int label(std::int64_t index) const override { return images_->label(index); }
  cv::Mat image(std::int64_t index) const override { return images_->image(index); }
  cv::Mat fitted(std::int64_t index, const Preprocessing& preprocessing) const override {
    return images_->fitted(index, preprocessing);
  }
  std::string describeImage(std::int64_t index) const override { return images_->describeImage(index); }
  const std::vector<std::string>& classNames() const override { return images_->classNames(); }
  std::vector<std::string> notes() const override { return images_->notes(); }

  std::int64_t drawnFrom() const { return drawnFrom_; }

 private:
  DatasetPtr images_;
  std::int64_t drawnFrom_;
};

}  // namespace

DatasetPtr imageSample(const DatasetPtr& dataset, int images, std::uint64_t seed) {
  std::vector<std::int64_t> indices(std::size_t(dataset->size()));
  std::iota(indices.begin(), indices.end(), 0);
  Random random(seed);
  shuffle(indices, random);
  indices.resize(std::min(indices.size(), std::size_t(images)));
  return subset(dataset, indices);
}

DatasetPtr scoringSample(const DatasetPtr& testSet, const FirstScored& first) {
  if (!testSet || testSet->size() <= std::max(first.large, std::int64_t(first.images))) return testSet;
  return std::make_shared<ScoringSample>(testSet, first.images);
}

std::int64_t drawnFrom(const Dataset& dataset) {
  const auto* sample = dynamic_cast<const ScoringSample*>(&dataset);
  return sample == nullptr ? 0 : sample->drawnFrom();
}

}  // namespace zipper
