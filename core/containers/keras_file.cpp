// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/keras_file.h"

#include <algorithm>
#include <set>

#include "core/containers/hdf5_file.h"
#include "core/containers/hdf5_tensor.h"
#include "core/containers/keras_weights.h"
#include "core/containers/zip_archive.h"
#include "core/support/error.h"
#include "core/support/json_reader.h"
#include "core/support/libtorch.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr const char* expectedKeras = "an HDF5 file of Keras";
constexpr int maximumParts = 10'000;
constexpr const char* weightsEntry = "model.weights.h5";
constexpr std::uint64_t maximumJson = 2'000'000;
constexpr std::uint64_t maximumWeights = std::uint64_t(1) << 30;

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
/// model inside of the model have those of its layers. `whole`: whose names have slashes, as those of Keras 2's
/// MobileNetV3 ("Conv/BatchNorm").
std::string deliveredName(const std::string& layer, bool isModel, bool whole, const std::string& weight) {
  const std::string scope = whole ? parentOf(weight) : lastOf(parentOf(weight));
  return (isModel && !scope.empty() ? scope : layer) + "/" + withoutOutput(lastOf(weight));
}

/// Whether two weights of a model differ in more than the last parts of their scopes alone.
bool needWholeScopes(const std::vector<std::string>& weights) {
  std::set<std::string> all, names;
  for (const auto& weight : weights) {
    if (!all.insert(weight).second) continue;
    if (!names.insert(lastOf(parentOf(weight)) + "/" + lastOf(weight)).second) return true;
  }
  return false;
}

bool isModel(const std::vector<std::string>& weights) {
  std::set<std::string> scopes;
  for (const auto& weight : weights) scopes.insert(parentOf(weight));
  return scopes.size() > 1;
}

/// The texts of a JSON object: {"keras_version": "3.4.1"}.
std::map<std::string, std::string> textsOfJson(const std::string& text) {
  std::map<std::string, std::string> texts;
  const Json json = parseShallow(text, 8, "metadata.json");
  if (!json.is_object()) return texts;
  for (const auto& [key, value] : json.items())
    if (value.is_string()) texts[key] = value.get<std::string>();
  return texts;
}

class KerasReader {
 public:
  /// `config`: the layers of the model, if they are known.
  KerasReader(const InputFile& input, KerasLayers config) : file_(input), config_(std::move(config)) {}

  TensorFile read() {
    const auto group = modelGroup();
    if (!group) return readNewer();
    const std::uint64_t model = *group;
    for (const char* key : {"backend", "keras_version"})
      for (const auto object : {model, file_.root()})
        if (const auto value = file_.texts(object, key); value && !value->empty())
          result_.metadata.emplace(key, value->front());
    readConfig();
    const auto layers = listOf(file_, model, "layer_names");
    for (const auto& layer : *layers) readLayer(model, layer);
    if (file_.find(file_.root(), "optimizer_weights")) noteOptimizer();
    if (result_.tensors.empty()) fail("none of its layers has weights");
    return std::move(result_);
  }

 private:
  void noteOptimizer() { result_.notes.emplace_back("the values of the optimizer were ignored"); }

  TensorFile readNewer() {
    if (!readKerasWeights(file_, config_, result_))
      fail(
          "an HDF5 file, but not of Keras: neither the root nor 'model_weights' has an attribute 'layer_names', and "
          "there are no groups 'vars' as in a \".weights.h5\"");
    if (file_.find(file_.root(), "optimizer")) noteOptimizer();
    if (result_.tensors.empty()) fail("none of its layers has weights");
    return std::move(result_);
  }

  /// The group with the list of layers; nothing if there is none, as in a ".weights.h5".
  std::optional<std::uint64_t> modelGroup() {
    const auto inner = file_.find(file_.root(), "model_weights");
    for (const auto group : {file_.root(), inner.value_or(file_.root())})
      if (listOf(file_, group, "layer_names")) return group;
    return std::nullopt;
  }

  /// Of a whole model. What can't be read is no reason to refuse the weights.
  void readConfig() {
    std::optional<std::vector<std::string>> config;
    try {
      config = file_.texts(file_.root(), "model_config");
    } catch (const Error& error) {
      result_.notes.push_back(concat("the configuration of the model can't be read: ", error.what()));
    }
    if (!config || config->empty()) return;
    result_.kerasConfig = config->front();
    try {
      for (const KerasLayer& layer : layersOfKerasConfig(result_.kerasConfig).all)
        if (!layer.layers.all.empty()) models_.insert(layer.name);
    } catch (const Error&) {  // the weights tell nearly as much
    }
  }

  void readLayer(std::uint64_t model, const std::string& layer) {
    const auto group = file_.find(model, layer);
    if (!group) fail("layer '", printable(layer), "' is in the list of layers, but not in the file");
    const auto weights = listOf(file_, *group, "weight_names");
    if (!weights) fail("layer '", printable(layer), "' has no attribute 'weight_names'");
    const bool nested = models_.count(layer) > 0 || isModel(*weights), whole = nested && needWholeScopes(*weights);
    for (const auto& weight : *weights) {
      try {
        readWeight(*group, deliveredName(layer, nested, whole, weight), weight);
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
    result_.tensors.emplace_back(name, hdf5Tensor(file_, dataset));
  }

  Hdf5File file_;
  const KerasLayers config_;
  std::set<std::string> models_;  ///< layers that are models, by the configuration
  TensorFile result_;
  std::set<std::string> names_;
};

bool isHdf5(const InputFile& file) { return file.beginning(8) == "\x89HDF\r\n\x1a\n"; }

/// The archive that Keras 3 writes with save("NAME.keras").
TensorFile readArchive(const InputFile& input) {
  const ZipArchive archive(input);
  const ZipEntry* weights = archive.find(weightsEntry);
  if (weights == nullptr)
    fail(input.name(), ": a Keras archive without '", weightsEntry, "'; weights in several files are not read");
  const std::string name = input.name() + ": " + weightsEntry;
  KerasLayers config;
  TensorFile result;
  std::map<std::string, std::string> metadata;
  try {
    std::string configText;
    if (const ZipEntry* entry = archive.find("config.json")) {
      configText = archive.unpacked(*entry, maximumJson);
      config = layersOfKerasConfig(configText);
    }
    if (const ZipEntry* entry = archive.find("metadata.json"))
      metadata = textsOfJson(archive.unpacked(*entry, maximumJson));
    const InputFile file = InputFile::ofBytes(archive.unpacked(*weights, maximumWeights), name);
    result = KerasReader(file, config).read();
    result.kerasConfig = configText;
  } catch (const Error& error) {
    const std::string message = error.what();
    if (message.rfind(input.name(), 0) == 0) throw;
    fail(name, ": ", message);
  }
  result.metadata.merge(metadata);
  return result;
}

}  // namespace

bool looksLikeKeras(const fs::path& path) {
  const InputFile input(path, expectedKeras);
  if (isHdf5(input)) return true;
  if (input.beginning(4) != std::string("PK\x03\x04", 4)) return false;
  try {
    const ZipArchive archive(input);
    return archive.find(weightsEntry) != nullptr ||
           (archive.find("config.json") != nullptr && archive.find("metadata.json") != nullptr);
  } catch (const Error&) {
    // A damaged one: the reader says where.
    return path.extension() == ".keras";
  }
}

TensorFile readKeras(const fs::path& path) {
  const InputFile input(path, expectedKeras);
  if (!isHdf5(input)) return readArchive(input);
  try {
    return KerasReader(input, {}).read();
  } catch (const Error& error) {
    fail(input.name(), ": ", error.what());
  }
}

}  // namespace zipper
