// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

namespace zipper {

/// Numbers to look at: a dense row-major array without LibTorch in its header.
struct FloatArray {
  std::vector<std::int64_t> shape;
  std::vector<float> values;

  bool empty() const { return values.empty(); }
};

}  // namespace zipper
