// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

namespace zipper {

/// The files that are there beside a network and are, or may be, read with it: the weights that a model.json of
/// TensorFlow.js lists, and its metadata.json; the data that an ONNX graph keeps in other files; labels.txt and its
/// like of Keras, TensorFlow.js and TensorFlow Lite. Those of a TensorFlow checkpoint are told by their names, see
/// sourceReplacedBy(). Cheap: no weights are loaded. Throws nothing: of a model that is missing or damaged, it is what
/// could be found out.
std::vector<std::filesystem::path> filesBeside(const std::filesystem::path& model);

}  // namespace zipper
