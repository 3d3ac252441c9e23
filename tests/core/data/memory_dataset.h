// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <set>

#include "core/data/class_names.h"
#include "core/data/dataset.h"
#include "data_files.h"

namespace zipper::test {

/// Noise images of a given type and 10 classes; some can be made unreadable, and a hook sees every read.
class MemoryDataset : public Dataset {
 public:
  MemoryDataset(std::int64_t size, int side, int type) : size_(size), side_(side), type_(type) {}

  std::set<std::int64_t> broken;
  std::function<void(std::int64_t)> onRead;

  std::int64_t size() const override { return size_; }
  int label(std::int64_t index) const override { return int(index % 10); }
  std::string describeImage(std::int64_t index) const override { return concat("/memory/", index, ".png"); }
  const std::vector<std::string>& classNames() const override { return names_; }
  cv::Mat image(std::int64_t index) const override {
    if (onRead) onRead(index);
    if (broken.count(index)) fail(describeImage(index), ": can't be decoded");
    return noise(side_, side_, type_, std::uint64_t(index) + 1);
  }

 private:
  std::int64_t size_;
  int side_, type_;
  std::vector<std::string> names_ = numberedClassNames(10);
};

}  // namespace zipper::test
