// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exports/tflite_numbers.h"

namespace zipper {

/// A graph in TensorFlow Lite's operators, with names and tensors of its inputs (in the order of the tasks) and outputs
/// (one a task), and nothing about their contents. In the oldest versions of operators, and combined as TensorFlow's
/// converter combines them, so that Arm NN 20.08 and LiteRT run them:
/// - maps are [1,S,S,C], vectors [1,C], except for those of squeeze-and-excite, which are maps [1,1,1,C], so that
///   multiplying by them is right for every batch size; their layers are 1x1 convolutions;
/// - zeros around the maps are SAME where TensorFlow's are the same, otherwise a PAD comes before;
/// - where tasks share weights but no batch normalization, MUL and ADD follow the convolution (in int8, whose scales
///   take the factor in, nothing does);
/// - the hard sigmoid is ADD of 3 with RELU6, and MUL by 1/6;
/// - pools are MEAN over axes 1 and 2.
/// Of a pool and a softmax no activation is expected.
TfliteGraph tfliteGraph(const InferenceGraph& graph, bool half);
TfliteGraph tfliteGraph(const QuantizedGraph& graph);

}  // namespace zipper
