// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/containers/tensor_file.h"
#include "core/models/naming_schemes.h"
#include "core/models/scheme_head.h"
#include "core/models/spec_overrides.h"

namespace zipper {

/// The tensors of a network with canonical names and layouts (views of those in the file).
struct SchemeNetwork {
  NamedTensors tensors;
  std::map<std::string, std::string> fileNames;  ///< canonical name -> name in the file
  const NamingScheme* scheme = nullptr;
  std::vector<std::string> notes;
  MatchedHead head;  ///< its tensors are among the above

  /// "'stem.conv.weight'", or "'conv1.weight' (stem.conv.weight)": as it may stand in a message.
  std::string keyText(const std::string& canonical) const;
};

/// Finds the network by names (see matchScheme) and turns kernels into PyTorch's layouts: [out,in,k,k], depthwise
/// [C,1,k,k], linear layers of the head [outputs,inputs], also where they are stored as 1x1 convolutions, those of
/// squeeze-and-excite [outputs,inputs,1,1], also where they are stored as linear layers; layers of the head without a
/// bias get one of zeros. Folded batch normalization stays folded (see unfoldBiases()), that of a head is among the
/// tensors (see foldHeadNorms()). Throws Error that names the keys.
SchemeNetwork networkOfTensors(const TensorFile& file, const SpecOverrides& overrides);

/// Biases of convolutions go into batch normalization: into its running mean, or, where there is none (folded: a
/// convolution "X.weight" with a bias "X.bias"), into one that does nothing but add the bias: weight 1, running_mean 0,
/// running_var 1 - epsilon. To be called when all shapes are known to be right.
void unfoldBiases(SchemeNetwork& network, double bnEpsilon);

/// Whether its head is that of a publisher who multiplies what its last layer reads: see Conventions::headFactor.
bool usesHeadFactor(const SchemeNetwork& network);

/// Puts the factors of the publisher (see Conventions) into the weights, computed in double precision. To be called
/// once for a network of the scheme's publisher, when all shapes are known to be right and all values are float32.
void applyFactors(SchemeNetwork& network);

}  // namespace zipper
