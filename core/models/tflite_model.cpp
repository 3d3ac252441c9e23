// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/tflite_model.h"

#include <memory>
#include <numeric>

#include "core/containers/input_file.h"
#include "core/containers/tflite_file.h"
#include "core/models/export_metadata.h"
#include "core/models/graph_network.h"
#include "core/models/tflite_conversion.h"
#include "core/models/tflite_labels.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr const char* expectedTflite = "a TensorFlow Lite model";
constexpr const char* identifier = "TFL3";

/// Networks padded as PyTorch pads are PyTorch's, whatever program converted them.
constexpr GraphOrigin tfliteOrigin{"the file", true};

void noteTypes(const TfliteConversion& conversion, std::vector<std::string>& notes) {
  if (conversion.usesBytes)
    notes.push_back(
        "its weights are integers of 8 bits, and became the float32 numbers that they stand for; what it computes "
        "differs from what the file does by the rounding between the layers");
  if (conversion.usesHalves) notes.push_back("its weights are float16 numbers, and became float32");
}

/// The recognizer has what was put in front of the graph for a part of it.
void nameSource(const std::string& source, std::vector<std::string>& notes) {
  const std::string found = "read from the graph: normalization";
  if (source.empty()) return;
  for (std::string& note : notes)
    if (beginsWith(note, found)) note = concat("read from ", source, ": normalization", note.substr(found.size()));
}

/// Of a graph without any, the recognizer would not get to the operator that is none of a MobileNet.
std::string whyNoConvolutions(const TfliteGraph& graph) {
  for (const TfliteNode& node : graph.nodes)
    if (node.op == "CONV_2D" || node.op == "DEPTHWISE_CONV_2D") return "";
  return concat("the graph was not recognized as MobileNet V1, V2 or V3: it has no convolutions",
                graph.nodes.empty() ? "" : "; it begins with " + printable(graph.nodes.front().op, 60));
}

/// The network of these outputs, with the metadata that `content` has.
void addNetwork(TensorFile& content, const TfliteGraph& graph, const std::vector<std::size_t>& outputs,
                const fs::path& path) {
  content.refusal = whyNoConvolutions(graph);
  if (!content.refusal.empty()) return;
  const bool isOurs = content.metadata.count(exportSpecKey) > 0;
  const TfliteConversion conversion = convertTflite(graph, outputs, isOurs);
  std::optional<GraphNetwork> found = networkOfGraph(conversion.graph, content.metadata, tfliteOrigin, content.refusal);
  if (!found) return;
  nameSource(conversion.preparedBy, found->notes);
  noteTypes(conversion, found->notes);
  if (!isOurs) addClassNamesOfTflite(found->spec, graph, path, found->notes);
  content.toldByGraph = !isOurs;
  content.metadata[exportSpecKey] = specToJson(found->spec);
  content.tensors = std::move(found->tensors);
  content.notes = std::move(found->notes);
}

/// Memory is taken for the task that is asked for.
void addTasks(TensorFile& content, TfliteGraph graph, const fs::path& path) {
  const auto shared = std::make_shared<const TfliteGraph>(std::move(graph));
  const std::map<std::string, std::string> metadata = content.metadata;
  content.readTask = [shared, metadata, path](std::size_t task, const std::string& spec) {
    if (task >= shared->outputs.size())
      fail("its metadata list more tasks than the ", shared->outputs.size(), " outputs that it has");
    TensorFile one;
    one.metadata = metadata;
    one.metadata.erase(exportSpecsKey);
    one.metadata[exportSpecKey] = spec;
    addNetwork(one, *shared, {task}, path);
    return one;
  };
}

TensorFile contentOfTflite(TfliteGraph graph, const fs::path& path) {
  TensorFile content;
  content.metadata = graph.metadata;
  if (!graph.description.empty()) content.metadata["tflite.description"] = validUtf8(graph.description);
  const bool isMerged = content.metadata.count(exportSpecsKey) > 0 && content.metadata.count(exportSpecKey) == 0;
  if (isMerged) {
    addTasks(content, std::move(graph), path);
  } else {
    std::vector<std::size_t> outputs(graph.outputs.size());
    std::iota(outputs.begin(), outputs.end(), 0);
    addNetwork(content, graph, outputs, path);
  }
  return content;
}

}  // namespace

bool looksLikeTflite(const fs::path& path) {
  const std::string start = InputFile(path, expectedTflite).beginning(8);
  return start.size() == 8 && endsWith(start, identifier);
}

TensorFile readTflite(const fs::path& path) {
  const InputFile file(path, expectedTflite);
  try {
    return contentOfTflite(parseTflite(file), path);
  } catch (const std::exception&) {
    fail(file.name(), ": ", printable(describeCurrentException(), 1000));
  }
}

}  // namespace zipper
