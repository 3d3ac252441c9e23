// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace zipper {

/// What a folder that was given as a network seems to be, for messages, with the file in it to open or what else to do:
/// "a TensorFlow SavedModel ...", "a folder; open 'model.safetensors' in it", ...
std::string describeFolder(const std::filesystem::path& folder);

/// True if the folder is how a program stores a network (TensorFlow's SavedModel, Core ML's package, TensorFlow.js, a
/// folder of Hugging Face), so that it holds no images.
bool isNetworkFolder(const std::filesystem::path& folder);

}  // namespace zipper
