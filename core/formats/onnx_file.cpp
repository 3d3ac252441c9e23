// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/formats/onnx_file.h"

#include <optional>

#include "core/formats/export_metadata.h"
#include "core/formats/input_file.h"
#include "core/formats/onnx_graph.h"
#include "core/formats/onnx_mobilenet.h"
#include "core/support/printable.h"
#include "core/support/error.h"
#include "core/support/out_of_memory.h"

namespace zipper {

namespace {

constexpr const char* expectedFile = "an ONNX file";
constexpr int classesWithBackground = 1001;  ///< of ImageNet, as TensorFlow counts them

/// What a graph can't tell comes from the metadata of our own exports, or is guessed; what it does tell comes from it.
MobileNetSpec specOf(OnnxMobileNet& found, const ExportMetadata& metadata) {
  MobileNetSpec spec = found.spec;
  const auto own = metadata.find(exportSpecKey);
  if (own != metadata.end()) {
    spec = specFromJson(own->second);
    spec.stemStride = found.spec.stemStride;
    spec.activation = found.spec.activation;
    spec.padding = found.spec.padding;
    spec.inputSize = found.spec.inputSize;
    if (found.knowsEpsilon) spec.bnEpsilon = found.spec.bnEpsilon;
    return spec;
  }
  spec.classOffset = spec.classes == classesWithBackground ? 1 : 0;
  found.notes.push_back("not in an ONNX graph, guessed: normalization mean 0.5, std 0.5, " +
                        toString(spec.normalization.order));
  if (spec.classOffset > 0)
    found.notes.push_back(
        concat("class offset guessed: 1 (of ", spec.classes, " outputs the first is a background class)"));
  return spec;
}

std::optional<OnnxMobileNet> mobileNetOf(const OnnxGraph& graph, std::vector<std::string>& notes) {
  try {
    return recognizeMobileNet(graph);
  } catch (const std::exception&) {
    failIfMemoryIsShort("the graph");
    const std::string why = printable(describeCurrentException(), 500);
    notes.push_back("the graph was not recognized as MobileNet V1: " + why);
    return std::nullopt;
  }
}

/// The initializers as they are. Integers are shapes and axes, not weights.
NamedTensors initializersOf(const OnnxGraph& graph, std::vector<std::string>& notes) {
  NamedTensors tensors;
  for (const std::string& name : graph.initializers) {
    const torch::Tensor& values = graph.tensors.at(name).values;
    if (values.defined()) tensors.emplace_back(name, values);
  }
  const auto skipped = graph.initializers.size() - tensors.size();
  if (skipped > 0) notes.push_back(concat(skipped, " initializers without a floating-point type were ignored"));
  return tensors;
}

TensorFile contentOf(OnnxGraph graph) {
  TensorFile content;
  content.metadata = std::move(graph.metadata);
  if (!graph.producer.empty()) content.metadata["onnx.producer"] = graph.producer;
  auto found = content.metadata.count(exportSpecsKey) > 0 ? std::nullopt : mobileNetOf(graph, content.notes);
  if (!found) {
    content.tensors = initializersOf(graph, content.notes);
    return content;
  }
  content.metadata[exportSpecKey] = specToJson(specOf(*found, content.metadata));
  content.tensors = std::move(found->tensors);
  content.notes = std::move(found->notes);
  return content;
}

}  // namespace

bool looksLikeOnnx(const std::filesystem::path& path) {
  const std::string start = InputFile(path, expectedFile).beginning(3);
  if (start.size() < 3 || start[0] != 0x08 || start[1] < 1 || start[1] > 32) return false;
  // The field after ir_version: opset_import, producer_name, producer_version, domain, model_version, doc_string,
  // graph.
  return std::string("\x42\x12\x1a\x22\x28\x32\x3a").find(start[2]) != std::string::npos;
}

TensorFile readOnnx(const std::filesystem::path& path) {
  const InputFile file(path, expectedFile);
  try {
    return contentOf(parseOnnx(file));
  } catch (const std::exception&) {
    fail(file.name(), ": ", printable(describeCurrentException(), 1000));
  }
}

}  // namespace zipper
