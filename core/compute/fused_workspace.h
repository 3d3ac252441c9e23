// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/compute/unit_shapes.h"
#include "core/support/mapped_memory.h"

namespace zipper {

/// Where what a teacher hands on lies, [layer - 1][image], NHWC; empty: nothing is compared.
using TeacherTaps = std::vector<std::vector<const float*>>;
/// Of `count` images, one behind the other at each layer's place.
TeacherTaps teacherTaps(const UnitShapes& shapes, const std::vector<float*>& places, std::int64_t count);

/// Memory that the steps of several tasks use one after another, kept from one iteration to the next.
struct FusedWorkspace {
  std::vector<MappedFloats> outputs;  ///< of each convolution
  std::vector<MappedFloats> maps;     ///< what these become behind activation and addition, where that is kept
  std::vector<MappedFloats> pending;  ///< gradients of maps that were added somewhere, until their unit is reached
  std::vector<MappedFloats> taps;     ///< of the teacher, each layer
  MappedFloats gradient, next;        ///< of the outputs of the unit in work, and of the one before it
  struct Part {
    MappedFloats block;          ///< rows of activated depthwise outputs, or of patches
    MappedFloats image;          ///< maps of one image that aren't kept
    MappedFloats weights;        ///< this thread's share of the gradient of a weight
    MappedFloats squeezeExcite;  ///< and of those of a squeeze and an excite
    double mismatch = 0;
  };
  std::vector<Part> parts;  ///< per thread

  /// Where the taps of so many images go.
  std::vector<float*> tapsFor(const UnitShapes& shapes, std::int64_t count);
};

/// Room for so many values. Grows, never shrinks: the memory stays for the next iteration.
float* atLeast(MappedFloats& values, std::int64_t size);

}  // namespace zipper
