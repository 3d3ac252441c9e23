#include "core/formats/model_file.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/formats/canonical_names.h"
#include "core/formats/file_kind.h"
#include "core/formats/input_file.h"
#include "core/formats/printable.h"
#include "core/formats/safetensors.h"
#include "core/support/error.h"
#include "core/support/files.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr const char* specKey = "zipper.spec";
constexpr const char* expectedFile = "a safetensors file with a MobileNet V1";

/// A file format that networks are read from; recognized by content, in the order of the table.
struct Format {
  const char* name;
  bool (*looksLike)(const fs::path& path);
  TensorFile (*read)(const fs::path& path);
};

constexpr std::array<Format, 1> formats{{
    {"safetensors", looksLikeSafetensors, readSafetensors},
}};

const Format& formatOf(const fs::path& path) {
  for (const auto& format : formats)
    if (format.looksLike(path)) return format;
  // A damaged file that calls itself safetensors deserves a message that says where it is damaged.
  if (path.extension() == ".safetensors" && describeContent(path) == "unknown binary data") return formats.front();
  fail(printable(path.string(), 4096), ": ", expectedFile, " was expected, found ", describeContent(path));
}

bool endsWith(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// PyTorch counts the batches that batch normalization has seen; nothing in a network depends on it.
void dropBatchCounters(NamedTensors& tensors, std::vector<std::string>& notes) {
  const auto isCounter = [](const auto& entry) { return endsWith(entry.first, ".num_batches_tracked"); };
  const auto first = std::remove_if(tensors.begin(), tensors.end(), isCounter);
  if (first != tensors.end()) notes.push_back(concat(tensors.end() - first, " keys num_batches_tracked were ignored"));
  tensors.erase(first, tensors.end());
}

void convertToFloat(NamedTensors& tensors, std::vector<std::string>& notes) {
  std::map<std::string, int> converted;
  for (auto& [key, tensor] : tensors) {
    const char* type = torch::toString(tensor.scalar_type());
    if (!tensor.is_floating_point())
      fail("key '", printable(key), "' has type ", type, ", a floating-point type was expected");
    if (tensor.scalar_type() == torch::kFloat) continue;
    ++converted[type];
    tensor = tensor.to(torch::kFloat);
  }
  for (const auto& [type, count] : converted)
    notes.push_back(concat(count, " tensors converted from ", type, " to float32"));
}

void checkValues(const NamedTensors& tensors) {
  for (const auto& [key, tensor] : tensors) {
    const auto bad = tensor.numel() - torch::isfinite(tensor).sum().item<std::int64_t>();
    if (bad > 0)
      fail("key '", printable(key), "': ", bad, " of ", tensor.numel(), " values are NaN or infinite (as float32)");
    if (endsWith(key, ".running_var") && (tensor < 0).any().item<bool>())
      fail("key '", printable(key), "': a variance is negative");
  }
}

/// JSON that is nested deeper than a spec ever is would cost stack in whoever prints it.
MobileNetSpec specFromMetadata(const std::string& json) {
  const auto isShallow = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    return depth <= 8 ? true : throw Error("network spec: JSON is nested deeper than 8 levels");
  };
  if (nlohmann::json::parse(json, isShallow, false).is_discarded()) fail("network spec: not JSON");
  return specFromJson(json);
}

MobileNetSpec specOf(const TensorFile& file, std::vector<std::string>& notes) {
  const auto found = file.metadata.find(specKey);
  if (found != file.metadata.end()) return specFromMetadata(found->second);
  if (file.metadata.count("zipper.session") > 0)
    fail("is a session, not a model; take a network out of it with: zipper export SESSION --task a --out MODEL");
  if (file.metadata.count("zipper.specs") > 0)
    fail(
        "holds a merged network with several tasks, not a single model; export one task with: zipper export SESSION "
        "--task a --out MODEL");
  if (!hasCanonicalNames(file.tensors))
    fail("its metadata has no '", specKey, "', and its keys are not those of a Zipper Workbench network: ",
         file.tensors.empty() ? "there are none" : "the first is '" + printable(file.tensors.front().first) + "'",
         ", 'stem.conv.weight' and so on were expected");
  return specFromShapes(file.tensors, notes);
}

MobileNet buildNetwork(TensorFile& file, std::vector<std::string>& notes) {
  const MobileNetSpec spec = specOf(file, notes);
  dropBatchCounters(file.tensors, notes);
  convertToFloat(file.tensors, notes);
  try {
    checkHead(spec, file.tensors);
    checkValues(file.tensors);
    MobileNet network(spec);
    network->loadState(file.tensors);
    network->eval();
    return network;
  } catch (const Error& error) {
    fail(error.what(), " (the file was read as ", describe(spec), ")");
  }
}

}  // namespace

LoadedModel loadModel(const fs::path& path) {
  const std::string name = InputFile(path, expectedFile).name();
  const Format& format = formatOf(path);
  TensorFile file = format.read(path);
  LoadedModel model;
  model.source = {path.string(), sha256OfFile(path), format.name, "zipper", {}, file.metadata};
  try {
    model.network = buildNetwork(file, model.source.notes);
  } catch (const std::exception&) {
    // Messages about the spec quote what the file says, so they may hold anything.
    fail(name, ": ", printable(describeCurrentException(), 1000));
  }
  return model;
}

void saveModel(const fs::path& path, MobileNet& network, const std::map<std::string, std::string>& metadata) {
  std::map<std::string, std::string> all = metadata;
  try {
    all[specKey] = specToJson(network->spec());
  } catch (const nlohmann::json::exception&) {
    fail(printable(path.string(), 4096), ": can't be written: a class name is not UTF-8");
  }
  all["format"] = "pt";
  writeSafetensors(path, network->state(), all);
}

}  // namespace zipper
