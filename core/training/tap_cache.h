// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "core/compute/fused_workspace.h"
#include "core/compute/unit_shapes.h"
#include "core/support/mapped_memory.h"

namespace zipper {

/// What a teacher puts out for images that it has seen before, up to a budget of memory; the first images that come
/// stay.
class TapCache {
 public:
  /// Computes the taps of `count` NHWC images.
  using Compute = std::function<void(const float* images, std::int64_t count, const std::vector<float*>& taps)>;

  TapCache(const UnitShapes& shapes, std::int64_t budgetBytes);

  /// Where the outputs of each layer for a batch of images with these numbers are until the next call: in memory, or
  /// computed for those that aren't there. `places`: room for all of the batch, used where none is there.
  TeacherTaps tapsOf(const std::vector<std::int64_t>& indices, const float* images, const std::vector<float*>& places,
                     const Compute& compute);

 private:
  TeacherTaps computeMissing(const std::vector<std::size_t>& missing, const float* images, const Compute& compute);
  void keep(std::int64_t index, std::size_t image, const TeacherTaps& taps);
  std::size_t tapSize(std::size_t layer) const { return std::size_t(shapes_.tapSize(int(layer) + 1)); }

  UnitShapes shapes_;
  std::size_t imageSize_;                                ///< floats of an image
  std::size_t allTaps_ = 0;                              ///< and of all its taps
  std::size_t most_ = 0;                                 ///< images that fit
  std::unordered_map<std::int64_t, std::size_t> slots_;  ///< where the taps of an image begin, one layer after another
  MappedFloats memory_;             ///< reserved for all that fit; its pages cost nothing before they are used
  MappedFloats images_;             ///< those that have to be computed
  std::vector<MappedFloats> taps_;  ///< theirs
};

}  // namespace zipper
