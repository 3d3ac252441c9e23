// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/onnx_unit.h"

namespace zipper {

/// What the pads of a graph's convolutions are together. At stride 2, TensorFlow's SAME pads odd sizes as everybody
/// does, and even ones by one pixel less at the left and the top.
class OnnxPadding {
 public:
  /// `size`: height and width of what the unit reads, 0 if it isn't known. Error that names the node if it is padded
  /// like in neither.
  void note(const OnnxUnit& unit, int kernel, int size);
  /// Error if some convolutions are padded in one way, others in the other.
  Padding padding() const;

 private:
  bool asymmetric_ = false, symmetric_ = false;
  bool automatic_ = false;  ///< by auto_pad, of odd sizes, where both are the same
};

}  // namespace zipper
