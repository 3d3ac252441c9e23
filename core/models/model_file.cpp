// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/model_file.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/containers/input_file.h"
#include "core/containers/keras_file.h"
#include "core/containers/pytorch_file.h"
#include "core/containers/safetensors.h"
#include "core/containers/tensorflow_checkpoint.h"
#include "core/containers/tfjs_model.h"
#include "core/containers/torch_script.h"
#include "core/models/export_metadata.h"
#include "core/models/file_kind.h"
#include "core/models/head_norms.h"
#include "core/models/label_files.h"
#include "core/models/merged_file.h"
#include "core/models/model_formats.h"
#include "core/models/onnx_file.h"
#include "core/models/scheme_network.h"
#include "core/models/scheme_spec.h"
#include "core/models/tfjs_file.h"
#include "core/models/tflite_model.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"
#include "core/support/text_format.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr const char* expectedModel =
    "a MobileNet V1, V2 or V3 (safetensors, PyTorch, TorchScript, ONNX, Keras, TensorFlow.js, TensorFlow Lite or "
    "TensorFlow checkpoint)";

/// A MobileNet V1 of width 1 with the state of its optimizer and averages takes a tenth of it.
constexpr std::uint64_t maximumModelBytes = std::uint64_t(1) << 30;

using Reader = TensorFile (*)(const fs::path& path);

/// A file format that networks are read from; recognized by content, in the order of the table.
struct Format {
  const char* name;
  bool (*looksLike)(const fs::path& path);
  Reader read;
  Reader readAverages;  ///< null: moving averages are tensors of their own, told by their names
};

TensorFile readTensorFlowAverages(const fs::path& path) { return readTensorFlowCheckpoint(path, true); }

constexpr std::array<Format, 8> formats{{
    {"safetensors", looksLikeSafetensors, readSafetensors, nullptr},
    {"PyTorch", looksLikePyTorch, readPyTorch, nullptr},
    {"TorchScript", looksLikeTorchScript, readTorchScript, nullptr},
    {"Keras", looksLikeKeras, readKeras, nullptr},
    {"TensorFlow checkpoint", looksLikeTensorFlowCheckpoint, readTensorFlowCheckpoint, readTensorFlowAverages},
    {"TensorFlow.js", looksLikeTfjs, readTfjsNetwork, nullptr},
    {"TensorFlow Lite", looksLikeTflite, readTflite, nullptr},
    {"ONNX", looksLikeOnnx, readOnnx, nullptr},
}};

/// Null: none of them.
const Format* recognizedFormat(const fs::path& path) {
  const auto* found =
      std::find_if(formats.begin(), formats.end(), [&](const Format& format) { return format.looksLike(path); });
  return found == formats.end() ? nullptr : &*found;
}

const Format& formatOf(const fs::path& path) {
  if (const Format* format = recognizedFormat(path)) return *format;
  // A damaged file that calls itself safetensors deserves a message that says where it is damaged.
  if (path.extension() == ".safetensors" && describeContent(path) == unknownContent) return formats.front();
  fail(printable(path.string(), 4096), ": ", expectedModel, " was expected, found ", describeContent(path));
}

/// A checkpoint of TensorFlow may be given by what its files have in common. Of such files, the index stands for all:
/// it holds the checksums of the tensors.
fs::path fileOf(const fs::path& path) {
  const fs::path index = path.string() + ".index";
  std::error_code code;
  return !fs::exists(path, code) && fs::is_regular_file(index, code) ? index : path;
}

void convertToFloat(SchemeNetwork& network) {
  std::map<std::string, int> converted;
  for (auto& [key, tensor] : network.tensors) {
    const char* type = torch::toString(tensor.scalar_type());
    if (!tensor.is_floating_point())
      fail("key ", network.keyText(key), " has type ", type, ", a floating-point type was expected");
    if (tensor.scalar_type() == torch::kFloat) continue;
    ++converted[type];
    tensor = tensor.to(torch::kFloat);
  }
  for (const auto& [type, count] : converted)
    network.notes.push_back(concat(counted(count, "tensor", "tensors"), " converted from ", type, " to float32"));
}

void checkValues(const SchemeNetwork& network) {
  for (const auto& [key, tensor] : network.tensors) {
    const auto bad = tensor.numel() - torch::isfinite(tensor).sum().item<std::int64_t>();
    if (bad > 0)
      fail("key ", network.keyText(key), ": ", bad, " of ", tensor.numel(), " values are NaN or infinite (as float32)");
    if (endsWith(key, ".running_var") && (tensor < 0).any().item<bool>())
      fail("key ", network.keyText(key), ": a variance is negative");
  }
}

void refuseOtherFiles(const TensorFile& file) {
  if (file.metadata.count(exportSpecKey) > 0) return;
  if (file.metadata.count("zipper.session") > 0)
    fail(
        "is a session, not a model; take a network out of it with: zipper export SESSION --task a --out "
        "MODEL.safetensors");
}

MobileNetSpec specAsRead(const TensorFile& file, SchemeNetwork& network, const fs::path& path,
                         const SpecOverrides& overrides) {
  const auto found = file.metadata.find(exportSpecKey);
  if (found != file.metadata.end()) return specFromJson(found->second);
  MobileNetSpec spec = guessSpec(network, file, path, overrides);
  addClassNames(spec, file, path, network.notes);
  return spec;
}

MobileNet buildNetwork(SchemeNetwork& network, const MobileNetSpec& spec) {
  try {
    // The number of classes decides about gigabytes, so that all shapes are checked before the network is built.
    checkShapes(network, spec);
    convertToFloat(network);
    unfoldBiases(network, spec.bnEpsilon);
    applyFactors(network);
    checkValues(network);
    if (foldHeadNorms(network, spec.bnEpsilon)) checkValues(network);
    MobileNet result(spec);
    result->loadState(network.tensors);
    result->eval();
    return result;
  } catch (const Error& error) {
    fail(error.what(), " (the file was read as ", describe(spec), ")");
  }
}

void fillModel(LoadedModel& model, const TensorFile& file, const fs::path& path, const SpecOverrides& overrides) {
  refuseOtherFiles(file);
  if (!file.refusal.empty()) fail(file.refusal);
  if (holdsMergedNetwork(file)) {
    SpecOverrides others = overrides;
    others.part.clear();
    return fillModel(model, taskOfMerged(file, overrides.part), path, others);
  }
  SchemeNetwork network = networkOfTensors(file, overrides);
  model.specAsRead = specAsRead(file, network, path, overrides);
  MobileNetSpec spec = model.specAsRead;
  applyOverrides(spec, overrides, network.notes);
  model.network = buildNetwork(network, spec);
  model.source.scheme = file.toldByGraph ? schemeOfGraph().name : network.scheme->name;
  model.source.notes = file.notes;
  model.source.notes.insert(model.source.notes.end(), network.notes.begin(), network.notes.end());
}

/// Of a file that has a part of its weights in others, a hash of all of their hashes: a recipe must notice when one of
/// them changes.
std::string sha256OfFiles(const fs::path& path, const std::vector<fs::path>& others) {
  std::string hashes = sha256OfFile(path);
  if (others.empty()) return hashes;
  for (const fs::path& other : others) hashes += sha256OfFile(other);
  return sha256(hashes.data(), hashes.size());
}

}  // namespace

LoadedModel loadModel(const fs::path& path, const SpecOverrides& overrides) {
  const fs::path found = fileOf(path);
  std::error_code code;
  if (fs::is_directory(found, code))
    fail(printable(found.string(), 4096), ": is ", describeContent(found), "; ", expectedModel, " was expected");
  const InputFile file(found, expectedModel);
  const std::string name = file.name();
  // Files may have holes, so that their size costs nothing on the disk.
  if (file.size() > maximumModelBytes)
    fail(name, ": has ", file.size(), " bytes, at most ", maximumModelBytes, " are read; ", expectedModel,
         " was expected");
  const Format& format = formatOf(found);
  SpecOverrides wishes = overrides;
  const bool averages = wishes.useEma && format.readAverages != nullptr;
  if (averages) wishes.useEma = false;
  const TensorFile tensors = averages ? format.readAverages(found) : format.read(found);
  LoadedModel model;
  model.source = {path.string(), sha256OfFiles(found, tensors.otherFiles), format.name, "", {}, tensors.metadata};
  try {
    fillModel(model, tensors, found, wishes);
  } catch (const std::exception&) {
    // Messages about the spec quote what the file says, so they may hold anything.
    fail(name, ": ", printable(describeCurrentException(), 1500));
  }
  return model;
}

std::vector<std::string> modelFormatNames() {
  std::vector<std::string> names;
  for (const Format& format : formats) names.emplace_back(format.name);
  return names;
}

std::string modelFormatOf(const fs::path& path) {
  const Format* format = recognizedFormat(path);
  return format == nullptr ? "" : format->name;
}

void saveModel(const fs::path& path, MobileNet& network, const std::map<std::string, std::string>& metadata) {
  std::map<std::string, std::string> all = metadata;
  try {
    all[exportSpecKey] = specToJson(network->spec());
  } catch (const nlohmann::json::exception&) {
    fail(printable(path.string(), 4096), ": can't be written: a class name is not UTF-8");
  }
  all["format"] = "pt";
  writeSafetensors(path, network->state(), all);
}

}  // namespace zipper
