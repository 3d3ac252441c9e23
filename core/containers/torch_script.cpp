// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/torch_script.h"

#include "core/containers/pickled_tensors.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr const char* expectedTorchScript = "a TorchScript file";
}  // namespace

bool looksLikeTorchScript(const std::filesystem::path& path) {
  return looksLikePyTorchArchive(InputFile(path, expectedTorchScript), true);
}

TensorFile readTorchScript(const std::filesystem::path& path) {
  const InputFile file(path, expectedTorchScript);
  const ZipArchive archive(file);
  const std::string root = rootOfPyTorchArchive(file, archive);
  TensorFile result = readPickledTensors(file, archive, root, true);
  if (result.tensors.empty())
    fail(file.name(),
         ": the module has no parameters; frozen modules keep their weights without names: save it before "
         "torch.jit.freeze, or its state dict");
  result.metadata = extraFilesOf(archive, root, result.notes);
  return result;
}

}  // namespace zipper
