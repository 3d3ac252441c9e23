// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/row_strides.h"

#include "core/network/plan.h"
#include "core/support/error.h"

namespace zipper {

std::vector<int> stridesOfRows(const std::vector<int>& depthwise) {
  MobileNetSpec wide;
  wide.architecture = Architecture::MobileNetV2;
  std::vector<int> strides, usual;
  int channels = 0;  // at width 1 they change where a row begins
  std::size_t layer = 0;
  const UnitPlan* unitBefore = nullptr;
  const std::vector<UnitPlan> units = unitsOf(wide);
  for (const UnitPlan& unit : units) {
    if (unit.role() == "project") {
      const int stride = layer < depthwise.size() ? depthwise[layer] : 0;
      if (stride == 0) return {};
      if (unit.outputChannels != channels) {
        strides.push_back(stride);
        usual.push_back(unitBefore->stride);
      } else if (stride != 1) {
        fail("its configuration has stride ", stride, " in block ", layer + 1,
             ", where a MobileNet V2 has 1: only the first block of a row may have another");
      }
      channels = unit.outputChannels;
      ++layer;
    }
    unitBefore = &unit;
  }
  return layer == depthwise.size() && strides != usual ? strides : std::vector<int>();
}

}  // namespace zipper
