// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/naming_scheme.h"

namespace zipper {

/// A tensor's name in a file and in a network.
struct ExpectedName {
  std::string canonical;  ///< "layers.3.depthwise.conv.weight"; "….conv.bias" where a file may have one
  std::vector<std::string> alternatives;  ///< in the file, best first
};

/// A network with all the convolutions that a scheme may name.
MobileNetSpec widestSpec(const NamingScheme& scheme);

/// All names of a scheme, in the order of the network: six per convolution (weight, bias, four of batch normalization),
/// then the two of the head, if it has one; without hidden layers. Convolutions with folded batch normalization have
/// "X.weight" and "X.bias" and no tensors of batch normalization: loading gives them one that does nothing but add the
/// bias. `task`: what stands for {task}.
std::vector<ExpectedName> expectedNames(const NamingScheme& scheme, const std::string& task);

/// The name of the last layer's weights and the like, from which the beginning of all names can be told.
std::vector<std::string> anchorTemplates(const NamingScheme& scheme);

}  // namespace zipper
