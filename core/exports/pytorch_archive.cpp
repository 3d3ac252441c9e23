// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/pytorch_archive.h"

#include <caffe2/serialize/inline_container.h>
#include <torch/csrc/jit/serialization/pickle.h>
#include <torch/csrc/jit/serialization/pickler.h>

#include <sstream>

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/libtorch.h"

namespace zipper {

namespace {

const std::string extraFolder = "extra/";

/// Tensors that own just their own numbers: a view would take its whole storage into the file.
torch::Tensor compact(const torch::Tensor& tensor) {
  return tensor.detach().cpu().clone(torch::MemoryFormat::Contiguous);
}

c10::impl::GenericDict pythonDict(const NamedTensors& tensors) {
  c10::impl::GenericDict dict(c10::StringType::get(), c10::TensorType::get());
  for (const auto& [name, tensor] : tensors) dict.insert(name, compact(tensor));
  return dict;
}

/// As torch::pickle_save, but without type tags on dicts: torch.load(weights_only=True) refuses them. Metadata stands
/// beside the dict, so that load_state_dict() finds tensors only. In memory, because the writer's destructor writes,
/// and ends the program if that throws.
std::string zipOf(const NamedTensors& tensors, const ExportMetadata& metadata) {
  std::string pickle, bytes;
  torch::jit::Pickler pickler([&](const char* data, std::size_t size) { pickle.append(data, size); }, nullptr, nullptr,
                              nullptr, nullptr, false);
  pickler.protocol();
  pickler.pushIValue(pythonDict(tensors));
  pickler.stop();
  caffe2::serialize::PyTorchStreamWriter zip([&](const void* data, std::size_t size) {
    bytes.append(static_cast<const char*>(data), size);
    return size;
  });
  zip.writeRecord("data.pkl", pickle.data(), pickle.size());
  std::size_t number = 0;
  for (const torch::Tensor& tensor : pickler.tensorData())
    zip.writeRecord(concat("data/", number++), tensor.data_ptr(), std::size_t(tensor.nbytes()));
  for (const auto& [key, text] : metadata) zip.writeRecord(extraFolder + key, text.data(), text.size());
  zip.writeEndOfFile();
  return bytes;
}

}  // namespace

void writePyTorchArchive(const std::filesystem::path& path, const NamedTensors& tensors,
                         const ExportMetadata& metadata) {
  writeFileAtomically(path, zipOf(tensors, metadata));
}

TensorFile readPyTorchArchive(const std::filesystem::path& path) {
  const std::string bytes = readTextFile(path, std::size_t(1) << 32);
  TensorFile file;
  for (const auto& entry : torch::jit::pickle_load({bytes.begin(), bytes.end()}).toGenericDict())
    file.tensors.emplace_back(entry.key().toStringRef(), entry.value().toTensor());
  std::istringstream stream(bytes);
  caffe2::serialize::PyTorchStreamReader reader(&stream);
  for (const std::string& name : reader.getAllRecords()) {
    if (name.rfind(extraFolder, 0) != 0) continue;
    const auto [data, size] = reader.getRecord(name);
    file.metadata[name.substr(extraFolder.size())] = std::string(static_cast<const char*>(data.get()), size);
  }
  return file;
}

}  // namespace zipper
