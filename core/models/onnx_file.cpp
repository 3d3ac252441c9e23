// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_file.h"

#include <algorithm>
#include <optional>

#include "core/containers/input_file.h"
#include "core/containers/onnx_graph.h"
#include "core/models/export_metadata.h"
#include "core/models/graph_network.h"
#include "core/models/onnx_dequantized.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

constexpr const char* expectedOnnx = "an ONNX file";
/// The initializers as they are. Integers are shapes and axes, not weights.
NamedTensors initializersOf(const OnnxGraph& graph, std::vector<std::string>& notes) {
  NamedTensors tensors;
  for (const std::string& name : graph.initializers) {
    const torch::Tensor& values = graph.tensors.at(name).values;
    if (values.defined()) tensors.emplace_back(name, values);
  }
  const auto skipped = graph.initializers.size() - tensors.size();
  if (skipped > 0)
    notes.push_back(concat(skipped, skipped == 1 ? " initializer without a floating-point type was ignored"
                                                 : " initializers without a floating-point type were ignored"));
  return tensors;
}

/// Empty if there are none.
std::string noteOfIntegers(int constants) {
  if (constants == 0) return {};
  return concat(
      "quantized: ", constants,
      constants == 1
          ? " tensor of integers was read as the float32 numbers that they stand for; what is rounded between "
            "layers is left out"
          : " tensors of integers were read as the float32 numbers that they stand for; what is rounded between "
            "layers is left out");
}

TensorFile contentOf(OnnxGraph graph) {
  TensorFile content;
  const std::string integers = noteOfIntegers(dequantize(graph));
  content.metadata = std::move(graph.metadata);
  if (!graph.producer.empty()) content.metadata["onnx.producer"] = graph.producer;
  content.otherFiles = std::move(graph.otherFiles);
  const GraphOrigin origin{"an ONNX graph", beginsWith(graph.producer, "pytorch")};
  auto found = content.metadata.count(exportSpecsKey) > 0
                   ? std::nullopt
                   : networkOfGraph(graph, content.metadata, origin, content.refusal);
  if (!found) {
    content.tensors = initializersOf(graph, content.notes);
    if (!integers.empty()) content.notes.push_back(integers);
    return content;
  }
  content.toldByGraph = content.metadata.count(exportSpecKey) == 0;
  content.metadata[exportSpecKey] = specToJson(found->spec);
  content.tensors = std::move(found->tensors);
  content.notes = std::move(found->notes);
  if (!integers.empty()) content.notes.push_back(integers);
  return content;
}

}  // namespace

bool looksLikeOnnx(const std::filesystem::path& path) {
  const std::string start = InputFile(path, expectedOnnx).beginning(64);
  if (start.size() < 3 || start[0] != 0x08 || start[1] < 1 || start[1] > 32) return false;
  // The field after ir_version: opset_import, producer_name, producer_version, domain, model_version, doc_string,
  // graph.
  if (std::string("\x42\x12\x1a\x22\x28\x32\x3a").find(start[2]) == std::string::npos) return false;
  // Core ML and TensorFlow's SavedModel begin with a version too, but with a message where ONNX has a name.
  if (start[2] != 0x12) return true;
  const std::size_t length = start.size() > 3 ? static_cast<unsigned char>(start[3]) : 0;
  const std::string name = length < 128 ? start.substr(std::min<std::size_t>(start.size(), 4), length) : "\n";
  return std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

TensorFile readOnnx(const std::filesystem::path& path) {
  const InputFile file(path, expectedOnnx);
  try {
    return contentOf(parseOnnx(file, path.parent_path()));
  } catch (const std::exception&) {
    fail(file.name(), ": ", printable(describeCurrentException(), 1000));
  }
}

}  // namespace zipper
