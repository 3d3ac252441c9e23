// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/torchvision_names.h"

#include "core/support/error.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// Names of a unit's convolution and batch normalization.
struct UnitModules {
  std::string conv, bn;
};

/// A block is a sequence of [expand,] depthwise, each a sequence of its own, project, and its batch normalization.
UnitModules modulesOfV2(const std::string& feature, const std::string& role, int depthwise) {
  if (role == "project") return {concat(feature, ".conv.", depthwise + 1), concat(feature, ".conv.", depthwise + 2)};
  const std::string sequence = concat(feature, ".conv.", role == "expand" ? 0 : depthwise);
  return {sequence + ".0", sequence + ".1"};
}

/// A block is a sequence of [expand,] depthwise, [squeeze-and-excite,] project, each a sequence of its own. The linear
/// maps of squeeze-and-excite have no batch normalization.
UnitModules modulesOfV3(const std::string& feature, const std::string& role, int depthwise, bool squeezes) {
  if (role == "squeeze" || role == "excite")
    return {concat(feature, ".block.", depthwise + 1, role == "squeeze" ? ".fc1" : ".fc2"), ""};
  const int project = depthwise + (squeezes ? 2 : 1);
  const std::string sequence = concat(feature, ".block.",
                                      role == "expand"      ? 0
                                      : role == "depthwise" ? depthwise
                                                            : project);
  return {sequence + ".0", sequence + ".1"};
}

UnitModules modulesOf(Architecture architecture, const NetworkPlan& plan, const UnitPlan& unit) {
  const std::string feature = concat("features.", unit.layer), role = unit.role();
  if (role == "stem" || role == "pointwise") return {feature + ".0", feature + ".1"};
  const std::size_t first = std::size_t(plan.firstUnitOf(unit.layer));
  const int depthwise = plan.units[first].role() == "expand" ? 1 : 0;
  if (!isV3(architecture)) return modulesOfV2(feature, role, depthwise);
  const bool squeezes = plan.units[first + std::size_t(depthwise) + 1].kind == UnitKind::Squeeze;
  return modulesOfV3(feature, role, depthwise, squeezes);
}

/// In front of the linear layers of a V2 stands dropout; between those of a V3 an activation and dropout.
std::string headModuleOf(Architecture architecture, const UnitPlan& unit) {
  if (!isV3(architecture)) return "classifier.1";
  return unit.role() == "hidden" ? "classifier.0" : "classifier.3";
}

}  // namespace

double torchvisionEpsilon(Architecture architecture) { return isV3(architecture) ? 1e-3 : 1e-5; }

std::string torchvisionName(Architecture architecture, const NetworkPlan& plan, const UnitPlan& unit,
                            const std::string& leaf) {
  if (unit.kind == UnitKind::Head) return headModuleOf(architecture, unit) + "." + leaf;
  const UnitModules modules = modulesOf(architecture, plan, unit);
  const std::string conv = "conv.", bn = "bn.";
  if (beginsWith(leaf, conv)) return modules.conv + "." + leaf.substr(conv.size());
  if (beginsWith(leaf, bn)) return modules.bn + "." + leaf.substr(bn.size());
  return modules.conv + "." + leaf;
}

}  // namespace zipper
