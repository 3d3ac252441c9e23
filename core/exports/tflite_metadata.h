// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/containers/tflite_file.h"
#include "core/exports/inference_graph.h"

namespace zipper {

/// Says in the model, for apps, what its inputs and outputs are: mean and standard deviation of pixels of 0 to 255, and
/// the files with class names, which become files of the model.
void describePorts(TfliteGraph& model, const InferenceGraph& graph);

/// The same as the metadata that Android's tools and the task library of TensorFlow Lite read (ModelMetadata, M001),
/// for the entry "TFLITE_METADATA" of a model. Texts are English.
std::string tfliteModelMetadata(const TfliteGraph& model, const InferenceGraph& graph);

}  // namespace zipper
