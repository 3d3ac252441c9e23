// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

#include "core/models/export_metadata.h"

namespace at {
class Tensor;
}

namespace zipper {

/// Files of tensors and texts, under the names of MergedNetwork::state() or MobileNet::state(). Files with one task can
/// be opened again with loadModel().
///
/// PyTorch: what torch.save(dict) writes; torch.load(path) (weights_only=True too) returns a dict of tensors, and of
/// strings: "zipper.spec", "zipper.recipe", ... Only dicts, tensors and strings: nothing that a loader has to call but
/// torch._utils._rebuild_tensor_v2 and the empty OrderedDict that PyTorch has in each tensor.
void writeMergedSafetensors(const std::filesystem::path& path, MergedNetwork& network, const ExportMetadata& metadata);
void writeTaskSafetensors(const std::filesystem::path& path, MobileNet& network, const ExportMetadata& metadata);
void writeMergedPyTorch(const std::filesystem::path& path, MergedNetwork& network, const ExportMetadata& metadata);
void writeTaskPyTorch(const std::filesystem::path& path, MobileNet& network, const ExportMetadata& metadata);

/// The tensors go into new networks of the specs in the file, which then run. Throw Error if names or shapes don't fit.
std::vector<at::Tensor> runSafetensors(const std::filesystem::path& path, const std::vector<at::Tensor>& images);
std::vector<at::Tensor> runPyTorch(const std::filesystem::path& path, const std::vector<at::Tensor>& images);

}  // namespace zipper
