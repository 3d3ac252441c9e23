// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/relabelled_dataset.h"

#include <algorithm>

#include "core/data/class_outputs.h"
#include "core/support/error.h"

namespace zipper {

namespace {

class RelabelledDataset : public Dataset {
 public:
  RelabelledDataset(DatasetPtr base, const ClassMatching& matching, const MobileNetSpec& spec)
      : base_(std::move(base)), problem_(matching.problem), scorable_(matching.scorable), names_(outputNames(spec)) {
    const int count = spec.classes - spec.classOffset;
    for (const int output : matching.outputs) labels_.push_back(output == noOutput ? -1 : output - spec.classOffset);
    if (!scorable_) names_ = base_->classNames();
    for (int i = int(names_.size()); scorable_ && i < count; ++i) names_.push_back(nameOf(i));
    for (std::int64_t i = 0; i < base_->size(); ++i)
      if (!scorable_ || labels_.at(std::size_t(base_->label(i))) >= 0) indices_.push_back(i);
  }

  std::int64_t size() const override { return std::int64_t(indices_.size()); }
  int label(std::int64_t index) const override {
    if (!scorable_) throw Error(problem_);
    return labels_[std::size_t(base_->label(at(index)))];
  }
  cv::Mat image(std::int64_t index) const override { return base_->image(at(index)); }
  cv::Mat fitted(std::int64_t index, const Preprocessing& preprocessing) const override {
    return base_->fitted(at(index), preprocessing);
  }
  std::string describeImage(std::int64_t index) const override { return base_->describeImage(at(index)); }
  std::string imageFile(std::int64_t index) const override { return base_->imageFile(at(index)); }
  const std::vector<std::string>& classNames() const override { return names_; }
  std::vector<std::string> notes() const override { return base_->notes(); }

  const DatasetPtr& base() const { return base_; }
  const std::string& problem() const { return problem_; }
  bool scorable() const { return scorable_; }

 private:
  /// Of an output that the network has no name for: that of its class, or its number.
  std::string nameOf(int output) const {
    const auto found = std::find(labels_.begin(), labels_.end(), output);
    return found == labels_.end() ? std::to_string(output) : base_->classNames()[std::size_t(found - labels_.begin())];
  }
  std::int64_t at(std::int64_t index) const { return indices_.at(std::size_t(index)); }

  DatasetPtr base_;
  std::string problem_;
  bool scorable_;
  std::vector<int> labels_;  ///< of each class of the base; -1: it has none
  std::vector<std::int64_t> indices_;
  std::vector<std::string> names_;
};

}  // namespace

DatasetPtr relabelled(const DatasetPtr& base, const ClassMatching& matching, const MobileNetSpec& spec) {
  if (!base || spec.classes == 0) return base;
  // With fewer classes than outputs it makes a difference that they are known to be the right ones.
  const bool known =
      matching.basis != ClassBasis::Position && int(matching.outputs.size()) < spec.classes - spec.classOffset;
  if (matching.problem.empty() && isInPlace(matching, spec) && !known) return base;
  return std::make_shared<RelabelledDataset>(base, matching, spec);
}

DatasetPtr asOpened(const DatasetPtr& dataset) {
  const auto* changed = dynamic_cast<const RelabelledDataset*>(dataset.get());
  return changed == nullptr ? dataset : changed->base();
}

const Dataset& asOpened(const Dataset& dataset) {
  const auto* changed = dynamic_cast<const RelabelledDataset*>(&dataset);
  return changed == nullptr ? dataset : *changed->base();
}

std::string whyNotTrainable(const Dataset& dataset) {
  const auto* changed = dynamic_cast<const RelabelledDataset*>(&dataset);
  return changed == nullptr ? std::string() : changed->problem();
}

std::string whyNotScorable(const Dataset& dataset) {
  const auto* changed = dynamic_cast<const RelabelledDataset*>(&dataset);
  return changed == nullptr || changed->scorable() ? std::string() : changed->problem();
}

}  // namespace zipper
