// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_architecture.h"

#include <algorithm>

#include "core/containers/onnx_attributes.h"
#include "core/network/mobilenet_v3.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// The convolutions of a graph.
struct GraphConvolutions {
  std::string kinds;  ///< a letter for each: d depthwise, p pointwise, f any other
  int depthwise = 0;
  std::int64_t largestKernel = 0;  ///< of the depthwise ones
  std::int64_t firstStride = 0;    ///< of the first depthwise one
};

GraphConvolutions convolutionsIn(OnnxChain& chain) {
  GraphConvolutions all;
  for (const OnnxNode* conv : chain.all("Conv")) {
    const std::vector<std::int64_t> shape = chain.shape(*conv, 1);
    const bool pointwise = shape.size() == 4 && shape[2] == 1 && shape[3] == 1;
    const bool depthwise = integerOf(*conv, "group", 1) > 1;
    all.kinds += depthwise ? 'd' : pointwise ? 'p' : 'f';
    if (!depthwise) continue;
    if (all.depthwise++ == 0) all.firstStride = integersOf(*conv, "strides", {1, 1}).front();
    if (shape.size() == 4) all.largestKernel = std::max(all.largestKernel, shape[2]);
  }
  return all;
}

/// By the number of blocks; of a network with any other number by the first of them.
Architecture architectureOfV3(const GraphConvolutions& all) {
  for (const Architecture known : {Architecture::MobileNetV3Large, Architecture::MobileNetV3Small})
    if (blocksOfV3(known) == all.depthwise) return known;
  return all.firstStride == 2 ? Architecture::MobileNetV3Small : Architecture::MobileNetV3Large;
}

}  // namespace

OnnxLikeness likenessOf(OnnxChain& chain) {
  const GraphConvolutions all = convolutionsIn(chain);
  OnnxLikeness found;
  MobileNetSpec& spec = found.spec;
  found.hasBlocks = all.depthwise > 0 || all.kinds.size() < 3;
  spec.expandFirst = beginsWith(all.kinds, "fpd");
  const bool plain = beginsWith(all.kinds, "fdpd");  // a block of V1 does not expand
  const bool ofV3 = all.largestKernel == 5 || all.depthwise == blocksOfV3(Architecture::MobileNetV3Large) ||
                    all.depthwise == blocksOfV3(Architecture::MobileNetV3Small);
  if (ofV3 && !plain && (beginsWith(all.kinds, "fdp") || spec.expandFirst)) {
    spec.architecture = architectureOfV3(all);
    spec.minimalistic = all.largestKernel == 3;
  } else if (beginsWith(all.kinds, "fdpp") || beginsWith(all.kinds, "fpdp")) {
    spec.architecture = Architecture::MobileNetV2;
  }
  found.isOne = spec.architecture != Architecture::MobileNetV1 || beginsWith(all.kinds, "fdp");
  spec.expandFirst = spec.expandFirst && spec.architecture != Architecture::MobileNetV1;
  return found;
}

std::string OnnxLikeness::title() const {
  if (!isOne) return "MobileNet V1, V2 or V3";
  return titleOf(spec.architecture) + (spec.minimalistic ? " (minimalistic)" : "");
}

}  // namespace zipper
