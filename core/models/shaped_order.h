// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/shaped_modules.h"
#include "core/network/network_plan.h"

namespace zipper {

using ShapedModules = std::vector<const ShapedModule*>;

/// The convolutions of a network in the order of its units; and pointwise ones that are left over. Or why they can't be
/// those of such a network.
struct ShapedOrder {
  ShapedModules units, left;
  std::string problem;
};

/// Takes modules, in their order, for the convolutions of these units: each reads what comes out of the one before it.
ShapedOrder orderOf(const ShapedModules& modules, const std::vector<UnitPlan>& units);

ShapedModules ofKind(const ShapedModules& modules, ModuleKind kind);

/// The batch normalization of each convolution by names that go together; empty if not every one has exactly one.
ShapedModules normsByName(const ShapedModules& convolutions, const ShapedModules& norms);

/// The same by what stands behind each convolution; empty if something else does.
ShapedModules normsByPlace(const ShapedModules& convolutions, const ShapedModules& modules);

}  // namespace zipper
