// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/models/model_source.h"
#include "core/models/spec_overrides.h"
#include "core/network/mobilenet.h"

namespace zipper {

struct LoadedModel {
  MobileNet network{nullptr};  ///< in evaluation mode
  ModelSource source;
  MobileNetSpec specAsRead;  ///< without the overrides
};

/// Reads a MobileNet V1, V2 or V3 from a file: safetensors, PyTorch, TorchScript, ONNX, Keras (.h5, .keras),
/// TensorFlow.js (model.json), TensorFlow Lite, TensorFlow checkpoint (its index, or what its files have in common).
/// The format is recognized by content, the network by names (see namingSchemes()). What a file doesn't tell comes from
/// the conventions of its naming scheme, or from `overrides`; each guess is a note. A file without a head gives a
/// network without classes. Throws Error that names the file and the key: not a supported format, unknown names,
/// missing or wrongly shaped tensors, NaN or infinite weights, overrides out of range, files of over 1 GiB, which no
/// MobileNet takes.
LoadedModel loadModel(const std::filesystem::path& path, const SpecOverrides& overrides = {});

/// Writes a network as safetensors with canonical names; spec in the metadata under "zipper.spec". Atomic.
void saveModel(const std::filesystem::path& path, MobileNet& network,
               const std::map<std::string, std::string>& metadata = {});

}  // namespace zipper
