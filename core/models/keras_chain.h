// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

#include "core/models/keras_layer_list.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// Checks that the layers of a Keras model read each other as those of a network with this spec do: between two layers
/// with weights there may be any without. `fileNames`: what the file calls its tensors ("Conv1/kernel"), by our names
/// for them ("stem.conv.weight"). Layers whose place in the configuration isn't clear (in another model than what they
/// read, used several times, of unknown names) are not judged. Throws Error that names the layer: it reads another one
/// than it should, one that isn't there, or what is computed from it.
void checkKerasChain(const KerasLayerList& list, const MobileNetSpec& spec,
                     const std::map<std::string, std::string>& fileNames);

}  // namespace zipper
