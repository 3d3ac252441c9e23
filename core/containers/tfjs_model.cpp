// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/tfjs_model.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/containers/input_file.h"
#include "core/containers/onnx_external_data.h"
#include "core/containers/tfjs_weights.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "core/support/printable.h"
#include "core/support/text_format.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr const char* expectedTfjs = "a model of TensorFlow.js";
constexpr std::size_t maximumModelJson = 64'000'000, maximumMetadataJson = 1'000'000;
constexpr int deepestTopology = 60;
constexpr std::size_t mostWeights = 100'000;
constexpr std::uint64_t maximumBytes = std::uint64_t(1) << 30;

bool holdsText(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

/// A graph of operations; its list of weights may come first. One that is damaged before either shows what it is counts
/// as one of layers, which is said to be damaged.
bool isGraphModel(const std::string& start, const InputFile& input) {
  if (holdsText(start, "\"graph-model\"")) return true;
  if (holdsText(start, "\"layers-model\"")) return false;
  const std::string text = input.beginning(std::size_t(input.size()));
  return !holdsText(text, "\"class_name\"") && holdsText(text, "\"node\"");
}

class TfjsReader {
 public:
  explicit TfjsReader(const fs::path& path)
      : path_(path), data_(path.parent_path(), "a file of weights of a TensorFlow.js model") {}

  TensorFile read() {
    const Json model = parsedModel();
    JsonReader reader(model, "model.json");
    readTopology(reader.need("modelTopology"));
    for (const Json& group : reader.needArray("weightsManifest")) readGroup(group);
    if (result_.tensors.empty()) fail("none of its layers has weights");
    for (const auto& [type, count] : converted_)
      result_.notes.push_back(concat(counted(count, "tensor", "tensors"), " ",
                                     type == "float16" ? "converted" : "dequantized", " from ", type, " to float32"));
    if (const Json* texts = reader.take("userDefinedMetadata")) readTexts(*texts);
    readLabels();
    result_.otherFiles = data_.files();
    return std::move(result_);
  }

 private:
  Json parsedModel() const {
    const std::string text = readTextFile(path_, maximumModelJson);
    try {
      return parseShallow(text, deepestTopology, "model.json");
    } catch (const Error& error) {
      fail("the TensorFlow.js model is damaged or truncated: ", error.what());
    }
  }

  /// Of Keras itself, or of its converter, which puts a frame around it.
  void readTopology(const Json& topology) {
    if (!topology.is_object()) fail("the TensorFlow.js model is damaged: 'modelTopology' is no object");
    const auto framed = topology.find("model_config");
    result_.kerasConfig = dumpJson(framed == topology.end() ? topology : *framed);
    for (const char* key : {"backend", "keras_version"})
      if (const auto text = topology.find(key); text != topology.end() && text->is_string())
        result_.metadata[key] = text->get<std::string>();
  }

  /// Files whose bytes, one file behind the other, are those of some weights.
  void readGroup(const Json& json) {
    JsonReader reader(json, "weightsManifest");
    std::vector<TfjsWeight> weights;
    std::uint64_t wanted = 0;
    for (const Json& weight : reader.needArray("weights")) {
      if (++count_ > mostWeights) fail("has more than ", mostWeights, " weights");
      weights.push_back(tfjsWeight(weight, maximumBytes));
      wanted += weights.back().bytes;
      bytes_ += std::max(weights.back().bytes, weights.back().bytesAsFloat32);
    }
    if (bytes_ > maximumBytes) fail("its weights have ", bytes_, " bytes, at most ", maximumBytes, " are read");
    const std::string bytes = bytesOf(reader.needArray("paths"), wanted);
    std::uint64_t at = 0;
    for (const TfjsWeight& weight : weights) {
      add(weight, bytes.data() + at);
      at += weight.bytes;
    }
  }

  std::string bytesOf(const Json& paths, std::uint64_t wanted) {
    std::vector<const InputFile*> files;
    std::uint64_t found = 0;
    for (const Json& path : paths) {
      if (!path.is_string()) fail("weightsManifest: a path is ", shownJson(path), ", a text was expected");
      const std::size_t before = data_.files().size();
      files.push_back(data_.placeOf({{"location", path.get<std::string>()}}, 0).file);
      if (data_.files().size() == before) fail("weightsManifest: the file ", shownJson(path), " is named twice");
      found += files.back()->size();
      if (found > wanted) break;
    }
    if (found > wanted)
      fail("its weights have ", wanted, " bytes, but the files of them, ", shownJson(paths),
           ", more; they are too long, or of another model");
    if (found < wanted)
      fail("its weights have ", wanted, " bytes, but the files of them, ", shownJson(paths), ", only ", found,
           "; they are truncated, or of another model");
    std::string bytes(std::size_t(wanted), '\0');
    std::size_t at = 0;
    for (const InputFile* file : files) {
      file->read(0, bytes.data() + at, std::size_t(file->size()));
      at += std::size_t(file->size());
    }
    return bytes;
  }

  void add(const TfjsWeight& weight, const char* bytes) {
    if (weight.type != "float32") {
      result_.notes.push_back(concat(printable(weight.name), " was ignored: it holds ", weight.type));
      return;
    }
    if (!names_.insert(weight.name).second) fail("another weight is called ", inQuotes(weight.name), " too");
    if (!weight.storedAs.empty()) ++converted_[weight.storedAs];
    result_.tensors.emplace_back(weight.name, valuesOf(weight, bytes));
  }

  /// What whoever wrote the file has put into it; what isn't a text is left alone.
  void readTexts(const Json& texts) {
    if (!texts.is_object()) return;
    for (const auto& entry : texts.items())
      if (entry.value().is_string() && entry.key() != tfjsLabelsKey)
        result_.metadata.emplace(entry.key(), entry.value().get<std::string>());
  }

  /// What Teachable Machine writes beside a model. Without it, or with another file of that name, there are no labels.
  void readLabels() {
    const fs::path path = path_.parent_path() / "metadata.json";
    std::error_code code;
    if (!fs::is_regular_file(path, code)) return;
    try {
      const Json metadata = parseShallow(readTextFile(path, maximumMetadataJson), 8, "metadata.json");
      if (!metadata.is_object()) return;
      const auto labels = metadata.find("labels");
      if (labels != metadata.end() && labels->is_array()) result_.metadata[tfjsLabelsKey] = dumpJson(*labels);
    } catch (const Error& error) {
      result_.notes.push_back(concat("metadata.json beside the file can't be read: ", error.what()));
    }
  }

  fs::path path_;
  OnnxExternalData data_;
  TensorFile result_;
  std::set<std::string> names_;
  std::map<std::string, int> converted_;  ///< how many weights of each type were quantized
  std::size_t count_ = 0;                 ///< of the weights of all groups
  std::uint64_t bytes_ = 0;               ///< of the same, in the files or as they are read
};

}  // namespace

bool looksLikeTfjs(const fs::path& path) {
  const InputFile input(path, expectedTfjs);
  const std::string start = input.beginning(4096);
  const auto first = start.find_first_not_of(" \t\r\n");
  if (first == std::string::npos || start[first] != '{' || input.size() > maximumModelJson) return false;
  if (!holdsText(start, "\"modelTopology\"") && !holdsText(start, "\"weightsManifest\"") &&
      !holdsText(start, "\"layers-model\""))
    return false;
  return !isGraphModel(start, input);
}

TensorFile readTfjs(const fs::path& path) {
  const std::string name = printable(path.string(), 4096);
  try {
    return TfjsReader(path).read();
  } catch (const Error& error) {
    const std::string message = error.what();
    if (message.rfind(name, 0) == 0) throw;
    fail(name, ": ", message);
  }
}

}  // namespace zipper
