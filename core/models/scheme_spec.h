// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/models/scheme_network.h"
#include "core/models/spec_overrides.h"

namespace zipper {

/// The spec of a network that comes without one: width, classes and input channels from the shapes, then what the file
/// states, all else from the conventions of the scheme; the input size from the file's name if that has one of the
/// usual ones
/// ("mobilenet_1_0_192_tf.h5"). Adds a note for everything that was guessed and that the user doesn't override.
/// Throws Error that names the key, the field of the spec, or a layer of a Keras model that isn't where it should be
/// (see checkKerasChain()).
MobileNetSpec guessSpec(SchemeNetwork& network, const TensorFile& file, const std::filesystem::path& path,
                        const SpecOverrides& overrides);

/// Throws Error that names the key in the file and both shapes unless exactly the tensors of a network of the spec are
/// there (batch normalization may be folded). To be called before memory is taken for the network.
void checkShapes(const SchemeNetwork& network, const MobileNetSpec& spec);

}  // namespace zipper
