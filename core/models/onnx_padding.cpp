// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_padding.h"

#include "core/support/error.h"

namespace zipper {

void OnnxPadding::note(const OnnxUnit& unit, int kernel, int size) {
  const std::int64_t most = kernel / 2;
  const std::vector<std::int64_t> none{0, 0, 0, 0}, around(4, most), after{most - 1, most - 1, most, most};
  if (unit.likeTensorFlow && unit.pads == none) {
    if (unit.stride == 2) (size % 2 == 0 ? asymmetric_ : automatic_) = true;
    return;
  }
  const bool fits = kernel == 1 ? unit.pads == none
                                : unit.pads == around || (unit.stride == 2 && unit.pads == after && size % 2 == 0);
  if (!fits) fail(describeNode(*unit.conv), " is padded like in no known MobileNet");
  if (kernel == 1 || unit.stride == 1) return;
  if (unit.pads == after)
    asymmetric_ = true;
  else if (size % 2 == 0)
    symmetric_ = true;
}

Padding OnnxPadding::padding() const {
  if (asymmetric_ && symmetric_) fail("some of its layers are padded like in TensorFlow, others aren't");
  return asymmetric_ || (automatic_ && !symmetric_) ? Padding::Same : Padding::Pad1;
}

}  // namespace zipper
