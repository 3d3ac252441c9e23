// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/models/export_metadata.h"

namespace at {
class Tensor;
}

namespace zipper {

/// A PyTorch state dict (see state_dict_writer.h) that torchvision.models.mobilenet_v2(num_classes=…, width_mult=…),
/// mobilenet_v3_large(…) or mobilenet_v3_small(…) loads with load_state_dict(strict=True). Batch normalization of
/// another epsilon than torchvision's gets a running variance that makes up for it, and the spec beside the dict
/// torchvision's epsilon. Throws Error with whyNotTorchvision().
void writeTaskTorchvision(const std::filesystem::path& path, MobileNet& network, const ExportMetadata& metadata);
/// torchvision knows no networks of several tasks: throws Error.
void writeMergedTorchvision(const std::filesystem::path& path, MergedNetwork& network, const ExportMetadata& metadata);

/// How such a file is loaded, and what was changed so that it means the same; for people.
std::vector<std::string> torchvisionNotes(MobileNet& network);

/// The tensors go into a new network of the spec in the file, which then runs. Throws Error if names or shapes don't
/// fit.
std::vector<at::Tensor> runTorchvision(const std::filesystem::path& path, const std::vector<at::Tensor>& images);

}  // namespace zipper
