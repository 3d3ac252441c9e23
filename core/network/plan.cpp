// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/plan.h"

#include "core/network/mobilenet_v1.h"
#include "core/network/mobilenet_v2.h"
#include "core/network/mobilenet_v3.h"

namespace zipper {

NetworkPlan planOf(const MobileNetSpec& spec) {
  switch (spec.architecture) {
    case Architecture::MobileNetV1:
      return mobileNetV1(spec);
    case Architecture::MobileNetV2:
      return mobileNetV2(spec);
    case Architecture::MobileNetV3Large:
    case Architecture::MobileNetV3Small:
      return mobileNetV3(spec);
  }
  return {};
}

std::vector<UnitPlan> unitsOf(const MobileNetSpec& spec) { return planOf(spec).units; }

int layersOf(const MobileNetSpec& spec) { return planOf(spec).layers(); }

Cost totalCost(const MobileNetSpec& spec) {
  Cost cost;
  for (const UnitPlan& unit : unitsOf(spec)) {
    cost.parameters += unit.parameters;
    cost.buffers += unit.buffers;
    cost.macs += unit.macs;
  }
  return cost;
}

}  // namespace zipper
