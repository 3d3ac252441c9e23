#include "core/formats/torch_script.h"

#include "core/formats/pickled_tensors.h"
#include "core/formats/printable.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr const char* expectedFile = "a TorchScript file";
constexpr std::uint64_t maximumExtraFile = 1'000'000;
constexpr std::size_t maximumExtraFiles = 64;

/// What torch.jit.save(..., _extra_files=...) put beside the module.
std::map<std::string, std::string> extraFiles(const ZipArchive& archive, const std::string& root,
                                              std::vector<std::string>& notes) {
  const std::string folder = root + "extra/";
  std::map<std::string, std::string> files;
  for (const ZipEntry& entry : archive.entries()) {
    if (entry.name.rfind(folder, 0) != 0) continue;
    if (entry.method == 0 && entry.size <= maximumExtraFile && files.size() < maximumExtraFiles)
      files[entry.name.substr(folder.size())] = archive.text(entry, maximumExtraFile);
    else
      notes.push_back(concat("the extra file '", printable(entry.name), "' was not read"));
  }
  return files;
}

}  // namespace

bool looksLikeTorchScript(const std::filesystem::path& path) {
  return looksLikePyTorchArchive(InputFile(path, expectedFile), true);
}

TensorFile readTorchScript(const std::filesystem::path& path) {
  const InputFile file(path, expectedFile);
  const ZipArchive archive(file);
  const std::string root = rootOfPyTorchArchive(file, archive);
  TensorFile result = readPickledTensors(file, archive, root, true);
  if (result.tensors.empty())
    fail(file.name(),
         ": the module has no parameters; frozen modules keep their weights without names: save it before "
         "torch.jit.freeze, or its state dict");
  result.metadata = extraFiles(archive, root, result.notes);
  return result;
}

}  // namespace zipper
