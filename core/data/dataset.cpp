// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/dataset.h"

#include <algorithm>
#include <cmath>

#include "core/data/preprocess.h"
#include "core/support/printable.h"
#include "core/support/random.h"

namespace zipper {

namespace {

class SubsetDataset : public Dataset {
 public:
  SubsetDataset(DatasetPtr base, std::vector<std::int64_t> indices)
      : base_(std::move(base)), indices_(std::move(indices)) {}
  std::int64_t size() const override { return std::int64_t(indices_.size()); }
  int label(std::int64_t index) const override { return base_->label(at(index)); }
  cv::Mat image(std::int64_t index) const override { return base_->image(at(index)); }
  cv::Mat fitted(std::int64_t index, const Preprocessing& preprocessing) const override {
    return base_->fitted(at(index), preprocessing);
  }
  std::string describeImage(std::int64_t index) const override { return base_->describeImage(at(index)); }
  std::string imageFile(std::int64_t index) const override { return base_->imageFile(at(index)); }
  const std::vector<std::string>& classNames() const override { return base_->classNames(); }
  std::vector<std::string> notes() const override { return base_->notes(); }

 private:
  std::int64_t at(std::int64_t index) const { return indices_.at(std::size_t(index)); }

  DatasetPtr base_;
  std::vector<std::int64_t> indices_;
};

/// How many of a class's images go into the second part: never all of them, and never none if that can be helped.
std::size_t secondShare(std::size_t images, double share) {
  if (images < 2) return 0;
  return std::clamp(std::size_t(std::lround(share * double(images))), std::size_t(1), images - 1);
}

}  // namespace

cv::Mat Dataset::fitted(std::int64_t index, const Preprocessing& preprocessing) const {
  const cv::Mat decoded = image(index);
  try {
    return preprocessing.fit(decoded);
  } catch (...) {
    throw UnfitImage(concat(describeImage(index), ": ", describeCurrentException()));
  }
}

std::string toString(Split split) {
  return split == Split::Train ? "train" : split == Split::Validation ? "val" : "test";
}

Split splitFromString(const std::string& text) {
  for (const Split split : {Split::Train, Split::Validation, Split::Test})
    if (text == toString(split)) return split;
  fail("\"", printable(text), "\" is no split of a data set: train, test or val was expected");
}

bool hasClasses(const Dataset& dataset) {
  return dataset.classNames().size() != 1 || !dataset.classNames().front().empty();
}

std::vector<std::string> notesOf(const std::vector<DatasetPtr>& datasets) {
  std::vector<std::string> notes;
  for (const DatasetPtr& dataset : datasets) {
    if (!dataset) continue;
    for (const std::string& note : dataset->notes())
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
  }
  return notes;
}

DatasetPtr subset(DatasetPtr base, std::vector<std::int64_t> indices) {
  for (const std::int64_t index : indices)
    if (index < 0 || index >= base->size())
      fail("subset: image ", index, " was asked for, the data set has images 0 to ", base->size() - 1);
  return std::make_shared<SubsetDataset>(std::move(base), std::move(indices));
}

SplitDatasets stratifiedSplit(DatasetPtr base, double share, std::uint64_t seed) {
  if (!(share > 0.0 && share < 1.0))
    fail("a share of ", share, " of the data set was to be held out; it must lie between 0 and 1, e.g. 0.2");
  std::vector<std::vector<std::int64_t>> byClass(base->classNames().size());
  for (std::int64_t i = 0; i < base->size(); ++i) byClass.at(std::size_t(base->label(i))).push_back(i);
  std::vector<std::int64_t> first, second;
  for (std::size_t c = 0; c < byClass.size(); ++c) {
    auto& images = byClass[c];
    Random random(mixSeed({seed, c}));
    shuffle(images, random);
    const auto border = images.begin() + std::ptrdiff_t(secondShare(images.size(), share));
    second.insert(second.end(), images.begin(), border);
    first.insert(first.end(), border, images.end());
  }
  std::sort(first.begin(), first.end());
  std::sort(second.begin(), second.end());
  return {subset(base, std::move(first)), subset(base, std::move(second))};
}

}  // namespace zipper
