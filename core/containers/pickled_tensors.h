// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/containers/tensor_file.h"
#include "core/containers/zip_archive.h"

namespace zipper {

/// Reads "ROOT/data.pkl" of a PyTorch archive and the tensors that it refers to ("ROOT/data/0", ...), see contentsOf()
/// and addPickledTensors(). With `objects`, TorchScript's objects are read like dicts. Throws Error that begins with
/// the file's name.
TensorFile readPickledTensors(const InputFile& file, const ZipArchive& archive, const std::string& root, bool objects);

/// What was put beside the pickle ("ROOT/extra/NAME", as torch.jit.save() does with _extra_files), by name. Large or
/// compressed ones are left out, with a note.
std::map<std::string, std::string> extraFilesOf(const ZipArchive& archive, const std::string& root,
                                                std::vector<std::string>& notes);

/// The folder in which the archive has its data.pkl, with a slash at the end; Error if there is none, or several.
std::string rootOfPyTorchArchive(const InputFile& file, const ZipArchive& archive);

/// True for archives of TorchScript: they hold constants and code.
bool isTorchScriptArchive(const ZipArchive& archive, const std::string& root);

/// True if a file begins as the ZIP archives of PyTorch and TorchScript do, or has a data.pkl; `torchScript` tells
/// which of both is asked for. Files whose directory is damaged pass for PyTorch's if their first entry does.
bool looksLikePyTorchArchive(const InputFile& file, bool torchScript);

}  // namespace zipper
