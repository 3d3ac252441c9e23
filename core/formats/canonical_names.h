#pragma once

#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"
#include "core/network/named_tensors.h"

namespace zipper {

/// True if the tensors have the names of MobileNet::state(): "stem.conv.weight", "layers.13.pointwise.conv.weight", ...
bool hasCanonicalNames(const NamedTensors& tensors);

/// What the shapes of tensors with canonical names tell about the network: width, classes, input channels. All else
/// keeps its default. Adds a note for everything that had to be guessed. Throws Error that names the key, or the field
/// of the spec.
MobileNetSpec specFromShapes(const NamedTensors& tensors, std::vector<std::string>& notes);

/// Throws Error that names the key and both shapes unless the head (or its absence) is the one of the spec. To be
/// called before a network is built: the number of classes is the one field of a spec that decides about gigabytes.
void checkHead(const MobileNetSpec& spec, const NamedTensors& tensors);

}  // namespace zipper
