// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tfjs_writer.h"

#include "core/exports/tfjs_layers.h"
#include "core/exports/tfjs_weights_writer.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// "pair" of "pair.json".
std::string stemOf(const std::string& fileName) {
  const std::string end = ".json";
  return endsWith(fileName, end) ? fileName.substr(0, fileName.size() - end.size()) : fileName;
}

/// What stands before the names of the other files. These are relative addresses in a browser, where some characters
/// end the path, and texts of JSON, which are UTF-8.
std::string prefixOf(const std::string& fileName) {
  if (fileName == "model.json") return {};
  std::string prefix = stemOf(fileName) + ".";
  const bool isText = validUtf8(prefix) == prefix;
  for (char& c : prefix) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f || (byte >= 0x80 && !isText) || std::string("#?%\\:").find(c) != std::string::npos)
      c = '_';
  }
  return prefix;
}

void describeTask(Json& json, const MobileNetSpec& spec) {
  if (!spec.classNames.empty()) json["labels"] = spec.classNames;
  json["imageSize"] = spec.inputSize;
  if (spec.inputChannels == 1) json["grayscale"] = true;
  const Normalization& how = spec.normalization;
  json["normalization"] = Json::object({{"mean", how.mean}, {"std", how.std}, {"order", toString(how.order)}});
}

Json describedTasks(const InferenceGraph& graph, const std::string& name) {
  Json json = Json::object({{"modelName", name}});
  if (graph.tasks.size() == 1) {
    describeTask(json, graph.tasks.front().spec);
    return json;
  }
  json["tasks"] = Json::array();
  for (const GraphTask& task : graph.tasks) {
    Json one = Json::object({{"task", task.letter}});
    one["input"] = graph.values[std::size_t(task.input)].name;
    one["output"] = graph.values[std::size_t(task.output)].name;
    describeTask(one, task.spec);
    json["tasks"].push_back(std::move(one));
  }
  return json;
}

}  // namespace

TfjsFiles tfjsFiles(const InferenceGraph& graph, const ExportMetadata& metadata, ExportPrecision precision,
                    const std::string& fileName) {
  const std::string prefix = prefixOf(fileName);
  LayersModel layers = kerasLayersOf(graph);
  TfjsWeightFiles weights = tfjsWeightFiles(layers.weights, precision, prefix);
  // What begins the file is what it is recognized by.
  Json json = Json::object({{"format", "layers-model"}});
  if (const auto producer = metadata.find(exportProducerKey); producer != metadata.end())
    json["generatedBy"] = producer->second;
  json["convertedBy"] = nullptr;
  json["modelTopology"] = std::move(layers.model);
  json["weightsManifest"] = std::move(weights.manifest);
  json["userDefinedMetadata"] = metadata;
  TfjsFiles files{dumpJson(json), std::move(weights.files)};
  files.others.emplace_back(prefix + "metadata.json", dumpJson(describedTasks(graph, stemOf(fileName))));
  return files;
}

void writeTfjs(const std::filesystem::path& path, const InferenceGraph& graph, const ExportMetadata& metadata,
               ExportPrecision precision) {
  const TfjsFiles files = tfjsFiles(graph, metadata, precision, path.filename().string());
  for (const auto& [name, contents] : files.others) writeFileAtomically(path.parent_path() / name, contents);
  writeFileAtomically(path, files.json);
}

}  // namespace zipper
