// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/containers/input_file.h"
#include "core/containers/tensor_file.h"

namespace zipper {

/// True for what torch.save wrote before PyTorch 1.6, and still does with _use_new_zipfile_serialization=False.
bool isLegacyPyTorch(const InputFile& file);

/// True for what torch.save wrote before PyTorch 0.1.10: a tar archive with files of their own for tensors and
/// storages.
bool isTarPyTorch(const InputFile& file);

/// Reads such a file: five pickles behind one another (a magic number, the version, the machine's properties, the
/// content, the keys of the storages), then each storage as the number of its elements and its bytes. What is read of
/// the pickle is what readPyTorch() reads. Throws Error that begins with the file's name: truncated, big-endian, of
/// another version, storages that the content doesn't name or that aren't as long as it says.
/// Source: torch/serialization.py, _legacy_save() and _legacy_load().
TensorFile readLegacyPyTorch(const InputFile& file);

}  // namespace zipper
