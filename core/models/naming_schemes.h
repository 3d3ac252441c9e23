// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/naming_scheme.h"

namespace zipper {

/// All schemes, those of V1 first. Another one is another row of the table of its generation.
const std::vector<NamingScheme>& namingSchemes();
/// What stands for a scheme where layers were told by their shapes (see matchByShapes()): no names, and the conventions
/// of most networks of PyTorch, or of TensorFlow.
const NamingScheme& schemeOfShapes(Architecture architecture, bool tensorFlow);
/// What stands for a scheme where the layers were told by a graph, as in files of ONNX and TensorFlow Lite that others
/// wrote: no names.
const NamingScheme& schemeOfGraph();
/// The scheme whose conventions go with a file of this one that is called so: chenyaofo's networks for CIFAR have
/// torchvision's names, and "cifar" in the names of their files; what timm took over from TensorFlow is called
/// "tf_mobilenetv3…", and all minimalistic ones are. Else the scheme itself.
const NamingScheme& schemeByFileName(const NamingScheme& scheme, const std::string& fileName, bool minimalistic);
/// The scheme of that name, or null. MobileNets V3 have two, that of the large one is meant.
const NamingScheme* namingScheme(const std::string& name);

}  // namespace zipper
