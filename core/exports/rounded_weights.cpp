// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/rounded_weights.h"

#include "core/support/error.h"

namespace zipper {

InferenceGraph roundedToHalf(const InferenceGraph& graph) {
  InferenceGraph rounded = graph;
  for (GraphConstant& constant : rounded.constants) {
    const torch::Tensor half = constant.values.to(torch::kHalf).to(torch::kFloat);
    if (!torch::isfinite(half).all().item<bool>())
      fail("constant ", constant.name, " reaches ", constant.values.abs().max().item<float>(),
           ", float16 65504: export it as float32");
    constant.values = half;
  }
  return rounded;
}

}  // namespace zipper
