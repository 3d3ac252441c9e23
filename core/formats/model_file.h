#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/formats/model_source.h"
#include "core/network/mobilenet.h"

namespace zipper {

struct LoadedModel {
  MobileNet network{nullptr};  ///< in evaluation mode
  ModelSource source;
};

/// Reads a MobileNet V1 from a file; the format is recognized by content. Throws Error that names the file and the key:
/// not a supported format, unknown names, missing or wrongly shaped tensors, NaN or infinite weights.
LoadedModel loadModel(const std::filesystem::path& path);

/// Writes a network as safetensors with canonical names; spec in the metadata under "zipper.spec". Atomic.
void saveModel(const std::filesystem::path& path, MobileNet& network,
               const std::map<std::string, std::string>& metadata = {});

}  // namespace zipper
