// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tflite_metadata.h"

#include <algorithm>

#include "core/exports/class_labels.h"
#include "core/support/error.h"
#include "tflite_metadata_schema_generated.h"

namespace zipper {

namespace {

using FlatBuffer = flatbuffers::FlatBufferBuilder;
template <typename Table>
using Offset = flatbuffers::Offset<Table>;
template <typename Table>
using Offsets = std::vector<Offset<Table>>;

/// The task that the image of an input is for; with a trunk the first of them all.
const GraphTask& taskOfInput(const InferenceGraph& graph, const std::string& name) {
  return *std::find_if(graph.tasks.begin(), graph.tasks.end(),
                       [&](const GraphTask& task) { return graph.values[std::size_t(task.input)].name == name; });
}

bool givesProbabilities(const InferenceGraph& graph, const GraphTask& task) {
  return std::any_of(graph.nodes.begin(), graph.nodes.end(),
                     [&](const GraphNode& node) { return node.output == task.output && node.op == GraphOp::Softmax; });
}

std::string describeInput(const MobileNetSpec& spec) {
  const char* channels = spec.inputChannels == 1                         ? "one channel, grey"
                         : spec.normalization.order == ChannelOrder::BGR ? "channels blue, green, red"
                                                                         : "channels red, green, blue";
  return concat("Image of ", spec.inputSize, "x", spec.inputSize, " pixels, ", channels,
                ": (pixel - mean) / std with pixels of 0 to 255.");
}

/// What the darkest and the brightest pixel become.
Offset<tflite::Stats> statsOfInput(FlatBuffer& buffer, const TflitePort& port) {
  std::vector<float> least, most;
  for (std::size_t i = 0; i < port.mean.size(); ++i) {
    least.push_back((0 - port.mean[i]) / port.std[i]);
    most.push_back((255 - port.mean[i]) / port.std[i]);
  }
  return tflite::CreateStatsDirect(buffer, &most, &least);
}

Offset<tflite::TensorMetadata> addInput(FlatBuffer& buffer, const TflitePort& port, const MobileNetSpec& spec) {
  const auto size = tflite::CreateImageSize(buffer, std::uint32_t(spec.inputSize), std::uint32_t(spec.inputSize));
  const auto image = tflite::CreateImageProperties(
      buffer, spec.inputChannels == 1 ? tflite::ColorSpaceType::GRAYSCALE : tflite::ColorSpaceType::RGB, size);
  const auto content = tflite::CreateContent(buffer, tflite::ContentProperties::ImageProperties, image.Union());
  const auto normalization = tflite::CreateNormalizationOptionsDirect(buffer, &port.mean, &port.std);
  const Offsets<tflite::ProcessUnit> units{
      tflite::CreateProcessUnit(buffer, tflite::ProcessUnitOptions::NormalizationOptions, normalization.Union())};
  const auto stats = statsOfInput(buffer, port);
  return tflite::CreateTensorMetadataDirect(buffer, port.name.c_str(), describeInput(spec).c_str(), nullptr, content,
                                            &units, stats);
}

Offset<tflite::TensorMetadata> addOutput(FlatBuffer& buffer, const TflitePort& port, const InferenceGraph& graph,
                                         const GraphTask& task) {
  const bool hasHead = task.spec.classes > 0, isSure = givesProbabilities(graph, task);
  const char* description = isSure    ? "Probability of each class."
                            : hasHead ? "Logit of each class: the largest one's is the answer."
                                      : "Features: means of the last maps.";
  const auto properties = tflite::CreateFeatureProperties(buffer);
  const auto content = tflite::CreateContent(buffer, tflite::ContentProperties::FeatureProperties, properties.Union());
  Offsets<tflite::AssociatedFile> files;
  for (const std::string& name : port.labels)
    files.push_back(tflite::CreateAssociatedFileDirect(buffer, name.c_str(), "Names of the classes.",
                                                       tflite::AssociatedFileType::TENSOR_AXIS_LABELS));
  const std::vector<float> zero{0}, one{1};
  const auto stats = isSure ? tflite::CreateStatsDirect(buffer, &one, &zero) : Offset<tflite::Stats>();
  return tflite::CreateTensorMetadataDirect(buffer, port.name.c_str(), description, nullptr, content, nullptr, stats,
                                            files.empty() ? nullptr : &files);
}

}  // namespace

void describePorts(TfliteGraph& model, const InferenceGraph& graph) {
  for (TflitePort& port : model.inputs) {
    const Normalization& normalization = taskOfInput(graph, port.name).spec.normalization;
    for (const double mean : normalization.mean) port.mean.push_back(float(255 * mean));
    for (const double std : normalization.std) port.std.push_back(float(255 * std));
    // One number may stand for all channels.
    const std::size_t count = std::max(port.mean.size(), port.std.size());
    port.mean.resize(count, port.mean.front());
    port.std.resize(count, port.std.front());
  }
  for (auto& [name, lines] : labelFiles(graph)) model.files[name] = lines;
  for (std::size_t t = 0; t < graph.tasks.size(); ++t)
    if (const std::string name = labelFileName(graph.tasks[t]); model.files.count(name) > 0)
      model.outputs[t].labels = {name};
}

std::string tfliteModelMetadata(const TfliteGraph& model, const InferenceGraph& graph) {
  FlatBuffer buffer;
  Offsets<tflite::TensorMetadata> inputs, outputs;
  for (const TflitePort& port : model.inputs)
    inputs.push_back(addInput(buffer, port, taskOfInput(graph, port.name).spec));
  for (std::size_t t = 0; t < graph.tasks.size(); ++t)
    outputs.push_back(addOutput(buffer, model.outputs[t], graph, graph.tasks[t]));
  const Offsets<tflite::SubGraphMetadata> subgraphs{
      tflite::CreateSubGraphMetadataDirect(buffer, "main", nullptr, &inputs, &outputs)};
  const std::string title = titleOf(graph.tasks.front().spec.architecture);
  const std::string description = graph.tasks.size() == 1
                                      ? "Says which class an image is of."
                                      : concat("Says for ", graph.tasks.size(), " tasks which class an image is of.");
  tflite::FinishModelMetadataBuffer(
      buffer, tflite::CreateModelMetadataDirect(buffer, title.c_str(), description.c_str(), nullptr, &subgraphs,
                                                nullptr, nullptr, nullptr, "1.0.0"));
  return {reinterpret_cast<const char*>(buffer.GetBufferPointer()), buffer.GetSize()};
}

}  // namespace zipper
