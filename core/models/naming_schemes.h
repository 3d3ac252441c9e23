// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/naming_scheme.h"

namespace zipper {

/// All schemes, those of V1 first. Another one is another row of the table of its architecture.
const std::vector<NamingScheme>& namingSchemes();
/// What stands for a scheme where layers were told by their shapes (see matchByShapes()): no names, and the conventions
/// of most networks of PyTorch, or of TensorFlow.
const NamingScheme& schemeOfShapes(Architecture architecture, bool tensorFlow);
/// The scheme whose conventions go with a file of this one that is called so: chenyaofo's networks for CIFAR have
/// torchvision's names, and "cifar" in the names of their files. Else the scheme itself.
const NamingScheme& schemeByFileName(const NamingScheme& scheme, const std::string& fileName);
/// The scheme of that name, or null.
const NamingScheme* namingScheme(const std::string& name);

}  // namespace zipper
