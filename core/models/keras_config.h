// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/keras_layer_list.h"
#include "core/models/spec_overrides.h"

namespace zipper {

/// What a configuration states; what it doesn't say stays empty.
struct KerasStatements {
  SpecOverrides spec;        ///< input size, stem stride, activation, padding, epsilon, normalization
  int channels = 0;          ///< of the input; 0: not said
  std::vector<int> strides;  ///< of the depthwise convolutions, in their order; 0: not said
};

/// What the configuration of a Keras model says about a MobileNet: input size, strides, activation, padding, epsilon of
/// the layers before the first pooling behind the last depthwise convolution, and the normalization of a Rescaling
/// layer. `isV3`: a V3, whose activation is that of the layers without hard swish. Throws Error: an input that isn't
/// square or is too small or large, statements that contradict each other. Whatever else is in it is ignored.
KerasStatements statedByKeras(const KerasLayerList& list, bool isV3 = false);

/// Whether Teachable Machine made the model, as the names of its head tell: it prepares images in one way only.
bool isOfTeachableMachine(const KerasLayerList& list);

}  // namespace zipper
