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

/// All names of a scheme, in the order of the network: six per convolution (weight, bias, four of batch normalization;
/// of squeeze and excite the first two), then those of the head, see headNamesOf(). Convolutions with folded batch
/// normalization have "X.weight" and "X.bias" and no tensors of batch normalization: loading gives them one that does
/// nothing but add the bias. `task`: what stands for {task}.
std::vector<ExpectedName> expectedNames(const NamingScheme& scheme, const std::string& task);

/// How many of them are those of the head: weight and bias of a hidden layer, where the scheme names one ("hidden.1"),
/// then of the last layer.
std::size_t headNamesOf(const NamingScheme& scheme);

/// Where the names of each convolution begin, in the order of the network; then where those of the head do.
std::vector<std::size_t> unitStarts(const std::vector<ExpectedName>& names, const NamingScheme& scheme);

/// Whether a convolution is one of squeeze-and-excite, by a canonical name.
bool isSqueezeExcite(const std::string& canonical);

/// Whether a name of a file ends with one of the alternatives of a template without placeholders.
bool endsWithAlternative(const std::string& name, const char* text);

/// The name of the last layer's weights and the like, from which the beginning of all names can be told.
std::vector<std::string> anchorTemplates(const NamingScheme& scheme);

}  // namespace zipper
