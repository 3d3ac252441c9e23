// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/containers/tensor_file.h"

namespace zipper {

/// True for files of torch.jit.save: ZIP archives with a data.pkl, constants and code.
bool looksLikeTorchScript(const std::filesystem::path& path);

/// Reads the parameters and buffers of a TorchScript module under the names of its state dict. The archive's data.pkl
/// is interpreted as that of a PyTorch file; the code in the archive is not even read. Extra files of the archive are
/// the metadata. Throws Error as readPyTorch() does; also for frozen modules, whose weights have no names.
TensorFile readTorchScript(const std::filesystem::path& path);

}  // namespace zipper
