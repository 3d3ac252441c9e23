// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exports/inference_graph.h"
#include "core/support/json_reader.h"

namespace zipper {

/// A network as layers of Keras and their weights.
struct LayersModel {
  Json model;            ///< {"class_name":"Model","config":{...}}: a functional model
  NamedTensors weights;  ///< "stem/kernel", in Keras' layouts
};

/// The graph in layers that TensorFlow.js, from 3.20 on, has without any of one's own; maps are NHWC. Input layers have
/// the names of the inputs, the last layer of each task that of its output, all others that of their node, with an "_"
/// behind it where an input or output is called so.
///
/// Weights that tasks share are one layer, named after the constant ("shared.layers.3.project"), which is applied once
/// a task; the factor and bias of each task are batch normalization behind it, of mean 0 and variance 1. Convolutions
/// pad "same" where the zeros are those of TensorFlow, otherwise a layer of zeros comes before them. Hard sigmoid and
/// hard swish are min(max(x / 6 + 1/2, 0), 1), Rescaling and ReLU, and the product of that with x: the activation
/// "hardSigmoid" of Keras 2 is another one.
LayersModel kerasLayersOf(const InferenceGraph& graph);

}  // namespace zipper
