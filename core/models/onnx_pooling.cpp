// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_pooling.h"

#include "core/containers/onnx_attributes.h"
#include "core/models/onnx_unit.h"
#include "core/support/error.h"

namespace zipper {

namespace {

using Integers = std::vector<std::int64_t>;

/// AveragePool, if its window is the whole feature map.
int takeWindow(OnnxChain& chain, OnnxAxes& axes, int size, const std::string& behind) {
  if (const OnnxNode* pad = chain.take({"Pad"}))
    if (padsOf(chain, axes, *pad) != Integers{0, 0, 0, 0}) fail(describeNode(*pad), " pads before the pooling");
  const OnnxNode* pool = chain.take({"AveragePool"});
  if (pool == nullptr) fail("average pooling was expected after ", behind, ", found ", chain.describeNext());
  const Integers window = integersOf(*pool, "kernel_shape", {});
  const bool square = window.size() == 2 && window[0] == window[1] && window[0] >= 1 && window[0] <= 4096;
  if (!square || (size > 0 && window[0] != size) || axes.letters() != "NCHW" ||
      integersOf(*pool, "pads", {0, 0, 0, 0}) != Integers{0, 0, 0, 0})
    fail(describeNode(*pool), " does not average over the whole feature map");
  axes = OnnxAxes("NC11");
  return int(window[0]);
}

}  // namespace

int takePooling(OnnxChain& chain, OnnxAxes& axes, int size, const std::string& behind) {
  int window = 0;
  while (!axes.isPooled()) {
    if (chain.take({"GlobalAveragePool"}) != nullptr) {
      if (axes.letters() != "NCHW") fail("GlobalAveragePool gets axes in the order ", axes.letters());
      axes = OnnxAxes("NC11");
    } else if (const OnnxNode* mean = chain.take({"ReduceMean"})) {
      axes.average(chain, *mean);
    } else {
      window = takeWindow(chain, axes, size, behind);
    }
    axes.follow(chain);
  }
  return window;
}

}  // namespace zipper
