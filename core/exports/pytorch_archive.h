// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/containers/tensor_file.h"
#include "core/models/export_metadata.h"

namespace zipper {

/// Writes what torch.save(dict) writes: a dict of tensors, each with just its own numbers; the texts stand beside it in
/// the archive, under extra/, so that load_state_dict() finds tensors only. Atomic; throws Error.
void writePyTorchArchive(const std::filesystem::path& path, const NamedTensors& tensors,
                         const ExportMetadata& metadata);

/// Reads tensors and texts of such a file back with LibTorch. Trusts the file.
TensorFile readPyTorchArchive(const std::filesystem::path& path);

}  // namespace zipper
