// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/pytorch_file.h"

#include "core/containers/legacy_pytorch.h"
#include "core/containers/pickled_tensors.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr const char* expectedPyTorch = "a PyTorch file";

}  // namespace

bool looksLikePyTorch(const std::filesystem::path& path) {
  const InputFile file(path, expectedPyTorch);
  return isLegacyPyTorch(file) || isTarPyTorch(file) || looksLikePyTorchArchive(file, false);
}

TensorFile readPyTorch(const std::filesystem::path& path) {
  const InputFile file(path, expectedPyTorch);
  if (isLegacyPyTorch(file)) return readLegacyPyTorch(file);
  if (isTarPyTorch(file))
    fail(file.name(),
         ": this file has the format of PyTorch before 0.1.10 (of 2017), which is not read; save it anew, in Python: "
         "torch.save(torch.load('old.pth', map_location='cpu', weights_only=False), 'new.pth')");
  const ZipArchive archive(file);
  const std::string root = rootOfPyTorchArchive(file, archive);
  TensorFile result = readPickledTensors(file, archive, root, false);
  result.metadata.merge(extraFilesOf(archive, root, result.notes));
  return result;
}

}  // namespace zipper
