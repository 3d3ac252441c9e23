// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/models/keras_layer_list.h"
#include "core/models/scheme_head.h"
#include "core/models/scheme_match.h"

namespace zipper {

/// The head of a Keras model by its configuration: what it lists behind `lastLayer`, the last layer with weights of the
/// backbone, perhaps with the names of models and a slash before its own. Linear layers (Dense, 1x1 convolutions),
/// batch normalization, dropout and the like, ReLU, ReLU6, hard swish, also as Keras 2 writes it, x relu6(x + 3) / 6 in
/// four layers; a softmax or sigmoid at the end is set aside, with a note. Nothing if the configuration doesn't have
/// `lastLayer`, or no linear layer behind it. Throws Error that names the layer and its kind if it has anything else,
/// or a key that is missing.
std::optional<MatchedHead> headOfKeras(const KerasLayerList& list, const std::string& lastLayer,
                                       const std::vector<NamedShape>& tensors);

}  // namespace zipper
