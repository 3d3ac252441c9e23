// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/containers/tensor_file.h"

namespace zipper {

/// True for files of torch.save: ZIP archives with a data.pkl and no code, the pickles of PyTorch before 1.6, and the
/// tar archives of PyTorch before 0.1.10.
bool looksLikePyTorch(const std::filesystem::path& path);

/// Reads the tensors of a checkpoint: a state dict, or dicts, lists, tuples, and modules or other objects of Python
/// that hold some. Names of what is nested are joined with dots ("state_dict.module.conv1.weight", "ema.conv1.weight");
/// the naming schemes find the network in there. Texts and numbers of the outer levels are the metadata. Types as in
/// the file; tensors that share memory in the file are views of one storage. The pickle is interpreted by readPickle():
/// nothing is executed, what is no data is passed over, with a note. Throws Error that names the file and the key:
/// truncated, compressed, wrong checksums, sizes and strides that lead out of a storage, big-endian files, files of
/// PyTorch before 0.1.10 (with what to do).
TensorFile readPyTorch(const std::filesystem::path& path);

}  // namespace zipper
