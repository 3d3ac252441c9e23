// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/containers/tensor_file.h"

namespace zipper {

/// The entry of TensorFile::metadata that holds the class names of a metadata.json beside the model, a JSON list.
inline constexpr const char* tfjsLabelsKey = "labels";

/// True if the text is a layers model of TensorFlow.js, a topology of Keras layers with a list of weights, or what is
/// left of one: the reader says what is damaged. A graph model, whose operations would have to be recognized, is none.
bool looksLikeTfjs(const std::filesystem::path& path);

/// Reads a layers model of TensorFlow.js: model.json and the files of weights that it names, which have to lie in its
/// folder or below it (see OnnxExternalData, of which the same is true). Names and layouts are those of Keras
/// ("Conv1/kernel", HWIO), the topology is delivered as TensorFile::kerasConfig; metadata are the texts of
/// "userDefinedMetadata" and the labels of Teachable Machine's metadata.json. Quantized weights (float16, uint8,
/// uint16) become float32, with a note; those that are no float32 are left out, with a note. Throws Error that names
/// the file and the weight: no JSON, over 64 MB of it, shapes and bytes that don't agree, two weights of one name,
/// another quantization. Sizes are checked before memory is taken. Source: tfjs-core/src/io/types.ts, ModelJSON and
/// WeightsManifestGroupConfig.
TensorFile readTfjs(const std::filesystem::path& path);

}  // namespace zipper
