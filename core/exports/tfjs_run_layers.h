// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/models/keras_layer_list.h"
#include "core/support/libtorch.h"

namespace zipper {

/// What a layer of Keras makes of its inputs, maps [N,H,W,C] or vectors [N,C]. `weights`: its own, by the last part of
/// their names ("kernel"). Throws Error that names the layer: another kind or setting than kerasLayersOf() makes, a
/// weight that is missing.
torch::Tensor outputOfLayer(const KerasLayerConfig& layer, const std::map<std::string, torch::Tensor>& weights,
                            const std::vector<torch::Tensor>& inputs);

}  // namespace zipper
