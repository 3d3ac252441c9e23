// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/formats/pytorch_file.h"

#include "core/formats/pickled_tensors.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr const char* expectedFile = "a PyTorch file";

/// torch.save of PyTorch before 1.6 began with the pickle of this number: 0x1950a86a20f9469cfc6c.
bool isLegacy(const InputFile& file) {
  static const std::string magic("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 12);
  const std::string start = file.beginning(2 + magic.size());
  return start.size() == 2 + magic.size() && start[0] == '\x80' && start.compare(2, magic.size(), magic) == 0;
}

}  // namespace

bool looksLikePyTorch(const std::filesystem::path& path) {
  const InputFile file(path, expectedFile);
  return isLegacy(file) || looksLikePyTorchArchive(file, false);
}

TensorFile readPyTorch(const std::filesystem::path& path) {
  const InputFile file(path, expectedFile);
  if (isLegacy(file))
    fail(file.name(),
         ": this file has the format of PyTorch before 1.6, which is not read; save it anew, in Python: "
         "torch.save(torch.load('old.pth', map_location='cpu'), 'new.pth')");
  const ZipArchive archive(file);
  const std::string root = rootOfPyTorchArchive(file, archive);
  TensorFile result = readPickledTensors(file, archive, root, false);
  result.metadata.merge(extraFilesOf(archive, root, result.notes));
  return result;
}

}  // namespace zipper
