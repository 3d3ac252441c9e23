// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/formats/keras_file.h"

#include <torch/torch.h>

#include <algorithm>
#include <set>

#include "core/formats/hdf5_file.h"
#include "core/support/printable.h"
#include "core/support/error.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr const char* expectedFile = "an HDF5 file of Keras";
constexpr int maximumParts = 10'000;

/// Keras cuts lists that are longer than 64 kB into attributes "NAME0", "NAME1", ...
std::optional<std::vector<std::string>> listOf(Hdf5File& file, std::uint64_t object, const std::string& name) {
  if (auto whole = file.texts(object, name)) return whole;
  std::optional<std::vector<std::string>> all;
  for (int i = 0; i < maximumParts; ++i) {
    const auto part = file.texts(object, concat(name, i));
    if (!part) break;
    if (!all) all.emplace();
    all->insert(all->end(), part->begin(), part->end());
  }
  return all;
}

/// "conv1/kernel:0" without ":0".
std::string withoutOutput(const std::string& name) {
  const std::size_t colon = name.rfind(':');
  const bool isNumber = colon != std::string::npos && colon + 1 < name.size() &&
                        name.find_first_not_of("0123456789", colon + 1) == std::string::npos;
  return isNumber ? name.substr(0, colon) : name;
}

std::string lastOf(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string parentOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

/// A layer's own weights have the name of the layer, whatever number TensorFlow gave to their scope. The weights of a
/// model inside of the model have those of its layers.
std::string deliveredName(const std::string& layer, bool isModel, const std::string& weight) {
  const std::string scope = lastOf(parentOf(weight));
  return (isModel && !scope.empty() ? scope : layer) + "/" + withoutOutput(lastOf(weight));
}

bool isModel(const std::vector<std::string>& weights) {
  std::set<std::string> scopes;
  for (const auto& weight : weights) scopes.insert(parentOf(weight));
  return scopes.size() > 1;
}

torch::ScalarType torchType(const Hdf5Type& type) {
  return type.size == 2 ? torch::kHalf : type.size == 4 ? torch::kFloat : torch::kDouble;
}

class KerasReader {
 public:
  explicit KerasReader(const InputFile& input) : file_(input) {}

  TensorFile read() {
    const std::uint64_t model = modelGroup();
    for (const char* key : {"backend", "keras_version"})
      for (const auto object : {model, file_.root()})
        if (const auto value = file_.texts(object, key); value && !value->empty())
          result_.metadata.emplace(key, value->front());
    const auto layers = listOf(file_, model, "layer_names");
    for (const auto& layer : *layers) readLayer(model, layer);
    if (file_.find(file_.root(), "optimizer_weights"))
      result_.notes.emplace_back("the values of the optimizer were ignored");
    if (result_.tensors.empty()) fail("none of its layers has weights");
    return std::move(result_);
  }

 private:
  std::uint64_t modelGroup() {
    const auto inner = file_.find(file_.root(), "model_weights");
    for (const auto group : {file_.root(), inner.value_or(file_.root())})
      if (listOf(file_, group, "layer_names")) return group;
    if (file_.find(file_.root(), "layers") || file_.find(file_.root(), "_layer_checkpoint_dependencies"))
      fail(
          "is a \".weights.h5\" of Keras 3, which doesn't hold the names of the weights; save the model with "
          "model.save(\"NAME.h5\")");
    fail("an HDF5 file, but not of Keras: neither the root nor 'model_weights' has an attribute 'layer_names'");
  }

  void readLayer(std::uint64_t model, const std::string& layer) {
    const auto group = file_.find(model, layer);
    if (!group) fail("layer '", printable(layer), "' is in the list of layers, but not in the file");
    const auto weights = listOf(file_, *group, "weight_names");
    if (!weights) fail("layer '", printable(layer), "' has no attribute 'weight_names'");
    const bool nested = isModel(*weights);
    for (const auto& weight : *weights) {
      try {
        readWeight(*group, deliveredName(layer, nested, weight), weight);
      } catch (const std::exception&) {
        fail("'", printable(layer), "', weight '", printable(weight), "': ", describeCurrentException());
      }
    }
  }

  void readWeight(std::uint64_t group, const std::string& name, const std::string& path) {
    const auto object = file_.find(group, path);
    if (!object) fail("is in the list of weights, but not in the file");
    const Hdf5Dataset dataset = file_.dataset(*object);
    if (dataset.type.kind != Hdf5Type::Class::Float) {
      result_.notes.push_back(concat(printable(name), " was ignored: it holds ", dataset.type.title));
      return;
    }
    if (!names_.insert(name).second) fail("another weight is called '", printable(name), "' too");
    const std::vector<std::int64_t> shape(dataset.shape.begin(), dataset.shape.end());
    torch::Tensor tensor = torch::empty(shape, torch::TensorOptions().dtype(torchType(dataset.type)));
    file_.readValues(dataset, tensor.data_ptr());
    result_.tensors.emplace_back(name, tensor);
  }

  Hdf5File file_;
  TensorFile result_;
  std::set<std::string> names_;
};

}  // namespace

bool looksLikeKeras(const fs::path& path) { return InputFile(path, expectedFile).beginning(8) == "\x89HDF\r\n\x1a\n"; }

TensorFile readKeras(const fs::path& path) {
  const InputFile input(path, expectedFile);
  try {
    return KerasReader(input).read();
  } catch (const Error& error) {
    fail(input.name(), ": ", error.what());
  }
}

}  // namespace zipper
