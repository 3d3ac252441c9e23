// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/row_strides.h"

#include <algorithm>

#include "core/network/mobilenet_v2.h"
#include "core/network/mobilenet_v3.h"
#include "core/network/plan.h"
#include "core/support/error.h"

namespace zipper {

namespace {

std::vector<int> stridesOfRows(const std::vector<int>& depthwise) {
  const auto rows = firstLayersOfRows();
  MobileNetSpec usual;
  usual.architecture = Architecture::MobileNetV2;
  std::vector<int> strides;
  if (int(depthwise.size()) + 1 != layersOf(usual)) return {};  // the last layer has no depthwise convolution
  for (std::size_t i = 0; i < depthwise.size(); ++i) {
    const int layer = int(i) + 1;
    if (depthwise[i] == 0) return {};
    if (std::find(rows.begin(), rows.end(), layer) != rows.end())
      strides.push_back(depthwise[i]);
    else if (depthwise[i] != 1)
      fail("its configuration has stride ", depthwise[i], " in block ", layer,
           ", where a MobileNet V2 has 1: only the first block of a row may have another");
  }
  const auto standard = stridesOfV2(usual);
  return std::equal(strides.begin(), strides.end(), standard.begin(), standard.end()) ? std::vector<int>() : strides;
}

std::vector<int> stridesOfBlocks(Architecture architecture, const std::vector<int>& depthwise) {
  MobileNetSpec usual;
  usual.architecture = architecture;
  const std::vector<int> standard = stridesOfV3(usual);
  const bool isKnown = std::find(depthwise.begin(), depthwise.end(), 0) == depthwise.end();
  return isKnown && depthwise.size() == standard.size() && depthwise != standard ? depthwise : std::vector<int>();
}

}  // namespace

std::vector<int> stridesOfDepthwise(Architecture architecture, const std::vector<int>& depthwise) {
  return isV3(architecture) ? stridesOfBlocks(architecture, depthwise) : stridesOfRows(depthwise);
}

}  // namespace zipper
