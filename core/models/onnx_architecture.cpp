// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_architecture.h"

#include "core/containers/onnx_attributes.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// A letter per convolution: d depthwise, p pointwise, f any other.
std::string kindsOfConvolutions(OnnxChain& chain, std::size_t most) {
  std::string kinds;
  for (const OnnxNode* conv : chain.all("Conv")) {
    if (kinds.size() == most) break;
    const std::vector<std::int64_t> shape = chain.shape(*conv, 1);
    const bool pointwise = shape.size() == 4 && shape[2] == 1 && shape[3] == 1;
    kinds += integerOf(*conv, "group", 1) > 1 ? 'd' : pointwise ? 'p' : 'f';
  }
  return kinds;
}

}  // namespace

MobileNetSpec likelySpec(OnnxChain& chain) {
  MobileNetSpec spec;
  const std::string kinds = kindsOfConvolutions(chain, 5);
  spec.expandFirst = beginsWith(kinds, "fpdp");
  if (beginsWith(kinds, "fdpp") || spec.expandFirst) spec.architecture = Architecture::MobileNetV2;
  return spec;
}

}  // namespace zipper
