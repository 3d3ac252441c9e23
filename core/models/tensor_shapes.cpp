// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/tensor_shapes.h"

#include "core/support/error.h"

namespace zipper {

namespace {

std::string shapeAsText(const std::vector<std::int64_t>& shape) {
  std::string result = "[";
  for (std::size_t i = 0; i < shape.size(); ++i) result += concat(i > 0 ? "," : "", shape[i]);
  return result + "]";
}

}  // namespace

void checkShape(const SchemeNetwork& network, const std::string& key, const std::vector<std::int64_t>& expected,
                bool optional) {
  const torch::Tensor tensor = find(network.tensors, key);
  if (!tensor.defined()) {
    if (optional) return;
    fail("key ", network.keyText(key), " is missing; shape ", shapeAsText(expected), " was expected");
  }
  if (tensor.sizes() != at::IntArrayRef(expected))
    fail("key ", network.keyText(key), " has shape ", zipper::shapeText(tensor), ", expected ", shapeAsText(expected));
}

}  // namespace zipper
